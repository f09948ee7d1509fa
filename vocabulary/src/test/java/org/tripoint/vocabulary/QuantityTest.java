package org.tripoint.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "1,             0.45359237",
    "43000,         19504.47191",
    "26.45547144,   11.9999999899369128",
    "0.00661386786, 0.0029999999974842282",
    "0,             0",
  })
  void convertsPoundsExactly(String pounds, String kilograms) {
    assertThat(Mass.pounds(pounds)).isEqualTo(Mass.kilograms(kilograms));
  }

  @Test
  void equalMassesAreEqualWhateverTheirZeros() {
    assertThat(Mass.kilograms("1.500")).isEqualTo(Mass.grams("1500"));
    assertThat(Mass.kilograms("1.500").hashCode()).isEqualTo(Mass.grams("1500.0").hashCode());
    assertThat(Mass.kilograms("100").kilograms().toPlainString()).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e3", " 1", "1 ", "", "1,5", "NaN", "0x10", "1.", ".5", "--1"})
  void refusesWhatIsNotAPlainAmount(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mass.kilograms(text));
  }

  @Test
  void refusesToAddCountsOfDifferentThings() {
    Count tablets = Count.of(3, CountUnit.TABLET);

    assertThat(tablets.plus(Count.of(4, CountUnit.TABLET)))
        .isEqualTo(Count.of(7, CountUnit.TABLET));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tablets.plus(Count.of(1, CountUnit.CAPSULE)))
        .withMessage("expected a count of TABLET, found one of CAPSULE");
  }

  @Test
  void tabletsBecomeMassOnlyThroughANamedAssumption() {
    assertThat(Conversions.exactFrom("tablet")).isEmpty();
    assertThat(Conversions.exactFrom("lb")).contains(Conversions.POUND_TO_KILOGRAM);
    assertThat(Conversions.TABLET_AS_100_MG.isExact()).isFalse();
    assertThat(Conversions.TABLET_AS_100_MG.assumption()).isEqualTo("tablet-is-100-mg");
    assertThat(Conversions.TABLET_AS_100_MG.toMass(new BigDecimal("2500")))
        .isEqualTo(Mass.kilograms("0.25"));
    assertThat(Conversions.LITRE_AS_KILOGRAM.isExact()).isFalse();
  }

  @Test
  void everyConversionHasItsOwnIdAndASource() {
    assertThat(Conversions.all()).extracting(Conversion::id).doesNotHaveDuplicates();
    for (Conversion conversion : Conversions.all()) {
      assertThat(Conversions.find(conversion.id())).contains(conversion);
      assertThat(conversion.source()).isNotBlank();
    }
  }

  @Test
  void aConversionToLitresDoesNotMakeAMass() {
    assertThat(Conversions.GALLON_TO_LITRE.toVolume(BigDecimal.ONE))
        .isEqualTo(Volume.litres("3.785411784"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversions.GALLON_TO_LITRE.toMass(BigDecimal.ONE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Conversions.POUND_TO_KILOGRAM.toVolume(BigDecimal.ONE));
  }

  @ParameterizedTest
  @CsvSource({
    "29.29707567359661, 29.2970756735966,  true",
    "29.2970756735966,  29.2970756736,     true",
    "29.2970756735966,  29.2970756745966,  false",
    "0,                 0.000,             true",
    "0,                 0.0000000000001,   false",
    "999999999999.4,    1000000000000,     true",
    "-1,                1,                 false",
  })
  void comparesToTwelveSignificantDigits(BigDecimal left, BigDecimal right, boolean same) {
    assertThat(Decimals.sameToTwelveDigits(left, right)).isEqualTo(same);
    assertThat(Decimals.sameToTwelveDigits(right, left)).isEqualTo(same);
  }

  @Test
  void noiseInTheFourteenthDigitNeverMakesADifference() {
    RandomGenerator random =
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(20181001L);
    for (int i = 0; i < 20_000; i++) {
      double value = random.nextDouble() * Math.pow(10, random.nextInt(-6, 7)) + 1e-9;
      BigDecimal exact = BigDecimal.valueOf(value);
      BigDecimal noisy = exact.multiply(BigDecimal.ONE.add(new BigDecimal("1e-14")));
      assertThat(Decimals.sameToTwelveDigits(exact, noisy)).as("%s", exact).isTrue();
      BigDecimal other = exact.multiply(new BigDecimal("1.0000000001"));
      assertThat(Decimals.sameToTwelveDigits(exact, other)).as("%s", exact).isFalse();
    }
  }
}

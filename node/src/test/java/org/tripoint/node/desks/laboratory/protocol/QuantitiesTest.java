package org.tripoint.node.desks.laboratory.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.node.desks.laboratory.protocol.Agreement.NotComparable;
import org.tripoint.node.desks.laboratory.protocol.Agreement.Why;
import org.tripoint.node.desks.laboratory.protocol.ZScore.Band;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.vocabulary.ReportedNumber;

/// Base and salt, agreement of two results, scores of a round.
class QuantitiesTest {

  private static final Registry REGISTRY = RegistryReader.readOwn();
  private static final Optional<String> FENTANYL = formula("fentanyl");

  private static Optional<String> formula(String id) {
    return REGISTRY.findById(id).map(one -> one.formula());
  }

  @ParameterizedTest
  @CsvSource({
    "fentanyl, HYDROCHLORIDE, 0.902",
    "fentanyl, CITRATE, 0.637",
    "methamphetamine, HYDROCHLORIDE, 0.804",
    "heroin, HYDROCHLORIDE, 0.910",
    "xylazine, HYDROCHLORIDE, 0.858"
  })
  void factorsAreThoseOfTheDomain(String id, SaltForm salt, double expected) {
    assertThat(FreeBase.factor(salt, formula(id).orElseThrow()).doubleValue())
        .isCloseTo(expected, Offset.offset(0.0005));
  }

  @Test
  void assumesNothingOfABasisThatIsNotStated() {
    assertThat(FreeBase.of(measured("10", QuantityBasis.NOT_STATED, null, "1"), FENTANYL))
        .isEmpty();
    assertThat(FreeBase.of(measured("10", QuantityBasis.SALT, null, "1"), FENTANYL)).isEmpty();
    assertThat(
            FreeBase.of(
                measured("10", QuantityBasis.SALT, SaltForm.CITRATE, "1"), Optional.empty()))
        .isEmpty();
    assertThat(FreeBase.of(measured("10", QuantityBasis.FREE_BASE, null, "1"), Optional.empty()))
        .isPresent();
  }

  @Test
  void saysWhyTwoResultsCannotBeCompared() {
    Measured base = measured("10", QuantityBasis.FREE_BASE, null, "1");
    Measured open = measured("10", QuantityBasis.NOT_STATED, null, "1");
    Measured bare = measured("10", QuantityBasis.FREE_BASE, null, null);
    Measured least =
        new Measured(
            Bound.AT_LEAST,
            number("10"),
            ConcentrationUnit.PERCENT,
            QuantityBasis.FREE_BASE,
            null,
            QuantitationTier.T1_SEMI_QUANTITATIVE,
            null,
            null,
            null);
    Measured other =
        new Measured(
            Bound.EXACT,
            number("10"),
            ConcentrationUnit.MG_PER_UNIT,
            QuantityBasis.FREE_BASE,
            null,
            QuantitationTier.T1_SEMI_QUANTITATIVE,
            null,
            null,
            null);
    assertThat(Agreement.of(base, open, FENTANYL)).isEqualTo(new NotComparable(Why.BASIS));
    assertThat(Agreement.of(base, bare, FENTANYL)).isEqualTo(new NotComparable(Why.UNCERTAINTY));
    assertThat(Agreement.of(base, least, FENTANYL)).isEqualTo(new NotComparable(Why.BOUND));
    assertThat(Agreement.of(base, other, FENTANYL)).isEqualTo(new NotComparable(Why.UNITS));
  }

  /// Three and four make five: a difference of five agrees, one above does not.
  @Test
  void agreesUpToTheRootOfTheSquares() {
    Measured left = measured("10", QuantityBasis.FREE_BASE, null, "3");
    assertThat(Agreement.of(left, measured("15", QuantityBasis.FREE_BASE, null, "4"), FENTANYL))
        .isInstanceOf(Agreement.Agree.class);
    assertThat(Agreement.of(left, measured("15.01", QuantityBasis.FREE_BASE, null, "4"), FENTANYL))
        .isInstanceOf(Agreement.Disagree.class);
  }

  /// Ten per cent of the hydrochloride and nine of the base are one result.
  @Test
  void convertsBeforeItCompares() {
    Measured salt = measured("10", QuantityBasis.SALT, SaltForm.HYDROCHLORIDE, "0.1");
    assertThat(Agreement.of(salt, measured("9.02", QuantityBasis.FREE_BASE, null, "0.1"), FENTANYL))
        .isInstanceOf(Agreement.Agree.class);
    assertThat(Agreement.of(salt, measured("10", QuantityBasis.FREE_BASE, null, "0.1"), FENTANYL))
        .isInstanceOf(Agreement.Disagree.class);
  }

  @Test
  void doesNotMindWhoseResultStandsFirst() {
    for (int i = 0; i < 50; i++) {
      Measured left = measured("" + i, QuantityBasis.FREE_BASE, null, "3");
      Measured right = measured("20", QuantityBasis.SALT, SaltForm.CITRATE, "2");
      assertThat(Agreement.of(left, right, FENTANYL))
          .isEqualTo(Agreement.of(right, left, FENTANYL));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12, 10, 1, SATISFACTORY, 2.00",
    "12.0001, 10, 1, QUESTIONABLE, 2.00",
    "12.99, 10, 1, QUESTIONABLE, 2.99",
    "13, 10, 1, ACTION, 3.00",
    "7, 10, 1, ACTION, -3.00",
    "8, 10, 1, SATISFACTORY, -2.00",
    "10, 10, 0.5, SATISFACTORY, 0.00"
  })
  void bandsAreThoseOfTheStandard(
      BigDecimal found, BigDecimal assigned, BigDecimal sigma, Band band, BigDecimal score) {
    assertThat(ZScore.of(found, assigned, sigma, null)).isEqualTo(new ZScore(score, false, band));
  }

  @Test
  void anUncertainAssignedValueWidensTheScore() {
    ZScore negligible = ZScore.of(bd("13"), bd("10"), bd("1"), bd("0.3"));
    ZScore wide = ZScore.of(bd("13"), bd("10"), bd("1"), bd("0.75"));
    assertThat(negligible.prime()).isFalse();
    assertThat(wide).isEqualTo(new ZScore(bd("2.40"), true, Band.QUESTIONABLE));
    assertThatThrownBy(() -> ZScore.of(bd("1"), bd("1"), bd("0"), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static BigDecimal bd(String text) {
    return new BigDecimal(text);
  }

  private static ReportedNumber number(String text) {
    return ReportedNumber.find(text).orElseThrow();
  }

  private static Measured measured(
      String value, QuantityBasis basis, @Nullable SaltForm salt, @Nullable String uncertainty) {
    return new Measured(
        Bound.EXACT,
        number(value),
        ConcentrationUnit.PERCENT,
        basis,
        salt,
        QuantitationTier.T1_SEMI_QUANTITATIVE,
        uncertainty == null ? null : number(uncertainty),
        uncertainty == null ? null : number("2"),
        null);
  }
}

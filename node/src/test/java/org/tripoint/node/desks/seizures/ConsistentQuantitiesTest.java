package org.tripoint.node.desks.seizures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.vocabulary.Contradiction;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.Volume;

/// Amounts that contradict their units, and months that contradict their fiscal years, do not
/// exist.
class ConsistentQuantitiesTest {

  private static final ReportedNumber ONE = number("1");
  private static final Mass POUND = Mass.pounds("1");

  @Test
  void aPoundWeighsNoFiveHundredKilograms() {
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> quantity("lb", Mass.kilograms("500"), null, null, "lb-kg"))
        .returns("amount-not-of-unit", Contradiction::rule)
        .returns("500 kg (lb-kg)", Contradiction::found)
        .returns("0.45359237 kg (lb-kg)", Contradiction::expected);
  }

  @Test
  void isOneOfMassVolumeAndCount() {
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> quantity("lb", POUND, Volume.litres("1"), null, "lb-kg"));
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> quantity("lb", POUND, null, Count.of(1, CountUnit.PIECE), "lb-kg"));
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> quantity("tablet", null, null, Count.of(1, CountUnit.DOSE), null));
  }

  @Test
  void assumesNothingOfAUnitThatIsNotKnown() {
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> quantity("costal", Mass.kilograms("50"), null, null, null))
        .returns("–", Contradiction::expected);
    assertThat(quantity("costal", null, null, null, null).mass()).isNull();
  }

  @Test
  void takesARoundingBehindTheTwelfthDigit() {
    Mass rounded = Mass.kilograms("0.4535923700001");
    assertThat(quantity("lb", rounded, null, null, "lb-kg").mass()).isEqualTo(rounded);
  }

  @Test
  void octoberOfAFiscalYearIsInTheCalendarYearBefore() {
    assertThat(figure("2019", "OCT", "2018-10", POUND).month()).isEqualTo(YearMonth.of(2018, 10));
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> figure("2019", "OCT", "2019-10", POUND))
        .returns("month-not-of-fiscal-year", Contradiction::rule)
        .returns("2018-10", Contradiction::expected);
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> figure("20.19", "OCT", "2018-10", POUND));
  }

  @Test
  void aPublishedFigureWeighsWhatItsPoundsWeigh() {
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> figure("2019", "OCT", "2018-10", Mass.kilograms("1")));
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> figure("2019", "OCT", "2018-10", null));
  }

  private static SeizedQuantity quantity(
      String unit,
      @Nullable Mass mass,
      @Nullable Volume volume,
      @Nullable Count count,
      @Nullable String conversion) {
    return new SeizedQuantity(ONE, unit, mass, volume, count, conversion);
  }

  private static PublishedSeizureFigure figure(
      String fiscalYear, String fiscalMonth, String month, @Nullable Mass mass) {
    return new PublishedSeizureFigure(
        Country.UNITED_STATES,
        "CBP",
        "U.S. Border Patrol",
        "",
        "",
        Place.of(Country.UNITED_STATES, PlaceScheme.AGENCY_AREA, "TUCSON SECTOR"),
        "Cocaine",
        new SubstanceId.AsReported("Cocaine"),
        ONE,
        "lb",
        mass,
        "lb-kg",
        ONE,
        number(fiscalYear),
        fiscalMonth,
        YearMonth.parse(month),
        Map.of(),
        null,
        null);
  }

  private static ReportedNumber number(String text) {
    return ReportedNumber.find(text).orElseThrow();
  }
}

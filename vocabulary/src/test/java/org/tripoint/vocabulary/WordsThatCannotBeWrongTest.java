package org.tripoint.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.SubstanceId.AsReported;
import org.tripoint.vocabulary.SubstanceId.Group;
import org.tripoint.vocabulary.SubstanceId.IsomerUnspecified;
import org.tripoint.vocabulary.SubstanceId.Structure;

class WordsThatCannotBeWrongTest {

  @ParameterizedTest
  @ValueSource(strings = {"us", "USA", "", "XX", "U1", "UK"})
  void refusesACountryThatIsoDoesNotAssign(String code) {
    assertThatIllegalArgumentException().isThrownBy(() -> Country.of(code));
  }

  @Test
  void findsACountryInAnyCase() {
    assertThat(Country.find(" mx ")).contains(Country.MEXICO);
    assertThat(Country.find("Mexico")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "US, COUNTRY, MX",
    "US, ADMIN1, MX-SIN",
    "US, ADMIN1, US-",
    "MX, ADMIN1, MX-SINA",
    "MX, INEGI_MUNICIPALITY, 2500",
    "US, US_PORT, 250",
    "CA, UN_LOCODE, USLAX",
    "US, AGENCY_AREA, ' TUCSON SECTOR'",
    "CA, STATCAN_SGC, A1",
  })
  void refusesAPlaceCodeThatItsSchemeDoesNotAllow(String country, PlaceScheme scheme, String code) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Place.of(Country.of(country), scheme, code));
  }

  @ParameterizedTest
  @CsvSource({"2, 1.50", "1, 1e2", "-3, 3"})
  void refusesANumberThatItsPlainTextDenies(BigDecimal value, String text) {
    assertThatExceptionOfType(Contradiction.class)
        .isThrownBy(() -> new ReportedNumber(value, text))
        .returns("number-not-of-text", Contradiction::rule);
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.50", "4034, '4,034'", "2026, 2026 (FYTD)", "0.0000661386786, 6.61386786e-05"})
  void keepsANumberBesideATextThatAFormatReads(BigDecimal value, String text) {
    assertThat(new ReportedNumber(value, text).text()).isEqualTo(text);
  }

  @Test
  void anAgencysAreaIsNeverAState() {
    Place sector = Place.of(Country.UNITED_STATES, PlaceScheme.AGENCY_AREA, "TUCSON SECTOR");

    assertThat(sector.admin1Code()).isEmpty();
    assertThat(Place.admin1("MX-SIN").admin1Code()).contains("MX-SIN");
    assertThat(Place.admin1("MX-SIN").country()).isEqualTo(Country.MEXICO);
  }

  @ParameterizedTest
  @CsvSource({"91, 0", "-90.1, 0", "0, 180.5", "0, -181"})
  void refusesAPointThatIsNotOnTheGround(BigDecimal latitude, BigDecimal longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(latitude, longitude, 100));
  }

  @Test
  void refusesAPointWithoutPrecision() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GeoPoint(BigDecimal.ONE, BigDecimal.ONE, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2023,       2023-01-01, 2023-12-31, YEAR",
    "2023-02,    2023-02-01, 2023-02-28, MONTH",
    "2024-02-29, 2024-02-29, 2024-02-29, DAY",
  })
  void keepsADateAsFarAsItIsKnown(
      String text, LocalDate start, LocalDate end, DateCertainty certainty) {
    PartialDate date = PartialDate.parse(text);

    assertThat(date).isEqualTo(new PartialDate(start, certainty));
    assertThat(date.end()).isEqualTo(end);
    assertThat(date).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2023-02-29", "2023-13", "23", "1899", "2200-01-01", "2023-2-1", "", "abcd"})
  void refusesADateThatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PartialDate.parse(text));
  }

  @Test
  void refusesAMonthThatBeginsOnItsSecondDay() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PartialDate(LocalDate.of(2023, 2, 2), DateCertainty.MONTH));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-05-10, 2023-05-11, 1, true", "2023-05-10, 2023-05-12, 1, false",
    "2023-05,    2023-06-01, 1, true", "2023-05,    2023-06-02, 1, false",
    "2023,       2022-12-31, 1, true", "2023-05-10, 2023-05-10, 0, true",
  })
  void comparesDatesByWhatTheyMayBe(String left, String right, int days, boolean within) {
    assertThat(PartialDate.parse(left).isWithin(PartialDate.parse(right), days)).isEqualTo(within);
    assertThat(PartialDate.parse(right).isWithin(PartialDate.parse(left), days)).isEqualTo(within);
  }

  @Test
  void aSubstanceIsOneOfFourAndItsKeyReadsBack() {
    for (SubstanceId id :
        Set.of(
            new Structure("PJMPHNIQZUBGLI-UHFFFAOYSA-N"),
            new Group("icd-10", "2019", "T40.4"),
            new Group("cbp-drug-type", "2019", "Khat (Catha Edulis)"),
            new IsomerUnspecified("fluorofentanyl"),
            new AsReported("Down: unknown @ opioid"))) {
      assertThat(SubstanceId.parse(id.key())).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "fentanyl", "inchikey:ABC", "group:x", "group:x@1", "text:", "isomer: "})
  void refusesASubstanceKeyThatIsNone(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> SubstanceId.parse(key));
  }

  @Test
  void oneWordOnTwoListsIsNotOneSubstance() {
    assertThat(new Group("cbp-drug-type", "2019", "Cocaine"))
        .isNotEqualTo(new Group("unodc-ids", "2016", "Cocaine"));
  }

  @Test
  void whatNobodyMarkedStaysWithItsOriginator() {
    Marking marking = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);

    assertThat(marking.tlp()).isEqualTo(Tlp.RED);
    assertThat(marking.releasableToCountries()).isEmpty();
    assertThat(marking.originatorControl()).isTrue();
  }

  @Test
  void refusesAMarkingThatContradictsItself() {
    Marking open = Marking.published();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> marking(open, Tlp.RED, null, null))
        .withMessageContaining("TLP:RED");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> marking(open, Tlp.CLEAR, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 2)))
        .withMessageContaining("review");
  }

  private static Marking marking(
      Marking from,
      Tlp tlp,
      @org.jspecify.annotations.Nullable LocalDate expires,
      @org.jspecify.annotations.Nullable LocalDate reviewOn) {
    return new Marking(
        tlp,
        from.releasableToCountries(),
        from.releasableToAgencies(),
        from.originatorControl(),
        from.courtUse(),
        from.derivativeUse(),
        from.purpose(),
        expires,
        reviewOn,
        from.protectedSource(),
        from.sourceGrade(),
        from.informationGrade(),
        from.verifyBeforeAction());
  }

  @Test
  void refusesAKindThatIsNotNamedLikeOne() {
    assertThat(Kind.of("published-seizure-figure", 1, GeoPoint.class).name())
        .isEqualTo("published-seizure-figure");
    assertThatIllegalArgumentException().isThrownBy(() -> Kind.of("Seizure", 1, GeoPoint.class));
    assertThatIllegalArgumentException().isThrownBy(() -> Kind.of("seizure", 0, GeoPoint.class));
  }

  @Test
  void aRecordIdReadsBack() {
    RecordId id = new RecordId(new UUID(1, 2));
    assertThat(RecordId.parse(id.toString())).isEqualTo(id);
  }
}

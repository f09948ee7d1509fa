package org.tripoint.node.desks.seizures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.intake.Format.Column;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Place;

class TripointSeizureCountsTest {

  private final TripointSeizureCounts format = new TripointSeizureCounts(new ShippedSubstances());

  private static Map<String, String> good() {
    Map<String, String> row = new LinkedHashMap<>();
    TripointSeizureCounts.COLUMNS.forEach(column -> row.put(column.name(), ""));
    row.putAll(
        Map.of(
            "country", "CA",
            "agency", "CBSA",
            "week_start", "2019-10-28",
            "place", "CA-BC",
            "place_scheme", "ADMIN1",
            "item_class", "DRUG",
            "substance", "Fentanyl",
            "form", "POWDER"));
    row.putAll(Map.of("events", "3", "quantity", "250", "unit", "g"));
    return row;
  }

  private static Map<String, String> with(Map<String, String> row, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    return changed;
  }

  private Reading read(Map<String, String> row) {
    return read(row, "ca-cbsa-counts_2019-11-05.csv");
  }

  private Reading read(Map<String, String> row, String fileName) {
    String header = String.join(",", row.keySet());
    String line = String.join(",", row.values());
    return Reading.of(format, CsvText.of(header + "\n" + line + "\n"), fileName);
  }

  @ParameterizedTest
  @CsvSource({
    "week_start,'',week_start missing",
    "week_start,2019-10-29,week_start not-a-monday",
    "week_start,2019-W44,week_start not-a-date",
    "week_start,2019-02-30,week_start not-a-date",
    "week_start,28/10/2019,week_start not-a-date",
    "week_start,1899-12-25,week_start not-in-range",
    "week_start,2999-12-30,week_start not-in-range",
    "events,'',events missing",
    "events,-1,events negative",
    "events,1.5,events not-whole",
    "events,several,events not-a-number",
    "quantity,'',quantity missing",
    "quantity,-0.001,quantity negative",
    "quantity,lots,quantity not-a-number",
    "unit,'',unit missing",
    "country,XX,country not-a-country",
    "agency,'',agency missing",
    "item_class,DRUGS,item_class not-a-code",
    "substance,'',substance missing",
    "form,DUST,form not-a-code",
    "weight_basis,HEAVY,weight_basis not-a-code",
    "count_basis,SEEN,count_basis not-a-code",
    "site_class,HOUSE,site_class not-a-code",
    "place_scheme,STATE,place_scheme not-a-code"
  })
  void refusesWhatBreaksARule(String column, String text, String finding) {
    assertThat(read(with(good(), column, text)).hard()).containsExactly(finding);
  }

  @Test
  void countsAWeekInTheMonthOfItsThursday() {
    PublishedSeizureFigure october = read(good()).content(PublishedSeizureFigure.class);
    assertThat(october.week().monday()).isEqualTo(LocalDate.of(2019, 10, 28));
    assertThat(october.month()).isEqualTo(YearMonth.of(2019, 10));
    assertThat(
            read(with(good(), "week_start", "2023-10-30"))
                .content(PublishedSeizureFigure.class)
                .month())
        .isEqualTo(YearMonth.of(2023, 11));
    assertThat(october.mass()).isEqualTo(Mass.kilograms("0.25"));
    assertThat(october.area()).isEqualTo(Place.admin1("CA-BC"));
    assertThat(october.fiscalYear()).isNull();
  }

  @Test
  void isASourceApartFromTheAgencysRecords() {
    assertThat(read(good()).recognition().source()).isEqualTo("ca-cbsa-counts");
    assertThat(read(good(), "ca-cbsa-2019-11.csv").recognition().source())
        .isEqualTo("ca-cbsa-counts");
    assertThat(read(good(), "week.csv").recognition().source())
        .isEqualTo("tripoint-seizure-counts");
    assertThat(
            new TripointSeizures(new ShippedSubstances())
                .recognise(CsvText.of(String.join(",", good().keySet()) + "\n").header(), "x.csv"))
        .isEmpty();
  }

  @Test
  void keepsOneKeyWhenAWeekIsRestatedAndAnotherForAnotherThing() {
    String key = read(good()).key();
    assertThat(read(with(good(), "events", "4", "quantity", "300")).key()).isEqualTo(key);
    assertThat(read(with(good(), "weight_basis", "NET_TESTED")).key()).isNotEqualTo(key);
    assertThat(read(with(good(), "unit", "kg")).key()).isNotEqualTo(key);
    assertThat(read(with(good(), "place", "CA-ON")).key()).isNotEqualTo(key);
    assertThat(read(with(good(), "agency", "RCMP")).key()).isEqualTo("CA|RCMP|" + key);
  }

  @Test
  void countsSitesAndMachinesThatAreNoSubstance() {
    Map<String, String> site =
        with(
            good(),
            "item_class",
            "SITE",
            "substance",
            "",
            "form",
            "",
            "quantity",
            "2",
            "unit",
            "site",
            "count_basis",
            "DISABLED",
            "site_class",
            "SYNTHESIS");
    PublishedSeizureFigure figure = read(site).content(PublishedSeizureFigure.class);
    assertThat(figure.substance()).isNull();
    assertThat(figure.subject()).isEqualTo("text:SITE");
    assertThat(figure.thing().count()).isEqualTo(Count.of(2, CountUnit.SITE));
    assertThat(figure.thing().countBasis()).isEqualTo(CountBasis.DISABLED);
    assertThat(figure.thing().siteClass()).isEqualTo(SiteClass.SYNTHESIS);
  }

  @Test
  void takesAWeekInWhichNothingIsLeft() {
    assertThat(read(with(good(), "events", "0", "quantity", "0")).soft()).isEmpty();
  }

  @Test
  void keepsWhatNoListHolds() {
    assertThat(
            read(with(good(), "substance", "Tranq dope", "place", "CA-ZZ", "unit", "brick")).soft())
        .containsExactlyInAnyOrder(
            "substance not-recognised", "place not-recognised", "unit not-recognised");
  }

  @Test
  void readsBackWhatItWrites() {
    PublishedSeizureFigure figure = read(good()).content(PublishedSeizureFigure.class);
    ContentCodec<PublishedSeizureFigure> codec = ContentCodec.of(PublishedSeizureFigure.class);
    assertThat(codec.parse(codec.write(figure))).isEqualTo(figure);
  }

  @Test
  void offersEveryColumnToMappings() {
    assertThat(format.mappableColumns().stream().map(Column::name))
        .startsWith("country", "agency", "week_start")
        .hasSize(15);
  }

  @Test
  void staysWithItsOriginatorUnlessTheFileSaysOtherwise() {
    Map<String, String> open = with(good(), "tlp", "CLEAR");
    assertThat(((RowResult.Accepted<?>) read(open).results().getFirst()).marking().tlp().name())
        .isEqualTo("CLEAR");
    assertThat(((RowResult.Accepted<?>) read(good()).results().getFirst()).marking().tlp().name())
        .isEqualTo("RED");
  }
}

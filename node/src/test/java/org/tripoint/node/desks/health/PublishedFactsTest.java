package org.tripoint.node.desks.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// What is said of the public sources and the desk relies on, held against the files themselves.
class PublishedFactsTest {

  private static final String OVERDOSE = "Number of Drug Overdose Deaths";

  /// New York City is inside the nation and apart from its state: the national figure is the sum of
  /// all jurisdictions, with the city counted once.
  @ParameterizedTest
  @ValueSource(strings = {HealthFiles.VSRR_2017, HealthFiles.VSRR_2018, HealthFiles.VSRR_2019})
  void theNationIsTheSumOfItsJurisdictionsWithNewYorkCityOnce(String release) {
    for (String indicator : List.of(OVERDOSE, "Number of Deaths")) {
      Map<String, Long> national = new TreeMap<>();
      Map<String, Long> summed = new TreeMap<>();
      for (Map<String, String> row : HealthFiles.published(release).rows()) {
        if (indicator.equals(row.get("Indicator"))) {
          boolean nation = "US".equals(row.get("State"));
          (nation ? national : summed).merge(month(row), number(row, "Data Value"), Long::sum);
        }
      }
      assertThat(national).hasSizeGreaterThan(20).isEqualTo(summed);
    }
  }

  @Test
  void theLatestReleaseNamesTwelveIndicatorsOverTwelveMonths() {
    List<Map<String, String>> rows = HealthFiles.published(HealthFiles.VSRR_2019).rows();

    assertThat(rows.stream().map(row -> row.get("Period")).distinct())
        .containsExactly("12 month-ending");
    assertThat(rows.stream().map(row -> row.get("Indicator")).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "Number of Deaths",
            OVERDOSE,
            "Percent with drugs specified",
            "Opioids (T40.0-T40.4,T40.6)",
            "Heroin (T40.1)",
            "Natural & semi-synthetic opioids (T40.2)",
            "Methadone (T40.3)",
            "Synthetic opioids, excl. methadone (T40.4)",
            "Cocaine (T40.5)",
            "Psychostimulants with abuse potential (T43.6)",
            "Natural & semi-synthetic opioids, incl. methadone (T40.2, T40.3)",
            "Natural, semi-synthetic, & synthetic opioids, incl. methadone (T40.2-T40.4)");
  }

  /// Twelve months ending June 2022 are 1 July 2021 to 30 June 2022.
  @Test
  void twelveMonthsEndWithTheMonthNamed() {
    List<ObservedPeriod> june =
        HealthFiles.readPublished(new VsrrFormat(), HealthFiles.VSRR_T404)
            .accepted()
            .values()
            .stream()
            .map(HealthObservation::period)
            .filter(period -> period.endMonth().equals(YearMonth.of(2022, 6)))
            .distinct()
            .toList();

    assertThat(june)
        .containsExactly(
            new ObservedPeriod(
                PeriodKind.ROLLING_12, LocalDate.of(2021, 7, 1), LocalDate.of(2022, 6, 30)));
  }

  /// One death stands in several classes: added up, they come to more than all overdose deaths.
  @Test
  void theClassesOverlap() {
    Map<String, Long> last = new TreeMap<>();
    for (Map<String, String> row : HealthFiles.published(HealthFiles.VSRR_2019).rows()) {
      if ("US".equals(row.get("State")) && month(row).equals("2018 September")) {
        last.put(row.get("Indicator"), new BigDecimal(text(row, "Data Value")).longValue());
      }
    }
    long single =
        last.entrySet().stream()
            .filter(e -> e.getKey().matches(".*\\((T40\\.[1-5]|T43\\.6)\\)"))
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(last.get(OVERDOSE)).isEqualTo(67_152);
    assertThat(single).isGreaterThan(last.get(OVERDOSE));
  }

  /// The prediction makes up for deaths still under investigation, so it is never below the count
  /// of the nation.
  @ParameterizedTest
  @ValueSource(strings = {HealthFiles.VSRR_2018, HealthFiles.VSRR_2019})
  void whatIsPredictedForTheNationIsNeverBelowWhatIsReported(String release) {
    List<Map<String, String>> predicted =
        HealthFiles.published(release).rows().stream()
            .filter(row -> "US".equals(row.get("State")) && !text(row, "Predicted Value").isEmpty())
            .toList();

    assertThat(predicted).hasSizeGreaterThan(300);
    assertThat(predicted)
        .allMatch(row -> number(row, "Predicted Value") >= number(row, "Data Value"));
  }

  /// The newest release came more than four months after its last month.
  @Test
  void aReleaseComesFourMonthsAfterItsLastMonthAtTheEarliest() {
    Map<String, YearMonth> releases =
        Map.of(
            HealthFiles.VSRR_2017, YearMonth.of(2017, 12),
            HealthFiles.VSRR_2018, YearMonth.of(2018, 10),
            HealthFiles.VSRR_2019, YearMonth.of(2019, 6));
    releases.forEach((name, published) -> {
      YearMonth last =
          HealthFiles.readPublished(new VsrrFormat(), name).accepted().values().stream()
              .map(observation -> observation.period().endMonth())
              .max(YearMonth::compareTo)
              .orElseThrow();
      assertThat(last.plusMonths(4)).as(name).isBefore(published);
    });
  }

  /// Quebec publishes no hospitalizations; the country's other words are two.
  @Test
  void quebecPublishesNoHospitalizations() {
    TreeSet<String> words = new TreeSet<>();
    for (Map<String, String> row : HealthFiles.published(HealthFiles.PHAC).rows()) {
      String value = text(row, "Value");
      if (!value.matches("[0-9.]+")) {
        words.add(value);
      }
      if ("Quebec".equals(row.get("Region")) && "Hospitalizations".equals(row.get("Source"))) {
        assertThat(value).isEqualTo("Not available");
      }
    }
    assertThat(words).containsExactly("Not available", "Suppressed");
  }

  /// A year of Canada is more than its four quarters: small quarters of provinces are suppressed
  /// and not in the country's own. This is why M09 and the desk's figure of the year differ.
  @Test
  void canadasYearIsMoreThanItsFourQuarters() {
    Map<String, Long> years = new TreeMap<>();
    Map<String, Long> quarters = new TreeMap<>();
    HealthFiles.readPublished(new PhacHarmsFormat(), HealthFiles.PHAC).accepted().values().stream()
        .filter(HealthObservation::isForEveryone)
        .filter(o -> o.jurisdiction().key().equals("CA") && o.measure() == Measure.DEATHS)
        .filter(o -> o.indicator().key().equals("phac-harms:total-apparent-opioid-toxicity-deaths"))
        .forEach(o -> {
          String year = String.valueOf(o.period().first().getYear());
          long deaths = o.figure().reportedValue().orElseThrow().value().longValueExact();
          switch (o.period().kind()) {
            case YEAR -> years.merge(year, deaths, Long::sum);
            case QUARTER -> quarters.merge(year, deaths, Long::sum);
            case WEEK, MONTH, PART_OF_YEAR, ROLLING_12 -> throw new AssertionError(o);
          }
        });

    assertThat(years)
        .isEqualTo(
            Map.of("2016", 2_825L, "2017", 3_916L, "2018", 4_389L, "2019", 3_830L, "2020", 6_214L));
    assertThat(quarters)
        .isEqualTo(
            Map.of("2016", 2_815L, "2017", 3_911L, "2018", 4_369L, "2019", 3_821L, "2020", 6_197L));
  }

  private static String month(Map<String, String> row) {
    return row.get("Year") + " " + row.get("Month");
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "").replace(",", "").strip();
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(text(row, column));
  }
}

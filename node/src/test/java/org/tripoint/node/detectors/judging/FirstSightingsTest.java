package org.tripoint.node.detectors.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.substances.FindIdentity;
import org.tripoint.node.substances.ShippedIdentities;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.SubstanceId;

/// First sightings are found in the first period in which they appear, and none is made up.
class FirstSightingsTest {

  private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATER = LocalDate.of(2030, 1, 1);

  /// Half-years of published counts, or weeks of samples.
  private record Of(String name, Step step, boolean absentIsZero) implements Watch {
    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public List<String> dimensions() {
      return List.of(COUNTRY, SUBSTANCE, PLACE);
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  private static final Of WEEKS = new Of("weeks", Step.WEEK, true);
  private static final Of HALF_YEARS = new Of("half-years", Step.HALF_YEAR, false);

  private static DetectorSetting setting(Of watch, String... dimensions) {
    return new DetectorSetting(
        "first-of-these",
        Method.FIRST_SIGHTING,
        watch.name(),
        List.of(dimensions),
        true,
        new BigDecimal("0.002"),
        new BigDecimal("0.2"),
        1,
        "ana",
        Instant.EPOCH);
  }

  private static Map<List<String>, LocalDate> sightings(
      Of watch, FindIdentity identities, List<CountChange> changes, String... dimensions) {
    Map<List<String>, LocalDate> found = new HashMap<>();
    RunOverHistory.run(
            setting(watch, dimensions),
            watch,
            identities,
            Neighbours.shipped(),
            RunOverHistory.asOver(changes, watch.step()),
            LONG_AGO,
            LATER)
        .signals()
        .forEach(one ->
            assertThat(found.put(one.judgement().at(), one.judgement().period()))
                .as("second sighting of " + one.judgement().at())
                .isNull());
    return found;
  }

  private static CountChange report(String name, String place, int week) {
    LocalDate period = LocalDate.of(2023, 1, 2).plusWeeks(week);
    return new CountChange(List.of("CA", "text:" + name, place), period, period, new Tally(1, 1));
  }

  private static CountChange notDetected(String name, String place, int week) {
    LocalDate period = LocalDate.of(2023, 1, 2).plusWeeks(week);
    return new CountChange(List.of("CA", "text:" + name, place), period, period, new Tally(0, 1));
  }

  private static List<CountChange> everyWeek(String name, String place, int weeks) {
    List<CountChange> changes = new ArrayList<>();
    for (int week = 0; week < weeks; week++) {
      changes.add(report(name, place, week));
    }
    return changes;
  }

  @Test
  void aRenamedSubstanceIsNotNewAndAStrangeNameIsNone() {
    List<CountChange> changes = everyWeek("fentanyl", "CA-BC", 30);
    changes.add(report("N-(1-phenethylpiperidin-4-yl)-N-phenylpropionamide", "CA-BC", 20));
    changes.add(report("Fentanyl hydrochloride", "CA-BC", 21));
    changes.add(report("a name that no registry has", "CA-BC", 22));
    changes.add(report("xylazine", "CA-BC", 23));
    Map<List<String>, LocalDate> found =
        sightings(WEEKS, ShippedIdentities.shipped(), changes, "country", "substance");
    assertThat(found)
        .containsExactly(
            Map.entry(List.of("CA", key("xylazine")), LocalDate.of(2023, 1, 2).plusWeeks(23)));
  }

  private static String key(String name) {
    return ShippedIdentities.shipped().identityOf(new SubstanceId.AsReported(name)).key();
  }

  @Test
  void whatIsFoundAsSoonAsItIsLookedForIsNotNew() {
    List<CountChange> changes = everyWeek("fentanyl", "CA-BC", 30);
    // A wider panel: xylazine is looked for from week 15 on and found at once; medetomidine was
    // looked for without being found for ten weeks.
    changes.add(notDetected("xylazine", "CA-BC", 15));
    changes.add(report("xylazine", "CA-BC", 16));
    for (int week = 10; week < 20; week++) {
      changes.add(notDetected("medetomidine", "CA-BC", week));
    }
    changes.add(report("medetomidine", "CA-BC", 20));
    assertThat(sightings(WEEKS, ShippedIdentities.shipped(), changes, "country", "substance"))
        .containsOnlyKeys(List.of(List.of("CA", key("medetomidine"))));
  }

  @Test
  void aPlaceThatHasJustBegunToReportHasNothingNew() {
    List<CountChange> changes = everyWeek("fentanyl", "CA-BC", 30);
    changes.add(report("fentanyl", "CA-ON", 20));
    changes.add(report("xylazine", "CA-ON", 21));
    assertThat(
            sightings(WEEKS, ShippedIdentities.shipped(), changes, "country", "substance", "place"))
        .isEmpty();
  }

  /// Counts of the public file, each published on a day.
  private static List<CountChange> nflis(UnaryOperator<LocalDate> published) {
    CsvText file = CsvText.of(PublicData.require("nflis-fentanyl/nflis_fentanyl_2017_2023.csv.gz"));
    List<CountChange> changes = new ArrayList<>();
    for (Map<String, String> row : file.rows()) {
      String name = row.getOrDefault("SUBSTANCE_DESCRIPTION", "").strip();
      LocalDate period =
          LocalDate.of(
              Integer.parseInt(row.getOrDefault("YYYY", "").strip()),
              row.getOrDefault("PERIOD", "").startsWith("SA1") ? 1 : 7,
              1);
      int reports = Integer.parseInt(row.getOrDefault("DRUG_REPORTS", "0").strip());
      changes.add(
          new CountChange(
              List.of("US", "text:" + name, "US-" + row.get("STATE")),
              period,
              published.apply(period),
              new Tally(reports, reports)));
    }
    changes.sort(Comparator.comparing(CountChange::day));
    return changes;
  }

  /// The slow way: the first half-year of each identity that the registry knows, from a day on.
  private static Map<List<String>, LocalDate> firsts(List<CountChange> changes, LocalDate from) {
    FindIdentity identities = ShippedIdentities.shipped();
    Map<List<String>, LocalDate> first = new HashMap<>();
    for (CountChange one : changes) {
      SubstanceId identity = identities.identityOf(SubstanceId.parse(one.at().get(1)));
      if (!(identity instanceof SubstanceId.AsReported) && one.change().reports() > 0) {
        first.merge(
            List.of("US", identity.key()),
            one.period(),
            (earlier, other) -> earlier.isBefore(other) ? earlier : other);
      }
    }
    first.values().removeIf(period -> period.isBefore(from));
    return first;
  }

  @Test
  void halfYearsOfFentanylsAreFoundWhenTheyFirstAppear() {
    List<CountChange> changes = nflis(period -> period);
    Map<List<String>, LocalDate> expected = firsts(changes, LocalDate.of(2018, 1, 1));
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(sightings(HALF_YEARS, ShippedIdentities.shipped(), changes, "country", "substance"))
        .isEqualTo(expected);
  }

  /// One file that comes years after its last half-year: of its history the last two half-years are
  /// judged when it comes.
  @Test
  void theFileOfMarch2026GivesTheFirstSightingsOfItsLastYearWhenItComes() {
    LocalDate day = LocalDate.of(2026, 3, 2);
    List<CountChange> changes = nflis(period -> day);
    Map<List<String>, LocalDate> found = new HashMap<>();
    RunOverHistory.run(
            setting(HALF_YEARS, "country", "substance"),
            HALF_YEARS,
            ShippedIdentities.shipped(),
            Neighbours.shipped(),
            changes,
            LONG_AGO,
            LATER)
        .signals()
        .forEach(one -> {
          assertThat(one.day()).isEqualTo(day);
          found.put(one.judgement().at(), one.judgement().period());
        });
    assertThat(found).isNotEmpty().isEqualTo(firsts(changes, LocalDate.of(2023, 1, 1)));
  }

  @Test
  void samplesOfTwoWeeksAreTooFewToCallAnythingNew() {
    CsvText file =
        CsvText.of(
            PublicData.require("bc-drug-checking-ftir/bc_ftir_2024-06-09_2024-06-22.csv.gz"));
    List<CountChange> changes = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (Map<String, String> row : file.rows()) {
      LocalDate day = LocalDate.parse(row.getOrDefault("Date", ""));
      LocalDate period = day.with(java.time.DayOfWeek.MONDAY);
      for (String name : row.getOrDefault("FTIR Spectrometer", "").split(",", -1)) {
        if (!name.isBlank() && names.add(name.strip() + period)) {
          changes.add(
              new CountChange(
                  List.of("CA", "text:" + name.strip(), "CA-BC"), period, period, new Tally(1, 1)));
        }
      }
    }
    changes.sort(Comparator.comparing(CountChange::day));
    assertThat(sightings(WEEKS, ShippedIdentities.shipped(), changes, "country", "substance"))
        .isEmpty();
    assertThat(changes).hasSizeGreaterThan(50);
  }
}

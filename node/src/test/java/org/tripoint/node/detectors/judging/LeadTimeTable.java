package org.tripoint.node.detectors.judging;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.PlantedEvents.Outcome;
import org.tripoint.node.detectors.judging.PlantedEvents.Planted;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.testing.CsvText;
import org.tripoint.scenario.WriteScenario;
import org.tripoint.vocabulary.SubstanceId;

/// What the shipped settings would have signalled of the events planted in a scenario, by what its
/// files had published by each day. Prints the table of docs/design/lead-time.md.
///
/// Arguments: a folder for the scenario, its size.
public final class LeadTimeTable {

  private static final List<String> EMERGENCIES = List.of("us-ems", "ca-ems", "mx-urgencias");
  private static final List<String> EVENTS = List.of("us-hsi_", "ca-rcmp_", "ca-cbsa_");
  private static final List<String> LABORATORIES =
      List.of("us-midlab_", "ca-northlab_", "mx-surlab_");
  private static final Registry REGISTRY = RegistryReader.readOwn();

  private LeadTimeTable() {}

  /// Weeks of one sort of release file.
  private record Weeks(String name, List<String> dimensions, boolean absentIsZero)
      implements Watch {
    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public Step step() {
      return Step.WEEK;
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  /// Writes the scenario and prints the table.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String size = arguments.length > 1 ? arguments[1] : "demo";
    if (!Files.exists(folder.resolve("import-order.txt"))) {
      WriteScenario.main(new String[] {"--out", folder.toString(), "--size", size});
    }
    print(
        "seizure-classes-surges",
        run(
            Method.RECENT_SUMS,
            new Weeks("seizure-classes", List.of("country", "item-class"), true),
            counts(folder, name -> name.contains("-counts"), "week_start", "events")));
    List<CountChange> emergencies =
        counts(
            folder,
            name -> EMERGENCIES.stream().anyMatch(name::startsWith),
            "period_start",
            "value");
    Watch weeks = new Weeks("health-weeks", List.of("country", "indicator", "place"), false);
    print("health-weeks-surges", run(Method.RECENT_SUMS, weeks, emergencies));
    print("health-weeks-clusters", run(Method.SPACE_TIME_SCAN, weeks, emergencies));
    List<CountChange> results = new ArrayList<>();
    List<CountChange> combinations = new ArrayList<>();
    laboratories(folder, results, combinations);
    print(
        "lab-combinations-new",
        run(
            Method.COMBINATION,
            new Weeks("lab-combinations", List.of("country", Watch.COMBINATION), true),
            combinations));
    print(
        "lab-results-spread",
        run(
            Method.SPREAD,
            new Weeks("lab-results", List.of("country", Watch.SUBSTANCE, Watch.PLACE), true),
            results));
    print(
        "seizures-first-in-country",
        run(
            Method.FIRST_SIGHTING,
            new Weeks("seizures", List.of("country", "substance"), true),
            substances(folder)));
  }

  private static BackRun run(Method method, Watch watch, List<CountChange> changes) {
    DetectorSetting setting =
        new DetectorSetting(
            watch.name() + "-planted",
            method,
            watch.name(),
            watch.dimensions(),
            true,
            new BigDecimal(method == Method.SPREAD ? "0.05" : "0.002"),
            new BigDecimal("0.2"),
            leastReports(method),
            "shipped",
            Instant.EPOCH);
    return RunOverHistory.run(
        setting,
        watch,
        DetectorsWorld.AS_NAMED,
        Neighbours.shipped(),
        changes,
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2030, 1, 1));
  }

  private static int leastReports(Method method) {
    return switch (method) {
      case FIRST_SIGHTING -> 1;
      case COMBINATION -> 3;
      case SPACE_TIME_SCAN -> 8;
      default -> 5;
    };
  }

  /// A release file with the day on which it was published.
  private record Release(Path file, LocalDate day) {}

  private static List<Release> releases(Path folder, Predicate<String> wanted) throws IOException {
    List<Release> releases = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("import-order.txt"))) {
      String name = line.substring(0, line.indexOf(' '));
      if (wanted.test(name)) {
        Instant published = Instant.parse(line.substring(line.indexOf('=') + 1).strip());
        releases.add(new Release(find(folder, name), Periods.dayOf(published)));
      }
    }
    return releases;
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /// Changes of published counts: a row stands in the place of the row of the same week, place and
  /// thing before it, and a series is the sum of its rows.
  private static List<CountChange> counts(
      Path folder, Predicate<String> wanted, String week, String number) throws IOException {
    List<CountChange> changes = new ArrayList<>();
    Map<List<String>, Integer> told = new HashMap<>();
    for (Release release : releases(folder, wanted)) {
      for (Map<String, String> row : CsvText.of(release.file()).rows()) {
        LocalDate start = LocalDate.parse(cell(row, week));
        String reported = cell(row, number);
        if (!reported.equals("?")) {
          int reports = new BigDecimal(reported).intValueExact();
          Integer before = told.put(fine(row, start), reports);
          int change = reports - (before == null ? 0 : before);
          if (change != 0) {
            changes.add(new CountChange(at(row), start, release.day(), new Tally(change, 0)));
          }
        }
      }
    }
    return changes;
  }

  private static List<String> at(Map<String, String> row) {
    return row.containsKey("item_class")
        ? List.of(cell(row, "country"), cell(row, "item_class"))
        : List.of(cell(row, "country"), cell(row, "indicator"), cell(row, "jurisdiction"));
  }

  /// Everything that tells two rows apart but their figures.
  private static List<String> fine(Map<String, String> row, LocalDate start) {
    return Stream.concat(
            Stream.of(start.toString()),
            row.entrySet().stream()
                .filter(
                    one -> !Set.of("events", "quantity", "value", "text").contains(one.getKey()))
                .filter(one -> !one.getKey().startsWith("percent"))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue))
        .toList();
  }

  /// Changes of the substances in agencies' records, each item of a record once.
  private static List<CountChange> substances(Path folder) throws IOException {
    List<CountChange> changes = new ArrayList<>();
    Set<List<String>> known = new HashSet<>();
    for (Release release : releases(folder, name -> EVENTS.stream().anyMatch(name::startsWith))) {
      for (Map<String, String> row : CsvText.of(release.file()).rows()) {
        boolean first = known.add(List.of(cell(row, "source_record_id"), cell(row, "substance")));
        if (first
            && cell(row, "event_date").length() == 10
            && REGISTRY.lookUp(cell(row, "substance")) instanceof Meaning.One one) {
          String key = new SubstanceId.Structure(one.substance().inchiKey()).key();
          LocalDate week = Periods.startOf(Step.WEEK, LocalDate.parse(cell(row, "event_date")));
          changes.add(
              new CountChange(
                  List.of(cell(row, "country"), key), week, release.day(), new Tally(1, 1)));
        }
      }
    }
    return changes;
  }

  /// Changes of what laboratories found, by substance and place, and by what was in one item.
  private static void laboratories(
      Path folder, List<CountChange> results, List<CountChange> combinations) throws IOException {
    for (Release release :
        releases(folder, name -> LABORATORIES.stream().anyMatch(name::startsWith))) {
      Map<String, List<Map<String, String>>> items = new LinkedHashMap<>();
      for (Map<String, String> row : CsvText.of(release.file()).rows()) {
        items.computeIfAbsent(cell(row, "submission_id"), one -> new ArrayList<>()).add(row);
      }
      for (List<Map<String, String>> item : items.values()) {
        found(item, release.day(), results, combinations);
      }
    }
  }

  private static void found(
      List<Map<String, String>> item,
      LocalDate day,
      List<CountChange> results,
      List<CountChange> combinations) {
    Map<String, String> first = item.getFirst();
    String country = cell(first, "country");
    LocalDate week = Periods.startOf(Step.WEEK, LocalDate.parse(cell(first, "collected_date")));
    List<String> keys =
        item.stream().map(row -> "inchikey:" + cell(row, "substance_inchikey")).sorted().toList();
    Tally one = new Tally(1, 1);
    combinations.add(new CountChange(List.of(country, Watch.ANY), week, day, one));
    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      combinations.add(new CountChange(List.of(country, key), week, day, one));
      results.add(new CountChange(List.of(country, key, cell(first, "place")), week, day, one));
      for (String other : keys.subList(i + 1, keys.size())) {
        combinations.add(
            new CountChange(List.of(country, key + Watch.BESIDE + other), week, day, one));
      }
    }
  }

  private static String cell(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "").strip();
    return text.isEmpty() ? "?" : text;
  }

  private static void print(String setting, BackRun run) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d series-weeks judged, %d signals%n",
        setting,
        run.judged(),
        run.signals().size());
    for (Planted one : PlantedEvents.shipped()) {
      if (one.setting().equals(setting)) {
        Outcome outcome = PlantedEvents.outcome(one, run);
        System.out.printf(
            Locale.ROOT,
            "| %s | from %s | %s | others of that month %d, by chance %.1f |%n",
            one.id(),
            one.from(),
            outcome
                .signal()
                .map(signal ->
                    "week %s, on %s, %s"
                        .formatted(
                            signal.judgement().period(), signal.day(), signal.judgement().why()))
                .orElse("not signalled"),
            outcome.others(),
            outcome.expectedFalse());
      }
    }
    run.signals()
        .forEach(signal ->
            System.out.println(
                signal.day() + " " + signal.judgement().period() + " " + signal.judgement().at()));
  }
}

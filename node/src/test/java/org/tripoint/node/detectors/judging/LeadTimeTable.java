package org.tripoint.node.detectors.judging;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.testing.CsvText;
import org.tripoint.scenario.WriteScenario;

/// What the shipped settings would have signalled of the events planted in a scenario, by what its
/// files had published by each day. Prints the table of docs/design/lead-time.md.
///
/// Arguments: a folder for the scenario, its size.
public final class LeadTimeTable {

  private static final String COUNTS = "-counts";
  private static final List<String> EMERGENCIES = List.of("us-ems", "ca-ems", "mx-urgencias");

  private LeadTimeTable() {}

  /// Weeks of one sort of release file.
  private record Weeks(boolean absentIsZero) implements Watch {
    @Override
    public String name() {
      return "weeks";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public Step step() {
      return Step.WEEK;
    }

    @Override
    public List<String> dimensions() {
      return List.of(COUNTRY, "what", PLACE);
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  /// A planted event.
  ///
  /// @param what the series' value that it is in
  record Planted(String id, String what, String place, LocalDate from, int weeks) {

    boolean isIn(WouldSignal signal) {
      return signal.judgement().at().get(2).equals(place)
          && signal.judgement().at().get(1).contains(what)
          && !signal.judgement().period().isBefore(from)
          && signal.judgement().period().isBefore(from.plusWeeks(weeks + 1L));
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
        run(folder, true),
        new Planted("presses-surge-1", "pill press", "?", LocalDate.of(2026, 2, 2), 6));
    print(
        run(folder, false),
        new Planted("ems-cluster-1", "", "CA-BC", LocalDate.of(2026, 5, 18), 3),
        new Planted("ems-step-1", "", "CA-ON", LocalDate.of(2025, 3, 3), 26));
  }

  /// The run of the shipped surge setting over a scenario's weekly counts, or its emergencies.
  static BackRun run(Path folder, boolean counts) throws IOException {
    List<CountChange> changes = new ArrayList<>();
    Map<List<String>, Map<LocalDate, Integer>> told = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("import-order.txt"))) {
      String name = line.substring(0, line.indexOf(' '));
      boolean wanted =
          counts
              ? name.contains(COUNTS)
              : EMERGENCIES.stream().anyMatch(source -> name.startsWith(source));
      if (wanted) {
        String published = line.substring(line.indexOf('=') + 1).strip();
        read(find(folder, name), Periods.dayOf(Instant.parse(published)), counts, told, changes);
      }
    }
    Watch watch = new Weeks(counts);
    return RunOverHistory.run(
        setting(),
        watch,
        DetectorsWorld.AS_NAMED,
        changes,
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2030, 1, 1));
  }

  private static Path find(Path folder, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static DetectorSetting setting() {
    return new DetectorSetting(
        "weeks-surges",
        Method.RECENT_SUMS,
        "weeks",
        List.of("country", "what", "place"),
        true,
        new BigDecimal("0.002"),
        new BigDecimal("0.2"),
        5,
        "shipped",
        Instant.EPOCH);
  }

  /// A row stands in the place of the row of the same week, place and thing before it.
  private static void read(
      Path file,
      LocalDate day,
      boolean counts,
      Map<List<String>, Map<LocalDate, Integer>> told,
      List<CountChange> changes) {
    Map<List<String>, Map<LocalDate, Integer>> now = new HashMap<>();
    for (Map<String, String> row : CsvText.of(file).rows()) {
      List<String> at =
          counts
              ? List.of(cell(row, "country"), things(row), cell(row, "place"))
              : List.of(cell(row, "country"), cell(row, "indicator"), cell(row, "jurisdiction"));
      LocalDate week = LocalDate.parse(cell(row, counts ? "week_start" : "period_start"));
      String number = cell(row, counts ? "events" : "value");
      if (!number.equals("?")) {
        now.computeIfAbsent(at, one -> new HashMap<>())
            .put(week, new BigDecimal(number).intValueExact());
      }
    }
    now.forEach((at, weeks) ->
        weeks.forEach((week, reports) -> {
          Integer before = told.computeIfAbsent(at, one -> new HashMap<>()).put(week, reports);
          int change = reports - (before == null ? 0 : before);
          if (change != 0) {
            changes.add(new CountChange(at, week, day, new Tally(change, 0)));
          }
        }));
  }

  private static String things(Map<String, String> row) {
    return Stream.of("item_class", "substance", "form", "count_basis", "site_class", "unit")
        .map(column -> cell(row, column))
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  private static String cell(Map<String, String> row, String column) {
    String text = row.getOrDefault(column, "").strip();
    return text.isEmpty() ? "?" : text;
  }

  private static void print(BackRun run, Planted... planted) {
    System.out.printf(
        Locale.ROOT, "%d series-weeks judged, %d signals%n", run.judged(), run.signals().size());
    for (Planted one : planted) {
      var first =
          run.signals().stream()
              .filter(signal ->
                  one.place().equals("?")
                      ? signal.judgement().at().get(1).contains(one.what())
                          && !signal.judgement().period().isBefore(one.from())
                          && signal.judgement().period().isBefore(one.from().plusWeeks(8))
                      : one.isIn(signal))
              .findFirst();
      String found =
          first
              .map(signal ->
                  "week %s, on %s, %s"
                      .formatted(
                          signal.judgement().period(), signal.day(), signal.judgement().at()))
              .orElse("not signalled");
      YearMonth month =
          first.map(signal -> YearMonth.from(signal.day())).orElse(YearMonth.from(one.from()));
      System.out.printf(
          Locale.ROOT,
          "| %s | from %s | %s | other signals of that month: %d, expected by chance %.1f |%n",
          one.id(),
          one.from(),
          found,
          run.signals().stream()
              .filter(signal -> YearMonth.from(signal.day()).equals(month))
              .filter(signal -> !signal.equals(first.orElse(null)))
              .count(),
          run.expectedFalse().getOrDefault(month, 0.0));
    }
    run.signals()
        .forEach(signal ->
            System.out.println(
                signal.day() + " " + signal.judgement().period() + " " + signal.judgement().at()));
  }
}

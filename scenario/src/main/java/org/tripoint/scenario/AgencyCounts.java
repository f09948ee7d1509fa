package org.tripoint.scenario;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.scenario.AgencyEvents.Reported;
import org.tripoint.scenario.SeizureEvent.Item;

/// An agency's weekly counts over all eight years, in the layout `tripoint-seizure-counts`: of each
/// week, place and thing so many events and so much of it. Each file tells what changed since the
/// file before; the last one told of a settled week is the truth.
///
/// Counts tell of the same seizures as the agency's records do, in the years that have both.
final class AgencyCounts {

  static final List<String> COLUMNS =
      List.of(
          "country",
          "agency",
          "week_start",
          "place",
          "place_scheme",
          "item_class",
          "substance_list",
          "substance",
          "form",
          "weight_basis",
          "count_basis",
          "site_class",
          "events",
          "quantity",
          "unit",
          "tlp",
          "derivative_use");

  private static final ReleaseFile.Layout LAYOUT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', false);

  private final Agency agency;
  private final List<Vintage> open;
  private final Map<LocalDate, Map<Cell, Amount>> changes = new TreeMap<>();
  private final Map<Cell, Amount> told = new HashMap<>();
  private final Map<Cell, Amount> truth = new HashMap<>();

  /// What one row counts.
  private record Cell(LocalDate week, String area, Thing thing) {
    static final Comparator<Cell> ORDER =
        Comparator.comparing(Cell::week)
            .thenComparing(Cell::area)
            .thenComparing(cell -> cell.thing().toString());
  }

  private record Thing(
      String kind,
      String list,
      String what,
      String form,
      String weightBasis,
      String countBasis,
      String siteClass,
      String unit) {}

  private record Amount(int events, BigDecimal quantity) {
    static final Amount NONE = new Amount(0, BigDecimal.ZERO);

    Amount plus(Amount other) {
      return new Amount(events + other.events, quantity.add(other.quantity));
    }

    Amount negated() {
      return new Amount(-events, quantity.negate());
    }

    boolean isNone() {
      return events == 0 && quantity.signum() == 0;
    }
  }

  AgencyCounts(Agency agency, ScenarioSize size) {
    this.agency = agency;
    this.open = new ArrayList<>(vintages(size));
  }

  /// The source of an agency's counts.
  static String source(Agency agency) {
    return agency.source() + "-counts";
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return switch (size) {
      case TINY -> Vintage.schedule(Timeline.FIRST_MONTH, 6, 2, 1, 5);
      case DEMO, MONTHLY -> Vintage.schedule(Timeline.FIRST_MONTH, 1, 0, 1, 5);
      case LARGE -> Vintage.schedule(Timeline.FIRST_MONTH, 3, 24, 1, 5);
    };
  }

  /// Counts an event from its first report on, its correction from then on, and no longer when it
  /// is taken back.
  ///
  /// @param withdrawn the day it is taken back, or null
  void count(Reported reported, @Nullable LocalDate withdrawn) {
    Map<Cell, Amount> first = cells(reported.first());
    Map<Cell, Amount> last = cells(reported.event());
    change(reported.reported(), first, false);
    if (reported.isCorrected()) {
      change(reported.corrected(), first, true);
      change(reported.corrected(), last, false);
    }
    if (withdrawn == null) {
      last.forEach((cell, amount) -> truth.merge(cell, amount, Amount::plus));
    } else {
      change(withdrawn, last, true);
    }
  }

  /// Writes the files that are published up to a day.
  void writeUntil(ScenarioFolder folder, LocalDate day) {
    while (!open.isEmpty() && !open.getFirst().day().isAfter(day)) {
      write(folder, open.removeFirst());
    }
  }

  /// Writes what is true in the end, reports that come after the last file included.
  void writeTruth(ScenarioFolder folder) {
    folder.truth(
        "weekly-counts-%s.csv".formatted(agency.source()),
        file -> {
          file.row(COLUMNS);
          for (Cell cell : truth.keySet().stream().sorted(Cell.ORDER).toList()) {
            row(file, cell, truth.getOrDefault(cell, Amount.NONE));
          }
        });
  }

  void declare(GroundTruth groundTruth) {
    groundTruth.source(
        source(agency),
        "tripoint-seizure-counts",
        "complete",
        false,
        "covers",
        "weekly counts of all eight years that changed since the file before",
        "countsTheSameAs",
        agency.source(),
        "monthOfAWeek",
        "the month that holds its Thursday",
        "delay",
        agency.delay().declared(),
        "correctedShare",
        agency.correctedShare(),
        "correctionDelay",
        agency.correction().declared(),
        "truth",
        "weekly-counts-%s.csv".formatted(agency.source()));
  }

  /// From the first file on that is published on or after the day; never when there is none.
  private void change(LocalDate day, Map<Cell, Amount> amounts, boolean less) {
    open.stream()
        .map(Vintage::day)
        .filter(published -> !published.isBefore(day))
        .findFirst()
        .ifPresent(published -> {
          Map<Cell, Amount> changed = changes.computeIfAbsent(published, d -> new HashMap<>());
          amounts.forEach((cell, amount) ->
              changed.merge(cell, less ? amount.negated() : amount, Amount::plus));
        });
  }

  private void write(ScenarioFolder folder, Vintage vintage) {
    Map<Cell, Amount> changed = changes.getOrDefault(vintage.day(), Map.of());
    changes.remove(vintage.day());
    folder.release(
        source(agency),
        "%s_synthetic_%s.csv".formatted(source(agency), vintage.day()),
        vintage.published(),
        LAYOUT,
        file -> {
          file.row(COLUMNS);
          for (Cell cell : changed.keySet().stream().sorted(Cell.ORDER).toList()) {
            Amount change = changed.getOrDefault(cell, Amount.NONE);
            if (!change.isNone()) {
              row(file, cell, told.merge(cell, change, Amount::plus));
            }
          }
        });
  }

  private void row(ReleaseFile file, Cell cell, Amount amount) throws IOException {
    Thing thing = cell.thing();
    file.row(
        agency.country(),
        agency.word(),
        cell.week().toString(),
        cell.area(),
        "ADMIN1",
        thing.kind(),
        thing.list(),
        thing.what(),
        thing.form(),
        thing.weightBasis(),
        thing.countBasis(),
        thing.siteClass(),
        Integer.toString(amount.events()),
        amount.quantity().signum() == 0
            ? "0"
            : amount.quantity().stripTrailingZeros().toPlainString(),
        thing.unit(),
        "CLEAR",
        "ALLOWED");
  }

  /// The event in each cell that it counts in: once, however many of its items fall into it.
  private Map<Cell, Amount> cells(SeizureEvent event) {
    Map<Cell, Amount> cells = new HashMap<>();
    for (Item item : event.items()) {
      Cell cell = new Cell(Timeline.weekOf(event.day()), event.spot().area(), thing(item));
      cells.merge(
          cell,
          new Amount(1, new BigDecimal(item.quantity())),
          (one, other) -> new Amount(1, one.quantity().add(other.quantity())));
    }
    return cells;
  }

  private Thing thing(Item item) {
    boolean substance = item.kind().equals("DRUG") || item.kind().equals("PRECURSOR");
    return new Thing(
        item.kind(),
        substance ? agency.layout().list() : "",
        item.what(),
        item.form(),
        agency.layout().tellsWeightBasis() ? item.weightBasis() : "",
        item.countBasis(),
        item.siteClass(),
        agency.layout().unit(item));
  }
}

package org.tripoint.scenario;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.scenario.AgencyEvents.Reported;

/// An agency's seizure records, one file a month: what was first reported, corrected or taken back
/// since the file before. Records of one event are neighbours.
///
/// Before full records begin its seizures are told in weekly counts alone. Holds the records that
/// wait for a later file, never all of them.
final class AgencyFiles {

  static final ReleaseFile.Layout TRIPOINT =
      new ReleaseFile.Layout(StandardCharsets.UTF_8, "\n", ',', false);
  static final ReleaseFile.Layout SEDENA =
      new ReleaseFile.Layout(Charset.forName("windows-1252"), "\r\n", ',', false);

  private final long seed;
  private final Agency agency;
  private final ScenarioSize size;
  private final AgencyEvents events;
  private final AgencyCounts counts;
  private final PlantedSeizures planted;
  private final Map<LocalDate, List<Told>> waiting = new TreeMap<>();
  private final Map<WeeklyKey, Integer> weekly = new TreeMap<>();

  /// @param withdrawn true when the agency takes the record back
  private record Told(SeizureEvent event, boolean withdrawn) {}

  /// What weekly counts are kept by.
  record WeeklyKey(LocalDate week, String area, String what) implements Comparable<WeeklyKey> {
    @Override
    public int compareTo(WeeklyKey other) {
      int byWeek = week.compareTo(other.week);
      int byArea = byWeek != 0 ? byWeek : area.compareTo(other.area);
      return byArea != 0 ? byArea : what.compareTo(other.what);
    }
  }

  AgencyFiles(long seed, Agency agency, ScenarioSize size, PlantedSeizures planted) {
    this.seed = seed;
    this.agency = agency;
    this.size = size;
    this.planted = planted;
    this.events = new AgencyEvents(seed, agency, size.recordScale);
    this.counts = new AgencyCounts(agency, size);
  }

  /// Weekly counts of all eight years, by the first item of each event.
  Map<WeeklyKey, Integer> weekly() {
    return weekly;
  }

  static List<Vintage> vintages(ScenarioSize size) {
    return size == ScenarioSize.TINY
        ? Vintage.schedule(Timeline.RECORDS_FROM, 6, 2, 1, 8)
        : Vintage.schedule(Timeline.RECORDS_FROM, 1, 0, 1, 8);
  }

  void writeTo(ScenarioFolder folder, GroundTruth truth) {
    truth.source(
        agency.source(),
        agency.layout().format(),
        "complete",
        false,
        "covers",
        "records first reported, corrected or withdrawn since the file before",
        "delay",
        agency.delay().declared(),
        "correctedShare",
        agency.correctedShare(),
        "correctionDelay",
        agency.correction().declared());
    counts.declare(truth);
    List<Vintage> open = new ArrayList<>(vintages(size));
    for (YearMonth month : Timeline.months()) {
      tell(month, open);
      counts.writeUntil(folder, month.atEndOfMonth());
      while (!open.isEmpty() && !open.getFirst().day().isAfter(month.atEndOfMonth())) {
        write(folder, open.removeFirst());
      }
    }
    counts.writeUntil(folder, LocalDate.MAX);
    counts.writeTruth(folder);
    open.forEach(vintage -> write(folder, vintage));
  }

  private void tell(YearMonth month, List<Vintage> open) {
    boolean recorded = !month.isBefore(Timeline.RECORDS_FROM);
    List<Reported> all = new ArrayList<>(events.of(month));
    all.addAll(planted.of(agency.source(), month));
    for (Reported reported : all) {
      Reported told = planted.adulterated(reported);
      SeizureEvent event = told.event();
      weekly.merge(
          new WeeklyKey(Timeline.weekOf(event.day()), event.spot().area(), event.counted()),
          1,
          Integer::sum);
      counts.count(told, planted.withdrawals().get(event.id()));
      if (recorded) {
        schedule(told, open);
      }
    }
  }

  private void schedule(Reported told, List<Vintage> open) {
    @Nullable LocalDate first = dayOfFile(told.reported(), open);
    @Nullable LocalDate later = dayOfFile(told.corrected(), open);
    if (first != null) {
      boolean both = first.equals(later);
      keep(first, new Told(both ? told.event() : told.first(), false));
    }
    if (told.isCorrected() && later != null && !later.equals(first)) {
      keep(later, new Told(told.event(), false));
    }
    LocalDate withdrawn = planted.withdrawals().get(told.event().id());
    if (withdrawn != null) {
      LocalDate day = dayOfFile(withdrawn, open);
      if (day != null) {
        keep(day, new Told(told.event(), true));
      }
    }
  }

  private void keep(LocalDate day, Told told) {
    waiting.computeIfAbsent(day, d -> new ArrayList<>()).add(told);
  }

  /// The first file published on or after a day; null when the last one is earlier.
  private static @Nullable LocalDate dayOfFile(LocalDate day, List<Vintage> open) {
    return open.stream()
        .map(Vintage::day)
        .filter(published -> !published.isBefore(day))
        .findFirst()
        .orElse(null);
  }

  private void write(ScenarioFolder folder, Vintage vintage) {
    List<Told> told = waiting.getOrDefault(vintage.day(), List.of());
    waiting.remove(vintage.day());
    ReleaseFile.Layout layout =
        switch (agency.layout()) {
          case TRIPOINT -> TRIPOINT;
          case SEDENA -> SEDENA;
        };
    folder.release(
        agency.source(),
        agency.fileName(vintage.day()),
        vintage.published(),
        layout,
        file -> writeRows(file, told));
  }

  private void writeRows(ReleaseFile file, List<Told> told) throws IOException {
    switch (agency.layout()) {
      case TRIPOINT -> {
        file.row(TripointSeizureRows.COLUMNS);
        for (Told record : told) {
          TripointSeizureRows.write(
              file, agency, record.event, Caveats.of(seed, agency, record.event), record.withdrawn);
        }
      }
      case SEDENA -> {
        file.row(SedenaRows.COLUMNS);
        for (Told record : told) {
          SedenaRows.write(file, record.event);
        }
      }
    }
  }
}

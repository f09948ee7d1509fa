package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.JudgedTogether.Standing;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.vocabulary.RecordId;

/// One series as it stands: its latest periods with what was expected of them, and the records
/// behind its alarms.
@Component
public class ShowSeries {

  private static final int MOST_RECORDS = 50;

  private final Watches watches;
  private final ReadCounts counts;
  private final JudgedTables tables;
  private final LoadSeries load;

  ShowSeries(Watches watches, ReadCounts counts, JudgedTables tables, LoadSeries load) {
    this.watches = watches;
    this.counts = counts;
    this.tables = tables;
    this.load = load;
  }

  /// A series.
  ///
  /// @param periods the latest, in order; at most two years, for half-years all. What is judged
  ///   together with other series is judged in the window alone.
  /// @param notJudged why the last period is not judged
  /// @param standing first days of periods with a standing alarm
  /// @param records that count in those periods, or in the last one
  /// @param leftOut records in the periods shown that their partner does not let others make
  ///   figures of, by its short name
  public record Shown(
      Step step,
      List<Shown.Period> periods,
      Optional<NotJudged> notJudged,
      Set<LocalDate> standing,
      List<RecordId> records,
      NavigableMap<String, Integer> leftOut) {

    /// One period.
    ///
    /// @param start first day
    /// @param reports null where missing
    /// @param share mean share that is likely to be reported by now; 1 when complete
    /// @param judgement empty where it cannot be judged
    public record Period(
        LocalDate start, @Nullable Integer reports, double share, Optional<Judgement> judgement) {}
  }

  /// The address of a series' page.
  public static String link(DetectorSetting setting, List<String> at) {
    return DescribeAlarm.link(setting.name(), at);
  }

  /// Empty when the setting has no such series.
  public Optional<Shown> show(DetectorSetting setting, List<String> at) {
    Watch watch = watches.get(setting.watch());
    SeriesOfSetting series = load.of(setting, watch, Set.of(at));
    Optional<Frame> frame = series.frameOf(at);
    if (frame.isEmpty() || series.watchedOf(List.of(at)).isEmpty()) {
      return Optional.empty();
    }
    Set<LocalDate> standing =
        JudgedTogether.shown(setting, tables.judged(setting.name())).stream()
            .filter(one -> one.at().equals(at))
            .map(Standing::period)
            .collect(Collectors.toSet());
    LocalDate last = frame.get().last();
    LocalDate from = standing.stream().min(LocalDate::compareTo).orElse(last);
    List<Shown.Period> periods = periods(setting, watch, frame.get(), series, at, from);
    return Optional.of(
        new Shown(
            watch.step(),
            periods,
            series.whyNot(at, periods.stream().flatMap(one -> one.judgement().stream()).toList()),
            standing,
            counts.recordsBehind(watch, series.watchedOf(List.of(at)), from, last, MOST_RECORDS),
            counts.leftOut(
                watch,
                series.watchedOf(List.of(at)),
                periods.isEmpty() ? from : periods.getFirst().start(),
                last)));
  }

  private static List<Shown.Period> periods(
      DetectorSetting setting,
      Watch watch,
      Frame frame,
      SeriesOfSetting series,
      List<String> at,
      LocalDate earliestStanding) {
    Step step = watch.step();
    int most = step == Step.HALF_YEAR ? 40 : 2 * step.perYear();
    LocalDate start = Periods.after(step, frame.last(), 1 - most);
    LocalDate first = start.isBefore(frame.first()) ? frame.first() : start;
    boolean alone = setting.method().looksFor() == LooksFor.SURGE;
    LocalDate window = frame.windowStart(step);
    LocalDate earliest = earliestStanding.isBefore(window) ? earliestStanding : window;
    Map<LocalDate, Judgement> judged =
        series.judge(at, alone ? first : earliest, frame.last()).stream()
            .collect(Collectors.toMap(Judgement::period, one -> one));
    NavigableMap<LocalDate, Tally> tallies = new TreeMap<>(series.countsOf(at));
    List<Shown.Period> periods = new ArrayList<>();
    for (LocalDate one = first; !one.isAfter(frame.last()); one = Periods.after(step, one, 1)) {
      Tally tally = tallies.get(one);
      Integer absent = watch.absentIsZero() ? 0 : null;
      periods.add(
          new Shown.Period(
              one,
              tally == null ? absent : Integer.valueOf(tally.reports()),
              frame.shares().getOrDefault(one, List.of()).stream()
                  .mapToDouble(Double::doubleValue)
                  .average()
                  .orElse(1),
              Optional.ofNullable(judged.get(one))));
    }
    return periods;
  }
}

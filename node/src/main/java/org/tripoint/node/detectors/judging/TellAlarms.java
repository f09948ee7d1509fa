package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.FirstReports.First;
import org.tripoint.node.detectors.judging.JudgedTogether.Standing;
import org.tripoint.node.detectors.judging.LoadSeries.Outline;
import org.tripoint.node.detectors.judging.ToldTable.Told;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Raises a signal for each run of alarms of a series, and settles it when none of them stands any
/// more. An alarm within half a window of a run joins its signal. What has left the window stays as
/// it was, but for a first report that is refuted.
@Component
class TellAlarms {

  private static final int MOST_RECORDS = 50;

  private final ToldTable tables;
  private final ReadCounts counts;
  private final LoadSeries load;
  private final RaiseSignal signals;
  private final DescribeAlarm describe;
  private final FindDeaths deaths;

  TellAlarms(
      ToldTable tables,
      ReadCounts counts,
      LoadSeries load,
      RaiseSignal signals,
      DescribeAlarm describe,
      FindDeaths deaths) {
    this.tables = tables;
    this.counts = counts;
    this.load = load;
    this.signals = signals;
    this.describe = describe;
    this.deaths = deaths;
  }

  /// Brings signals in line with what stands.
  ///
  /// @param standing alarms of the window
  void tell(DetectorSetting setting, Watch watch, Outline outline, Set<Standing> standing) {
    Map<List<String>, TreeSet<LocalDate>> periods = new HashMap<>();
    standing.forEach(
        one -> periods.computeIfAbsent(one.at(), at -> new TreeSet<>()).add(one.period()));
    List<Told> told = tables.list(setting, reach(outline, watch.step()));
    SeriesOfSetting series = load.of(setting, watch, outline, Set.copyOf(periods.keySet()));
    Map<String, NavigableSet<LocalDate>> found = new HashMap<>();
    Map<String, List<String>> groups = new HashMap<>();
    periods.forEach((at, all) ->
        all.forEach(period -> {
          String key = keyOf(setting, watch.step(), at, period, told, found);
          found.computeIfAbsent(key, one -> new TreeSet<>()).add(period);
          groups.put(key, at);
        }));
    Map<String, Told> byKey = new HashMap<>();
    told.forEach(one -> byKey.put(one.key(), one));
    found.forEach((key, its) -> {
      List<String> at = groups.getOrDefault(key, List.of());
      raise(setting, watch, outline, key, byKey.get(key), series, standing, at, its);
    });
    for (Told one : told) {
      if (one.open()
          && !found.containsKey(one.key())
          && (isInWindow(one, outline, watch.step()) || isRefuted(setting, one, outline))) {
        settle(one);
      }
    }
  }

  /// The first day of runs that a period of some window may still join.
  private static LocalDate reach(Outline outline, Step step) {
    return outline.frames().values().stream()
        .map(frame -> Periods.after(step, frame.windowStart(step), -gap(step)))
        .min(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  private static int gap(Step step) {
    return Math.max(1, Periods.window(step) / 2);
  }

  /// Settles what a setting told of series that it does not have any more.
  void setAside(DetectorSetting setting) {
    tables.listSetAside(setting).forEach(this::settle);
  }

  /// Settles all that a setting told, since it is off.
  void settleAll(DetectorSetting setting) {
    tables.listOpen(setting.name()).forEach(this::settle);
  }

  private void settle(Told one) {
    signals.settle(one.signal());
    tables.close(one);
  }

  /// The run that a period joins: one that was told, one of this turn, or a new one.
  private static String keyOf(
      DetectorSetting setting,
      Step step,
      List<String> at,
      LocalDate period,
      List<Told> told,
      Map<String, NavigableSet<LocalDate>> found) {
    int gap = gap(step);
    for (Told one : told) {
      if (one.at().equals(at)
          && !period.isBefore(Periods.after(step, one.first(), -gap))
          && !period.isAfter(Periods.after(step, one.last(), gap))) {
        return one.key();
      }
    }
    String prefix = setting.name() + "|" + String.join("|", at) + "|";
    for (Map.Entry<String, NavigableSet<LocalDate>> one : found.entrySet()) {
      if (one.getKey().startsWith(prefix)
          && !period.isAfter(Periods.after(step, one.getValue().last(), gap))) {
        return one.getKey();
      }
    }
    return prefix + period;
  }

  private void raise(
      DetectorSetting setting,
      Watch watch,
      Outline outline,
      String key,
      @Nullable Told told,
      SeriesOfSetting series,
      Set<Standing> standing,
      List<String> at,
      NavigableSet<LocalDate> periods) {
    List<Judgement> judgements = new ArrayList<>();
    periods.forEach(period -> judgements.addAll(series.judge(at, period, period)));
    Judgement strongest =
        judgements.stream()
            .max(Comparator.comparingDouble(Judgement::score).thenComparing(Judgement::period))
            .orElse(null);
    if (strongest == null) {
      return;
    }
    LocalDate first =
        told == null || setting.method().looksForFirst()
            ? periods.first()
            : earlier(told.first(), periods.first());
    LocalDate last = periods.last();
    LocalDate firstCounted =
        Periods.after(watch.step(), strongest.period(), 1 - strongest.periods());
    List<RecordId> records =
        counts.recordsBehind(
            watch, series.watchedOf(strongest.restsOn()), firstCounted, last, MOST_RECORDS);
    if (records.isEmpty()) {
      return;
    }
    Alarmed alarmed =
        new Alarmed(
            at,
            first,
            last,
            strongest,
            Alarmed.placesOf(outline.grouping(), at, standing, periods.first(), last),
            records,
            new PeriodCounts(setting, watch, series).of(at, last),
            outline.firsts().of(at).map(First::known).orElse(null),
            deaths.of(setting, outline.grouping(), strongest, first, last).orElse(null));
    RaiseSignal.Signal signal =
        describe.signal(
            setting,
            watch,
            key,
            alarmed,
            counts.leftOut(watch, series.watchedOf(strongest.restsOn()), firstCounted, last));
    String said = Integer.toHexString(signal.toString().hashCode());
    if (told != null && told.open() && told.said().equals(said)) {
      return;
    }
    RecordId raised = told != null && told.open() ? signals.raise(signal) : signals.reopen(signal);
    tables.keep(setting, new Told(key, at, first, last, raised, said, true));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /// A first report that is none any more, be it ever so old.
  private static boolean isRefuted(DetectorSetting setting, Told told, Outline outline) {
    return setting.method().looksForFirst()
        && outline
            .firsts()
            .of(told.at())
            .filter(one -> one.period().equals(told.first()))
            .isEmpty();
  }

  private static boolean isInWindow(Told told, Outline outline, Step step) {
    Frame frame = outline.frames().get(outline.grouping().regionOf(told.at()));
    return frame == null || !told.last().isBefore(frame.windowStart(step));
  }
}

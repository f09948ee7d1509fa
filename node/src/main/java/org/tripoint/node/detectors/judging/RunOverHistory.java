package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.BackRun.WouldSignal;
import org.tripoint.node.detectors.judging.JudgedTogether.One;
import org.tripoint.node.detectors.judging.JudgedTogether.Standing;
import org.tripoint.node.detectors.series.CountChange;
import org.tripoint.node.detectors.series.Known;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.substances.FindIdentity;

/// Goes through the days of publication one after the other and judges as the node would have.
///
/// On each day the newest period of every series of the countries that were heard of is judged, and
/// earlier periods of the window whose counts changed that day; then all series of those periods
/// together. Nothing of a later day is looked at: changes are taken up to the day and no further.
/// Not for a setting that is on: that is [FindAlarms].
final class RunOverHistory {

  private final DetectorSetting setting;
  private final Watch watch;
  private final Step step;
  private final Grouping grouping;
  private final Neighbours neighbours;
  private final Known known = new Known();
  private final Map<String, LocalDate> firstReports = new HashMap<>();
  private final Map<String, LocalDate> lastReports = new HashMap<>();
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, TreeSet<LocalDate>> heard = new HashMap<>();
  private final Map<String, NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>>> totals =
      new HashMap<>();
  private final FirstPublications published;
  private final NavigableMap<LocalDate, Map<List<String>, One>> judged = new TreeMap<>();
  private final Map<List<String>, LocalDate> signalled = new HashMap<>();
  private final Map<String, LocalDate> lastJudged = new HashMap<>();
  private final List<WouldSignal> signals = new ArrayList<>();
  private final NavigableMap<LocalDate, Double> expectedFalse = new TreeMap<>();
  private long count;

  private RunOverHistory(
      DetectorSetting setting, Watch watch, FindIdentity identities, Neighbours neighbours) {
    this.setting = setting;
    this.watch = watch;
    this.step = watch.step();
    this.grouping = new Grouping(setting, watch, identities);
    this.neighbours = neighbours;
    this.published = new FirstPublications(step);
  }

  /// Runs a setting over all changes.
  ///
  /// @param changes in the order of their days
  /// @param from first day on which signals count
  static BackRun run(
      DetectorSetting setting,
      Watch watch,
      FindIdentity identities,
      Neighbours neighbours,
      List<CountChange> changes,
      LocalDate from,
      LocalDate to) {
    var run = new RunOverHistory(setting, watch, identities, neighbours);
    TreeMap<LocalDate, List<CountChange>> byDay = new TreeMap<>();
    changes.forEach(
        change -> byDay.computeIfAbsent(change.day(), day -> new ArrayList<>()).add(change));
    byDay.headMap(to, true).forEach((day, its) -> run.day(day, its, !day.isBefore(from)));
    NavigableMap<YearMonth, Double> byMonth = new TreeMap<>();
    run.expectedFalse.forEach(
        (period, expected) -> byMonth.merge(YearMonth.from(period), expected, Double::sum));
    return new BackRun(run.signals, run.count, byMonth);
  }

  /// Changes as if each period had become known, as it is now, on the day after its end.
  static List<CountChange> asOver(List<CountChange> changes, Step step) {
    Known now = new Known();
    changes.forEach(change -> now.add(change.at(), change.period(), change.change()));
    List<CountChange> over = new ArrayList<>();
    now.series()
        .forEach((at, periods) ->
            periods.forEach((period, tally) ->
                over.add(new CountChange(at, period, Periods.after(step, period, 1), tally))));
    over.sort(Comparator.comparing(CountChange::day));
    return over;
  }

  private void day(LocalDate day, List<CountChange> changes, boolean counts) {
    Set<List<String>> changedGroups = new HashSet<>();
    Map<List<String>, NavigableSet<LocalDate>> changedPeriods = new HashMap<>();
    for (CountChange change : changes) {
      take(day, change);
      grouping
          .groupOf(change.at())
          .ifPresent(group -> {
            changedGroups.add(group);
            changedPeriods.computeIfAbsent(group, one -> new TreeSet<>()).add(change.period());
          });
    }
    if (!counts) {
      return;
    }
    Map<String, Frame> frames = frames();
    SeriesOfSetting series = new SeriesOfSetting(setting, watch, grouping, frames, neighbours);
    known.series().forEach(series::add);
    Set<LocalDate> touched = judge(day, series, changedGroups, changedPeriods, frames);
    for (LocalDate period : touched) {
      signal(day, period, series);
      long places =
          frames.values().stream()
              .filter(its -> !period.isBefore(its.first()) && !period.isAfter(its.last()))
              .count();
      FalseAlarmRates.expected(setting, step, judged.getOrDefault(period, Map.of()).size(), places)
          .ifPresent(expected -> expectedFalse.put(period, expected));
    }
    forgetOld(frames.values());
  }

  private void take(LocalDate day, CountChange change) {
    known.add(change.at(), change.period(), change.change());
    String country = change.at().getFirst();
    heard.computeIfAbsent(country, one -> new TreeSet<>()).add(day);
    totals
        .computeIfAbsent(country, one -> new TreeMap<>())
        .computeIfAbsent(change.period(), one -> new TreeMap<>())
        .merge(day, change.change().reports(), Integer::sum);
    if (change.change().reports() > 0) {
      String region = grouping.regionOfWatched(change.at());
      countries.put(region, country);
      if (setting.method().looksForFirst()) {
        grouping
            .groupOf(change.at())
            .ifPresent(group -> published.take(day, region, group, change.period()));
      }
      lastReports.merge(region, change.period(), (one, other) -> one.isAfter(other) ? one : other);
      firstReports.merge(
          region, change.period(), (one, other) -> one.isBefore(other) ? one : other);
    }
  }

  private Map<String, Frame> frames() {
    MakeFrames make = new MakeFrames(watch);
    firstReports.forEach((region, first) ->
        make.reported(
            region,
            countries.getOrDefault(region, region),
            first,
            lastReports.getOrDefault(region, first)));
    return make.frames(
        heard,
        (country, since) -> {
          NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> its = totals.get(country);
          return its == null ? new TreeMap<>() : its.tailMap(since, true);
        });
  }

  /// @return periods of which something was judged
  private Set<LocalDate> judge(
      LocalDate day,
      SeriesOfSetting series,
      Set<List<String>> changedGroups,
      Map<List<String>, NavigableSet<LocalDate>> changedPeriods,
      Map<String, Frame> frames) {
    Map<List<String>, Set<LocalDate>> toJudge = new HashMap<>();
    for (List<String> group : series.groups()) {
      Frame frame = frames.get(grouping.regionOf(group));
      if (frame == null) {
        continue;
      }
      TreeSet<LocalDate> periods = new TreeSet<>();
      LocalDate before = lastJudged.get(grouping.regionOf(group));
      if (before == null || before.isBefore(frame.last())) {
        LocalDate start = frame.windowStart(step);
        LocalDate next = before == null ? frame.last() : Periods.after(step, before, 1);
        LocalDate first = next.isBefore(start) ? start : next;
        for (LocalDate one = first; !one.isAfter(frame.last()); one = Periods.after(step, one, 1)) {
          periods.add(one);
        }
      }
      if (changedGroups.contains(group)) {
        NavigableSet<LocalDate> its = changedPeriods.getOrDefault(group, new TreeSet<>());
        LocalDate window = frame.windowStart(step);
        periods.addAll(its.subSet(window, true, frame.last(), true));
        if (setting.method().looksForFirst()) {
          its.subSet(frame.first(), true, window, false).stream()
              .filter(period -> published.isNews(day, grouping.regionOf(group), group, period))
              .forEach(periods::add);
        }
      }
      if (!periods.isEmpty()) {
        toJudge.put(group, periods);
      }
    }
    frames.forEach((region, frame) -> lastJudged.put(region, frame.last()));
    Map<List<String>, List<Judgement>> found = new ConcurrentHashMap<>();
    toJudge.entrySet().parallelStream()
        .forEach(one ->
            found.put(
                one.getKey(),
                one.getValue().stream()
                    .flatMap(period -> series.judge(one.getKey(), period, period).stream())
                    .toList()));
    Set<LocalDate> touched = new TreeSet<>();
    toJudge.forEach((group, periods) -> {
      periods.forEach(period -> {
        touched.add(period);
        judged.computeIfAbsent(period, one -> new HashMap<>()).remove(group);
      });
      for (Judgement one : found.getOrDefault(group, List.of())) {
        count++;
        judged
            .computeIfAbsent(one.period(), period -> new HashMap<>())
            .put(group, new One(group, one.period(), one.alarm(), one.chance()));
      }
    });
    return touched;
  }

  private void signal(LocalDate day, LocalDate period, SeriesOfSetting series) {
    Collection<One> all = judged.getOrDefault(period, Map.of()).values();
    int gap = Math.max(1, Periods.window(step) / 2);
    JudgedTogether.shown(setting, List.copyOf(all)).stream()
        .sorted(Comparator.comparing(one -> String.join("|", one.at())))
        .forEach((Standing one) -> {
          LocalDate before = signalled.get(one.at());
          signalled.merge(one.at(), period, (a, b) -> a.isAfter(b) ? a : b);
          if (before == null || period.isAfter(Periods.after(step, before, gap))) {
            series.judge(one.at(), period, period).stream()
                .findFirst()
                .ifPresent(judgement -> signals.add(new WouldSignal(day, judgement)));
          }
        });
  }

  private void forgetOld(Collection<Frame> frames) {
    frames.stream()
        .map(frame -> frame.windowStart(step))
        .min(Comparator.naturalOrder())
        .ifPresent(oldest -> judged.headMap(oldest, false).clear());
  }
}

package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan.Cluster;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan.Region;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.ExpectLately.Lately;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Judges the places that report one thing together: two to four that touch each other or lie along
/// a corridor, over the last four periods or fewer, by the expectation-based Poisson scan.
///
/// What is expected of a place comes from its own earlier periods. Where they vary more than a
/// Poisson count does, count and expectation are both divided by their dispersion before they are
/// scanned. The finding stands under the place with the largest excess. One place alone is no
/// cluster: surges show it.
final class JudgeClusters implements JudgePeriods {

  private static final int MOST_PLACES = 4;
  private static final int MOST_PERIODS = 4;
  private static final SpaceTimeScan SCAN = new SpaceTimeScan(MOST_PLACES, MOST_PERIODS, 999);

  private final DetectorSetting setting;
  private final Watch watch;
  private final Grouping grouping;
  private final ExpectLately expect;
  private final Neighbours neighbours;
  private final Map<List<Object>, List<Judgement>> found = new ConcurrentHashMap<>();

  JudgeClusters(DetectorSetting setting, Watch watch, Grouping grouping, Neighbours neighbours) {
    this.setting = setting;
    this.watch = watch;
    this.grouping = grouping;
    this.neighbours = neighbours;
    this.expect = new ExpectLately(watch, MOST_PERIODS);
  }

  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series) {
    return Stream.iterate(
            from, period -> !period.isAfter(to), period -> Periods.after(watch.step(), period, 1))
        .flatMap(period ->
            found
                .computeIfAbsent(
                    List.of(grouping.judgedWith(at), period), key -> scan(at, period, series))
                .stream())
        .filter(one -> one.at().equals(at))
        .toList();
  }

  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series) {
    return neighbours.isKnown(grouping.placeOf(at))
        ? expect.whyNot(frame, series.countsOf(at), frame.last())
        : Optional.of(NotJudged.NO_NEIGHBOURS);
  }

  /// The clusters of one thing in a period: those that alarm, else the best.
  private List<Judgement> scan(List<String> at, LocalDate period, SeriesOfSetting series) {
    Map<String, List<String>> groups = new HashMap<>();
    Map<String, Lately> lately = new TreeMap<>();
    for (Map.Entry<List<String>, NavigableMap<LocalDate, Tally>> one :
        series.judgedWith(at).entrySet()) {
      String place = grouping.placeOf(one.getKey());
      Optional<Lately> its =
          neighbours.isKnown(place)
              ? series
                  .frameOf(one.getKey())
                  .flatMap(frame -> expect.of(frame, one.getValue(), period))
              : Optional.empty();
      its.ifPresent(latest -> {
        groups.put(place, one.getKey());
        lately.put(place, latest);
      });
    }
    int reports = lately.values().stream().mapToInt(Lately::observed).sum();
    if (lately.size() < 2 || reports < setting.leastReports()) {
      return List.of();
    }
    Map<String, Region> regions = new TreeMap<>();
    lately.forEach((place, its) -> regions.put(place, its.scaled()));
    List<Judgement> clusters = new ArrayList<>();
    for (Cluster cluster :
        SCAN.find(regions, neighbours.all(), new SplittableRandom(regions.hashCode()))) {
      if (cluster.regions().size() > 1) {
        clusters.add(judgement(cluster, period, groups, lately, series));
      }
    }
    List<Judgement> alarms = clusters.stream().filter(Judgement::alarm).toList();
    return alarms.isEmpty() ? clusters.stream().limit(1).toList() : alarms;
  }

  private Judgement judgement(
      Cluster cluster,
      LocalDate period,
      Map<String, List<String>> groups,
      Map<String, Lately> lately,
      SeriesOfSetting series) {
    Map<String, Double> excess = new TreeMap<>();
    int observed = 0;
    double expected = 0;
    List<List<String>> its = new ArrayList<>();
    for (String place : cluster.regions().stream().sorted().toList()) {
      Lately one = lately.get(place);
      List<String> group = groups.get(place);
      if (one != null && group != null) {
        observed += one.observed(cluster.periods());
        expected += one.expected(cluster.periods());
        excess.put(place, one.observed(cluster.periods()) - one.expected(cluster.periods()));
        its.add(group);
      }
    }
    String centre =
        excess.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .map(Map.Entry::getKey)
            .orElseThrow();
    List<String> at = groups.getOrDefault(centre, List.of());
    LocalDate since = series.frameOf(at).map(Frame::first).orElse(period);
    return new Judgement(
        at,
        period,
        cluster.chance() <= setting.chance().doubleValue() && observed >= setting.leastReports(),
        cluster.chance(),
        new Why.Clustered(
            List.copyOf(excess.keySet()),
            its,
            cluster.periods(),
            observed,
            expected,
            cluster.score(),
            expect.before(since, period, series.judgedWith(at).size() - lately.size())));
  }
}

package org.tripoint.engines.surveillance.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.tripoint.engines.surveillance.probability.Draw;

/// Expectation-based Poisson scan over connected groups of regions and the latest periods.
///
/// For observed c and expected e of a group over a time the score is `c ln(c/e) + e - c` when c is
/// above e. Groups are connected along borders and corridors and have at most so many regions; the
/// probability of the best score is by simulation under the expectations.
///
/// Sources: M. Kulldorff, J. R. Statist. Soc. A 164 (2001); D. Neill, Carnegie Mellon (2006) for
/// the expectation-based form; J. Besag and P. Clifford, Biometrika 78 (1991), for ending the
/// simulation early. Cost: groups times periods for each simulated run.
///
/// @param mostRegions most regions of a group
/// @param mostPeriods most periods, ending with the last
/// @param runs simulated runs, at most
public record SpaceTimeScan(int mostRegions, int mostPeriods, int runs) {

  private static final int MOST_GROUPS = 20_000;

  /// Simulated runs that reach the observed best after which no more are needed.
  private static final int ENOUGH = 20;

  public SpaceTimeScan {
    if (mostRegions < 1 || mostPeriods < 1 || runs < 19) {
      throw new IllegalArgumentException("expected regions, periods and 19 runs or more");
    }
  }

  /// What was counted and expected of a region in the latest periods.
  ///
  /// @param counts oldest first
  /// @param expected as many as counts, each above 0
  public record Region(List<Integer> counts, List<Double> expected) {

    public Region {
      counts = List.copyOf(counts);
      expected = List.copyOf(expected);
      if (counts.size() != expected.size() || expected.stream().anyMatch(e -> !(e > 0))) {
        throw new IllegalArgumentException(
            "expected as many expectations above 0 as counts, found %s and %s"
                .formatted(expected, counts));
      }
    }
  }

  /// A group of regions with more than expected.
  ///
  /// @param regions connected
  /// @param periods how many, ending with the last
  /// @param chance of so high a best score anywhere without anything new
  public record Cluster(
      Set<String> regions,
      int periods,
      int observed,
      double expected,
      double score,
      double chance) {

    public Cluster {
      regions = Set.copyOf(regions);
    }
  }

  /// The clusters that do not overlap, best first, down to those no better than expectation.
  ///
  /// @param regions all of one number of periods
  /// @param borders for each region those it touches, either way round; unknown names are passed
  ///   over
  public List<Cluster> find(
      Map<String, Region> regions, Map<String, Set<String>> borders, RandomGenerator random) {
    var map = new Atlas(regions, borders);
    List<BitSet> groups = map.groups(mostRegions);
    List<Scored> scored = scored(map, groups);
    if (scored.isEmpty()) {
      return List.of();
    }
    return clusters(map, scored, simulate(map, groups, scored.getFirst().score, random));
  }

  /// The best scores of simulated runs, ascending. They end as soon as enough of them reach the
  /// observed best: what is ordinary is known to be so after few.
  private double[] simulate(
      Atlas map, List<BitSet> groups, double observed, RandomGenerator random) {
    double[] best = new double[runs];
    int reached = 0;
    int run = 0;
    while (run < runs && reached < ENOUGH) {
      int[][] drawn = map.draw(random);
      for (BitSet group : groups) {
        best[run] = Math.max(best[run], map.best(group, drawn, mostPeriods).score);
      }
      reached += best[run] >= observed - 1e-12 ? 1 : 0;
      run++;
    }
    double[] drawn = Arrays.copyOf(best, run);
    Arrays.sort(drawn);
    return drawn;
  }

  /// Groups with more than expected, the best first.
  private List<Scored> scored(Atlas map, List<BitSet> groups) {
    List<Scored> scored = new ArrayList<>();
    for (BitSet group : groups) {
      Scored one = map.best(group, map.counts, mostPeriods);
      if (one.score > 0) {
        scored.add(one);
      }
    }
    scored.sort(
        Comparator.comparingDouble((Scored one) -> -one.score)
            .thenComparingInt(one -> one.group.cardinality()));
    return scored;
  }

  private static List<Cluster> clusters(Atlas map, List<Scored> scored, double[] best) {
    List<Cluster> clusters = new ArrayList<>();
    var taken = new BitSet();
    for (Scored one : scored) {
      if (!one.group.intersects(taken)) {
        taken.or(one.group);
        int at = Arrays.binarySearch(best, one.score - 1e-12);
        int above = best.length - (at < 0 ? -at - 1 : at);
        clusters.add(
            new Cluster(
                map.names(one.group),
                one.periods,
                one.observed,
                one.expected,
                one.score,
                (1.0 + above) / (1 + best.length)));
      }
    }
    return clusters;
  }

  private record Scored(BitSet group, int periods, int observed, double expected, double score) {}

  /// Regions by number.
  private static final class Atlas {

    private final List<String> names;
    private final int[][] counts;
    private final double[][] expected;
    private final List<BitSet> touches = new ArrayList<>();

    Atlas(Map<String, Region> regions, Map<String, Set<String>> borders) {
      var sorted = new TreeMap<>(regions);
      names = List.copyOf(sorted.keySet());
      counts = new int[names.size()][];
      expected = new double[names.size()][];
      int number = 0;
      for (Region region : sorted.values()) {
        counts[number] = region.counts().stream().mapToInt(Integer::intValue).toArray();
        expected[number] = region.expected().stream().mapToDouble(Double::doubleValue).toArray();
        if (counts[number].length != counts[0].length) {
          throw new IllegalArgumentException("expected as many periods in every region");
        }
        touches.add(new BitSet());
        number++;
      }
      borders.forEach((from, all) -> all.forEach(to -> join(from, to)));
    }

    private void join(String from, String to) {
      int a = names.indexOf(from);
      int b = names.indexOf(to);
      if (a >= 0 && b >= 0 && a != b) {
        touches.get(a).set(b);
        touches.get(b).set(a);
      }
    }

    /// Every connected group up to a size, each once, as many as there is room for.
    List<BitSet> groups(int most) {
      Set<BitSet> all = new LinkedHashSet<>();
      Set<BitSet> last = new HashSet<>();
      for (int i = 0; i < names.size(); i++) {
        var one = new BitSet();
        one.set(i);
        last.add(one);
      }
      all.addAll(last);
      for (int size = 2; size <= most && all.size() < MOST_GROUPS; size++) {
        Set<BitSet> grown = new LinkedHashSet<>();
        for (BitSet group : last) {
          var around = new BitSet();
          group.stream().forEach(i -> around.or(touches.get(i)));
          around.andNot(group);
          for (int i = around.nextSetBit(0); i >= 0; i = around.nextSetBit(i + 1)) {
            var larger = (BitSet) group.clone();
            larger.set(i);
            grown.add(larger);
          }
        }
        all.addAll(grown);
        last = grown;
      }
      return all.stream().limit(MOST_GROUPS).toList();
    }

    int[][] draw(RandomGenerator random) {
      int[][] drawn = new int[counts.length][counts.length == 0 ? 0 : counts[0].length];
      for (int i = 0; i < drawn.length; i++) {
        for (int t = 0; t < drawn[i].length; t++) {
          drawn[i][t] = Draw.poisson(random, expected[i][t]);
        }
      }
      return drawn;
    }

    Scored best(BitSet group, int[][] table, int mostPeriods) {
      int observed = 0;
      double hoped = 0;
      Scored best = new Scored(group, 0, 0, 0, 0);
      int length = table[0].length;
      for (int back = 1; back <= Math.min(mostPeriods, length); back++) {
        for (int i = group.nextSetBit(0); i >= 0; i = group.nextSetBit(i + 1)) {
          observed += table[i][length - back];
          hoped += expected[i][length - back];
        }
        double score =
            observed > hoped ? observed * Math.log(observed / hoped) + hoped - observed : 0;
        if (score > best.score) {
          best = new Scored(group, back, observed, hoped, score);
        }
      }
      return best;
    }

    Set<String> names(BitSet group) {
      Set<String> found = new TreeSet<>();
      group.stream().forEach(i -> found.add(names.get(i)));
      return found;
    }
  }
}

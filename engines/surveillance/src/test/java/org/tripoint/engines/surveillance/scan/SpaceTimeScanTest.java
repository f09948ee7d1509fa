package org.tripoint.engines.surveillance.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan.Cluster;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan.Region;

/// Ten regions in a row, each bordering on the next.
class SpaceTimeScanTest {

  private static final SpaceTimeScan SCAN = new SpaceTimeScan(3, 4, 199);

  @Test
  void refusesExpectationsThatDoNotFit() {
    assertThatThrownBy(() -> new Region(List.of(1, 2), List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Region(List.of(1), List.of(0.0)))
        .isInstanceOf(IllegalArgumentException.class);
    Map<String, Region> uneven =
        Map.of(
            "a", new Region(List.of(1), List.of(1.0)),
            "b", new Region(List.of(1, 1), List.of(1.0, 1.0)));
    assertThatThrownBy(() -> SCAN.find(uneven, Map.of(), new SplittableRandom(1)))
        .hasMessageContaining("as many periods in every region");
  }

  @Test
  void findsAPlantedClusterAndItsTime() {
    Map<String, Region> regions = world(5);
    for (String name : List.of("r4", "r5")) {
      List<Integer> counts = new ArrayList<>(regions.get(name).counts());
      counts.set(6, counts.get(6) + 9);
      counts.set(7, counts.get(7) + 9);
      regions.put(name, new Region(counts, regions.get(name).expected()));
    }
    Cluster best = SCAN.find(regions, row(), new SplittableRandom(2)).getFirst();
    assertThat(best.regions()).contains("r4", "r5");
    assertThat(best.periods()).isEqualTo(2);
    assertThat(best.chance()).isEqualTo(0.005);
    assertThat(best.score())
        .isCloseTo(
            best.observed() * Math.log(best.observed() / best.expected())
                + best.expected()
                - best.observed(),
            within(1e-9));
  }

  @Test
  void groupsAreConnected() {
    for (long seed = 0; seed < 10; seed++) {
      for (Cluster cluster : SCAN.find(world(seed), row(), new SplittableRandom(seed))) {
        List<Integer> numbers =
            cluster.regions().stream().map(r -> Integer.valueOf(r.substring(1))).sorted().toList();
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(numbers.size() - 1);
      }
    }
  }

  @Test
  void aCalmWorldIsSeldomASurprise() {
    int surprises = 0;
    for (long seed = 100; seed < 160; seed++) {
      List<Cluster> found = SCAN.find(world(seed), row(), new SplittableRandom(seed));
      surprises += !found.isEmpty() && found.getFirst().chance() <= 0.05 ? 1 : 0;
    }
    assertThat(surprises).isLessThanOrEqualTo(8);
  }

  private static Map<String, Set<String>> row() {
    Map<String, Set<String>> borders = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      borders.put("r" + i, Set.of("r" + (i + 1), "nowhere"));
    }
    return borders;
  }

  private static Map<String, Region> world(long seed) {
    var random = new SplittableRandom(seed);
    Map<String, Region> regions = new HashMap<>();
    for (int i = 0; i < 10; i++) {
      List<Integer> counts = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        counts.add(Draw.poisson(random, 3));
      }
      regions.put("r" + i, new Region(counts, Collections.nCopies(8, 3.0)));
    }
    return regions;
  }
}

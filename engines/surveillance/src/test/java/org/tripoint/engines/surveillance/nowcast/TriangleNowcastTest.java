package org.tripoint.engines.surveillance.nowcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.probability.Draw;

class TriangleNowcastTest {

  private static final TriangleNowcast NOWCAST = new TriangleNowcast(52, 1000);

  @Test
  void refusesWhatIsNoTriangle() {
    assertThatThrownBy(() -> ReportingTriangle.of(List.of(List.of(1, 2), List.of(1))))
        .hasMessageContaining("expected 2 delays at period 1, found 1");
    assertThatThrownBy(() -> ReportingTriangle.of(List.of(List.of(1, -2))))
        .hasMessageContaining("period 0");
    assertThatThrownBy(() -> new TriangleNowcast(2, 1000))
        .isInstanceOf(IllegalArgumentException.class);
    ReportingTriangle one = ReportingTriangle.of(List.of(List.of(1, 2)));
    assertThatThrownBy(() -> NOWCAST.of(one, 1, new SplittableRandom(1)))
        .hasMessageContaining("below 1, found 1");
  }

  @Test
  void standsSilenceAndVeryShortHistories() {
    ReportingTriangle silent = drawn(30, 0, 1);
    for (Nowcast nowcast : NOWCAST.of(silent, 29, new SplittableRandom(1))) {
      assertThat(nowcast.median()).isBetween(0.0, 3.0);
    }
    assertThat(NOWCAST.of(drawn(1, 20, 2), 0, new SplittableRandom(1))).hasSize(1);
  }

  @Test
  void doesNotLookAtLaterReports() {
    ReportingTriangle whole = drawn(80, 30, 3);
    List<List<Integer>> known = new ArrayList<>();
    for (int t = 0; t <= 70; t++) {
      List<Integer> row = new ArrayList<>();
      for (int d = 0; d <= whole.longestDelay(); d++) {
        row.add(t + d <= 70 ? whole.reports(t, d) : 777);
      }
      known.add(row);
    }
    assertThat(NOWCAST.of(ReportingTriangle.of(known), 70, new SplittableRandom(9)))
        .isEqualTo(NOWCAST.of(whole, 70, new SplittableRandom(9)));
  }

  @Test
  void coversWhatIsDrawnFromItsOwnKindOfWorld() {
    int inside = 0;
    int all = 0;
    for (int seed = 0; seed < 40; seed++) {
      ReportingTriangle triangle = drawn(70, 40, 100 + seed);
      for (Nowcast nowcast : NOWCAST.of(triangle, 60, new SplittableRandom(seed))) {
        if (nowcast.age() < 3) {
          inside += nowcast.ninety().holds(triangle.reportedBy(nowcast.period(), 5)) ? 1 : 0;
          all++;
        }
      }
    }
    assertThat((double) inside / all).isBetween(0.83, 0.98);
  }

  @Test
  void completenessIsThatOfTheDelays() {
    List<Nowcast> nowcasts = NOWCAST.of(drawn(200, 200, 4), 190, new SplittableRandom(1));
    assertThat(nowcasts.getLast().age()).isZero();
    assertThat(nowcasts.getLast().completeness()).isCloseTo(0.3, within(0.05));
    assertThat(nowcasts.getFirst().completeness()).isCloseTo(0.98, within(0.02));
  }

  @Test
  void dengueIsCoveredAndBetterThanRawAndChainLadder() throws IOException {
    for (Replay.Line line : Replay.run(40, 52, 500)) {
      if (line.age() < 4) {
        assertThat(line.cover90()).as("%s", line).isBetween(0.8, 1.0);
        assertThat(line.score()).as("%s", line).isLessThan(0.75 * line.chainError());
        assertThat(line.score()).as("%s", line).isLessThan(0.5 * line.rawError());
      }
    }
  }

  /// Delays 30, 30, 20, 10, 8 and 2 per cent about a steady mean.
  private static ReportingTriangle drawn(int periods, double mean, long seed) {
    double[] shares = {0.3, 0.3, 0.2, 0.1, 0.08, 0.02};
    var random = new SplittableRandom(seed);
    List<List<Integer>> rows = new ArrayList<>();
    for (int t = 0; t < periods; t++) {
      double level = mean * Math.exp(0.3 * Math.sin(t / 8.0));
      List<Integer> row = new ArrayList<>();
      for (double share : shares) {
        row.add(Draw.poisson(random, level * share));
      }
      rows.add(row);
    }
    return ReportingTriangle.of(rows);
  }
}

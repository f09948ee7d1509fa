package org.tripoint.engines.surveillance.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.discovery.FalseDiscoveries.Shown;
import org.tripoint.engines.surveillance.discovery.FalseDiscoveries.Tested;

class FalseDiscoveriesTest {

  @Test
  void refusesWhatIsNoChance() {
    assertThatThrownBy(() -> new Tested("a", Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> FalseDiscoveries.control(List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNothingOfNothing() {
    assertThat(FalseDiscoveries.control(List.of(), 0.1)).isEqualTo(new Shown(List.of(), 0, 0));
  }

  @Test
  void showsThoseUnderTheLine() {
    List<Tested> tested =
        List.of(
            new Tested("d", 0.9),
            new Tested("b", 0.02),
            new Tested("a", 0.01),
            new Tested("c", 0.5));
    Shown shown = FalseDiscoveries.control(tested, 0.05);
    assertThat(shown.shown()).containsExactly(new Tested("a", 0.01), new Tested("b", 0.02));
    assertThat(shown.expectedFalse()).isCloseTo(0.08, within(1e-12));
    List<Tested> other = new ArrayList<>(tested);
    Collections.reverse(other);
    assertThat(FalseDiscoveries.control(other, 0.05)).isEqualTo(shown);
  }

  @Test
  void keepsTheShareOfFalseOnes() {
    var random = new Random(8);
    double share = 0;
    for (int run = 0; run < 200; run++) {
      List<Tested> tested = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        boolean event = i < 50;
        double u = random.nextDouble();
        tested.add(new Tested((event ? "event" : "calm") + i, event ? u * 0.001 : u));
      }
      List<Tested> shown = FalseDiscoveries.control(tested, 0.1).shown();
      share +=
          shown.stream().filter(one -> one.name().startsWith("calm")).count()
              / (200.0 * Math.max(1, shown.size()));
    }
    assertThat(share).isLessThan(0.11);
  }

  @Test
  void saysHowManyFalseAlarmsAMonthToExpect() {
    assertThat(FalseDiscoveries.expectedFalseAlarms(Collections.nCopies(1000, 0.005), 52 / 12.0))
        .isCloseTo(21.67, within(0.01));
  }
}

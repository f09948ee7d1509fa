package org.tripoint.engines.surveillance.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.surveillance.novelty.Combinations.Pair;
import org.tripoint.engines.surveillance.novelty.Combinations.Ranked;
import org.tripoint.engines.surveillance.novelty.FirstSighting.History;
import org.tripoint.engines.surveillance.novelty.Spread.Reached;
import org.tripoint.engines.surveillance.probability.Draw;
import org.tripoint.engines.surveillance.probability.Special;

class NoveltyTest {

  @Test
  void aWiderPanelOrARenamedSubstanceIsNotNew() {
    assertThat(FirstSighting.of(new History(-1, 20, 3, 40), 20))
        .isEqualTo(new FirstSighting.NotLookedForBefore());
    assertThat(FirstSighting.of(new History(-1, -1, 3, 40), 20))
        .isEqualTo(new FirstSighting.NotLookedForBefore());
    assertThat(FirstSighting.of(new History(12, 0, 3, 40), 20))
        .isEqualTo(new FirstSighting.KnownSince(12));
  }

  @Test
  void aSightingIsTheNewerTheLessItsNeighboursSaw() {
    var alone = (FirstSighting.New) FirstSighting.of(new History(-1, 0, 0, 80), 20);
    var among = (FirstSighting.New) FirstSighting.of(new History(20, 0, 30, 80), 20);
    assertThat(alone.novelty()).isGreaterThan(among.novelty());
    assertThat(alone.expected()).isCloseTo(1 - Math.sqrt(81.0 / 101), within(1e-12));
    assertThat(among.expected()).isGreaterThan(0.99);
    assertThatThrownBy(() -> new History(-1, 0, -1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gammaFunctionsAreThoseOfTables() {
    assertThat(Special.incompleteGamma(1, 2)).isCloseTo(1 - Math.exp(-2), within(1e-14));
    assertThat(Special.incompleteGamma(2.5, 10)).isCloseTo(1 - 0.00125, within(2e-5));
    assertThat(Special.incompleteGamma(0.5, 0.5)).isCloseTo(0.6826894921370859, within(1e-13));
    assertThat(Special.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-12));
  }

  @Test
  void oneSampleDoesNotOutrunTwenty() {
    List<Pair> pairs = background();
    Combinations combinations = Combinations.of(pairs);
    Ranked once = combinations.rank(new Pair("once", 1, 0.01));
    Ranked often = combinations.rank(new Pair("often", 30, 3));
    assertThat(often.low()).isGreaterThan(once.low());
    assertThat(often.low()).isBetween(2.0, 10.0);
    assertThat(often.mean()).isGreaterThan(often.low());
    assertThat(combinations.rank(new Pair("as expected", 10, 10)).low()).isLessThan(1.2);
  }

  @Test
  void findsThePlantedCombinationAlone() {
    List<Pair> pairs = background();
    pairs.add(new Pair("planted", 40, 4));
    List<Ranked> found = Combinations.of(pairs).unexpected(pairs, 3, 2);
    assertThat(found).extracting(ranked -> ranked.pair().name()).containsExactly("planted");
    assertThatThrownBy(() -> new Pair("x", 1, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spreadHasItsVelocityAndItsChance() {
    List<Reached> wave = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      wave.add(new Reached(50 * i, 2 * i));
    }
    Spread spread = Spread.of(wave, 999, new SplittableRandom(1));
    assertThat(spread.velocity()).isCloseTo(25, within(1e-9));
    assertThat(spread.correlation()).isCloseTo(1, within(1e-12));
    assertThat(spread.chance()).isEqualTo(0.001);
    assertThatThrownBy(() -> Spread.of(wave.subList(0, 2), 99, new SplittableRandom(1)))
        .hasMessageContaining("found 2");
    Spread atOnce =
        Spread.of(
            List.of(new Reached(1, 5), new Reached(2, 5), new Reached(3, 5)),
            99,
            new SplittableRandom(1));
    assertThat(atOnce.correlation()).isZero();
    assertThat(atOnce.chance()).isEqualTo(1);
  }

  private static List<Pair> background() {
    var random = new SplittableRandom(17);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      double expected = Math.exp(random.nextDouble(-2, 3));
      double ratio = Draw.gamma(random, 8) / 8;
      pairs.add(new Pair("pair" + i, Draw.poisson(random, expected * ratio), expected));
    }
    return pairs;
  }
}

package org.tripoint.engines.spectra.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tripoint.engines.spectra.spectrum.Peaks;

class NominalIndexTest {

  @Test
  void anEmptyLibraryHasNoHits() {
    NominalPeaks query = spectrum(new SplittableRandom(1));
    assertThat(NominalIndex.empty().search(query, 3, entry -> true)).isEmpty();
    assertThatThrownBy(() -> NominalIndex.empty().spectrum(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void peaksBeyondTheScaleAreLeftOut() {
    NominalPeaks none =
        NominalPeaks.of(
            Peaks.of(new double[] {0.3, 2000.5}, new double[] {1, 1}),
            NominalPeaks.Weighting.BY_MASS);
    assertThat(none.size()).isZero();
    NominalIndex index = NominalIndex.empty().with(List.of(none));
    assertThat(index.search(none, 3, entry -> true)).isEmpty();
  }

  @Test
  void searchGivesTheCosineOfEveryPairHoweverTheLibraryGrew() {
    for (long seed : new long[] {1, 2, System.nanoTime()}) {
      RandomGenerator random = new SplittableRandom(seed);
      List<NominalPeaks> library = new ArrayList<>();
      NominalIndex index = NominalIndex.empty();
      while (library.size() < 150) {
        List<NominalPeaks> more =
            IntStream.range(0, 1 + random.nextInt(20)).mapToObj(i -> spectrum(random)).toList();
        library.addAll(more);
        index = index.with(more);
      }
      for (int i = 0; i < 30; i++) {
        NominalPeaks query = spectrum(random);
        List<Hit> plain =
            IntStream.range(0, library.size())
                .mapToObj(s -> new Hit(s, query.cosine(library.get(s))))
                .filter(hit -> hit.score() > 0 && hit.entry() % 4 != 0)
                .sorted((a, b) ->
                    a.score() != b.score()
                        ? Float.compare(b.score(), a.score())
                        : a.entry() - b.entry())
                .limit(11)
                .toList();
        assertThat(index.search(query, 11, entry -> entry % 4 != 0))
            .as("seed %d query %d", seed, i)
            .isEqualTo(plain);
      }
    }
  }

  private static NominalPeaks spectrum(RandomGenerator random) {
    return NominalPeaks.of(RandomSpectra.peaks(random), NominalPeaks.Weighting.BY_MASS);
  }
}

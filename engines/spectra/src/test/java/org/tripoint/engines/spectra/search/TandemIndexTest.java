package org.tripoint.engines.spectra.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tripoint.engines.spectra.spectrum.Peaks;

class TandemIndexTest {

  private static final long[] SEEDS = {1, 2, 3, 20_250_501, System.nanoTime()};

  @Test
  void anEmptyLibraryOrQueryHasNoHits() {
    CleanPeaks query = demo(150, 100, 101, 102, 103);
    TandemIndex empty = TandemIndex.empty(Tolerance.OF_TANDEM);
    assertThat(empty.with(List.of()).searcher().search(query, SearchMode.OPEN, 5)).isEmpty();

    TandemIndex one = empty.with(List.of(query));
    CleanPeaks nothing =
        Cleaning.OF_TANDEM.clean(Peaks.of(new double[] {150}, new double[] {1}), 150);
    assertThat(nothing.size()).isZero();
    for (SearchMode mode : SearchMode.values()) {
      assertThat(one.searcher().search(nothing, mode, 5)).isEmpty();
    }
    assertThatThrownBy(() -> one.searcher().search(query, SearchMode.OPEN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.peaksOf(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @EnumSource(SearchMode.class)
  void everySearchGivesTheNumbersOfThePlainDefinition(SearchMode mode) {
    for (long seed : SEEDS) {
      RandomGenerator random = new SplittableRandom(seed);
      List<CleanPeaks> library = RandomSpectra.library(random, 300);
      var plain = new PlainSearch(library, Tolerance.OF_TANDEM);
      TandemSearcher searcher = TandemIndex.empty(Tolerance.OF_TANDEM).with(library).searcher();
      for (int i = 0; i < 40; i++) {
        CleanPeaks query =
            i % 2 == 0 ? library.get(random.nextInt(300)) : RandomSpectra.clean(random);
        assertThat(searcher.scoreAll(query, mode))
            .as("seed %d query %d", seed, i)
            .containsExactly(plain.scoreAll(query, mode));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SearchMode.class)
  void aLibraryThatGrewAnswersAsOneReadAtOnce(SearchMode mode) {
    for (long seed : SEEDS) {
      RandomGenerator random = new SplittableRandom(seed);
      List<CleanPeaks> library = new ArrayList<>();
      TandemIndex grown = TandemIndex.empty(Tolerance.OF_TANDEM);
      while (library.size() < 200) {
        List<CleanPeaks> more = RandomSpectra.library(random, 1 + random.nextInt(30));
        library.addAll(more);
        grown = grown.with(more);
      }
      TandemIndex atOnce = TandemIndex.empty(Tolerance.OF_TANDEM).with(library);
      assertThat(grown.size()).isEqualTo(atOnce.size()).isEqualTo(library.size());
      assertThat(grown.peaks()).isEqualTo(atOnce.peaks());
      for (int i = 0; i < 20; i++) {
        CleanPeaks query = RandomSpectra.clean(random);
        assertThat(grown.searcher().search(query, mode, 7, entry -> entry % 3 != 0))
            .as("seed %d query %d", seed, i)
            .isEqualTo(atOnce.searcher().search(query, mode, 7, entry -> entry % 3 != 0));
        int any = random.nextInt(library.size());
        assertThat(grown.matched(query, any)).isEqualTo(atOnce.matched(query, any));
        assertThat(grown.precursorMz(any)).isEqualTo(library.get(any).precursorMz());
      }
    }
  }

  @Test
  void hitsComeBestFirstAndEqualsByEntry() {
    RandomGenerator random = new SplittableRandom(7);
    List<CleanPeaks> library = new ArrayList<>(RandomSpectra.library(random, 50));
    library.addAll(library.subList(0, 50));
    TandemSearcher searcher = TandemIndex.empty(Tolerance.OF_TANDEM).with(library).searcher();
    CleanPeaks query = library.getFirst();
    float[] scores = searcher.scoreAll(query, SearchMode.OPEN);
    List<Hit> sorted =
        IntStream.range(0, 100)
            .filter(i -> scores[i] > 0)
            .boxed()
            .sorted((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : a - b)
            .limit(9)
            .map(i -> new Hit(i, scores[i]))
            .toList();
    assertThat(searcher.search(query, SearchMode.OPEN, 9)).isEqualTo(sorted);
    assertThat(sorted.getFirst().score()).isCloseTo(1f, within(1e-5f));
  }

  @Test
  void growingIndexesEachSpectrumFewTimes() {
    RandomGenerator random = new SplittableRandom(5);
    TandemIndex grown = TandemIndex.empty(Tolerance.OF_TANDEM);
    for (int i = 0; i < 256; i++) {
      grown = grown.with(RandomSpectra.library(random, 1));
      assertThat(grown.segments()).hasSizeLessThan(14);
    }
  }

  /// The four spectra of the published program's own test (MSEntropy,
  /// tests/test_entropy_search.py).
  @Test
  void givesThePublishedNumbers() {
    List<CleanPeaks> library =
        List.of(
            demo(150, 100, 101, 102, 103),
            demo(220, 200, 101, 202, 204, 205),
            demo(250, 100, 201, 202, 104, 105),
            demo(350, 100, 101, 302, 104, 105));
    CleanPeaks query = demo(150, 100, 101, 102, 103);
    TandemSearcher searcher = TandemIndex.empty(Tolerance.OF_TANDEM).with(library).searcher();
    assertScores(searcher.scoreAll(query, SearchMode.IDENTITY), 1, 0, 0, 0);
    assertScores(searcher.scoreAll(query, SearchMode.OPEN), 1, 0.22299f, 0.22299f, 0.44598f);
    assertScores(searcher.scoreAll(query, SearchMode.NEUTRAL_LOSS), 1, 0, 0.44598f, 0.22299f);
    assertScores(searcher.scoreAll(query, SearchMode.HYBRID), 1, 0.22299f, 0.66897f, 0.66897f);
  }

  private static void assertScores(float[] found, float... expected) {
    assertThat(found).containsExactly(expected, within(1.5e-5f));
  }

  private static CleanPeaks demo(double precursor, double... mz) {
    double[] ones = LongStream.range(0, mz.length).mapToDouble(i -> 1).toArray();
    return Cleaning.OF_TANDEM.clean(Peaks.of(mz, ones), precursor);
  }
}

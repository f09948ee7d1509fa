package org.tripoint.engines.spectra.identify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.tripoint.engines.spectra.search.CleanPeaks;
import org.tripoint.engines.spectra.search.Cleaning;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.search.TandemIndex;
import org.tripoint.engines.spectra.search.TandemSearcher;
import org.tripoint.engines.spectra.search.Tolerance;

/// How quick the search of the published fragment spectra is on one thread, cleaning of the query
/// included, and what the library costs in memory. Printed, not asserted: docs/performance.md.
final class SearchSpeed {

  private SearchSpeed() {}

  public static void main(String[] arguments) throws IOException {
    List<SpectralLibrary.Entry> entries = PublicSpectra.tandem();
    for (int round = 1; round <= 3; round++) {
      round(round, entries);
    }
    memory(entries);
  }

  private static void round(int round, List<SpectralLibrary.Entry> entries) {
    long start = System.nanoTime();
    List<CleanPeaks> clean = new ArrayList<>();
    for (SpectralLibrary.Entry entry : entries) {
      clean.add(clean(entry));
    }
    TandemIndex index = TandemIndex.empty(Tolerance.OF_TANDEM).with(clean);
    say(round, "cleaning and index, s", (System.nanoTime() - start) / 1e9);
    TandemSearcher searcher = index.searcher();
    for (SearchMode mode : SearchMode.values()) {
      RandomGenerator random = new SplittableRandom(1);
      int queries = 4_000;
      long from = System.nanoTime();
      int hits = 0;
      for (int i = 0; i < queries; i++) {
        CleanPeaks query = clean(entries.get(random.nextInt(entries.size())));
        hits += searcher.search(query, mode, 20).size();
      }
      double seconds = (System.nanoTime() - from) / 1e9;
      say(round, mode + " queries/s, " + hits + " hits", queries / seconds);
    }
    say(round, "arrays of one index, MB", index.bytes() / 1e6);
  }

  private static void memory(List<SpectralLibrary.Entry> entries) {
    long before = used();
    SpectralLibrary library = SpectralLibrary.empty().with(entries);
    long after = used();
    say(0, "library of " + library.size() + " with both indexes, MB", (after - before) / 1e6);
  }

  private static CleanPeaks clean(SpectralLibrary.Entry entry) {
    Double precursor = entry.spectrum().acquisition().precursorMz();
    return Cleaning.OF_TANDEM.clean(entry.spectrum().peaks(), precursor == null ? 0 : precursor);
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void say(int round, String what, double value) {
    System.out.println(String.format(Locale.ROOT, "%d %s %.2f", round, what, value));
  }
}

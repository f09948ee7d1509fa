package org.tripoint.bench.jmh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tripoint.engines.spectra.reading.OpenSpectra;
import org.tripoint.engines.spectra.reading.ReadSpectra;
import org.tripoint.engines.spectra.reading.Reading;
import org.tripoint.engines.spectra.reading.ReadingLimits;
import org.tripoint.engines.spectra.search.CleanPeaks;
import org.tripoint.engines.spectra.search.Cleaning;
import org.tripoint.engines.spectra.search.Hit;
import org.tripoint.engines.spectra.search.SearchMode;
import org.tripoint.engines.spectra.search.TandemIndex;
import org.tripoint.engines.spectra.search.TandemSearcher;
import org.tripoint.engines.spectra.search.Tolerance;
import org.tripoint.engines.spectra.spectrum.Spectrum;

/// Search of the published fragment spectra on one thread, cleaning of the query included, and the
/// making of the index. Reads `massbank/lcms-msms-pos.msp.gz` below `TRIPOINT_DATA`.
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class SpectraBench {

  private final List<Spectrum> spectra = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1);
  private TandemSearcher searcher;

  @Setup
  public void read() throws IOException {
    Path file = Path.of(System.getenv("TRIPOINT_DATA"), "massbank/lcms-msms-pos.msp.gz");
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
        InputStream text = new GZIPInputStream(packed, 1 << 16)) {
      if (OpenSpectra.open(text, ReadingLimits.usual())
          instanceof OpenSpectra.Opened(var format, ReadSpectra reader)) {
        try (reader) {
          readAll(reader);
        }
      }
    }
    searcher = index().searcher();
  }

  private void readAll(ReadSpectra reader) throws IOException {
    while (true) {
      switch (reader.next()) {
        case Reading.Taken(var entry, var place) -> spectra.add(entry.spectrum());
        case Reading.Ended() -> {
          return;
        }
        case Reading.Stopped(var refusal) -> throw new IOException(refusal.toString());
        case Reading.Skipped ignored -> {}
        case Reading.TakenCurve ignored -> {}
      }
    }
  }

  private static CleanPeaks clean(Spectrum spectrum) {
    Double precursor = spectrum.acquisition().precursorMz();
    return Cleaning.OF_TANDEM.clean(spectrum.peaks(), precursor == null ? 0 : precursor);
  }

  private List<Hit> search(SearchMode mode) {
    return searcher.search(clean(spectra.get(random.nextInt(spectra.size()))), mode, 20);
  }

  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public TandemIndex index() {
    return TandemIndex.empty(Tolerance.OF_TANDEM)
        .with(spectra.stream().map(SpectraBench::clean).toList());
  }

  @Benchmark
  public List<Hit> identity() {
    return search(SearchMode.IDENTITY);
  }

  @Benchmark
  public List<Hit> open() {
    return search(SearchMode.OPEN);
  }

  @Benchmark
  public List<Hit> hybrid() {
    return search(SearchMode.HYBRID);
  }
}

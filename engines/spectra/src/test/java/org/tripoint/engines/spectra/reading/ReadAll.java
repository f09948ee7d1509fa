package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.engines.spectra.spectrum.CurveEntry;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// Reads bytes to their end and sorts what came.
record ReadAll(
    List<LibraryEntry> entries, List<CurveEntry> curves, List<Refusal> refusals, boolean whole) {

  static ReadAll of(SpectrumFormat format, byte[] file, ReadingLimits limits) {
    try (ReadSpectra reader = OpenSpectra.open(format, new ByteArrayInputStream(file), limits)) {
      return of(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ReadAll of(SpectrumFormat format, String file) {
    return of(format, file.getBytes(StandardCharsets.UTF_8), ReadingLimits.usual());
  }

  static ReadAll of(ReadSpectra reader) throws IOException {
    List<LibraryEntry> entries = new ArrayList<>();
    List<CurveEntry> curves = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    while (true) {
      switch (reader.next()) {
        case Reading.Taken taken -> entries.add(taken.entry());
        case Reading.TakenCurve taken -> curves.add(taken.entry());
        case Reading.Skipped skipped -> refusals.add(skipped.refusal());
        case Reading.Stopped stopped -> {
          refusals.add(stopped.refusal());
          assertThat(reader.next()).isEqualTo(stopped);
          return new ReadAll(entries, curves, refusals, false);
        }
        case Reading.Ended ended -> {
          assertThat(reader.next()).isEqualTo(ended);
          return new ReadAll(entries, curves, refusals, true);
        }
      }
    }
  }

  /// The only entry of a file that has nothing else.
  LibraryEntry single() {
    assertThat(refusals).as("refusals").isEmpty();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  /// Faults in their order.
  List<Fault> faults() {
    return refusals.stream().map(Refusal::fault).toList();
  }
}

package org.tripoint.node.desks.laboratory.spectra;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tripoint.engines.spectra.reading.OpenSpectra;
import org.tripoint.engines.spectra.reading.OpenSpectra.Opened;
import org.tripoint.engines.spectra.reading.Reading;
import org.tripoint.engines.spectra.reading.ReadingLimits;
import org.tripoint.engines.spectra.reading.Refusal;
import org.tripoint.engines.spectra.reading.SpectrumFormat;
import org.tripoint.engines.spectra.spectrum.LibraryEntry;

/// Walks through a kept file of spectra.
final class ReadSpectrumFile {

  private ReadSpectrumFile() {}

  /// Takes what is found, in the order of the file.
  interface Taker {

    /// A mass spectrum.
    ///
    /// @return false to stop here
    boolean take(LibraryEntry entry);

    /// A curve, which is no mass spectrum.
    default void curve() {}

    /// An entry that is left out.
    default void skip(Refusal refusal) {}
  }

  /// How it ended.
  ///
  /// @param format empty when the file is of none that is read
  /// @param stopped why it could not be read to its end
  record Ended(Optional<SpectrumFormat> format, Optional<Refusal> stopped) {}

  /// @throws IOException when the disk fails
  static Ended read(Path file, ReadingLimits limits, Taker taker) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return switch (OpenSpectra.open(in, limits)) {
        case OpenSpectra.Refused refused ->
            new Ended(Optional.empty(), Optional.of(refused.refusal()));
        case Opened opened -> new Ended(Optional.of(opened.format()), walk(opened, taker));
      };
    }
  }

  private static Optional<Refusal> walk(Opened opened, Taker taker) throws IOException {
    try (var reader = opened.reader()) {
      while (true) {
        switch (reader.next()) {
          case Reading.Taken taken -> {
            if (!taker.take(taken.entry())) {
              return Optional.empty();
            }
          }
          case Reading.TakenCurve ignored -> taker.curve();
          case Reading.Skipped skipped -> taker.skip(skipped.refusal());
          case Reading.Stopped stopped -> {
            return Optional.of(stopped.refusal());
          }
          case Reading.Ended ignored -> {
            return Optional.empty();
          }
        }
      }
    }
  }
}

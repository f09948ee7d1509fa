package org.tripoint.engines.spectra.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// How fast a file of spectra is read, from memory: `TimeReading FILE ROUNDS`.
final class TimeReading {

  private TimeReading() {}

  static void main(String[] arguments) throws IOException {
    byte[] file;
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(Path.of(arguments[0])), 1 << 16)) {
      file = packed.readAllBytes();
    }
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      long begin = System.nanoTime();
      long entries = 0;
      long peaks = 0;
      OpenSpectra.Opened opened =
          (OpenSpectra.Opened)
              OpenSpectra.open(new ByteArrayInputStream(file), ReadingLimits.usual());
      try (ReadSpectra reader = opened.reader()) {
        Reading reading = reader.next();
        while (reading instanceof Reading.Taken taken) {
          entries++;
          peaks += taken.entry().spectrum().peaks().size();
          reading = reader.next();
        }
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d entries, %d peaks, %.2f s: %.0f entries/s, %.1f MB/s%n",
          entries,
          peaks,
          seconds,
          entries / seconds,
          file.length / 1e6 / seconds);
    }
  }
}

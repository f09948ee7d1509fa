package org.tripoint.node.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.intake.reading.SlowCsv.SlowLine;
import org.tripoint.node.intake.reading.TableReader.Line;
import org.tripoint.testsupport.SeedSource;

/// The fast reader against the slow obvious one, and against bytes that nobody meant as a table.
class CsvFuzzTest {

  private static final String[] PIECES = {
    "a", "bc", "\"", "\"\"", ",", ",", ";", "\n", "\n", "\r\n", "\r", " ", "é", "€", "0.5", "\t",
    "x\"y"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @SeedSource
  void cutsTextLikeTheSlowReader(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random, random.nextInt(60));
      var slow = new SlowCsv(text, ',');
      List<SlowLine> expected = slow.lines();
      var found = new ArrayList<SlowLine>();
      Rule refused = null;
      var lines = new CsvLines(slices(text, random), "f", ',', 1_000, 1_000);
      try {
        List<String> cells;
        while ((cells = lines.next()) != null) {
          found.add(new SlowLine(cells, lines.hasMisplacedQuote()));
        }
      } catch (FileRefusal.Raised e) {
        refused = e.refusal().rule();
      }
      assertThat(refused).as(text).isEqualTo(slow.refused);
      assertThat(found).as(text).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @SeedSource
  void accountsForEveryRowOfAnyBytesAndEnds(long seed) {
    var random = new SplittableRandom(seed);
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(10),
        () -> {
          for (int i = 0; i < 300; i++) {
            checkAnyBytes(random);
          }
        });
  }

  private void checkAnyBytes(RandomGenerator random) {
    byte[] bytes = bytes(random);
    var read = ReadFile.of(folder, bytes);
    long number = 0;
    for (Line line : read.lines()) {
      long found =
          switch (line) {
            case Line.Full full -> {
              assertThat(full.cells()).hasSameSizeAs(read.columns()).doesNotContain("\0");
              yield full.number();
            }
            case Line.Uneven uneven -> uneven.number();
            case Line.Blank blank -> blank.number();
            case Line.Refused refused -> -1;
            case Line.End end -> -1;
          };
      assertThat(found).isEqualTo(++number);
    }
  }

  private static byte[] bytes(RandomGenerator random) {
    byte[] bytes = new byte[0];
    switch (random.nextInt(4)) {
      case 0 -> {
        bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
      }
      case 1 -> bytes = text(random, random.nextInt(200)).getBytes(StandardCharsets.UTF_8);
      case 2 -> bytes = text(random, random.nextInt(200)).getBytes(StandardCharsets.UTF_16LE);
      case 3 ->
          bytes = ReadFile.gzip(text(random, random.nextInt(200)).getBytes(StandardCharsets.UTF_8));
    }
    if (bytes.length > 0 && random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String text(RandomGenerator random, int pieces) {
    var text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  /// Hands out a few characters at a time, so that every cell meets the end of a buffer somewhere.
  private static Reader slices(String text, RandomGenerator random) {
    return new StringReader(text) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(3)));
      }
    };
  }
}

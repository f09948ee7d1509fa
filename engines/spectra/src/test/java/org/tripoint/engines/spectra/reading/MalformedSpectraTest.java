package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tripoint.engines.spectra.spectrum.Peaks;
import org.tripoint.testsupport.Seeds;

/// Malformed files: every one is read to its end or refused, none hangs, none gets out as an
/// exception, and no entry is given that its own file contradicts.
class MalformedSpectraTest {

  private static final ReadingLimits LIMITS =
      new ReadingLimits(1 << 20, 1 << 20, 4_096, 2_000, 100, 1_000, 4);

  private static final String MSP =
      """
      Name: Examplamine
      DB#: X1
      PrecursorMZ: 46.0651
      Comments: "contributor=Lab" "license=CC BY"
      Num Peaks: 3
      30.0338 50 "CH4N+"
      44.0495 12; 46.0651 999

      Name: Second
      Num Peaks: 2
      41:10 43:20
      """;

  private static final String[] WORDS = {
    "1e308",
    "-1",
    "NaN",
    "9".repeat(40),
    "0",
    "2147483648",
    "##TITLE=",
    "##END=",
    "Name: ",
    "\n\n",
    "Num Peaks: 99999999",
    "BEGIN IONS\n",
    "END IONS\n",
    "//\n",
    "<spectrum>",
    "</binary>",
    "=",
    "\"",
    "s99999999",
    "%",
    "J9",
    "##DATA TYPE=LINK\n",
    "&lt;",
    "]]>",
    "<!--",
    "\u0000",
    "\ufffd"
  };

  @ParameterizedTest
  @EnumSource
  void twentyThousandAreReadOrRefused(SpectrumFormat format) {
    campaign(format, 20_000);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("campaign")
  void aMillionAreReadOrRefused(SpectrumFormat format) {
    campaign(format, 1_000_000);
  }

  private static byte[] sample(SpectrumFormat format, RandomGenerator random) {
    return switch (format) {
      case NIST_MSP -> MSP.getBytes(StandardCharsets.UTF_8);
      case MASSBANK_RECORD -> MassBankReaderTest.RECORD.getBytes(StandardCharsets.UTF_8);
      case MGF -> MgfReaderTest.FILE.getBytes(StandardCharsets.UTF_8);
      case JCAMP_DX -> JcampReaderTest.INFRARED.getBytes(StandardCharsets.UTF_8);
      case MZML -> MzmlReaderTest.small().getBytes(StandardCharsets.UTF_8);
      case ANDI_NETCDF -> AndiReaderTest.run(1, random.nextBoolean(), random.nextBoolean());
    };
  }

  private static void campaign(SpectrumFormat format, int inputs) {
    int share = inputs / Seeds.list().size() + 1;
    Seeds.forEach((random, seed) ->
        Assertions.assertTimeout(
            Duration.ofSeconds(10L + share / 200),
            () -> {
              for (int i = 0; i < share; i++) {
                byte[] file = mutated(sample(format, random), random);
                try {
                  read(format, file);
                } catch (RuntimeException | AssertionError e) {
                  throw new AssertionError(
                      format + ": " + new String(file, StandardCharsets.ISO_8859_1), e);
                }
              }
            }));
  }

  private static void read(SpectrumFormat format, byte[] file) throws IOException {
    try (ReadSpectra reader = OpenSpectra.open(format, new ByteArrayInputStream(file), LIMITS)) {
      int steps = 0;
      Reading reading = reader.next();
      while (!(reading instanceof Reading.Ended) && !(reading instanceof Reading.Stopped)) {
        if (reading instanceof Reading.Taken taken) {
          Peaks peaks = taken.entry().spectrum().peaks();
          assertThat(peaks.size() <= LIMITS.peaks() && peaks.mz(0) > 0).isTrue();
        } else if (reading instanceof Reading.Skipped skipped) {
          assertThat(skipped.refusal().english().length() < 400).isTrue();
        }
        assertThat(++steps).isLessThan(file.length + 2);
        reading = reader.next();
      }
      assertThat(reader.next()).isEqualTo(reading);
    }
  }

  private static byte[] mutated(byte[] file, RandomGenerator random) {
    byte[] changed = file;
    for (int i = 0; i <= random.nextInt(4); i++) {
      int at = random.nextInt(changed.length + 1);
      changed =
          switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(changed, at);
            case 1 -> flipped(changed, at, random);
            case 2 -> spliced(changed, at, at, word(random));
            case 3 -> spliced(changed, at, at + 1 + random.nextInt(8), new byte[0]);
            case 4 -> spliced(changed, at, at, Arrays.copyOfRange(changed, at / 2, at));
            default -> spliced(changed, at, at + 4, numbers(random));
          };
    }
    return changed;
  }

  private static byte[] word(RandomGenerator random) {
    return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
  }

  /// What counts and offsets of binary files fear.
  private static byte[] numbers(RandomGenerator random) {
    byte edge = (byte) new int[] {0, 1, 0x7f, 0x80, 0xff}[random.nextInt(5)];
    return new byte[] {edge, edge, edge, (byte) random.nextInt(256)};
  }

  private static byte[] flipped(byte[] file, int at, RandomGenerator random) {
    byte[] copy = file.clone();
    if (at < copy.length) {
      copy[at] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private static byte[] spliced(byte[] file, int from, int to, byte[] between) {
    int end = Math.min(file.length, to);
    byte[] result = new byte[from + between.length + file.length - end];
    System.arraycopy(file, 0, result, 0, from);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(file, end, result, from + between.length, file.length - end);
    return result;
  }
}

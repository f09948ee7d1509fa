package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.testsupport.Seeds;

class AsdfTest {

  private static double[] read(String... lines) throws Unfit {
    Asdf read = new Asdf(100);
    for (String line : lines) {
      read.add(line);
    }
    return read.values();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1J",
        "1S",
        "1A%|1C",
        "1A2J|3A5",
        "1A x",
        "1A1s9999999",
        "1 1.2.3",
        "1@&",
        "1?J",
        "1AJ|2K"
      })
  void refusesWhatIsNoTable(String table) {
    Assertions.assertThatThrownBy(() -> read(table.split("\\|"))).isInstanceOf(Unfit.class);
  }

  @Test
  void readsEveryForm() throws Unfit {
    double[] values = {0, 10, 10, 11, 12, 0, -1, -10};
    assertThat(read("0 0 10 10 11", "4 12 0 -1 -10")).containsExactly(values);
    assertThat(read("0+0+10+10+11", "4+12+0-1-10")).containsExactly(values);
    assertThat(read("0@A0A0A1", "4A2@aa0")).containsExactly(values);
    assertThat(read("0@J0%J", "3A1Jj2jr", "7a0")).containsExactly(values);
    assertThat(read("0@A0TA1A2@aa0")).containsExactly(values);
    assertThat(read("1.5E+02 1.5E+01,2.5 ;3")).containsExactly(15, 2.5, 3);
    // E without a sign is a squeezed 5.
    assertThat(read("1 12E3")).containsExactly(12, 53);
  }

  @Test
  void repeatsDifferences() throws Unfit {
    assertThat(read("0A0KTJ", "4A5")).containsExactly(10, 12, 14, 15);
    assertThat(read("0A0%V")).containsExactly(10, 10, 10, 10, 10);
  }

  @Test
  void leavesAGapWhereTheInstrumentGaveNothing() throws Unfit {
    assertThat(read("0 1 ? 3")).containsExactly(1, Double.NaN, 3);
  }

  @Test
  void agreesWithTheSlowWay() {
    Seeds.forEach((random, seed) -> {
      for (int round = 0; round < 400; round++) {
        int[] values = new int[2 + random.nextInt(60)];
        for (int i = 0; i < values.length; i++) {
          int step = random.nextInt(4) == 0 ? random.nextInt(-5_000, 5_000) : 7;
          values[i] = i == 0 ? random.nextInt(-999, 999) : values[i - 1] + step;
          if (random.nextInt(3) == 0 && i > 0) {
            values[i] = values[i - 1];
          }
        }
        for (AsdfText.Form form : AsdfText.Form.values()) {
          List<String> lines = AsdfText.lines(values, form, random);
          double[] fast = read(lines.toArray(String[]::new));
          assertThat(fast).as("%s", lines).containsExactly(doubles(values));
          assertThat(SlowAsdf.values(lines))
              .as("%s", lines)
              .containsExactly(Arrays.stream(fast).boxed().toArray(Double[]::new));
        }
      }
    });
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }
}

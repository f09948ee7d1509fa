package org.tripoint.engines.spectra.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.testsupport.Seeds;

class NumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "-",
        ".",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "NaN",
        "Infinity",
        "0x10",
        "1f",
        "1d",
        "1,5",
        "--1",
        "1-",
        "\u0661"
      })
  void takesNothingElse(String text) {
    assertThat(Numbers.parse(text)).isNaN();
  }

  @Test
  void takesNoNumberWithoutEnd() {
    assertThat(Numbers.parse("1".repeat(401))).isNaN();
    assertThat(Numbers.parse("1".repeat(400))).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Numbers.parse("0." + "0".repeat(30) + "1")).isEqualTo(1e-31);
  }

  @Test
  void agreesWithTheJdk() {
    Seeds.forEach((random, seed) -> {
      for (int i = 0; i < 20_000; i++) {
        String text =
            switch (random.nextInt(4)) {
              case 0 -> Double.toString(random.nextDouble(-1e6, 1e6));
              case 1 -> Long.toString(random.nextLong(-1L << 60, 1L << 60));
              case 2 ->
                  String.format(
                      Locale.ROOT, "%." + random.nextInt(14) + "f", random.nextDouble(2_000));
              default ->
                  String.format(
                      Locale.ROOT, "%." + random.nextInt(18) + "e", random.nextGaussian());
            };
        assertThat(Numbers.parse("x" + text + "y", 1, text.length() + 1))
            .as(text)
            .isEqualTo(Double.parseDouble(text));
      }
    });
  }
}

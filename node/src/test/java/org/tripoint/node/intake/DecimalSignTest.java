package org.tripoint.node.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.intake.DecimalSign.Answer;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// Only what can mean one thing decides how a file writes its decimals.
class DecimalSignTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 | COMMA",
        "0,125 | COMMA",
        "1.234,5 | COMMA",
        "1 234,5 | COMMA",
        "1.234.567 | COMMA",
        "1,5 1,234 1.234 | COMMA",
        "1.5 | POINT",
        "0.125 | POINT",
        "1,234.5 | POINT",
        "1,234,567 | POINT",
        "1.5 1,234 | POINT",
        "1.5 1,5 | POINT",
        "17 blue 2024-01-01 | POINT",
      })
  void decides(String numbers, NumberStyle style) {
    assertThat(answer(numbers)).isEqualTo(new Answer.Written(style));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,234", "1.234", "1,234 2.345 17"})
  void isUnclear(String numbers) {
    assertThat(answer(numbers)).isEqualTo(new Answer.Unclear());
  }

  /// A blank between digits is written as a no-break one.
  private static Answer answer(String numbers) {
    var sign = new DecimalSign();
    String text = numbers.replace("1 234", "1\u00a0234");
    List.of(text.split(" ", -1)).forEach(sign::take);
    return sign.answer();
  }
}

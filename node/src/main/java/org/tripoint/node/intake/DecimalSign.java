package org.tripoint.node.intake;

import java.util.regex.Pattern;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// How a file writes its decimals, found from its numbers. Spreadsheets of many countries write
/// `1,5` and separate cells by semicolons; `1,234` and `1.234` may be thousands or decimals, so
/// only what can mean one thing alone decides.
final class DecimalSign {

  private static final Pattern EITHER = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");
  private static final Pattern COMMA =
      Pattern.compile(
          "[+-]?(\\d+|\\d{1,3}([. \u00a0\u202f']\\d{3})+),\\d+|[+-]?\\d{1,3}(\\.\\d{3}){2,}");
  private static final Pattern POINT =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+)\\.\\d+|[+-]?\\d{1,3}(,\\d{3}){2,}");

  private boolean isComma;
  private boolean isPoint;
  private boolean isEither;

  /// What the numbers say together.
  sealed interface Answer {
    /// Written so; also a file without a decimal number, or with both signs, whose rows stand each
    /// for itself.
    record Written(NumberStyle style) implements Answer {}

    /// Every number with a sign may be one of thousands or one with three decimals.
    record Unclear() implements Answer {}
  }

  void take(String cell) {
    if (EITHER.matcher(cell).matches()) {
      isEither = true;
    } else if (COMMA.matcher(cell).matches()) {
      isComma = true;
    } else if (POINT.matcher(cell).matches()) {
      isPoint = true;
    }
  }

  Answer answer() {
    if (isComma && !isPoint) {
      return new Answer.Written(NumberStyle.COMMA);
    }
    return isEither && !isComma && !isPoint
        ? new Answer.Unclear()
        : new Answer.Written(NumberStyle.POINT);
  }
}

package org.tripoint.vocabulary;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as its source wrote it, with its exact value.
///
/// Two versions that differ in the text alone say the same: what is compared between versions is
/// the value, to twelve significant digits ([Decimals#sameToTwelveDigits]).
///
/// @param value the exact value
/// @param text what stood in the source, at most 200 characters
public record ReportedNumber(BigDecimal value, @RawText String text) {

  /// Plain, or with the short exponent that spreadsheets write for small numbers
  /// (`6.61386786e-05`).
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,40}(\\.\\d{0,40})?([eE][+-]?\\d{1,2})?");

  public ReportedNumber {
    value = Decimals.strip(value);
    if (text.length() > 200) {
      throw new IllegalArgumentException("expected at most 200 characters for a number");
    }
  }

  /// Reads digits with a point for the decimals, without grouping; empty for anything else.
  public static Optional<ReportedNumber> find(String text) {
    String stripped = text.strip();
    if (!NUMBER.matcher(stripped).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(stripped);
    return value.scale() > 40 ? Optional.empty() : Optional.of(new ReportedNumber(value, stripped));
  }
}

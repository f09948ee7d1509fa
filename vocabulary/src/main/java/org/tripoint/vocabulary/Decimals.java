package org.tripoint.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Exact decimals as text: plain notation only, no exponent, no grouping, a point for the decimals.
public final class Decimals {

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,60}(\\.\\d{1,40})?");

  /// Half a unit in the twelfth significant digit, relative: published copies of one figure differ
  /// below this.
  private static final BigDecimal TWELVE_DIGITS = new BigDecimal("5e-12");

  private Decimals() {}

  /// Reads a plain decimal such as `12.50`.
  ///
  /// @throws IllegalArgumentException on anything else, exponents and blanks included
  public static BigDecimal parse(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "expected a plain decimal number such as 12.5, found '" + text + "'");
    }
    return new BigDecimal(text);
  }

  /// Plain text without trailing zeros: `12.5`, `0`, `1200`.
  public static String plain(BigDecimal value) {
    return strip(value).toPlainString();
  }

  /// The same number with one representation, so that equal numbers are equal objects.
  public static BigDecimal strip(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// True when the two are equal to 12 significant digits: they differ by at most half a unit in
  /// the twelfth.
  public static boolean sameToTwelveDigits(BigDecimal left, BigDecimal right) {
    if (left.compareTo(right) == 0) {
      return true;
    }
    if (left.signum() != right.signum()) {
      return false;
    }
    BigDecimal larger = left.abs().max(right.abs());
    BigDecimal unit = larger.round(new MathContext(1, RoundingMode.DOWN)).multiply(TWELVE_DIGITS);
    return left.subtract(right).abs().compareTo(unit) <= 0;
  }
}

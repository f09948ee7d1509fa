package org.tripoint.engines.chemistry.registry;

import java.util.regex.Pattern;

/// A CAS Registry Number whose check digit holds.
public record CasNumber(String text) {

  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{1,6}-[0-9]{2}-[0-9]");

  public CasNumber {
    if (!SHAPE.matcher(text).matches() || !checkDigitHolds(text)) {
      throw new IllegalArgumentException(
          "expected a CAS number with its check digit, found '" + text + "'");
    }
  }

  /// Each digit times its place from the right, the check digit left out; the sum's last digit.
  private static boolean checkDigitHolds(String text) {
    String digits = text.replace("-", "");
    int sum = 0;
    for (int place = 1; place < digits.length(); place++) {
      sum += place * (digits.charAt(digits.length() - 1 - place) - '0');
    }
    return sum % 10 == digits.charAt(digits.length() - 1) - '0';
  }

  @Override
  public String toString() {
    return text;
  }
}

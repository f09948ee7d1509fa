package org.tripoint.engines.spectra.reading;

/// Decimal numbers out of parts of a line.
final class Numbers {

  /// Longer ones are none.
  private static final int LONGEST = 400;

  /// Powers of ten that a double holds exactly.
  private static final double[] TENS = new double[23];

  static {
    TENS[0] = 1;
    for (int i = 1; i < TENS.length; i++) {
      TENS[i] = TENS[i - 1] * 10;
    }
  }

  private Numbers() {}

  /// The number between two places; NaN if there is none or more than one.
  ///
  /// As `Double.parseDouble`, but decimal only: no `NaN`, `Infinity`, hexadecimal or type letter. A
  /// number of at most 15 digits and a small exponent is one exact division or product, the rest
  /// goes to the JDK.
  static double parse(String text, int from, int to) {
    if (to - from > LONGEST) {
      return Double.NaN;
    }
    int i = from;
    boolean negative = false;
    if (i < to && (text.charAt(i) == '-' || text.charAt(i) == '+')) {
      negative = text.charAt(i++) == '-';
    }
    long digits = 0;
    int count = 0;
    int scale = 0;
    boolean point = false;
    boolean any = false;
    for (; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        any = true;
        digits = digits * 10 + (c - '0');
        count += digits == 0 ? 0 : 1;
        scale += point ? 1 : 0;
        if (count > 15) {
          return slow(text, from, to);
        }
      } else if (c == '.' && !point) {
        point = true;
      } else {
        return any && (c == 'e' || c == 'E') ? slow(text, from, to) : Double.NaN;
      }
    }
    if (!any) {
      return Double.NaN;
    }
    if (scale >= TENS.length) {
      return slow(text, from, to);
    }
    double value = digits / TENS[scale];
    return negative ? -value : value;
  }

  static double parse(String text) {
    return parse(text, 0, text.length());
  }

  private static double slow(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text.substring(from, to));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

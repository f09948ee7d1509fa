package org.tripoint.engines.spectra.reading;

import java.util.Arrays;

/// Values of JCAMP-DX in its compressed form: the decoder of `(X++(Y..Y))`.
///
/// Each line is a position and then values: plain (AFFN), packed by their signs (PAC), squeezed
/// (SQZ, the first digit carries the sign), differences (DIF) and repetitions (DUP). A line that
/// ends in a difference is followed by one that begins with the value it should have come to; that
/// check is made and left out. Positions are checks as well.
///
/// Source: McDonald and Wilks, JCAMP-DX, Applied Spectroscopy 42 (1988) 151, section 5.
final class Asdf {

  /// A value that the instrument did not give, written `?`.
  static final double MISSING = Double.NaN;

  private enum Form {
    PLAIN,
    DIFFERENCE,
    REPETITION,
    GAP
  }

  private final int most;
  private double[] values = new double[256];
  private int size;

  private String line = "";
  private int at;
  private Form form = Form.PLAIN;
  private double number;

  /// Last difference, to be repeated; NaN when the last value was no difference.
  private double difference = Double.NaN;

  private boolean checkNext;
  private double linePosition;

  Asdf(int most) {
    this.most = most;
  }

  /// Reads one line.
  ///
  /// @return whether the line had anything
  boolean add(String text) throws Unfit {
    line = text;
    at = 0;
    if (!next()) {
      return false;
    }
    if (form != Form.PLAIN) {
      throw Unfit.entry(Fault.MALFORMED, "X", text);
    }
    linePosition = number;
    boolean check = checkNext;
    boolean first = true;
    while (next()) {
      if (first && check) {
        check();
      } else {
        value(first);
      }
      first = false;
    }
    checkNext = first ? checkNext : !Double.isNaN(difference);
    return true;
  }

  /// The position that the last line began with, as written.
  double linePosition() {
    return linePosition;
  }

  int size() {
    return size;
  }

  double last() {
    return values[size - 1];
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /// Whether the next line begins with a check.
  boolean expectsCheck() {
    return checkNext;
  }

  private void check() throws Unfit {
    if (form != Form.PLAIN && form != Form.GAP) {
      throw Unfit.entry(Fault.MALFORMED, "a check value", line);
    }
    if (form == Form.PLAIN && number != last()) {
      throw Unfit.entry(Fault.CHECK_DIFFERS, number, last());
    }
    difference = Double.NaN;
  }

  private void value(boolean first) throws Unfit {
    switch (form) {
      case PLAIN -> {
        difference = Double.NaN;
        append(number);
      }
      case GAP -> {
        difference = Double.NaN;
        append(MISSING);
      }
      case DIFFERENCE -> {
        if (size == 0 || first || Double.isNaN(last())) {
          throw Unfit.entry(Fault.MALFORMED, "a value before its difference", line);
        }
        difference = number;
        append(last() + number);
      }
      case REPETITION -> {
        if (size == 0 || first || !(number >= 1) || number > most) {
          throw Unfit.entry(Fault.MALFORMED, "a value before its repetition", line);
        }
        for (int i = 1; i < number; i++) {
          append(Double.isNaN(difference) ? last() : last() + difference);
        }
      }
    }
  }

  private void append(double value) throws Unfit {
    if (size == most) {
      throw Unfit.entry(Fault.TOO_MANY_PEAKS, most);
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, (int) Math.min(most, size * 2L));
    }
    values[size++] = value;
  }

  /// Reads the next number into `form` and `number`.
  private boolean next() throws Unfit {
    while (at < line.length() && " \t,;".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    if (at == line.length()) {
      return false;
    }
    char c = line.charAt(at);
    if (c == '?') {
      at++;
      form = Form.GAP;
      return true;
    }
    form = form(c);
    boolean packed = form != Form.PLAIN || firstDigit(c) != NONE;
    String head = packed ? Integer.toString(firstDigit(c)) : "";
    int from = packed ? at + 1 : at;
    int to = endOfNumber(from, packed);
    String text = packed ? head + line.substring(from, to) : line.substring(from, to);
    number = Numbers.parse(text);
    if (Double.isNaN(number)) {
      throw Unfit.entry(Fault.NOT_A_NUMBER, line.substring(at));
    }
    at = to;
    return true;
  }

  private static Form form(char c) {
    if (c == '%' || (c >= 'J' && c <= 'R') || (c >= 'j' && c <= 'r')) {
      return Form.DIFFERENCE;
    }
    return (c >= 'S' && c <= 'Z') || c == 's' ? Form.REPETITION : Form.PLAIN;
  }

  private static final int NONE = Integer.MIN_VALUE;

  /// The digit and sign that a letter stands for at the beginning of a number.
  private static int firstDigit(char c) {
    if (c == '@' || c == '%') {
      return 0;
    }
    if (c >= 'A' && c <= 'I') {
      return c - 'A' + 1;
    }
    if (c >= 'a' && c <= 'i') {
      return -(c - 'a' + 1);
    }
    if (c >= 'J' && c <= 'R') {
      return c - 'J' + 1;
    }
    if (c >= 'j' && c <= 'r') {
      return -(c - 'j' + 1);
    }
    if (c >= 'S' && c <= 'Z') {
      return c - 'S' + 1;
    }
    return c == 's' ? 9 : NONE;
  }

  private int endOfNumber(int from, boolean packed) {
    int end = from;
    if (!packed && end < line.length() && isSign(line.charAt(end))) {
      end++;
    }
    while (end < line.length() && isDigitOrPoint(line.charAt(end))) {
      end++;
    }
    // A plain number may have an exponent; without its sign the letter is a squeezed digit.
    if (!packed
        && end > from
        && end + 2 < line.length()
        && (line.charAt(end) == 'E' || line.charAt(end) == 'e')
        && isSign(line.charAt(end + 1))
        && Character.isDigit(line.charAt(end + 2))) {
      end += 2;
      while (end < line.length() && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
        end++;
      }
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean isDigitOrPoint(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}

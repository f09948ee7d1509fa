package org.tripoint.engines.spectra.reading;

import java.util.Arrays;
import org.tripoint.engines.spectra.spectrum.Peaks;

/// Peaks while they are being read.
final class PeakList {

  private static final String SEPARATORS = " \t,;:()[]{}";

  private final int most;
  private double[] mz = new double[64];
  private double[] intensity = new double[64];
  private int size;

  PeakList(int most) {
    this.most = most;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  void add(double position, double height) throws Unfit {
    if (!Peaks.isPosition(position)) {
      throw Unfit.entry(Fault.OUT_OF_RANGE, "m/z", position);
    }
    if (!Peaks.isIntensity(height)) {
      throw Unfit.entry(Fault.OUT_OF_RANGE, "intensity", height);
    }
    if (size == most) {
      throw Unfit.entry(Fault.TOO_MANY_PEAKS, most);
    }
    if (size == mz.length) {
      mz = Arrays.copyOf(mz, (int) Math.min(most, size * 2L));
      intensity = Arrays.copyOf(intensity, mz.length);
    }
    mz[size] = position;
    intensity[size++] = height;
  }

  /// Adds the pairs of a line: one or several, separated by space, tab, comma, semicolon, colon or
  /// brackets. What stands in quotes is a comment; so is what follows a pair, up to a semicolon or
  /// the end, and does not begin as a number.
  void addPairs(String line) throws Unfit {
    double position = Double.NaN;
    boolean half = false;
    boolean whole = false;
    int at = 0;
    while (at < line.length()) {
      char c = line.charAt(at);
      if (SEPARATORS.indexOf(c) >= 0) {
        whole &= c != ';';
        at++;
      } else if (c == '"' && !half) {
        int closing = line.indexOf('"', at + 1);
        at = closing < 0 ? line.length() : closing + 1;
      } else {
        int end = endOfWord(line, at);
        double number = Numbers.parse(line, at, end);
        if (Double.isNaN(number)) {
          if (half || !whole) {
            throw Unfit.entry(Fault.NOT_A_NUMBER, line.substring(at, end));
          }
          int semicolon = line.indexOf(';', at);
          at = semicolon < 0 ? line.length() : semicolon;
          continue;
        }
        if (half) {
          add(position, number);
          whole = true;
        }
        position = number;
        half = !half;
        at = end;
      }
    }
    if (half) {
      throw Unfit.entry(Fault.HALF_A_PAIR, line);
    }
  }

  private static int endOfWord(String line, int from) {
    int end = from + 1;
    while (end < line.length()
        && SEPARATORS.indexOf(line.charAt(end)) < 0
        && line.charAt(end) != '"') {
      end++;
    }
    return end;
  }

  /// What was read, as a value.
  Peaks peaks() throws Unfit {
    for (int i = 0; i < size; i++) {
      if (intensity[i] > 0) {
        return Peaks.of(Arrays.copyOf(mz, size), Arrays.copyOf(intensity, size));
      }
    }
    throw Unfit.entry(Fault.NO_PEAKS);
  }
}

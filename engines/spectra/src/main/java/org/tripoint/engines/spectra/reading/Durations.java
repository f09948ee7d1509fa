package org.tripoint.engines.spectra.reading;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Times with their unit. A number alone is none: minutes and seconds are both in use.
final class Durations {

  private static final Pattern TIME =
      Pattern.compile("([0-9]{0,9}(?:\\.[0-9]{0,20})?) *(min|minutes?|m|s|sec|secs|seconds?)\\.?");

  private Durations() {}

  /// Seconds, at least 0; null if it is not one time with a unit.
  static @Nullable Double parse(String text) {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      return null;
    }
    double number = Numbers.parse(time.group(1));
    if (Double.isNaN(number)) {
      return null;
    }
    return time.group(2).startsWith("m") ? number * 60 : number;
  }
}

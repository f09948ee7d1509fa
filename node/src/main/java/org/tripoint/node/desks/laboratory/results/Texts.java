package org.tripoint.node.desks.laboratory.results;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.ReportedNumber;

/// Limits on what records of results hold.
final class Texts {

  static final int LONGEST_ID = 200;
  static final int LONGEST_REMARK = 2_000;

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private Texts() {}

  /// @throws IllegalArgumentException if the text is shorter or longer
  static void require(String what, String text, int shortest, int longest) {
    if (text.strip().length() < shortest || text.length() > longest) {
      throw new IllegalArgumentException(
          "expected %s of %d to %d characters, found %d"
              .formatted(what, shortest, longest, text.length()));
    }
  }

  /// @throws IllegalArgumentException if there are more
  static <T> List<T> atMost(String what, List<T> list, int most) {
    if (list.size() > most) {
      throw new IllegalArgumentException(
          "expected at most %d %s, found %d".formatted(most, what, list.size()));
    }
    return List.copyOf(list);
  }

  /// @throws IllegalArgumentException if there is a number and it is below 0
  static void requireNoneBelowZero(String what, @Nullable ReportedNumber number) {
    if (number != null && number.value().signum() < 0) {
      throw new IllegalArgumentException("expected %s of at least 0".formatted(what));
    }
  }

  /// @throws IllegalArgumentException if there is a number and it is not above 0
  static void requireAboveZero(String what, @Nullable ReportedNumber number) {
    if (number != null && number.value().signum() <= 0) {
      throw new IllegalArgumentException("expected %s above 0".formatted(what));
    }
  }

  static void requireSha256(String text) {
    if (!SHA_256.matcher(text).matches()) {
      throw new IllegalArgumentException("expected a SHA-256 of 64 hexadecimal digits");
    }
  }
}

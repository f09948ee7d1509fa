package org.tripoint.engines.surveillance.series;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts of consecutive periods. A period without a figure is missing, which is not zero.
///
/// Positions start at 0. Immutable; safe between threads.
public final class CountSeries {

  private static final int MISSING = -1;

  private final Step step;
  private final LocalDate first;
  private final int[] counts;

  private CountSeries(Step step, LocalDate first, int[] counts) {
    this.step = step;
    this.first = first;
    this.counts = counts;
  }

  /// A series from counts in order, null where a period has no figure.
  ///
  /// @param first the first day of the first period
  /// @throws IllegalArgumentException if a count is negative
  public static CountSeries of(Step step, LocalDate first, List<@Nullable Integer> counts) {
    int[] copy = new int[counts.size()];
    for (int i = 0; i < copy.length; i++) {
      Integer count = counts.get(i);
      copy[i] = count == null ? MISSING : checked(i, count);
    }
    return new CountSeries(step, first, copy);
  }

  /// A series without gaps.
  ///
  /// @throws IllegalArgumentException if a count is negative
  public static CountSeries of(Step step, LocalDate first, int... counts) {
    int[] copy = counts.clone();
    for (int i = 0; i < copy.length; i++) {
      checked(i, copy[i]);
    }
    return new CountSeries(step, first, copy);
  }

  private static int checked(int position, int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          "expected a count of 0 or more at position %d, found %d".formatted(position, count));
    }
    return count;
  }

  public Step step() {
    return step;
  }

  /// How many periods, missing ones included.
  public int length() {
    return counts.length;
  }

  /// The first day of a period, also beyond the last.
  public LocalDate startOf(int position) {
    return step.after(first, position);
  }

  /// Whether the period has a figure; false outside the series.
  public boolean has(int position) {
    return position >= 0 && position < counts.length && counts[position] != MISSING;
  }

  /// The count of a period.
  ///
  /// @throws IllegalArgumentException if the period has none
  public int count(int position) {
    if (!has(position)) {
      throw new IllegalArgumentException(
          "expected a figure at position %d of %d, found none".formatted(position, counts.length));
    }
    return counts[position];
  }

  /// This series with a period's figure replaced.
  public CountSeries with(int position, int count) {
    int[] copy = counts.clone();
    copy[position] = checked(position, count);
    return new CountSeries(step, first, copy);
  }

  /// This series without a period's figure.
  public CountSeries without(int position) {
    int[] copy = counts.clone();
    copy[position] = MISSING;
    return new CountSeries(step, first, copy);
  }

  /// The first periods alone.
  public CountSeries until(int length) {
    return new CountSeries(step, first, Arrays.copyOf(counts, Math.min(length, counts.length)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CountSeries that
        && step == that.step
        && first.equals(that.first)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * first.hashCode() + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "%d periods of %s from %s".formatted(counts.length, step, first);
  }
}

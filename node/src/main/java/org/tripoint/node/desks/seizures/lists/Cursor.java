package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in a list: what its last row is sorted by, and the sequence of its version.
///
/// @param at a day, or an amount in plain decimals, or "" where the row states none
/// @param sequence sequence of the version
public record Cursor(String at, long sequence) {

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

  public Cursor(LocalDate day, long sequence) {
    this(day.toString(), sequence);
  }

  static Cursor ofAmount(@Nullable BigDecimal amount, long sequence) {
    return new Cursor(amount == null ? "" : amount.toPlainString(), sequence);
  }

  /// Reads [#toString()]; empty for anything else, and for a place in a list of another order.
  public static Optional<Cursor> find(String text, Order order) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      Cursor cursor = new Cursor(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
      if (order.isByAmount()) {
        boolean isAmount = cursor.at.isEmpty() || AMOUNT.matcher(cursor.at).matches();
        return isAmount ? Optional.of(cursor) : Optional.empty();
      }
      return Optional.of(new Cursor(LocalDate.parse(cursor.at), cursor.sequence));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  LocalDate day() {
    return LocalDate.parse(at);
  }

  @Nullable BigDecimal amount() {
    return at.isEmpty() ? null : new BigDecimal(at);
  }

  @Override
  public String toString() {
    return at + "." + sequence;
  }
}

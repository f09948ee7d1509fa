package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One published figure of a list.
///
/// @param month first day of the calendar month
/// @param quantityText the number as published
/// @param kilograms the same in kilograms, or null when the unit is none of mass
/// @param counted the week and what is counted in it; null for monthly figures
public record FigureRow(
    UUID record,
    long sequence,
    LocalDate month,
    String country,
    String source,
    String agency,
    String component,
    String region,
    String land,
    String area,
    String substance,
    String drugType,
    String fiscalYear,
    BigDecimal quantity,
    String quantityText,
    String unit,
    @Nullable BigDecimal kilograms,
    BigDecimal events,
    @Nullable Counted counted) {

  /// What a weekly figure counts.
  ///
  /// @param week its Monday
  public record Counted(
      LocalDate week,
      String itemClass,
      String form,
      String weightBasis,
      String countBasis,
      String siteClass) {}

  public Cursor cursor(Order order) {
    return switch (order.key()) {
      case DAY -> new Cursor(month, sequence);
      case KILOGRAMS -> Cursor.ofAmount(kilograms, sequence);
      case EVENTS -> Cursor.ofAmount(events, sequence);
      case TABLETS -> throw new IllegalArgumentException("expected an order of figures");
    };
  }

  /// True when it states what the order sorts by.
  public boolean states(Order order) {
    return !order.isByAmount() || !cursor(order).at().isEmpty();
  }
}

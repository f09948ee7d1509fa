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
    BigDecimal events) {

  public Cursor cursor() {
    return new Cursor(month, sequence);
  }
}

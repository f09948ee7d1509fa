package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One seizure event of a list.
///
/// @param dateText the date as far as it is known
/// @param place first-level subdivision by ISO code, or `?`
/// @param placeLabel place as its own scheme writes it
/// @param merged true when somebody found it to be one event with another that is counted
/// @param items what was taken, in the report's order
public record EventRow(
    UUID record,
    long sequence,
    LocalDate day,
    String dateText,
    String country,
    String source,
    String agency,
    String place,
    String placeLabel,
    String setting,
    String direction,
    boolean joint,
    boolean merged,
    List<Item> items) {

  public EventRow {
    items = List.copyOf(items);
  }

  public Cursor cursor() {
    return new Cursor(day, sequence);
  }

  /// One thing of the event.
  ///
  /// @param name substance or thing, as reported
  /// @param quantity as reported; null when the report does not say
  public record Item(
      int number,
      String itemClass,
      String name,
      String substance,
      String form,
      String weightBasis,
      String countBasis,
      String siteClass,
      @Nullable BigDecimal quantity,
      String unit,
      @Nullable BigDecimal kilograms) {}
}

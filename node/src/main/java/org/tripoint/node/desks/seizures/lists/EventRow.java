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
/// @param kilograms mass of the largest single lot under the filter, or null when none states one
/// @param tablets the largest single lot of tablets under the filter, or null
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
    List<Item> items,
    @Nullable BigDecimal kilograms,
    @Nullable BigDecimal tablets) {

  public EventRow {
    items = List.copyOf(items);
  }

  public Cursor cursor(Order order) {
    return switch (order.key()) {
      case DAY -> new Cursor(day, sequence);
      case KILOGRAMS -> Cursor.ofAmount(kilograms, sequence);
      case TABLETS -> Cursor.ofAmount(tablets, sequence);
      case EVENTS -> throw new IllegalArgumentException("expected an order of events");
    };
  }

  /// True when it states what the order sorts by.
  public boolean states(Order order) {
    return !order.isByAmount() || !cursor(order).at().isEmpty();
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
      @Nullable BigDecimal kilograms) {

    /// What it says of a field that is of things; "" for the others.
    String valueOf(Field field) {
      return switch (field) {
        case WHAT -> itemClass;
        case SUBSTANCE -> substance;
        case FORM -> form;
        case WEIGHT -> weightBasis;
        case COUNT -> countBasis;
        case COUNTRY, SOURCE, AGENCY, PLACE, AREA, SETTING -> "";
      };
    }
  }
}

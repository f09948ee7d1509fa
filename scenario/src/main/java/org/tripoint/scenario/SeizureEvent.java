package org.tripoint.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// One simulated seizure as one agency tells it.
///
/// @param id the agency's own id
/// @param day when it happened
/// @param spot where
/// @param offset how far from the spot, thousandths of a degree north and east
/// @param joint true when the agency says that another took part
/// @param items at least one
/// @param nominal what names a case or a person; invented
record SeizureEvent(
    String id,
    LocalDate day,
    Spot spot,
    Offset offset,
    Circumstances circumstances,
    boolean joint,
    String partner,
    List<Item> items,
    Nominal nominal) {

  SeizureEvent {
    items = List.copyOf(items);
  }

  record Offset(int north, int east) {}

  record Circumstances(
      String setting, String direction, String mode, String conveyance, String concealment) {}

  record Nominal(String caseNumber, String person) {}

  /// @param kind one of the layout's item classes
  /// @param what a name on the `tripoint` list, or what sort of thing
  record Item(
      String kind,
      String what,
      String form,
      String quantity,
      String unit,
      String weightBasis,
      String countBasis,
      String siteClass,
      String imprint) {

    Item weighed(String newQuantity, String newBasis) {
      return new Item(
          kind, what, form, newQuantity, unit, newBasis, countBasis, siteClass, imprint);
    }
  }

  SeizureEvent withItems(List<Item> newItems) {
    return new SeizureEvent(
        id, day, spot, offset, circumstances, joint, partner, newItems, nominal);
  }

  /// The same with one more item.
  SeizureEvent plus(Item item) {
    List<Item> more = new ArrayList<>(items);
    more.add(item);
    return withItems(more);
  }

  /// What the event is counted under: the first item.
  String counted() {
    Item first = items.getFirst();
    return switch (first.kind()) {
      case "DRUG", "PRECURSOR" -> first.what();
      default -> first.kind();
    };
  }
}

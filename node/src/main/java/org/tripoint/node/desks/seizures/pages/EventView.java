package org.tripoint.node.desks.seizures.pages;

import java.util.ArrayList;
import java.util.List;

/// One report of a seizure, ready to be written.
///
/// @param title what, when, where
/// @param facts the head and circumstances, in the same order for every report
/// @param items what was taken
/// @param nominal what names persons and cases
public record EventView(
    String record, String title, List<Fact> facts, List<Item> items, List<Fact> nominal) {

  /// The same with more facts.
  EventView with(List<Fact> more) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(more);
    return new EventView(record, title, all, items, nominal);
  }

  /// One thing taken, every cell in words.
  ///
  /// @param conversion id of the exact conversion behind `converted`, or ""
  /// @param assumed what the quantity would be under a named assumption, or "": shown, never added
  /// @param assumption id of that conversion, or ""
  public record Item(
      String number,
      String what,
      String name,
      String form,
      String quantity,
      String converted,
      String conversion,
      String assumed,
      String assumption,
      String basis) {}
}

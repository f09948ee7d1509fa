package org.tripoint.node.desks.law.reading;

import java.util.List;
import org.tripoint.node.web.Option;

/// A reading as its page shows it.
///
/// @param facts name and text
/// @param compared true when there is a reading before it
/// @param items the first items
/// @param more how many are left out; 0 for none
public record ReadingView(
    String record,
    String title,
    String language,
    List<Option> facts,
    boolean compared,
    List<ChangeView> changes,
    List<ItemView> items,
    long more) {

  public ReadingView {
    facts = List.copyOf(facts);
    changes = List.copyOf(changes);
    items = List.copyOf(items);
  }

  /// A change.
  ///
  /// @param tone class of its tag
  /// @param substances of the registry that it names: their ids and names
  public record ChangeView(
      String sort,
      String tone,
      String place,
      String before,
      String after,
      List<Option> substances) {
    public ChangeView {
      substances = List.copyOf(substances);
    }
  }

  /// An item.
  public record ItemView(String path, String text, String since) {}

  /// A line of the list of readings.
  public record Line(
      String record,
      String instrument,
      String title,
      String language,
      String current,
      String read) {}
}

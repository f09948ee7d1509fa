package org.tripoint.node.desks.law.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.law.LawReading;

/// What changed in a text from one reading to the next. An item whose words are now at another
/// place was renumbered; places that no number tells apart count in their order.
final class CompareReadings {

  private CompareReadings() {}

  /// How an item differs.
  enum Sort {
    ADDED,
    REMOVED,
    CHANGED,
    RENUMBERED
  }

  /// One item that differs.
  ///
  /// @param before as it was, or null when added
  /// @param after as it is, or null when removed
  record Change(Sort sort, LawReading.@Nullable Item before, LawReading.@Nullable Item after) {}

  /// In the order of the newer reading, what is gone last.
  static List<Change> compare(LawReading before, LawReading after) {
    Map<String, LawReading.Item> old = byPlace(before.items());
    Map<String, LawReading.Item> now = byPlace(after.items());
    Map<String, String> movedFrom = moved(old, now);
    Set<String> gone = new HashSet<>(movedFrom.values());
    List<Change> changes = new ArrayList<>();
    now.forEach((place, item) -> {
      LawReading.Item was = old.get(place);
      String from = movedFrom.get(place);
      if (was != null && was.hash().equals(item.hash())) {
        return;
      }
      if (from != null) {
        changes.add(new Change(Sort.RENUMBERED, old.get(from), item));
      } else if (was == null || gone.contains(place)) {
        changes.add(new Change(Sort.ADDED, null, item));
      } else {
        changes.add(new Change(Sort.CHANGED, was, item));
      }
    });
    old.forEach((place, item) -> {
      boolean stays = now.containsKey(place) && !movedFrom.containsKey(place);
      if (!gone.contains(place) && !stays) {
        changes.add(new Change(Sort.REMOVED, item, null));
      }
    });
    return changes;
  }

  /// New places by old ones, for words that stand once in each reading and at another place now.
  private static Map<String, String> moved(
      Map<String, LawReading.Item> old, Map<String, LawReading.Item> now) {
    Map<String, String> oldByHash = once(old);
    Map<String, String> moved = new LinkedHashMap<>();
    once(now)
        .forEach((hash, place) -> {
          String from = oldByHash.get(hash);
          if (from != null && !from.equals(place)) {
            moved.put(place, from);
          }
        });
    return moved;
  }

  private static Map<String, String> once(Map<String, LawReading.Item> items) {
    Map<String, String> once = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    items.forEach((place, item) -> {
      if (once.put(item.hash(), place) != null) {
        twice.add(item.hash());
      }
    });
    twice.forEach(once::remove);
    return once;
  }

  private static Map<String, LawReading.Item> byPlace(List<LawReading.Item> items) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, LawReading.Item> byPlace = new LinkedHashMap<>();
    for (LawReading.Item item : items) {
      int number = seen.merge(item.path(), 1, Integer::sum);
      byPlace.put(number == 1 ? item.path() : item.path() + "#" + number, item);
    }
    return byPlace;
  }
}

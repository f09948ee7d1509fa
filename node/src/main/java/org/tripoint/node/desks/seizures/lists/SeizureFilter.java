package org.tripoint.node.desks.seizures.lists;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which seizures a person asks for.
///
/// @param at allowed values by field, at least one each; a substance by its key
/// @param from first month, inside, or null for no limit
/// @param to last month, inside, or null for no limit
public record SeizureFilter(
    Map<Field, Set<String>> at, @Nullable YearMonth from, @Nullable YearMonth to) {

  /// Months that stand for no limit.
  public static final YearMonth FIRST = YearMonth.of(1900, 1);

  public static final YearMonth LAST = YearMonth.of(2199, 12);

  public SeizureFilter {
    Map<Field, Set<String>> copy = new EnumMap<>(Field.class);
    at.forEach((field, values) -> copy.put(field, Set.copyOf(values)));
    at = java.util.Collections.unmodifiableMap(copy);
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("expected a last month from " + from + ", found " + to);
    }
  }

  public static SeizureFilter all() {
    return new SeizureFilter(Map.of(), null, null);
  }

  /// True when it asks about things taken, so that events are found through their items.
  public boolean asksForItems() {
    return at.keySet().stream().anyMatch(Field::isOfItems);
  }

  /// True when it names nothing but these fields and months.
  public boolean namesOnly(Set<Field> fields) {
    return fields.containsAll(at.keySet());
  }

  /// True when a thing of an event is among those asked for.
  boolean allows(EventRow.Item item) {
    return at.entrySet().stream()
        .filter(asked -> asked.getKey().isOfItems())
        .allMatch(asked -> asked.getValue().contains(item.valueOf(asked.getKey())));
  }

  public YearMonth first() {
    return from == null ? FIRST : from;
  }

  public YearMonth last() {
    return to == null ? LAST : to;
  }

  /// The same with a field's values changed.
  SeizureFilter with(Field field, Set<String> values) {
    Map<Field, Set<String>> changed = new EnumMap<>(Field.class);
    changed.putAll(at);
    changed.put(field, values);
    return new SeizureFilter(changed, from, to);
  }

  /// The same, within these months besides.
  SeizureFilter within(YearMonth first, YearMonth last) {
    return new SeizureFilter(at, first, last);
  }
}

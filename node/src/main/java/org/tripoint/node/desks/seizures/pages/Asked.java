package org.tripoint.node.desks.seizures.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.lists.Cursor;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.Order;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;

/// What a person asks the seizures page for: read from the address, written back to it.
///
/// @param figures true for published figures, false for events
/// @param at chosen value by field; a substance by its family
/// @param from first month, or null
/// @param to last month, or null
/// @param order of the list
/// @param after where the page begins: rows after it, in the list's order
/// @param before where the page ends: rows before it; never together with `after`
/// @param columns columns to show, in order; empty for the usual ones
public record Asked(
    boolean figures,
    Map<Field, String> at,
    @Nullable YearMonth from,
    @Nullable YearMonth to,
    Order order,
    Optional<Cursor> after,
    Optional<Cursor> before,
    List<String> columns) {

  static final String PATH = "/seizures";

  public Asked {
    at = Map.copyOf(at);
    columns = List.copyOf(columns);
  }

  /// Reads the parameters; what is none of ours, or not readable, is left out.
  static Asked of(Map<String, List<String>> parameters) {
    Function<String, String> one =
        name -> {
          List<String> values = parameters.getOrDefault(name, List.of());
          return values.isEmpty() ? "" : values.getFirst().strip();
        };
    boolean figures = one.apply("view").equals("figures");
    Map<Field, String> at = new EnumMap<>(Field.class);
    for (Field field : figures ? Field.ofFigures() : Field.ofEvents()) {
      String value = one.apply(field.parameter());
      if (!value.isEmpty() && value.length() <= 200) {
        at.put(field, value);
      }
    }
    YearMonth from = month(one.apply("from"));
    YearMonth to = month(one.apply("to"));
    boolean backwards = from != null && to != null && to.isBefore(from);
    Order order = Columns.order(figures, one.apply("sort"));
    Optional<Cursor> after = Cursor.find(one.apply("after"), order);
    List<String> columns = new ArrayList<>();
    for (String value : parameters.getOrDefault("columns", List.of())) {
      columns.addAll(List.of(value.split(",", 30)));
    }
    return new Asked(
        figures,
        at,
        backwards ? to : from,
        backwards ? from : to,
        order,
        after,
        after.isPresent() ? Optional.empty() : Cursor.find(one.apply("before"), order),
        columns.stream().filter(c -> !c.isBlank()).distinct().limit(30).toList());
  }

  private static @Nullable YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      return month.isBefore(SeizureFilter.FIRST) || month.isAfter(SeizureFilter.LAST)
          ? null
          : month;
    } catch (DateTimeException e) {
      return null;
    }
  }

  /// The filter, with families as the substances, and subdivisions as the places, counted under
  /// them.
  SeizureFilter filter(
      Function<String, Set<String>> keysOfFamily, Function<String, Set<String>> valuesOfPlace) {
    Map<Field, Set<String>> values = new EnumMap<>(Field.class);
    at.forEach((field, value) -> {
      Set<String> keys =
          switch (field) {
            case SUBSTANCE -> keysOfFamily.apply(value);
            case PLACE -> valuesOfPlace.apply(value);
            case COUNTRY, SOURCE, AGENCY, WHAT, FORM, AREA, SETTING, WEIGHT, COUNT -> Set.of(value);
          };
      values.put(field, keys.isEmpty() ? Set.of(value) : keys);
    });
    return new SeizureFilter(values, from, to);
  }

  public String valueOf(Field field) {
    return at.getOrDefault(field, "");
  }

  Asked with(Field field, String value) {
    Map<Field, String> changed = new EnumMap<>(Field.class);
    changed.putAll(at);
    if (value.isEmpty()) {
      changed.remove(field);
    } else {
      changed.put(field, value);
    }
    return new Asked(
        figures, changed, from, to, order, Optional.empty(), Optional.empty(), columns);
  }

  Asked startingAt(Optional<Cursor> newAfter, Optional<Cursor> newBefore) {
    return new Asked(figures, at, from, to, order, newAfter, newBefore, columns);
  }

  Asked ordered(Order newOrder) {
    return new Asked(figures, at, from, to, newOrder, Optional.empty(), Optional.empty(), columns);
  }

  /// The other view, with what both know.
  Asked view(boolean ofFigures) {
    Map<Field, String> kept = new EnumMap<>(Field.class);
    at.forEach((field, value) -> {
      boolean both = field == Field.COUNTRY || field == Field.SUBSTANCE;
      if (both) {
        kept.put(field, value);
      }
    });
    Order kind = order.isByAmount() ? Order.NEWEST_FIRST : order;
    return new Asked(
        ofFigures, kept, from, to, kind, Optional.empty(), Optional.empty(), List.of());
  }

  /// Path and query that ask for this.
  public String address() {
    return address(PATH);
  }

  String address(String path) {
    Map<String, String> parameters = parameters();
    after.ifPresent(cursor -> parameters.put("after", cursor.toString()));
    before.ifPresent(cursor -> parameters.put("before", cursor.toString()));
    StringBuilder address = new StringBuilder(path);
    parameters.forEach((name, value) ->
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return address.toString();
  }

  /// Everything but the place in the list, by name, for addresses and hidden fields.
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (figures) {
      parameters.put("view", "figures");
    }
    for (Field field : Field.values()) {
      if (at.containsKey(field)) {
        parameters.put(field.parameter(), valueOf(field));
      }
    }
    if (from != null) {
      parameters.put("from", from.toString());
    }
    if (to != null) {
      parameters.put("to", to.toString());
    }
    String sort = Columns.address(figures, order);
    if (!sort.isEmpty()) {
      parameters.put("sort", sort);
    }
    if (!columns.isEmpty()) {
      parameters.put("columns", String.join(",", columns));
    }
    return parameters;
  }
}

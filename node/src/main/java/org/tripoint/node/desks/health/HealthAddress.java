package org.tripoint.node.desks.health;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.tripoint.node.desks.health.HealthSelection.Asked;
import org.tripoint.node.desks.health.HealthTable.From;
import org.tripoint.node.desks.health.HealthTable.Sort;

/// What the address of the health page asks for; the page's links are this with something changed.
///
/// @param area jurisdiction; "" for the node's own country
/// @param asked what of it
/// @param day last day of the maps' period, ISO 8601; "" for the newest
/// @param sort the table's order
/// @param columns the table's columns; empty for the usual ones
/// @param from where the table starts
record HealthAddress(
    String area, Asked asked, String day, Sort sort, List<String> columns, From from) {
  HealthAddress {
    columns = List.copyOf(columns);
  }

  static HealthAddress of(MultiValueMap<String, String> parameters) {
    return new HealthAddress(
        text(parameters, "area"),
        new Asked(
            text(parameters, "measure"),
            text(parameters, "period"),
            text(parameters, "strata"),
            text(parameters, "indicator")),
        text(parameters, "day"),
        Sort.parse(text(parameters, "sort")),
        parameters.getOrDefault("columns", List.of()),
        from(text(parameters, "after"), text(parameters, "before")));
  }

  private static String text(MultiValueMap<String, String> parameters, String name) {
    String value = parameters.getFirst(name);
    return value == null ? "" : value;
  }

  private static From from(String after, String before) {
    if (after.matches("[0-9]{1,18}")) {
      return new From.After(Long.parseLong(after));
    }
    return before.matches("[0-9]{1,18}")
        ? new From.Before(Long.parseLong(before))
        : new From.Start();
  }

  HealthAddress sorted(Sort other) {
    return new HealthAddress(area, asked, day, other, columns, new From.Start());
  }

  HealthAddress starting(From other) {
    return new HealthAddress(area, asked, day, sort, columns, other);
  }

  /// A name and a value of the address.
  record Parameter(String name, String value) {}

  /// All but the columns, the usual ones left out: what a form that chooses columns keeps.
  List<Parameter> kept() {
    List<Parameter> kept = new ArrayList<>();
    add(kept, "area", area);
    add(kept, "measure", asked.measure());
    add(kept, "period", asked.period());
    add(kept, "strata", asked.strata());
    add(kept, "indicator", asked.indicator());
    add(kept, "day", day);
    add(kept, "sort", sort.equals(Sort.USUAL) ? "" : sort.text());
    return kept;
  }

  /// `/health?area=CA&…`
  String text() {
    List<Parameter> all = new ArrayList<>(kept());
    columns.forEach(column -> add(all, "columns", column));
    switch (from) {
      case From.Start start -> {}
      case From.After(long sequence) -> add(all, "after", String.valueOf(sequence));
      case From.Before(long sequence) -> add(all, "before", String.valueOf(sequence));
    }
    StringBuilder text = new StringBuilder("/health");
    for (Parameter one : all) {
      text.append(text.indexOf("?") < 0 ? '?' : '&').append(one.name()).append('=');
      text.append(URLEncoder.encode(one.value(), StandardCharsets.UTF_8));
    }
    return text.toString();
  }

  /// With one parameter more.
  String with(String name, String value) {
    String text = text();
    return text + (text.contains("?") ? '&' : '?') + name + '=' + value;
  }

  private static void add(List<Parameter> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.add(new Parameter(name, value));
    }
  }
}

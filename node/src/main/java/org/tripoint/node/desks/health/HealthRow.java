package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.Format.Extra;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.ReportedNumber;

/// One row while it is being read: its text, and what was found wrong with it so far.
final class HealthRow {

  /// Groups of three with commas, or no groups: `4,034`, `4034`, `97.25`.
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(,\\d{3})+|\\d{1,20})(\\.\\d{1,30})?");

  private final Row row;
  private final List<Finding> hard = new ArrayList<>();
  private final List<Finding> soft = new ArrayList<>();

  HealthRow(Row row) {
    this.row = row;
  }

  String text(String column) {
    return row.text(column);
  }

  /// The text of a column that must be filled.
  String required(String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      refuse(column, "required", "");
    }
    return text;
  }

  /// A number of at least 0 with or without thousands commas; null when blank or refused.
  @Nullable ReportedNumber number(String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    Optional<ReportedNumber> number = findNumber(text);
    if (number.isEmpty()) {
      refuse(column, "not-a-number", "1234.5");
    }
    return number.orElse(null);
  }

  static Optional<ReportedNumber> findNumber(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new ReportedNumber(new BigDecimal(text.replace(",", "")), text))
        : Optional.empty();
  }

  /// How complete the count was; null when neither column is filled.
  @Nullable Completeness completeness(String completeColumn, String pendingColumn) {
    String text = row.text(completeColumn);
    boolean atLeast = text.endsWith("+");
    @Nullable ReportedNumber complete =
        percent(completeColumn, atLeast ? text.substring(0, text.length() - 1) : text);
    @Nullable ReportedNumber pending = percent(pendingColumn, row.text(pendingColumn));
    return complete == null && pending == null
        ? null
        : new Completeness(complete, atLeast, pending);
  }

  private @Nullable ReportedNumber percent(String column, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Optional<ReportedNumber> number = findNumber(text).or(() -> ReportedNumber.find(text));
    if (number.isEmpty() || !Completeness.isPercent(number.get().value())) {
      refuse(column, "not-a-percentage", "0–100");
      return null;
    }
    return new ReportedNumber(number.get().value(), row.text(column));
  }

  /// A whole number from `from` to `to`; `from` itself, and a finding, when it is none.
  int whole(String column, int from, int to) {
    String text = required(column);
    int value = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    if (value >= from && value <= to) {
      return value;
    }
    if (!text.isEmpty()) {
      refuse(column, "not-in-range", from + "–" + to);
    }
    return from;
  }

  void refuse(String column, String rule, String expected) {
    hard.add(new Finding(column, rule, row.text(column), expected));
  }

  void remark(String column, String rule, String expected) {
    soft.add(new Finding(column, rule, row.text(column), expected));
  }

  boolean isRefused() {
    return !hard.isEmpty();
  }

  List<Finding> hard() {
    return List.copyOf(hard);
  }

  List<Finding> soft() {
    return List.copyOf(soft);
  }

  Map<String, String> extras(Set<String> knownColumns) {
    Map<String, String> extras = new TreeMap<>();
    for (Extra extra : row.extras(knownColumns)) {
      extras.putIfAbsent(extra.column(), extra.text());
    }
    return extras;
  }
}

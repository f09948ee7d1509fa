package org.tripoint.node.desks.seizures.formats;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.ReportedNumber;

/// Reads the cells of one row and notes every rule that one of them breaks.
final class Findings {
  private static final String NUMBER = "1234.5";

  final List<Finding> hard = new ArrayList<>();
  final List<Finding> soft = new ArrayList<>();

  /// The text, or "" and a finding when there is none.
  String required(Row row, String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      hard.add(new Finding(column, "missing", "", ""));
    }
    return text;
  }

  /// At most so long, or a finding.
  String limited(Row row, String column, int longest) {
    String text = row.text(column);
    if (text.length() > longest) {
      hard.add(new Finding(column, "too-long", text, Integer.toString(longest)));
    }
    return text;
  }

  /// A number of at least 0; empty with a finding when it is none, empty without one when the cell
  /// is blank.
  Optional<ReportedNumber> amount(Row row, String column) {
    return amount(column, row.text(column));
  }

  Optional<ReportedNumber> amount(String column, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<ReportedNumber> number = ReportedNumber.find(text);
    if (number.isEmpty()) {
      hard.add(new Finding(column, "not-a-number", text, NUMBER));
    } else if (number.get().value().signum() < 0) {
      hard.add(new Finding(column, "negative", text, "0"));
      return Optional.empty();
    }
    return number;
  }

  Optional<ReportedNumber> requiredAmount(Row row, String column) {
    return required(row, column).isEmpty() ? Optional.empty() : amount(row, column);
  }

  /// A whole number of at least 0.
  Optional<ReportedNumber> requiredCount(Row row, String column) {
    Optional<ReportedNumber> number = requiredAmount(row, column);
    if (number.isPresent() && number.get().value().scale() > 0) {
      hard.add(new Finding(column, "not-whole", row.text(column), "0, 1, 2"));
      return Optional.empty();
    }
    return number;
  }

  /// `2023-08-14`, `2023-08` or `2023`.
  Optional<PartialDate> requiredDate(Row row, String column) {
    String text = required(row, column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.parse(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      hard.add(new Finding(column, "not-a-date", text, "yyyy-mm-dd"));
      return Optional.empty();
    }
  }

  /// One of the names of an enum, in any case; the default when the cell is blank or, with a
  /// finding, something else.
  <E extends Enum<E>> E code(Row row, String column, Class<E> type, E whenBlank) {
    String text = row.text(column).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return whenBlank;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    hard.add(new Finding(column, "not-a-code", row.text(column), names(type)));
    return whenBlank;
  }

  void notRecognised(String column, String found, String list) {
    soft.add(new Finding(column, "not-recognised", found, list));
  }

  static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}

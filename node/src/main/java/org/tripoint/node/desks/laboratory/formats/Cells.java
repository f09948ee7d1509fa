package org.tripoint.node.desks.laboratory.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.Format.Extra;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.ReportedNumber;

/// Reads the cells of one row and notes every rule that one of them breaks.
final class Cells {

  private final Row row;
  private final List<Finding> hard;
  private final List<Finding> soft;

  /// @param hard takes findings for which the row is refused
  /// @param soft takes what was not recognised and is kept as reported
  Cells(Row row, List<Finding> hard, List<Finding> soft) {
    this.row = row;
    this.hard = hard;
    this.soft = soft;
  }

  boolean has(String column) {
    return !row.text(column).isEmpty();
  }

  /// The text as it stands.
  String raw(String column) {
    return row.text(column);
  }

  /// At most so long; "" with a finding when it is longer.
  String text(String column, int longest) {
    String text = row.text(column);
    if (text.length() > longest) {
      refuse(column, "too-long", text, Integer.toString(longest));
      return "";
    }
    return text;
  }

  String required(String column, int longest) {
    String text = text(column, longest);
    if (row.text(column).isEmpty()) {
      refuse(column, "missing", "", "");
    }
    return text;
  }

  /// A number of at least 0, or null.
  @Nullable ReportedNumber number(String column) {
    return number(column, row.text(column));
  }

  @Nullable ReportedNumber number(String column, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Optional<ReportedNumber> number = ReportedNumber.find(text);
    if (number.isEmpty()) {
      refuse(column, "not-a-number", text, "1234.5");
      return null;
    }
    if (number.get().value().signum() < 0) {
      refuse(column, "negative", text, "0");
      return null;
    }
    return number.get();
  }

  /// A whole number within bounds, or null.
  @Nullable Integer whole(String column, int least, int most) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      refuse(column, "not-whole", text, "1, 2, 3");
      return null;
    }
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      refuse(column, "not-in-range", text, least + " … " + most);
      return null;
    }
    return number;
  }

  /// `2023-08-14`, `2023-08` or `2023`, or null.
  @Nullable PartialDate partialDate(String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return PartialDate.parse(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      refuse(column, "not-a-date", text, "yyyy-mm-dd");
      return null;
    }
  }

  /// A day, or null.
  @Nullable LocalDate day(String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      refuse(column, "not-a-date", text, "yyyy-mm-dd");
      return null;
    }
  }

  /// One of the names of an enum, in any case; the default when the cell is blank or, with a
  /// finding, something else.
  <E extends Enum<E>> E code(String column, Class<E> type, E whenBlank) {
    String text = row.text(column).toUpperCase(Locale.ROOT);
    if (text.isEmpty()) {
      return whenBlank;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    refuse(column, "not-a-code", row.text(column), names(type));
    return whenBlank;
  }

  /// Columns that nothing here reads.
  List<Extra> extras(Set<String> known) {
    return row.extras(known);
  }

  void refuse(String column, String rule, String found, String expected) {
    hard.add(new Finding(column, rule, found, expected));
  }

  void notRecognised(String column, String found) {
    soft.add(new Finding(column, "not-recognised", found, ""));
  }

  boolean isRefused() {
    return !hard.isEmpty();
  }

  static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }

  /// Findings of several rows as one list, each once.
  static List<Finding> distinct(List<Finding> findings) {
    return new ArrayList<>(findings.stream().distinct().toList());
  }
}

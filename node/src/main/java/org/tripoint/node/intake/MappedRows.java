package org.tripoint.node.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.Format.Extra;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.intake.ImportMapping.Binding;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// Reads rows of a file through a mapping: the native format's reader sees its own columns.
///
/// A date or number that is not written as the mapping says is a finding of its own, under the
/// file's column name; nothing is guessed.
final class MappedRows implements RowReader {

  private static final Pattern POINT =
      Pattern.compile(
          "[+-]?(\\d+|\\d{1,3}([, \u00a0\u202f']\\d{3})+)(\\.\\d+)?([eE][+-]?\\d{1,2})?");
  private static final Pattern COMMA =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}([. \u00a0\u202f']\\d{3})+)(,\\d+)?");

  private final RowReader target;
  private final Map<String, Binding> bindings = new HashMap<>();
  private final Map<String, DateStyle> dates = new HashMap<>();
  private final Map<String, String> columnOf = new HashMap<>();
  private final Set<String> columnsRead;

  MappedRows(RowReader target, ImportMapping mapping, Format format) {
    this.target = target;
    this.columnsRead = Set.copyOf(mapping.columnsRead());
    for (Binding binding : mapping.bindings()) {
      if (format.mappableColumns().stream().noneMatch(c -> c.name().equals(binding.to()))) {
        continue;
      }
      bindings.put(binding.to(), binding);
      String from = binding.from();
      columnOf.put(binding.to(), from == null ? "" : from);
      String pattern = binding.dates();
      if (pattern != null) {
        dates.put(binding.to(), DateStyle.of(pattern));
      }
    }
  }

  @Override
  public Optional<String> groupOf(Row row) {
    return target.groupOf(new Mapped(row));
  }

  @Override
  public String dayOfEvent() {
    String column = columnOf.getOrDefault(target.dayOfEvent(), "");
    return column.isEmpty() ? target.dayOfEvent() : column;
  }

  @Override
  public RowResult read(Row row) {
    var mapped = new Mapped(row);
    List<Finding> wrong = mapped.wrong();
    return wrong.isEmpty() ? named(target.read(mapped)) : new RowResult.Refused(wrong);
  }

  @Override
  public RowResult readGroup(List<Row> rows) {
    var mapped = new ArrayList<Row>();
    var wrong = new ArrayList<Finding>();
    for (Row row : rows) {
      var one = new Mapped(row);
      wrong.addAll(one.wrong());
      mapped.add(one);
    }
    return wrong.isEmpty() ? named(target.readGroup(mapped)) : new RowResult.Refused(wrong);
  }

  /// The row under the native format's columns.
  Row mapped(Row row) {
    return new Mapped(row);
  }

  /// Findings under the names of the file's columns.
  private RowResult named(RowResult result) {
    return result instanceof RowResult.Refused refused
        ? new RowResult.Refused(refused.hard().stream().map(this::named).toList())
        : result;
  }

  private Finding named(Finding finding) {
    String column = columnOf.getOrDefault(finding.column(), "");
    return column.isEmpty()
        ? finding
        : new Finding(column, finding.rule(), finding.found(), finding.expected());
  }

  /// A number in plain digits with a point; null when it is not written so.
  static @Nullable String plainNumber(String text, NumberStyle style) {
    boolean isComma = style == NumberStyle.COMMA;
    if (!(isComma ? COMMA : POINT).matcher(text).matches()) {
      return null;
    }
    String digits = text.replaceAll(isComma ? "[. \u00a0\u202f']" : "[, \u00a0\u202f']", "");
    return new BigDecimal(digits.replace(',', '.')).toPlainString();
  }

  /// A row of the file under the native format's column names.
  private final class Mapped implements Row {
    private final Row row;
    private final Map<String, String> texts = new HashMap<>();
    private final List<Finding> wrong = new ArrayList<>();

    Mapped(Row row) {
      this.row = row;
      bindings.values().forEach(binding -> texts.put(binding.to(), text(binding)));
    }

    List<Finding> wrong() {
      return wrong;
    }

    private String text(Binding binding) {
      String from = binding.from();
      String constant = binding.constant();
      String text = from == null ? (constant == null ? "" : constant) : row.text(from);
      String translated = binding.translations().get(text);
      if (translated != null) {
        return translated;
      }
      if (text.isEmpty() || from == null) {
        return text;
      }
      DateStyle style = dates.get(binding.to());
      if (style != null) {
        return style
            .parse(text)
            .map(Object::toString)
            .orElseGet(() -> wrong(from, "not-a-date", text, style.pattern()));
      }
      NumberStyle numbers = binding.numbers();
      if (numbers == null) {
        return text;
      }
      String plain = plainNumber(text, numbers);
      return plain != null
          ? plain
          : wrong(from, "not-a-number", text, numbers == NumberStyle.COMMA ? "1.234,5" : "1,234.5");
    }

    private String wrong(String column, String rule, String found, String expected) {
      wrong.add(new Finding(column, rule, found, expected));
      return "";
    }

    @Override
    public long number() {
      return row.number();
    }

    @Override
    public String text(String column) {
      return texts.getOrDefault(column, "");
    }

    @Override
    public List<Extra> extras(Set<String> knownColumns) {
      return row.extras(columnsRead);
    }
  }
}

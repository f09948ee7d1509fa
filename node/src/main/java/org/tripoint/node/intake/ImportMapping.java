package org.tripoint.node.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// How a person said to read a layout that no desk knows: each column of a native format comes from
/// a column of the file, or is the same for every row. The content of kind `import-mapping`.
///
/// @param name its name, for people
/// @param source the source such files are releases of
/// @param format the native format it maps to
/// @param complete true when such files carry everything their source publishes
/// @param columns the file's column names; a file with just these is recognised
/// @param bindings where the native format's columns come from; one for a column at most
@MadeHere
public record ImportMapping(
    String name,
    String source,
    String format,
    boolean complete,
    List<String> columns,
    List<Binding> bindings) {

  public static final Kind<ImportMapping> KIND = Kind.of("import-mapping", 1, ImportMapping.class);

  public ImportMapping {
    columns = List.copyOf(columns);
    bindings = List.copyOf(bindings);
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("expected a name of 1 to 120 characters");
    }
    if (!source.matches("[a-z0-9]+(-[a-z0-9]+)*") || source.length() > 80) {
      throw new IllegalArgumentException(
          "expected a source of lower-case words joined by dashes, found '" + source + "'");
    }
    if (columns.isEmpty() || columns.size() > 1_000) {
      throw new IllegalArgumentException("expected 1 to 1,000 columns, found " + columns.size());
    }
    if (bindings.stream().map(Binding::to).distinct().count() != bindings.size()) {
      throw new IllegalArgumentException("expected one binding for a column at most");
    }
    for (Binding binding : bindings) {
      String from = binding.from();
      if (from != null && !columns.contains(from)) {
        throw new IllegalArgumentException("expected a column of the file, found '" + from + "'");
      }
    }
  }

  /// Where a column of the native format gets its text.
  ///
  /// @param to column of the native format
  /// @param from column of the file; null when it is the same for every row
  /// @param constant what every row says; null when it comes from a column
  /// @param numbers how numbers are written; null when the text is taken as it is
  /// @param dates how dates are written, as a pattern such as `dd/MM/yyyy`; null when the text is
  ///   taken as it is
  /// @param translations what a text of the file means in the native format; texts not in it are
  ///   taken as they are
  public record Binding(
      String to,
      @Nullable String from,
      @Nullable String constant,
      @Nullable NumberStyle numbers,
      @Nullable String dates,
      Map<String, String> translations) {
    public Binding {
      translations = Map.copyOf(translations);
      if ((from == null) == (constant == null)) {
        throw new IllegalArgumentException(
            "expected a column or a constant for '" + to + "', not both");
      }
      if (translations.size() > 500) {
        throw new IllegalArgumentException("expected at most 500 translations for '" + to + "'");
      }
      if (dates != null) {
        DateStyle.of(dates);
      }
    }
  }

  /// How numbers are written.
  public enum NumberStyle {
    /// `1,234.5`
    POINT,
    /// `1.234,5` or `1 234,5`
    COMMA
  }

  /// Columns of the file that it reads.
  List<String> columnsRead() {
    return bindings.stream()
        .map(Binding::from)
        .filter(from -> from != null)
        .map(from -> from == null ? "" : from)
        .distinct()
        .toList();
  }

  /// The same for the same set of columns, whatever their order.
  static String columnsKey(List<String> columns) {
    return String.join("\u001f", new TreeSet<>(columns));
  }
}

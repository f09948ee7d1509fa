package org.tripoint.node.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.ShortText;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;

/// A file layout that a desk can read. Declared as a Spring bean by the desk whose kind it makes.
///
/// A format says how to recognise the header, turns one row at a time into a record or a refusal,
/// and keeps nothing between rows: intake owns files, order, quarantine, progress and the ledger.
public interface Format {

  /// A stable id, such as `cbp-drug-seizures`.
  String id();

  /// The source that a file with this header and name belongs to, when it is of this format.
  Optional<Recognition> recognise(Header header, String fileName);

  /// Reads rows of a file that was recognised.
  RowReader open(Recognition recognition, Header header);

  /// Column names as they stand in the file.
  record Header(List<String> columns) {
    public Header {
      columns = List.copyOf(columns);
    }

    public boolean hasAll(Set<String> names) {
      return columns.containsAll(names);
    }
  }

  /// What a format says of a file that it recognises.
  ///
  /// @param formatId the format that recognised it
  /// @param source the source it is a release of, such as `us-cbp-nationwide`
  /// @param complete true when such files carry everything the source publishes inside their
  ///   coverage
  /// @param usualLagDays days from the last day covered to publication, for estimating when nothing
  ///   better is known
  /// @param knownColumns columns the format reads; the rest are kept as they are
  /// @param identity where a record's key comes from
  record Recognition(
      String formatId,
      String source,
      boolean complete,
      int usualLagDays,
      Set<String> knownColumns,
      Identity identity) {
    public Recognition {
      knownColumns = Set.copyOf(knownColumns);
    }
  }

  /// Where a record's key comes from.
  enum Identity {
    /// The row reader's key names the record.
    KEYED,
    /// Rows have no id: intake adds the ordinal among rows with an equal key in the same file.
    ORDINAL_AMONG_EQUALS
  }

  /// One row of the file.
  interface Row {
    /// Line of the data, from 1, header not counted.
    long number();

    /// Text of the named column, without surrounding blanks; "" when blank or when there is no such
    /// column.
    String text(String column);

    /// Columns that are not known, as name and text in file order, blank ones left out.
    List<Extra> extras(Set<String> knownColumns);
  }

  /// A column that the format does not know, kept as it was.
  record Extra(String column, String text) {}

  /// Reads rows one at a time, or, where one record stands on several rows, the rows of one record
  /// together; used by one thread.
  interface RowReader {

    /// The same for neighbouring rows that make one record; empty when every row is a record.
    default Optional<String> groupOf(Row row) {
      return Optional.empty();
    }

    /// When the source published the file, if a row of it says so; asked of the first rows.
    default Optional<Instant> publishedIn(Row row) {
      return Optional.empty();
    }

    /// The column with the day on which what a row reports happened, such as that of a seizure: it
    /// cannot lie after the file was published. "" where rows are about periods, which a file may
    /// carry before they end.
    default String dayOfEvent() {
      return "";
    }

    RowResult read(Row row);

    /// Reads 1 to 1,000 neighbouring rows of one group as one record.
    default RowResult readGroup(List<Row> rows) {
      return read(rows.getFirst());
    }
  }

  /// Columns that a person can map another file's columns to; empty for layouts that are read as
  /// they are and never a target. The label of a column is the message `format.<format
  /// id>.<column>`.
  default List<Column> mappableColumns() {
    return List.of();
  }

  /// Columns that hold numbers, which a spreadsheet may have written with decimal commas.
  default Set<String> numberColumns() {
    return mappableColumns().stream()
        .filter(column -> column.type() == ColumnType.NUMBER)
        .map(Column::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The layouts whose names a header may have.
  default List<Layout> layouts() {
    List<Column> columns = mappableColumns();
    Set<String> required =
        Layout.names(columns.stream().filter(Column::required).toList(), Set.of());
    return columns.isEmpty()
        ? List.of()
        : List.of(
            Layout.of(id(), false, 0, required, Layout.names(columns, Set.of()), Identity.KEYED));
  }

  /// A column that the format reads.
  ///
  /// @param name column name in this format
  /// @param required whether a row without it is refused
  /// @param type how its text is read
  /// @param codes allowed codes when the type is CODE, else empty
  record Column(String name, boolean required, ColumnType type, List<String> codes) {
    public Column {
      codes = List.copyOf(codes);
    }
  }

  /// How the text of a column is read.
  enum ColumnType {
    TEXT,
    DATE,
    NUMBER,
    CODE
  }

  /// What became of a row.
  sealed interface RowResult {
    /// The row says a record.
    ///
    /// @param key the source's id or natural key of the record
    /// @param covers the day the row is about, for the file's coverage
    /// @param soft what was not recognised and is kept as reported
    record Accepted<C extends Record>(
        Kind<C> kind,
        String key,
        C content,
        Marking marking,
        @Nullable LocalDate covers,
        List<Finding> soft)
        implements RowResult {
      public Accepted {
        soft = List.copyOf(soft);
      }
    }

    /// The row breaks a rule and goes to quarantine.
    ///
    /// @param hard every rule the row breaks, at least one
    record Refused(List<Finding> hard) implements RowResult {
      public Refused {
        hard = List.copyOf(hard);
        if (hard.isEmpty()) {
          throw new IllegalArgumentException("expected at least one finding");
        }
      }
    }

    /// The originator takes the record back.
    ///
    /// @param key the source's id of the record
    /// @param covers the day the row is about, for the file's coverage
    record Withdrawn(Kind<?> kind, String key, String reason, @Nullable LocalDate covers)
        implements RowResult {}

    /// A row that carries no record by the format's own rules (a total line, a blank line), counted
    /// and shown as such.
    record Skipped(String rule) implements RowResult {}
  }

  /// A rule and the place where it was broken. `rule` names a message `intake.rule.<rule>` in three
  /// languages whose arguments are `column`, `found`, `expected`.
  ///
  /// @param column column name, or "" for the whole row
  /// @param rule stable code of the rule, such as `not-a-number`
  /// @param found what stands there, cut to 200 characters
  /// @param expected what was expected, language-neutral (a pattern, a list, a range)
  record Finding(String column, String rule, String found, String expected) {
    public Finding {
      found = ShortText.cut(found, 200);
    }
  }

  /// The month a row covers, as a day.
  static LocalDate firstDay(YearMonth month) {
    return month.atDay(1);
  }
}

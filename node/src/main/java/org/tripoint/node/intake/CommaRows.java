package org.tripoint.node.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.intake.Format.Extra;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// Reads rows of a native layout whose numbers are written with decimal commas: the format sees
/// them with points.
final class CommaRows implements RowReader {

  private final RowReader target;
  private final Set<String> numbers;

  /// @param numbers columns that hold numbers
  CommaRows(RowReader target, Set<String> numbers) {
    this.target = target;
    this.numbers = Set.copyOf(numbers);
  }

  @Override
  public Optional<String> groupOf(Row row) {
    return target.groupOf(new WithPoints(row));
  }

  @Override
  public Optional<Instant> publishedIn(Row row) {
    return target.publishedIn(new WithPoints(row));
  }

  @Override
  public String dayOfEvent() {
    return target.dayOfEvent();
  }

  @Override
  public RowResult read(Row row) {
    return target.read(new WithPoints(row));
  }

  @Override
  public RowResult readGroup(List<Row> rows) {
    return target.readGroup(rows.stream().<Row>map(WithPoints::new).toList());
  }

  private final class WithPoints implements Row {
    private final Row row;

    WithPoints(Row row) {
      this.row = row;
    }

    @Override
    public long number() {
      return row.number();
    }

    /// What is no number with a comma stands as it is, for the format to judge.
    @Override
    public String text(String column) {
      String text = row.text(column);
      if (!numbers.contains(column)) {
        return text;
      }
      String plain = MappedRows.plainNumber(text, NumberStyle.COMMA);
      return plain == null ? text : plain;
    }

    @Override
    public List<Extra> extras(Set<String> knownColumns) {
      return row.extras(knownColumns);
    }
  }
}

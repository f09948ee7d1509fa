package org.tripoint.node.desks.seizures.formats;

import java.util.List;
import java.util.Optional;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;

/// Neighbouring rows that tell of one event: those with the same id in a row, which say the same of
/// the event or nothing.
abstract class EventRows implements RowReader {

  private static final int LONGEST_ID = 200;

  private final String idColumn;
  private final String dayColumn;
  private final List<String> ofTheEvent;

  /// Rows of one event.
  ///
  /// @param ofTheEvent columns that say something about the event and not about one item
  EventRows(String idColumn, String dayColumn, List<String> ofTheEvent) {
    this.idColumn = idColumn;
    this.dayColumn = dayColumn;
    this.ofTheEvent = List.copyOf(ofTheEvent);
  }

  @Override
  public final Optional<String> groupOf(Row row) {
    String id = row.text(idColumn);
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  @Override
  public final String dayOfEvent() {
    return dayColumn;
  }

  @Override
  public final RowResult read(Row row) {
    return readGroup(List.of(row));
  }

  /// The event's id; refused when it is missing or too long.
  final String id(Row first, Findings findings) {
    String id = findings.required(first, idColumn);
    findings.limited(first, idColumn, LONGEST_ID);
    return id;
  }

  /// Refuses rows that contradict the first about the event.
  final void refuseOtherEvent(List<Row> rows, Findings findings) {
    Row first = rows.getFirst();
    for (Row row : rows) {
      for (String column : ofTheEvent) {
        String text = row.text(column);
        if (!text.isEmpty() && !text.equals(first.text(column))) {
          findings.hard.add(new Finding(column, "differs-within-record", text, first.text(column)));
        }
      }
    }
  }
}

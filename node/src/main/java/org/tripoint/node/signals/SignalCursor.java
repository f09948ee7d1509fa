package org.tripoint.node.signals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.vocabulary.RecordId;

/// The place in the inbox after which a page begins: the last row of the page before it.
///
/// @param severity of that row
/// @param raised when that row was raised
/// @param record of that row
public record SignalCursor(int severity, Instant raised, RecordId record) {

  /// Before every row.
  public static final SignalCursor START = before(Instant.parse("9999-01-01T00:00:00Z"));

  /// Before every row that was raised earlier, whatever its severity.
  static SignalCursor before(Instant raised) {
    return new SignalCursor(Integer.MAX_VALUE, raised, new RecordId(new UUID(0, 0)));
  }

  static SignalCursor after(Item row) {
    return new SignalCursor(row.level(), row.raised(), row.signal());
  }

  /// Reads what [#text] writes; the start for anything else.
  static SignalCursor parse(String text) {
    String[] fields = text.split("_", -1);
    if (fields.length != 3) {
      return START;
    }
    try {
      return new SignalCursor(
          Integer.parseInt(fields[0]), Instant.parse(fields[1]), RecordId.parse(fields[2]));
    } catch (DateTimeException | IllegalArgumentException e) {
      return START;
    }
  }

  String text() {
    return severity + "_" + raised + "_" + record;
  }
}

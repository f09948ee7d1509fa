package org.tripoint.node.intake;

import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.DecimalSign.Answer;
import org.tripoint.node.intake.FindFormat.Found;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.reading.TableFile;
import org.tripoint.node.intake.reading.TableFile.Opened;
import org.tripoint.node.intake.reading.TableReader;
import org.tripoint.node.intake.reading.TableReader.Line;

/// Reads a file of a native layout once to find how it writes its decimals. Only files with
/// semicolons between cells are looked at: nobody else writes decimal commas without quotes.
@Component
class ReadDecimals {

  private static final Answer POINT = new Answer.Written(NumberStyle.POINT);

  private final FindFormat formats;

  ReadDecimals(FindFormat formats) {
    this.formats = formats;
  }

  Answer read(TableFile file, OurColumns ours, Found found) throws IOException {
    Set<String> numbers = formats.numberColumns(found);
    if (found.mapping() != null || numbers.isEmpty() || !file.layout().equals(";")) {
      return POINT;
    }
    if (!(file.open() instanceof Opened.Rows rows)) {
      return POINT;
    }
    try (TableReader table = rows.reader()) {
      return read(table, ours, numbers);
    }
  }

  private static Answer read(TableReader table, OurColumns ours, Set<String> numbers)
      throws IOException {
    var columns = new FileRow.Columns(ours.theirs());
    var sign = new DecimalSign();
    Line line = table.next();
    while (!(line instanceof Line.End) && !(line instanceof Line.Refused)) {
      if (line instanceof Line.Full full) {
        var row =
            new FileRow(columns, full.number(), ours.theirs(full.cells()), FileRow.Mends.NOTHING);
        numbers.forEach(column -> sign.take(row.text(column)));
      }
      line = table.next();
    }
    return sign.answer();
  }
}

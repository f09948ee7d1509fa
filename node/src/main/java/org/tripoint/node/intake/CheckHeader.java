package org.tripoint.node.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.TableFile;
import org.tripoint.node.intake.reading.TableFile.Opened;
import org.tripoint.node.intake.reading.TableReader;
import org.tripoint.node.intake.reading.TableReader.Line;

/// Finds the file whose header has more or fewer names than all of its first rows have cells: one
/// fault of the header, not one of each row.
@Component
class CheckHeader {

  private static final int ROWS_LOOKED_AT = 200;
  private static final int FEWEST_ROWS = 2;
  private static final String COLUMN_COUNT = "column-count";

  private final FindFormat formats;

  CheckHeader(FindFormat formats) {
    this.formats = formats;
  }

  /// Empty when at least one row fits its header, or the rows differ among themselves.
  Optional<FileRefusal> findMisfit(TableFile file, String name) throws IOException {
    if (!(file.open() instanceof Opened.Rows rows)) {
      return Optional.empty();
    }
    try (TableReader table = rows.reader()) {
      int cells = cellsOfAllRows(table);
      return cells == 0 ? Optional.empty() : Optional.of(refusal(table.columns(), cells, name));
    }
  }

  /// As many cells as each row has when none fits the header; 0 when one does, or they differ.
  private static int cellsOfAllRows(TableReader table) throws IOException {
    int cells = 0;
    int seen = 0;
    for (int i = 0; i < ROWS_LOOKED_AT; i++) {
      switch (table.next()) {
        case Line.Uneven uneven -> {
          boolean differs = cells > 0 && uneven.cells().size() != cells;
          if (differs || !uneven.rule().equals(COLUMN_COUNT)) {
            return 0;
          }
          cells = uneven.cells().size();
          seen++;
        }
        case Line.Blank blank -> {}
        case Line.Full full -> {
          return 0;
        }
        case Line.Refused refused -> {
          return 0;
        }
        case Line.End end -> {
          return seen < FEWEST_ROWS ? 0 : cells;
        }
      }
    }
    return cells;
  }

  private FileRefusal refusal(List<String> columns, int cells, String name) {
    return new FileRefusal(
        FileRefusal.Rule.HEADER_DOES_NOT_FIT,
        name,
        0,
        lacking(columns, cells - columns.size()),
        String.valueOf(columns.size()),
        String.valueOf(cells));
  }

  /// The columns that the header most likely lacks: as many as the rows have cells too many, and
  /// the only ones that the layout nearest to it has beside. None where that leaves a choice.
  private String lacking(List<String> columns, int number) {
    List<Nearness> near =
        formats.listLayouts().stream()
            .map(layout -> new Nearness(layout, columns))
            .filter(nearness -> nearness.shared() * 2 >= columns.size())
            .toList();
    long most = near.stream().mapToLong(Nearness::shared).max().orElse(0);
    List<String> answers =
        near.stream()
            .filter(nearness -> nearness.shared() == most)
            .flatMap(nearness -> nearness.lacking(number).stream())
            .distinct()
            .sorted()
            .toList();
    return String.join(" / ", answers);
  }

  /// How near a header is to a layout.
  private record Nearness(Layout layout, List<String> header) {
    long shared() {
      return layout.known().stream().filter(header::contains).count();
    }

    /// Those without which no file is of the layout, or else all that it knows.
    Optional<String> lacking(int number) {
      return Stream.of(layout.required(), layout.known())
          .map(this::missing)
          .filter(missing -> missing.size() == number)
          .map(missing -> String.join(", ", missing))
          .findFirst();
    }

    private List<String> missing(Set<String> names) {
      return names.stream().filter(name -> !header.contains(name)).sorted().toList();
    }
  }
}

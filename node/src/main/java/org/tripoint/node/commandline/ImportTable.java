package org.tripoint.node.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// What became of every file and row, as a table.
final class ImportTable {
  private final Terminal terminal;
  private final boolean preview;

  ImportTable(Terminal terminal, boolean preview) {
    this.terminal = terminal;
    this.preview = preview;
  }

  /// @param all every file, or only those that need attention
  /// @param seconds from the first file to the last
  void print(List<ImportOutcome> outcomes, boolean all, String address, double seconds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(head());
    for (ImportOutcome outcome : outcomes) {
      if (all || attention(outcome)) {
        rows.add(row(outcome));
      }
    }
    if (outcomes.size() > 1) {
      rows.add(total(outcomes, seconds));
    }
    align(rows).forEach(terminal::line);
    for (ImportOutcome outcome : outcomes) {
      explain(outcome, address);
    }
  }

  private boolean attention(ImportOutcome outcome) {
    return !outcome.done(preview) || outcome.quarantined() > 0;
  }

  private void explain(ImportOutcome outcome, String address) {
    String file = String.valueOf(outcome.file().getFileName());
    String page = address + "/imports/" + outcome.id();
    if (outcome.state().equals("NEEDS_ANSWER")) {
      terminal.say("import.answer", file, page, outcome.message());
    } else if (!outcome.done(preview)) {
      terminal.say("import.failed", file, outcome.message());
    } else if (outcome.quarantined() > 0) {
      terminal.say("import.mend", file, outcome.quarantined(), page);
    } else if (outcome.already()) {
      terminal.line(file + ": " + outcome.message());
    }
  }

  private List<String> head() {
    return List.of(
        terminal.word("import.table.file"),
        terminal.word("import.table.state"),
        terminal.word("import.table.rows"),
        terminal.word("import.table.appended"),
        terminal.word("import.table.unchanged"),
        terminal.word("import.table.quarantined"),
        terminal.word("import.table.unrecognised"),
        terminal.word("import.table.gone"),
        terminal.word("import.table.speed"));
  }

  private List<String> row(ImportOutcome outcome) {
    return List.of(
        String.valueOf(outcome.file().getFileName()),
        state(outcome.state()),
        terminal.number(outcome.rows()),
        terminal.number(outcome.appended()),
        terminal.number(outcome.unchanged()),
        terminal.number(outcome.quarantined()),
        terminal.number(outcome.notRecognised()),
        terminal.number(outcome.noLongerPublished()),
        terminal.number(outcome.rowsPerSecond()));
  }

  private String state(String state) {
    String key = "import.state." + state.toLowerCase(Locale.ROOT);
    return terminal.words().containsKey("commandline." + key) ? terminal.word(key) : state;
  }

  private List<String> total(List<ImportOutcome> all, double seconds) {
    long rows = sum(all, ImportOutcome::rows);
    return List.of(
        terminal.word("import.table.total", all.size()),
        "",
        terminal.number(rows),
        terminal.number(sum(all, ImportOutcome::appended)),
        terminal.number(sum(all, ImportOutcome::unchanged)),
        terminal.number(sum(all, ImportOutcome::quarantined)),
        terminal.number(sum(all, ImportOutcome::notRecognised)),
        terminal.number(sum(all, ImportOutcome::noLongerPublished)),
        terminal.number(Math.round(rows / Math.max(seconds, 0.001))));
  }

  private static long sum(List<ImportOutcome> all, ToLongFunction<ImportOutcome> what) {
    return all.stream().mapToLong(what).sum();
  }

  /// The first two columns to the left, numbers to the right.
  static List<String> align(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        line.append(i < 2 ? row.get(i) + padding : padding + row.get(i)).append("  ");
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}

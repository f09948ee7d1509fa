package org.tripoint.node.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.reading.FileRefusal.Rule;

/// Cuts separated text into lines one character at a time, the obvious way, to hold the fast reader
/// against.
final class SlowCsv {

  private final String text;
  private final char separator;
  private int at;
  private @Nullable String lineEnd;
  @Nullable Rule refused;

  SlowCsv(String text, char separator) {
    this.text = text;
    this.separator = separator;
  }

  /// A line and whether text follows a closing quote in it.
  record SlowLine(List<String> cells, boolean misplaced) {}

  List<SlowLine> lines() {
    var lines = new ArrayList<SlowLine>();
    while (at < text.length() && refused == null) {
      SlowLine line = line();
      if (refused == null) {
        lines.add(line);
      }
    }
    return lines;
  }

  private SlowLine line() {
    var cells = new ArrayList<String>();
    boolean misplaced = false;
    while (true) {
      var cell = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        at++;
        boolean open = true;
        while (open) {
          if (at >= text.length()) {
            refused = Rule.QUOTE_NOT_CLOSED;
            return new SlowLine(cells, misplaced);
          }
          char c = text.charAt(at++);
          if (c != '"') {
            cell.append(c);
          } else if (at < text.length() && text.charAt(at) == '"') {
            cell.append('"');
            at++;
          } else {
            open = false;
          }
        }
        misplaced |= at < text.length() && !isEnd(text.charAt(at));
      }
      while (at < text.length() && !isEnd(text.charAt(at))) {
        cell.append(text.charAt(at++));
      }
      cells.add(cell.toString());
      if (at >= text.length()) {
        return new SlowLine(cells, misplaced);
      }
      if (text.charAt(at) != separator) {
        end();
        return new SlowLine(cells, misplaced);
      }
      at++;
    }
  }

  private void end() {
    String found = text.startsWith("\r\n", at) ? "\r\n" : text.substring(at, at + 1);
    at += found.length();
    if (lineEnd == null) {
      lineEnd = found;
    } else if (!lineEnd.equals(found)) {
      refused = Rule.MIXED_LINE_ENDS;
    }
  }

  private boolean isEnd(char c) {
    return c == separator || c == '\n' || c == '\r';
  }
}

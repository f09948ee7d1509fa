package org.tripoint.node.desks.law.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.node.desks.law.reading.TextRefused.Why;

/// Reads the alphabetical list of the Drug Enforcement Administration as CSV: a row is an item
/// under its name, whose words are its schedule, number and other names.
final class ReadDeaList {

  private static final List<String> HEADINGS =
      List.of("substance", "dea_number", "schedule", "narcotic", "other_names");
  private static final int LONGEST_ROW = 20_000;

  private ReadDeaList() {}

  static LawReading read(byte[] bytes, String sha256) throws TextRefused {
    List<List<String>> rows = rows(decoded(bytes));
    if (rows.isEmpty() || !rows.getFirst().equals(HEADINGS)) {
      throw new TextRefused(Why.NOT_THE_LIST, "");
    }
    if (rows.size() == 1) {
      throw new TextRefused(Why.NO_ITEMS, "");
    }
    List<LawReading.Item> items = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      boolean schedule = row.size() == HEADINGS.size() && row.get(2).matches("I|II|III|IV|V");
      if (!schedule || row.getFirst().isBlank()) {
        throw new TextRefused(Why.BAD_LINE, String.valueOf(i + 1));
      }
      String words =
          "%s: Schedule %s, %s, %s, %s"
              .formatted(row.get(0), row.get(2), row.get(1), row.get(3), row.get(4))
              .replaceAll("\\s+", " ")
              .strip();
      String path =
          row.getFirst().length() > 200 ? row.getFirst().substring(0, 200) : row.getFirst();
      items.add(new LawReading.Item(path, words, null, ReadText.hash(words)));
    }
    return new LawReading(
        "DEA list of controlled substances",
        "en",
        "Drug Enforcement Administration, controlled substances in alphabetical order",
        null,
        null,
        sha256,
        items);
  }

  private static String decoded(byte[] bytes) throws TextRefused {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new TextRefused(Why.NOT_TEXT, "");
    }
  }

  private static List<List<String>> rows(String text) throws TextRefused {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        row.add(take(cell));
      } else if (c == '\n' && !quoted) {
        row.add(take(cell));
        add(row, rows);
        row = new ArrayList<>();
        length = 0;
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
      if (++length > LONGEST_ROW) {
        throw new TextRefused(Why.TOO_LONG_ITEM, String.valueOf(rows.size() + 1));
      }
    }
    if (quoted) {
      throw new TextRefused(Why.BAD_LINE, String.valueOf(rows.size() + 1));
    }
    if (!cell.isEmpty() || !row.isEmpty()) {
      row.add(take(cell));
      add(row, rows);
    }
    return rows;
  }

  private static void add(List<String> row, List<List<String>> rows) throws TextRefused {
    boolean blank = row.size() == 1 && row.getFirst().isBlank();
    if (!blank) {
      rows.add(row);
    }
    if (rows.size() > LawReading.MOST_ITEMS) {
      throw new TextRefused(Why.TOO_MANY_ITEMS, "");
    }
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString().strip();
    cell.setLength(0);
    return text;
  }
}

package org.tripoint.node.desks.law.gaps;

import java.util.List;

/// The findings of one question as its page and the working paper show them.
///
/// @param question `Q1` to `Q8`
/// @param rows none when nothing was found
/// @param total how many rows there are, in words
/// @param first address of the first page; "" on it
/// @param next address of the next page; "" on the last
public record GapTable(
    String question,
    String title,
    String why,
    List<String> headings,
    List<Row> rows,
    String total,
    String first,
    String next) {

  public GapTable {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /// One finding.
  ///
  /// @param key what pages are told apart by
  /// @param name of what it is about, for what is read aloud
  public record Row(String key, String name, List<Cell> cells, List<Cited> citations) {
    public Row {
      cells = List.copyOf(cells);
      citations = List.copyOf(citations);
    }
  }

  /// One cell.
  ///
  /// @param link "" for none
  /// @param tone class of a tag; "" for plain text
  public record Cell(String text, String link, String tone) {
    static Cell of(String text) {
      return new Cell(text, "", "");
    }
  }

  /// An entry that a finding rests on, in words.
  ///
  /// @param source in the language of the text
  public record Cited(String whose, String entry, String dates, String certainty, String source) {
    String line() {
      return "%s: %s (%s; %s). %s".formatted(whose, entry, dates, certainty, source);
    }
  }
}

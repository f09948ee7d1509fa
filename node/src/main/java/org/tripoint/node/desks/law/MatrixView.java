package org.tripoint.node.desks.law;

import java.util.List;
import org.tripoint.node.web.Option;

/// The matrix as its page shows it.
///
/// @param on the day, as the address has it
/// @param day the same in words
/// @param changed true when only rows are shown whose answer turned on the day
/// @param changes how many rows turned on the day
public record MatrixView(
    String on,
    String day,
    TurnView turns,
    List<Option> families,
    String family,
    String find,
    boolean changed,
    long changes,
    List<String> jurisdictions,
    List<RowView> rows,
    String total,
    String first,
    String next) {

  public MatrixView {
    families = List.copyOf(families);
    jurisdictions = List.copyOf(jurisdictions);
    rows = List.copyOf(rows);
  }

  /// Days on which a rule begins or ends.
  ///
  /// @param all the days, the earliest first
  /// @param at number of the last one that is not after the day
  /// @param before address of the day before on which a rule turned; "" when there is none
  /// @param after address of the next such day; "" when there is none
  public record TurnView(
      List<String> all, int at, String before, String beforeDay, String after, String afterDay) {
    public TurnView {
      all = List.copyOf(all);
    }
  }

  /// One substance.
  public record RowView(String id, String name, String family, List<CellView> cells) {
    public RowView {
      cells = List.copyOf(cells);
    }
  }

  /// One answer.
  ///
  /// @param code of the jurisdiction, as addresses have it
  /// @param reviewed who reviewed it last and what that person said; "" when nobody has
  /// @param jurisdiction its name, for what is read aloud
  /// @param before what the answer was the day before, where the rows that turned are shown
  /// @param entries what it rests on, what decided first; none when no rule speaks
  public record CellView(
      String code,
      String jurisdiction,
      String outcome,
      String tone,
      String before,
      String reviewed,
      List<EntryView> entries) {
    public CellView {
      entries = List.copyOf(entries);
    }
  }

  /// What an answer rests on.
  ///
  /// @param entry instrument and place in it
  /// @param dates kind of date and the date
  /// @param certainty how sure the date is
  /// @param source citation, in the language of the text
  public record EntryView(String entry, String dates, String certainty, String source) {}
}

package org.tripoint.node.desks.seizures.pages;

import java.util.List;
import java.util.Map;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Tab;
import org.tripoint.node.web.charts.Chart;

/// What the seizures page shows, ready to be written.
///
/// @param tabs events and published figures
/// @param choices the filter's selects
/// @param from first month as text, or ""
/// @param to last month as text, or ""
/// @param kept parameters that are no part of the filter's form: view and columns
/// @param parameters all parameters but the columns, for the form that chooses them
/// @param lead the answer in one sentence
/// @param notes what must be known to read it, one line each
/// @param tables the answer's amounts
/// @param amounts address of the amounts where they take longer, or ""
/// @param charts series and map
/// @param heads heads of the list
/// @param rows its rows
/// @param orderNote what must be known of the order, or ""
/// @param newestFirst true when the newest come first
/// @param columns every column, for choosing
/// @param newer address of the page before, or ""
/// @param older address of the page after, or ""
/// @param total how many there are, in words
/// @param clear address without a filter
/// @param exports address that exports are taken from
/// @param count address that counts exactly, or "" when the number is exact
/// @param filtered true when a filter is set
/// @param openPairs possible double reports that nobody has settled
public record ListView(
    boolean figures,
    List<Tab> tabs,
    List<Choice> choices,
    String from,
    String to,
    Map<String, String> kept,
    Map<String, String> parameters,
    String lead,
    List<String> notes,
    List<AmountTable> tables,
    String amounts,
    List<Chart> charts,
    List<Head> heads,
    List<Row> rows,
    String orderNote,
    boolean newestFirst,
    List<ColumnChoice> columns,
    String newer,
    String older,
    String total,
    String clear,
    String exports,
    String count,
    boolean filtered,
    long openPairs) {

  /// One select of the filter.
  public record Choice(String name, String label, List<Option> options, String selected) {}

  /// Amounts in a small table; the first cell names the row.
  public record AmountTable(String title, List<String> heads, List<List<String>> rows) {}

  /// A column's head.
  ///
  /// @param sortAddress address of the list sorted by it, or by it the other way; "" where nothing
  ///   sorts
  /// @param sorted `ascending`, `descending`, `none`, or "" where nothing sorts
  public record Head(String label, boolean number, String sortAddress, String sorted) {}

  /// One row of the list: its first cell leads to `link`.
  public record Row(String link, List<String> cells) {}

  /// A column that can be chosen.
  public record ColumnChoice(String id, String label, boolean shown) {}
}

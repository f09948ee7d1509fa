package org.tripoint.node.desks.seizures.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.web.Page;

/// What an exported file holds, in words: which list, under which filter, in which order, from
/// which sources, as of when, and what to mind when one reads it.
///
/// @param weekly true when it holds weekly counts
/// @param taken when it was taken
/// @param checkpoint the ledger's newest then; empty while it held nothing
record AboutExport(
    Names names, Asked asked, boolean weekly, Instant taken, Optional<Checkpoint> checkpoint) {

  /// One thing that it says.
  ///
  /// @param id for programs; the same in every language
  record Line(String id, String label, String value) {}

  /// The file's name without its ending: list, day, size of the ledger, and whether anything in it
  /// may be synthetic, so that a file which travels alone still says so.
  String fileName() {
    return (names.page().holdsSimulated() ? "synthetic-" : "")
        + (asked.figures() ? "seizure-figures-" : "seizure-events-")
        + taken.atZone(ZoneOffset.UTC).toLocalDate()
        + "-ledger-"
        + ledgerSize();
  }

  String title() {
    return names.page().t(asked.figures() ? "seizures.tab.figures" : "seizures.tab.events");
  }

  /// @param sheets of rows in a workbook; 0 in a file without sheets
  List<Line> lines(WholeList.Written written, int sheets) {
    Page page = names.page();
    List<Line> lines = new ArrayList<>();
    lines.add(line("list", title()));
    lines.add(line("what", page.t(what())));
    addFilter(lines);
    lines.add(line("units", page.t("seizures.note.apart")));
    caveats().forEach(caveat -> lines.add(line("caveat", caveat)));
    lines.add(line("order", order(page)));
    lines.add(line("rows", page.number(written.rows())));
    if (sheets > 0) {
      lines.add(line("sheets", page.number(sheets)));
    }
    lines.add(
        line(
            "sources",
            written.sources().stream().map(names::source).collect(Collectors.joining("; "))));
    lines.add(line("node", page.nodeName()));
    lines.add(line("taken", page.instant(taken)));
    lines.add(line("ledger", page.number(ledgerSize())));
    checkpoint.ifPresent(newest -> lines.add(line("checkpoint", newest.root().hex())));
    lines.add(line("address", asked.address()));
    lines.add(line("synthetic", page.t(synthetic(page))));
    return lines;
  }

  private static String synthetic(Page page) {
    String held = page.holdsSimulated() ? "web.synthetic.held" : "seizures.about.synthetic.no";
    return page.synthetic() ? "web.synthetic" : held;
  }

  private long ledgerSize() {
    return checkpoint.map(Checkpoint::size).orElse(0L);
  }

  private void addFilter(List<Line> lines) {
    Page page = names.page();
    for (Field field : Field.values()) {
      if (!asked.valueOf(field).isEmpty()) {
        lines.add(
            new Line(
                field.parameter(),
                page.t("seizures.field." + field.parameter()),
                names.valueOf(field, asked.valueOf(field))));
      }
    }
    if (asked.from() != null) {
      lines.add(new Line("from", page.t("seizures.from"), page.month(asked.from())));
    }
    if (asked.to() != null) {
      lines.add(new Line("to", page.t("seizures.to"), page.month(asked.to())));
    }
  }

  private String what() {
    if (!asked.figures()) {
      return "seizures.about.events";
    }
    return weekly ? "seizures.figure.note.week" : "seizures.figure.note";
  }

  private List<String> caveats() {
    Page page = names.page();
    if (!asked.figures()) {
      return List.of(page.t("seizures.places.unchecked"));
    }
    return weekly
        ? List.of(
            page.t("seizures.note.weeks"),
            page.t("seizures.note.counts-apart"),
            page.t("seizures.note.events-by-drug"))
        : List.of(
            page.t("seizures.note.overlap"),
            page.t("seizures.note.events-by-drug"),
            page.t("seizures.note.areas"));
  }

  private String order(Page page) {
    String column = Columns.sortedColumn(asked.figures(), asked.order());
    String way = asked.order().descending() ? "descending" : "ascending";
    return page.t("seizures.about." + way, page.t("seizures.column." + column));
  }

  private Line line(String id, String value) {
    return new Line(id, names.page().t("seizures.about." + id), value);
  }
}

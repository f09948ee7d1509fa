package org.tripoint.node.desks.seizures.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.web.Page;

/// What an exported file holds, in words: which list, under which filter, in which order, as of
/// when.
///
/// @param weekly true when it holds weekly counts
/// @param taken when it was taken
/// @param ledgerSize versions that the ledger held then
record AboutExport(Names names, Asked asked, boolean weekly, Instant taken, long ledgerSize) {

  List<Fact> facts(long rows, int sheets) {
    Page page = names.page();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact("list", page.t(asked.figures() ? "seizures.tab.figures" : "seizures.tab.events")));
    facts.add(fact("what", page.t(what())));
    if (weekly) {
      facts.add(fact("months", page.t("seizures.note.weeks")));
      facts.add(fact("sources", page.t("seizures.note.counts-apart")));
    }
    for (Field field : Field.values()) {
      if (!asked.valueOf(field).isEmpty()) {
        String label = page.t("seizures.field." + field.parameter());
        facts.add(new Fact(label, names.valueOf(field, asked.valueOf(field))));
      }
    }
    if (asked.from() != null) {
      facts.add(new Fact(page.t("seizures.from"), page.month(asked.from())));
    }
    if (asked.to() != null) {
      facts.add(new Fact(page.t("seizures.to"), page.month(asked.to())));
    }
    facts.add(fact("units", page.t("seizures.note.apart")));
    facts.add(fact("order", order(page)));
    facts.add(fact("rows", page.number(rows)));
    facts.add(fact("sheets", page.number(sheets)));
    facts.add(fact("node", page.nodeName()));
    facts.add(fact("taken", page.instant(taken)));
    facts.add(fact("ledger", page.number(ledgerSize)));
    facts.add(fact("address", asked.address()));
    if (page.synthetic()) {
      facts.add(fact("synthetic", page.t("web.synthetic")));
    }
    return facts;
  }

  private String what() {
    if (!asked.figures()) {
      return "seizures.about.events";
    }
    return weekly ? "seizures.figure.note.week" : "seizures.figure.note";
  }

  private String order(Page page) {
    String column = Columns.sortedColumn(asked.figures(), asked.order());
    String way = asked.order().descending() ? "descending" : "ascending";
    return page.t("seizures.about." + way, page.t("seizures.column." + column));
  }

  private Fact fact(String key, String value) {
    return new Fact(names.page().t("seizures.about." + key), value);
  }
}

package org.tripoint.node.desks.laboratory.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.lists.ListResults;
import org.tripoint.node.desks.laboratory.pages.CaseViews.CaseFinding;
import org.tripoint.node.desks.laboratory.pages.CaseViews.CaseView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Fact;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CasePerson;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Certified;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Specimen;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.ToxicologyFinding;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Page;

/// One case of toxicology as its page shows it. A "not detected" of what was in no scope says
/// nothing, and is shown so.
@Component
class ShowCase {

  private final ReadLedger ledger;
  private final ListResults results;
  private final ReadRegistry registry;

  ShowCase(ReadLedger ledger, ListResults results, ReadRegistry registry) {
    this.ledger = ledger;
    this.results = results;
    this.registry = registry;
  }

  CaseView show(RecordVersion version, ToxicologyCase one, Page page) {
    ResultWords words = new ResultWords(page, registry.registry());
    return new CaseView(
        page.t("laboratory.cases.one", version.keyFor(page.readable()).orElse("")),
        facts(one, words),
        specimens(one, words),
        one.findings().stream().map(finding -> finding(one, finding, words)).toList(),
        "/ledger/records/" + version.header().record());
  }

  private static List<Fact> facts(ToxicologyCase one, ResultWords words) {
    Page page = words.page();
    List<Fact> facts = new ArrayList<>();
    add(facts, page, "laboratory", one.laboratory() + " (" + one.country() + ")");
    add(facts, page, "caseType", words.code("case", one.caseType()));
    add(facts, page, "date", words.date(one.date()));
    if (one.jurisdiction() != null) {
      add(facts, page, "jurisdiction", words.place(one.jurisdiction()));
    }
    CasePerson person = one.person();
    if (person != null) {
      add(facts, page, "ageBand", person.ageBand());
      add(facts, page, "sex", words.code("sex", person.sex()));
      add(facts, page, "naloxone", words.code("answer", person.naloxone()));
    }
    Certified certified = one.certified();
    if (certified != null) {
      add(facts, page, "cause", certified.cause());
      add(facts, page, "icdCodes", String.join(", ", certified.icdCodes()));
      add(facts, page, "manner", words.code("manner", certified.manner()));
    }
    return facts;
  }

  private static void add(List<Fact> facts, Page page, String field, String text) {
    if (!text.isBlank()) {
      facts.add(new Fact(page.t("proof.field." + field), text));
    }
  }

  private static List<Cells> specimens(ToxicologyCase one, ResultWords words) {
    List<Cells> rows = new ArrayList<>();
    for (Specimen specimen : one.specimens()) {
      Integer hours = specimen.hoursAfterDeath();
      rows.add(
          new Cells(
              List.of(
                  specimen(one, rows.size() + 1, words),
                  hours == null ? "" : words.page().number(hours),
                  specimen.preservative())));
    }
    return rows;
  }

  /// `1, femoral blood`: two may be of one sort.
  private static String specimen(ToxicologyCase one, int number, ResultWords words) {
    return words
        .page()
        .t(
            "laboratory.cases.specimen",
            number,
            words.code("specimen", one.specimens().get(number - 1).matrix()));
  }

  private CaseFinding finding(ToxicologyCase one, ToxicologyFinding finding, ResultWords words) {
    Page page = words.page();
    boolean outOfScope =
        finding.presence() instanceof Presence.NotDetected && !covers(one, finding);
    List<String> more = new ArrayList<>();
    if (finding.metabolite()) {
      more.add(page.t("proof.field.metabolite"));
    }
    if (!finding.confirmation().isBlank()) {
      more.add(page.t("laboratory.cases.confirmed", finding.confirmation()));
    }
    if (!finding.scope().isBlank()) {
      more.add(page.t("laboratory.cases.scope", finding.scope(), finding.scopeVersion()));
    }
    return new CaseFinding(
        finding.name(),
        words.link(finding.substance()),
        specimen(one, finding.specimen(), words),
        outOfScope
            ? page.t("laboratory.presence.not-in-scope")
            : words.presence(finding.presence(), finding.limits()),
        outOfScope,
        finding.presence().isFound() ? words.code("causal", finding.causal()) : "",
        more);
  }

  private boolean covers(ToxicologyCase one, ToxicologyFinding finding) {
    LocalDate day = one.day();
    return !finding.scope().isBlank()
        && Optional.of(finding)
            .flatMap(at -> results.findScope(one.laboratory(), at.scope(), at.scopeVersion()))
            .flatMap(ledger::findCurrent)
            .flatMap(version -> version.content(AnalysisScope.KIND))
            .filter(scope -> scope.covers(finding.substance(), day))
            .isPresent();
  }
}

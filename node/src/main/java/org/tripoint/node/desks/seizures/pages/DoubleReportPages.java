package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.doubles.DoubleReports;
import org.tripoint.node.desks.seizures.doubles.ReportPair;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;
import org.tripoint.vocabulary.RecordId;

/// Possible double reports: the list, and the workbench where a person decides.
@Controller
public class DoubleReportPages {

  private static final int PAGE_SIZE = 50;
  private static final String PATH = "/seizures/double-reports";

  private final DoubleReports doubles;
  private final ReadLedger ledger;
  private final ReadSubstances substances;
  private final RunReaders readers;

  DoubleReportPages(
      DoubleReports doubles, ReadLedger ledger, ReadSubstances substances, RunReaders readers) {
    this.doubles = doubles;
    this.ledger = ledger;
    this.substances = substances;
    this.readers = readers;
  }

  /// One pair of the list.
  public record Row(
      String address, String first, String second, String score, String raised, String verdict) {}

  /// What both reports say under one label.
  public record Compared(String label, String left, String right) {
    public boolean differs() {
      return !left.equals(right);
    }
  }

  /// One part of the score.
  public record Part(String rule, String value, String found) {}

  @GetMapping(PATH)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "open") String show,
      @RequestParam(required = false) Optional<String> before,
      @RequestParam(required = false) Optional<String> of) {
    if (of.isPresent()) {
      return agreeing(page, model, of.get());
    }
    boolean open = !show.equals("settled");
    List<ReportPair> pairs =
        doubles.list(open, before.flatMap(DoubleReportPages::instant), PAGE_SIZE);
    Names names = new Names(page, substances);
    List<Row> rows = new ArrayList<>();
    pairs.forEach(pair -> rows.add(row(names, pair)));
    String older =
        pairs.size() < PAGE_SIZE
            ? ""
            : PATH + "?show=" + show + "&before=" + instantOf(pairs.getLast());
    model.addAttribute("intro", page.t("seizures.double.intro"));
    model.addAttribute("rows", rows);
    model.addAttribute("older", older);
    model.addAttribute(
        "tabs",
        List.of(
            new Tab(page.t("seizures.double.open"), PATH, open),
            new Tab(page.t("seizures.double.settled"), PATH + "?show=settled", !open)));
    return "seizures/doubles";
  }

  /// Every report that agrees with one, also where chance explains it.
  private String agreeing(Page page, Model model, String report) {
    RecordId record;
    try {
      record = RecordId.parse(report);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
    }
    if (seizure(record).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Names names = new Names(page, substances);
    model.addAttribute("intro", page.t("seizures.double.agreeing.intro", title(names, record)));
    model.addAttribute(
        "rows",
        doubles.listAgreeing(record).stream()
            .limit(PAGE_SIZE)
            .map(pair -> row(names, pair))
            .toList());
    model.addAttribute("older", "");
    model.addAttribute(
        "tabs",
        List.of(
            new Tab(page.t("seizures.double.open"), PATH, false),
            new Tab(page.t("seizures.double.settled"), PATH + "?show=settled", false),
            new Tab(page.t("seizures.double.agreeing"), PATH + "?of=" + record, true)));
    return "seizures/doubles";
  }

  private Row row(Names names, ReportPair pair) {
    Page page = names.page();
    Instant raised = instantOf(pair);
    return new Row(
        PATH + "/" + pair.id(),
        title(names, pair.first()),
        title(names, pair.second()),
        pair.score() == null ? "" : page.percent(pair.score(), 0),
        raised.equals(Instant.EPOCH) ? page.t("seizures.double.not-raised") : page.instant(raised),
        verdict(page, pair));
  }

  private static String verdict(Page page, ReportPair pair) {
    return page.t("seizures.verdict." + (pair.verdict() == null ? "OPEN" : pair.verdict().name()));
  }

  private static Instant instantOf(ReportPair pair) {
    if (pair.raised() != null) {
      return pair.raised();
    }
    return pair.decided() == null ? Instant.EPOCH : pair.decided();
  }

  private String title(Names names, RecordId record) {
    return seizure(record)
        .map(s -> new Reports(names).event(record.toString(), s).title())
        .orElse(names.page().t("seizures.gone"));
  }

  private Optional<Seizure> seizure(RecordId record) {
    return ledger
        .findCurrent(record)
        .filter(version -> version.isHeld() && version.header().kind().equals("seizure"))
        .flatMap(version -> version.content(Seizure.KIND));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @GetMapping(PATH + "/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String workbench(Page page, Model model, @PathVariable String id) {
    return show(page, model, pair(id), "", "");
  }

  @PostMapping(PATH + "/{id}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String decide(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "") String reason) {
    ReportPair pair = pair(id);
    if (reason.isBlank() || reason.length() > 2_000) {
      return show(page, model, pair, "", page.t("seizures.double.reason.missing"));
    }
    Optional<Verdict> chosen = verdict(verdict);
    if (chosen.isEmpty()) {
      return show(page, model, pair, "", page.t("seizures.double.verdict.missing"));
    }
    doubles.decide(pair, chosen.get(), reason, page.account());
    readers.catchUpBriefly();
    return show(page, model, pair(id), page.t("seizures.double.saved"), "");
  }

  private static Optional<Verdict> verdict(String text) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equals(text)) {
        return Optional.of(verdict);
      }
    }
    return Optional.empty();
  }

  private ReportPair pair(String id) {
    return ReportPair.find(id)
        .flatMap(records -> doubles.find(records[0], records[1]))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private String show(Page page, Model model, ReportPair pair, String notice, String error) {
    Names names = new Names(page, substances);
    Optional<EventView> left = event(names, pair.first());
    Optional<EventView> right = event(names, pair.second());
    model.addAttribute("pair", pair);
    model.addAttribute("left", left.orElse(null));
    model.addAttribute("right", right.orElse(null));
    model.addAttribute("facts", compare(left, right, page));
    model.addAttribute(
        "parts",
        pair.parts().stream()
            .map(part ->
                new Part(page.t(part.ruleKey()), page.number(part.value(), 2), part.found(page)))
            .toList());
    model.addAttribute("score", pair.score() == null ? "" : page.percent(pair.score(), 0));
    model.addAttribute("verdict", verdict(page, pair));
    model.addAttribute("notice", notice);
    model.addAttribute("error", error);
    model.addAttribute("mayDecide", mayDecide(page));
    return "seizures/pair";
  }

  private static boolean mayDecide(Page page) {
    return page.mayUse(Role.Names.ANALYST)
        || page.mayUse(Role.Names.STEWARD)
        || page.mayUse(Role.Names.ADMINISTRATOR);
  }

  private Optional<EventView> event(Names names, RecordId record) {
    return seizure(record).map(s -> new Reports(names).event(record.toString(), s));
  }

  /// Label by label, those that only one report has included; items and nominal facts after the
  /// rest.
  private static List<Compared> compare(
      Optional<EventView> left, Optional<EventView> right, Page page) {
    Map<String, String> one = said(left, page);
    Map<String, String> other = said(right, page);
    Map<String, String> labels = new LinkedHashMap<>(one);
    other.forEach(labels::putIfAbsent);
    List<Compared> compared = new ArrayList<>();
    labels.forEach((label, ignored) -> {
      String l = one.getOrDefault(label, "");
      String r = other.getOrDefault(label, "");
      if (!l.isEmpty() || !r.isEmpty()) {
        compared.add(new Compared(label, l, r));
      }
    });
    return compared;
  }

  private static Map<String, String> said(Optional<EventView> event, Page page) {
    Map<String, String> said = new LinkedHashMap<>();
    if (event.isPresent()) {
      event.get().facts().forEach(fact -> said.put(fact.label(), fact.value()));
      for (EventView.Item item : event.get().items()) {
        String what = item.name().isEmpty() ? item.what() : item.name();
        String basis = item.basis().isEmpty() ? "" : " (" + item.basis() + ")";
        said.put(page.t("seizures.item", item.number()), what + ": " + item.quantity() + basis);
      }
      event.get().nominal().forEach(fact -> said.put(fact.label(), fact.value()));
    }
    return said;
  }
}

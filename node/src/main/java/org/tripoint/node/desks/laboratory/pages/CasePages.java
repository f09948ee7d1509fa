package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ListCases;
import org.tripoint.node.desks.laboratory.lists.ListCases.CaseRow;
import org.tripoint.node.desks.laboratory.pages.CaseViews.CaseLine;
import org.tripoint.node.desks.laboratory.pages.CaseViews.CaseListView;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CaseType;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.ToxicologyFinding;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Cases of toxicology, each under its pseudonym: for those to whom an administrator gave the
/// health part, whatever their roles. Others are told so and see no row.
@Controller
class CasePages {

  private final ListCases cases;
  private final ReadLedger ledger;
  private final ReadRegistry registry;
  private final ShowCase show;

  CasePages(ListCases cases, ReadLedger ledger, ReadRegistry registry, ShowCase show) {
    this.cases = cases;
    this.ledger = ledger;
    this.registry = registry;
    this.show = show;
  }

  @GetMapping("/laboratory/cases")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String after) {
    if (!page.readable().contains(Part.HEALTH)) {
      return "laboratory/casesrefused";
    }
    List<CaseRow> rows = cases.list(type, after);
    boolean more = rows.size() > ListCases.PAGE;
    List<CaseRow> shown = more ? rows.subList(0, ListCases.PAGE) : rows;
    model.addAttribute(
        "view",
        new CaseListView(
            types(page),
            type,
            lines(shown, page),
            page.t("laboratory.cases.total", cases.total(type)),
            after.isEmpty() ? "" : page.with("after", ""),
            more ? page.with("after", shown.getLast().cursor()) : ""));
    return "laboratory/cases";
  }

  private static List<Option> types(Page page) {
    List<Option> types = new ArrayList<>(List.of(new Option("", page.t("laboratory.any"))));
    Arrays.stream(CaseType.values())
        .map(type -> new Option(type.name(), page.t("laboratory.case." + type.name())))
        .forEach(types::add);
    return types;
  }

  private List<CaseLine> lines(List<CaseRow> rows, Page page) {
    ResultWords words = new ResultWords(page, registry.registry());
    Set<RecordId> records = new LinkedHashSet<>();
    rows.forEach(row -> records.add(row.record()));
    Map<RecordId, RecordVersion> versions =
        ledger.listStanding(records, java.util.Optional.empty()).stream()
            .collect(Collectors.toMap(one -> one.header().record(), Function.identity()));
    List<CaseLine> lines = new ArrayList<>();
    for (RecordId record : records) {
      RecordVersion version = versions.get(record);
      if (version != null) {
        version.content(ToxicologyCase.KIND).ifPresent(one -> lines.add(line(version, one, words)));
      }
    }
    return lines;
  }

  private static CaseLine line(RecordVersion version, ToxicologyCase one, ResultWords words) {
    return new CaseLine(
        "/laboratory/cases/" + version.header().record(),
        words.date(one.date()),
        version.keyFor(words.page().readable()).orElse(""),
        words.code("case", one.caseType()),
        one.laboratory() + " (" + one.country() + ")",
        one.jurisdiction() == null ? "" : words.place(one.jurisdiction()),
        found(one));
  }

  private static String found(ToxicologyCase one) {
    return one.findings().stream()
        .filter(finding -> finding.presence().isFound())
        .map(ToxicologyFinding::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @GetMapping("/laboratory/cases/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String one(Page page, Model model, @PathVariable UUID record) {
    if (!page.readable().contains(Part.HEALTH)) {
      return "laboratory/casesrefused";
    }
    RecordVersion version =
        ledger
            .findCurrent(new RecordId(record))
            .filter(found -> found.header().kind().equals(ToxicologyCase.KIND.name()))
            .orElseThrow(CasePages::notThere);
    ToxicologyCase content = version.content(ToxicologyCase.KIND).orElseThrow(CasePages::notThere);
    model.addAttribute("view", show.show(version, content, page));
    return "laboratory/case";
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ListLaboratories;
import org.tripoint.node.desks.laboratory.pages.MethodViews.LaboratoryView;
import org.tripoint.node.desks.laboratory.pages.MethodViews.ScopeView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.MethodConformance;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportedNumber;

/// What each laboratory declares: its methods with their levels of conformance, and its scopes.
@Controller
class MethodPages {

  private final ListLaboratories laboratories;
  private final ReadLedger ledger;
  private final ReadRegistry registry;

  MethodPages(ListLaboratories laboratories, ReadLedger ledger, ReadRegistry registry) {
    this.laboratories = laboratories;
    this.ledger = ledger;
    this.registry = registry;
  }

  @GetMapping("/laboratory/methods")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model) {
    ResultWords words = new ResultWords(page, registry.registry());
    Map<String, Declared> declared = new TreeMap<>();
    for (RecordId record : laboratories.profiles()) {
      ledger
          .findCurrent(record)
          .flatMap(version -> version.content(LaboratoryProfile.KIND))
          .ifPresent(profile ->
              declared
                  .computeIfAbsent(profile.laboratory(), _ -> new Declared())
                  .add(profile, record, words));
    }
    for (RecordId record : laboratories.scopes()) {
      ledger
          .findCurrent(record)
          .flatMap(version -> version.content(AnalysisScope.KIND))
          .ifPresent(scope ->
              declared
                  .computeIfAbsent(scope.laboratory(), _ -> new Declared())
                  .scopes
                  .add(scope(scope, record, words)));
    }
    List<LaboratoryView> views = new ArrayList<>();
    declared.forEach((name, one) -> views.add(one.view(name)));
    model.addAttribute("laboratories", views);
    return "laboratory/methods";
  }

  /// What one laboratory declared, gathered from its records.
  private static final class Declared {
    private final List<Cells> methods = new ArrayList<>();
    private final List<ScopeView> scopes = new ArrayList<>();
    private String about = "";
    private String ledger = "";

    void add(LaboratoryProfile profile, RecordId record, ResultWords words) {
      Page page = words.page();
      about =
          page.t(
              profile.accreditation().isBlank()
                  ? "laboratory.methods.about"
                  : "laboratory.methods.about.accredited",
              profile.fullName(),
              profile.country(),
              page.day(profile.validFrom()),
              profile.accreditation());
      ledger = "/ledger/records/" + record;
      profile.methods().forEach(method -> methods.add(method(method, words)));
    }

    LaboratoryView view(String name) {
      return new LaboratoryView(name, about, methods, scopes, ledger);
    }
  }

  private static Cells method(MethodConformance method, ResultWords words) {
    Page page = words.page();
    String key = "laboratory.technique." + method.technique();
    return new Cells(
        List.of(
            method.method(),
            page.has(key) ? method.technique() + ", " + page.t(key) : method.technique(),
            words.code("conformance", method.conformance()),
            page.day(method.since())));
  }

  private static ScopeView scope(AnalysisScope scope, RecordId record, ResultWords words) {
    Page page = words.page();
    String valid =
        scope.validTo() == null
            ? page.t("laboratory.methods.valid", page.day(scope.validFrom()))
            : page.t(
                "laboratory.methods.valid.until",
                page.day(scope.validFrom()),
                page.day(scope.validTo()));
    return new ScopeView(
        page.t("laboratory.methods.scope", scope.scope(), scope.version()),
        scope.matrix().isBlank() ? valid : scope.matrix() + "; " + valid,
        scope.analytes().stream().map(analyte -> analyte(analyte, words)).toList(),
        "/ledger/records/" + record);
  }

  private static Cells analyte(ScopeAnalyte analyte, ResultWords words) {
    DetectionLimits limits = analyte.limits();
    return new Cells(
        List.of(
            analyte.name(),
            limits == null ? "" : limit(limits.detectionLimit(), limits, words),
            limits == null ? "" : limit(limits.quantificationLimit(), limits, words)));
  }

  private static String limit(
      @Nullable ReportedNumber limit, DetectionLimits limits, ResultWords words) {
    return limit == null ? "" : words.number(limit) + " " + words.code("unit", limits.unit());
  }
}

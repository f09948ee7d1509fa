package org.tripoint.node.desks.laboratory.pages;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.laboratory.lists.ListResults;
import org.tripoint.node.desks.laboratory.pages.ResultViews.AttachmentView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.pages.ResultViews.ComponentView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Fact;
import org.tripoint.node.desks.laboratory.pages.ResultViews.ResultView;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Checked;
import org.tripoint.node.desks.laboratory.protocol.FreeBase;
import org.tripoint.node.desks.laboratory.protocol.JudgeIdentification;
import org.tripoint.node.desks.laboratory.protocol.Verdict;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AppliedTechnique;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SamplingPlan;
import org.tripoint.node.desks.laboratory.results.UnitResult;
import org.tripoint.node.desks.laboratory.spectra.HeldSpectra;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Part;

/// One result as its page shows it.
@Component
class ShowResult {

  private final ReadLedger ledger;
  private final ListResults results;
  private final ReadRegistry registry;
  private final JudgeIdentification judge;
  private final CheckProtocol protocol;
  private final HeldSpectra spectra;

  ShowResult(
      ReadLedger ledger,
      ListResults results,
      ReadRegistry registry,
      JudgeIdentification judge,
      CheckProtocol protocol,
      HeldSpectra spectra) {
    this.ledger = ledger;
    this.results = results;
    this.registry = registry;
    this.judge = judge;
    this.protocol = protocol;
    this.spectra = spectra;
  }

  ResultView show(UUID record, LabResult result, Page page) {
    ResultWords words = new ResultWords(page, registry.registry());
    Optional<AnalysisScope> scope = scope(result);
    Checked checked = protocol.check(result, scope);
    boolean names = page.readable().contains(Part.NOMINAL);
    return new ResultView(
        page.t("laboratory.result.title", result.submission(), result.item()),
        facts(result, names, words),
        result.components().stream()
            .map(component -> component(result, component, scope, words))
            .toList(),
        checked
            .level()
            .map(level -> page.t("laboratory.result.conforms", words.code("conformance", level)))
            .orElseGet(() -> page.t("laboratory.result.does-not-conform")),
        checked.conforms() ? "good" : "warning",
        checked.broken().stream()
            .map(broken ->
                page.t(
                    broken.rule().isMust() ? "laboratory.must" : "laboratory.should",
                    words.broken(broken)))
            .toList(),
        result.attachments().stream()
            .map(file ->
                new AttachmentView(
                    file.fileName().isEmpty() ? file.description() : file.fileName(),
                    file.mediaType(),
                    page.number(file.bytes()),
                    file.sha256(),
                    spectra.address(file.sha256()).orElse("")))
            .toList(),
        names ? custody(result, page) : List.of(),
        !names,
        "/laboratory?laboratory="
            + URLEncoder.encode(result.laboratory(), StandardCharsets.UTF_8)
            + "&submission="
            + URLEncoder.encode(result.submission(), StandardCharsets.UTF_8),
        "/ledger/records/" + record);
  }

  private static List<Cells> custody(LabResult result, Page page) {
    return result.custody().stream()
        .map(event ->
            new Cells(
                List.of(
                    page.instant(event.at()),
                    event.from(),
                    event.to(),
                    event.seal(),
                    event.condition())))
        .toList();
  }

  private Optional<AnalysisScope> scope(LabResult result) {
    return result.scope().isEmpty()
        ? Optional.empty()
        : results
            .findScope(result.laboratory(), result.scope(), result.scopeVersion())
            .flatMap(ledger::findCurrent)
            .flatMap(version -> version.content(AnalysisScope.KIND));
  }

  private static List<Fact> facts(LabResult result, boolean names, ResultWords words) {
    Page page = words.page();
    List<Fact> facts = new ArrayList<>();
    add(facts, page, "laboratory", result.laboratory() + " (" + result.country() + ")");
    add(facts, page, "accreditation", result.accreditation());
    add(facts, page, "status", words.code("status", result.status()));
    add(facts, page, "amendment", result.amendment());
    add(facts, page, "sampleOrigin", words.code("origin", result.sampleOrigin()));
    facts.add(new Fact(words.code("day", result.dateBasis()), words.date(result.date())));
    if (result.receivedOn() != null) {
      add(facts, page, "receivedOn", page.day(result.receivedOn()));
    }
    if (result.reportedOn() != null) {
      add(facts, page, "reportedOn", page.day(result.reportedOn()));
    }
    add(facts, page, "place", words.place(result.place()));
    add(facts, page, "seizure", result.seizure());
    if (names) {
      add(facts, page, "caseNumbers", String.join(", ", result.caseNumbers()));
    }
    add(facts, page, "form", words.code("form", result.material().form()));
    add(facts, page, "colour", result.material().colour());
    add(facts, page, "imprint", result.material().imprint());
    add(facts, page, "gross", grams(result.material().gross(), words));
    add(facts, page, "net", grams(result.material().net(), words));
    Integer units = result.material().units();
    add(facts, page, "units", units == null ? "" : page.number(units));
    if (result.expected() != null) {
      add(facts, page, "expected", result.expected().name());
    }
    if (result.samplingPlan() != null) {
      add(facts, page, "samplingPlan", plan(result.samplingPlan(), words));
    }
    add(facts, page, "standard", (result.standard() + " " + result.standardVersion()).strip());
    add(facts, page, "scope", (result.scope() + " " + result.scopeVersion()).strip());
    add(facts, page, "comment", result.comment());
    return facts;
  }

  private static void add(List<Fact> facts, Page page, String field, String text) {
    if (!text.isBlank()) {
      facts.add(new Fact(page.t("proof.field." + field), text));
    }
  }

  private static String grams(@Nullable Mass mass, ResultWords words) {
    return mass == null
        ? ""
        : words.page().t("laboratory.grams", words.number(mass.kilograms().movePointRight(3)));
  }

  private static String plan(SamplingPlan plan, ResultWords words) {
    Page page = words.page();
    String chosen = words.code("sampling", plan.samplingMethod());
    return plan.proportionPercent() == 0
        ? page.t("laboratory.plan", chosen, plan.taken(), plan.population(), plan.positive())
        : page.t(
            "laboratory.plan.claim",
            chosen,
            plan.taken(),
            plan.population(),
            plan.positive(),
            plan.proportionPercent(),
            plan.confidencePercent());
  }

  private ComponentView component(
      LabResult result,
      ResultComponent component,
      Optional<AnalysisScope> scope,
      ResultWords words) {
    Optional<Substance> known = words.substance(component.substance());
    Optional<Verdict> verdict = judge.judge(result, component);
    boolean outOfScope =
        component.presence() instanceof Presence.NotDetected
            && scope.filter(one -> one.covers(component.substance(), result.day())).isEmpty();
    return new ComponentView(
        component.number(),
        component.name(),
        words.link(component.substance()),
        known
            .map(one -> one.nameIn(words.page().locale().getLanguage()))
            .filter(name -> !name.equalsIgnoreCase(component.name()))
            .orElse(""),
        words.code("role", component.role()),
        words.code("level", component.level()),
        outOfScope
            ? words.page().t("laboratory.presence.not-in-scope")
            : words.presence(component.presence(), component.limits()),
        outOfScope,
        more(component, known, words),
        component.techniques().stream().map(one -> technique(one, words)).toList(),
        verdict.map(one -> words.outcome(one.outcome())).orElse(""),
        verdict.map(one -> ResultWords.tone(one.outcome())).orElse(""),
        verdict.map(Verdict::standard).orElse(""),
        verdict.map(words::remarks).orElse(List.of()));
  }

  private static List<String> more(
      ResultComponent component, Optional<Substance> known, ResultWords words) {
    Page page = words.page();
    List<String> more = new ArrayList<>();
    if (component.presence() instanceof Measured measured) {
      more.add(words.code("tier", measured.tier()));
      if (measured.quantityBasis() == QuantityBasis.SALT) {
        FreeBase.of(measured, known.map(Substance::formula))
            .map(base ->
                page.t(
                    "laboratory.free-base",
                    page.number(base.value(), 3),
                    words.code("unit", measured.unit()),
                    page.number(base.factor(), 3)))
            .ifPresent(more::add);
      }
    }
    DetectionLimits limits = component.limits();
    if (limits != null) {
      String unit = words.code("unit", limits.unit());
      if (limits.detectionLimit() != null) {
        more.add(page.t("laboratory.lod", words.number(limits.detectionLimit()), unit));
      }
      if (limits.quantificationLimit() != null) {
        more.add(page.t("laboratory.loq", words.number(limits.quantificationLimit()), unit));
      }
    }
    if (!component.unitResults().isEmpty()) {
      more.add(units(component.unitResults(), words));
    }
    for (String text : List.of(component.observed(), component.comment())) {
      if (!text.isBlank()) {
        more.add(text);
      }
    }
    return more;
  }

  /// How many units, their mean and their range.
  private static String units(List<UnitResult> units, ResultWords words) {
    List<BigDecimal> values = units.stream().map(unit -> unit.value().value()).sorted().toList();
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal mean = sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    Page page = words.page();
    return page.t(
        "laboratory.units",
        values.size(),
        page.number(mean, 2),
        words.number(values.getFirst()),
        words.number(values.getLast()));
  }

  private static String technique(AppliedTechnique technique, ResultWords words) {
    Page page = words.page();
    String outputs =
        technique.outputs().isEmpty() ? "" : " (" + String.join(" + ", technique.outputs()) + ")";
    List<String> said = new ArrayList<>();
    said.add(words.code("sense", technique.sense()));
    said.add(page.t("laboratory.sampling-no", technique.sampling()));
    if (technique.reviewable()) {
      said.add(page.t("proof.field.reviewable"));
    }
    if (technique.referenceCompared()) {
      said.add(page.t("proof.field.referenceCompared"));
    }
    if (technique.isomersSeparated()) {
      said.add(page.t("proof.field.isomersSeparated"));
    }
    return technique.code() + outputs + ": " + String.join("; ", said);
  }
}

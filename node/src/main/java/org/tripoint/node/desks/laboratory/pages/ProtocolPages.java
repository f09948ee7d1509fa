package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.engines.chemistry.registry.SaltForm;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.conformance.CheckMessage;
import org.tripoint.node.desks.laboratory.conformance.CheckMessage.Answer;
import org.tripoint.node.desks.laboratory.conformance.ConformanceKit;
import org.tripoint.node.desks.laboratory.pages.ResultViews.AnswerView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Checked;
import org.tripoint.node.desks.laboratory.protocol.FreeBase;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandard;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandards;
import org.tripoint.node.desks.laboratory.protocol.ProtocolRule;
import org.tripoint.node.desks.laboratory.protocol.SampleSize;
import org.tripoint.node.desks.laboratory.protocol.Verdict.Outcome;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.ConformanceLevel;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Page;

/// The common protocol as a document made from the rules that run, the calculator of sample sizes,
/// and the check of messages with its kit.
@Controller
class ProtocolPages {

  private static final List<Integer> POPULATIONS =
      List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300, 500, 1_000, 5_000);
  private static final List<Integer> PROPORTIONS = List.of(50, 70, 90);
  private static final int CONFIDENCE = 95;

  /// Substances whose factors the document prints.
  private static final List<String> FACTORS =
      List.of(
          "fentanyl",
          "heroin",
          "cocaine",
          "methamphetamine",
          "xylazine",
          "medetomidine",
          "ketamine");

  private final IdentificationStandards standards;
  private final ReadRegistry registry;
  private final CheckMessage check;
  private final ConformanceKit kit;

  ProtocolPages(
      IdentificationStandards standards,
      ReadRegistry registry,
      CheckMessage check,
      ConformanceKit kit) {
    this.standards = standards;
    this.registry = registry;
    this.check = check;
    this.kit = kit;
  }

  @GetMapping("/laboratory/protocol")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String protocol(Page page, Model model) {
    IdentificationStandard standard = standards.current();
    model.addAttribute(
        "standard",
        page.t(
            "laboratory.protocol.standard",
            standard.standard(),
            standard.version(),
            page.day(standard.published())));
    model.addAttribute(
        "rules",
        List.of(
            page.t("laboratory.protocol.with-a", standard.withA() - 1),
            page.t("laboratory.protocol.without-a", standard.withoutA(), standard.withoutAOfB()),
            page.t("laboratory.protocol.samplings", standard.samplings()),
            page.t("laboratory.protocol.positive"),
            page.t("laboratory.protocol.reviewed"),
            page.t("laboratory.protocol.hyphenated"),
            page.t("laboratory.protocol.property"),
            page.t("laboratory.protocol.isomers")));
    model.addAttribute("techniques", techniques(standard, page));
    model.addAttribute(
        "hyphenated",
        standard.hyphenated().entrySet().stream()
            .map(one -> new Cells(List.of(one.getKey(), String.join(", ", one.getValue()))))
            .toList());
    model.addAttribute("outcomes", codes(page, "outcome", Outcome.values(), true));
    model.addAttribute("requirements", requirements(page));
    model.addAttribute("origins", codes(page, "origin", SampleOrigin.values(), false));
    model.addAttribute("roles", codes(page, "role", ComponentRole.values(), false));
    model.addAttribute("tiers", codes(page, "tier", QuantitationTier.values(), false));
    model.addAttribute("levels", codes(page, "conformance", ConformanceLevel.values(), false));
    model.addAttribute("sizes", sizes(page));
    model.addAttribute("proportions", PROPORTIONS.stream().map(page::number).toList());
    model.addAttribute("factors", factors(page));
    return "laboratory/protocol";
  }

  private static List<Cells> techniques(IdentificationStandard standard, Page page) {
    return standard.techniques().stream()
        .map(one ->
            new Cells(
                List.of(
                    one.category().name(),
                    one.code(),
                    page.t("laboratory.technique." + one.code()),
                    String.join(", ", one.names()))))
        .toList();
  }

  private static List<Cells> codes(Page page, String group, Enum<?>[] codes, boolean explained) {
    return Arrays.stream(codes)
        .map(code -> {
          String key = "laboratory." + group + "." + code.name();
          return new Cells(
              explained ? List.of(page.t(key), page.t(key + ".text")) : List.of(page.t(key)));
        })
        .toList();
  }

  private static List<Cells> requirements(Page page) {
    return Arrays.stream(ProtocolRule.values())
        .map(rule ->
            new Cells(
                List.of(
                    page.t(rule.isMust() ? "laboratory.rule.must" : "laboratory.rule.should"),
                    page.t("laboratory.rule." + rule.name() + ".text"))))
        .toList();
  }

  private static List<Cells> sizes(Page page) {
    List<Cells> rows = new ArrayList<>();
    for (int population : POPULATIONS) {
      List<String> cells = new ArrayList<>(List.of(page.number(population)));
      for (int proportion : PROPORTIONS) {
        cells.add(page.number(SampleSize.smallest(population, proportion, CONFIDENCE)));
      }
      rows.add(new Cells(cells));
    }
    return rows;
  }

  private List<Cells> factors(Page page) {
    Collator collator = Collator.getInstance(page.locale());
    String language = page.locale().getLanguage();
    return FACTORS.stream()
        .flatMap(id -> registry.registry().findById(id).stream())
        .flatMap(one -> one.salts().stream().map(salt -> factor(one, salt, page, language)))
        .sorted(Comparator.comparing(row -> row.texts().getFirst(), collator::compare))
        .toList();
  }

  private static Cells factor(Substance one, SaltForm salt, Page page, String language) {
    BigDecimal factor = FreeBase.factor(salt, one.formula());
    return new Cells(
        List.of(
            one.nameIn(language),
            page.t("laboratory.salt." + salt.name()),
            page.number(factor, 3)));
  }

  @GetMapping("/laboratory/sampling")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String sampling(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String units,
      @RequestParam(defaultValue = "90") String proportion,
      @RequestParam(defaultValue = "95") String confidence) {
    String answer = "";
    String error = "";
    if (!units.isBlank()) {
      try {
        int population = whole(units);
        int percent = whole(proportion);
        int sure = whole(confidence);
        int needed = SampleSize.smallest(population, percent, sure);
        answer =
            page.t(
                "laboratory.sampling.answer",
                page.number(needed),
                page.number(population),
                page.number(percent),
                page.number(sure));
      } catch (IllegalArgumentException e) {
        error = page.t("laboratory.sampling.error");
      }
    }
    model.addAttribute("units", units);
    model.addAttribute("proportion", proportion);
    model.addAttribute("confidence", confidence);
    model.addAttribute("answer", answer);
    model.addAttribute("error", error);
    return "laboratory/sampling";
  }

  /// Digits, grouped or not.
  private static int whole(String text) {
    String digits = text.strip().replaceAll("[\\s,.\u00a0\u202f]", "");
    if (!digits.matches("\\d{1,7}")) {
      throw new IllegalArgumentException("expected a whole number");
    }
    return Integer.parseInt(digits);
  }

  @GetMapping("/laboratory/validator")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String validator(Page page, Model model) {
    return answered(model, "", List.of());
  }

  @PostMapping("/laboratory/validator")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String validate(Page page, Model model, @RequestParam(defaultValue = "") String message) {
    ResultWords words = new ResultWords(page, registry.registry());
    List<AnswerView> answers = new ArrayList<>();
    for (Answer answer : check.check(message)) {
      answers.add(answer(answer, answers.size() + 1, words));
    }
    return answered(model, message, answers);
  }

  private static String answered(Model model, String message, List<AnswerView> answers) {
    model.addAttribute("message", message);
    model.addAttribute("answers", answers);
    return "laboratory/validator";
  }

  private static AnswerView answer(Answer answer, int number, ResultWords words) {
    Page page = words.page();
    return switch (answer) {
      case Answer.Unreadable(String expected) ->
          new AnswerView(
              page.t("laboratory.validator.record", number),
              "bad",
              page.t("laboratory.validator.fails"),
              List.of(page.t("laboratory.validator.unreadable", expected)));
      case Answer.Sound(String kind) ->
          new AnswerView(
              page.t("laboratory.validator.record", number),
              "good",
              page.t("laboratory.validator.sound", page.t("proof.kind." + kind)),
              List.of());
      case Answer.Read(LabResult result, Checked checked) ->
          new AnswerView(
              page.t("laboratory.result.title", result.submission(), result.item()),
              checked.conforms() ? "good" : "bad",
              checked
                  .level()
                  .map(level ->
                      page.t("laboratory.validator.passes", words.code("conformance", level)))
                  .orElseGet(() -> page.t("laboratory.validator.fails")),
              checked.broken().stream()
                  .map(broken ->
                      page.t(
                          broken.rule().isMust() ? "laboratory.must" : "laboratory.should",
                          words.broken(broken)))
                  .toList());
    };
  }

  @GetMapping("/laboratory/conformance-kit.zip")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> kit(Page page) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"laboratory-conformance-kit.zip\"")
        .body(kit.zip(page.t("laboratory.kit.note").replace(" | ", "\n") + "\n"));
  }
}

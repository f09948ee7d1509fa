package org.tripoint.node.desks.law;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.AnswerView.FactView;
import org.tripoint.node.desks.law.AnswerView.ReviewView;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadRules;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Days;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// One answer of the matrix: who reviewed it, and where a person enters what an instrument says.
@Controller
class CellPages {

  private final ReadRegistry registry;
  private final ReadRules rules;
  private final LawEntries entries;
  private final AppendLaw append;
  private final Today today;

  CellPages(
      ReadRegistry registry, ReadRules rules, LawEntries entries, AppendLaw append, Today today) {
    this.registry = registry;
    this.rules = rules;
    this.entries = entries;
    this.append = append;
    this.today = today;
  }

  private Substance substance(String id) {
    return registry
        .registry()
        .findById(id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Coverage answer(Substance one, Jurisdiction whose, LocalDate day) {
    return Optional.ofNullable(rules.decide(one, day).get(whose)).orElseThrow();
  }

  @GetMapping("/law/cells/{substance}/{jurisdiction}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @PathVariable String substance,
      @PathVariable Jurisdiction jurisdiction,
      @RequestParam(defaultValue = "") String on) {
    Substance one = substance(substance);
    LocalDate day = Days.asked(on, today.day());
    RegistryWords words = new RegistryWords(page);
    Coverage answer = answer(one, jurisdiction, day);
    ControlOutcome outcome = ControlOutcome.of(answer);
    model.addAttribute("mayReview", page.mayUse(Role.Names.ANALYST));
    model.addAttribute("mayEnter", page.mayUse(Role.Names.STEWARD));
    model.addAttribute(
        "view",
        new AnswerView(
            one.id(),
            words.name(one),
            jurisdiction.name(),
            words.jurisdiction(jurisdiction),
            day.toString(),
            page.day(day),
            words.outcome(outcome),
            outcome.tone(),
            answer.grounds().stream()
                .map(Ground::cited)
                .flatMap(Optional::stream)
                .distinct()
                .map(cited -> ShowMatrix.entry(cited, words))
                .toList(),
            reviews(one, jurisdiction, page),
            facts(one, jurisdiction, words),
            options(LawReview.Verdict.values(), key -> page.t("law.verdict." + key)),
            options(Listing.Says.values(), key -> page.t("law.says." + key)),
            options(Validity.DateKind.values(), key -> page.t("law.date-kind." + key)),
            options(Validity.Certainty.values(), key -> page.t("substances.certainty." + key))));
    return "law/cell";
  }

  private static List<Option> options(Enum<?>[] values, Function<String, String> words) {
    return Arrays.stream(values)
        .map(one -> new Option(one.name(), words.apply(one.name())))
        .toList();
  }

  private List<ReviewView> reviews(Substance one, Jurisdiction jurisdiction, Page page) {
    return entries.list(LawReview.KIND).stream()
        .filter(kept -> kept.content().substance().equals(one.inchiKey()))
        .filter(kept -> kept.content().jurisdiction() == jurisdiction)
        .map(kept ->
            new ReviewView(
                kept.record().toString(),
                kept.content().reviewer(),
                page.day(kept.content().day()),
                page.t("law.verdict." + kept.content().verdict()),
                page.t("substances.outcome." + kept.content().answer()),
                kept.content().note()))
        .toList();
  }

  private List<FactView> facts(Substance one, Jurisdiction jurisdiction, RegistryWords words) {
    return entries.list(ControlFact.KIND).stream()
        .filter(kept -> kept.content().substance().equals(one.inchiKey()))
        .filter(kept -> kept.content().jurisdiction() == jurisdiction)
        .map(kept ->
            new FactView(
                kept.record().toString(),
                kept.content().entry(),
                words.dates(kept.content().validity()),
                kept.content().citation(),
                kept.actor()))
        .toList();
  }

  @PostMapping("/law/cells/{substance}/{jurisdiction}/review")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD})
  String review(
      Page page,
      @PathVariable String substance,
      @PathVariable Jurisdiction jurisdiction,
      @RequestParam(defaultValue = "") String on,
      @RequestParam LawReview.Verdict verdict,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    Substance one = substance(substance);
    LocalDate day = Days.asked(on, today.day());
    try {
      LawReview review =
          new LawReview(
              one.inchiKey(),
              jurisdiction,
              day,
              ControlOutcome.of(answer(one, jurisdiction, day)).name(),
              page.account(),
              verdict,
              note.strip());
      append.put(LawReview.KIND, review.key(), review, page.account());
      next.addFlashAttribute("notice", "law.cell.reviewed");
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "law.cell.problem.note");
    }
    return back(substance, jurisdiction, day);
  }

  @PostMapping("/law/cells/{substance}/{jurisdiction}/fact")
  @RolesAllowed(Role.Names.STEWARD)
  String enter(
      Page page,
      @PathVariable String substance,
      @PathVariable Jurisdiction jurisdiction,
      @RequestParam(defaultValue = "") String on,
      @ModelAttribute FactForm form,
      RedirectAttributes next) {
    Substance one = substance(substance);
    try {
      ControlFact fact = form.fact(one.inchiKey(), jurisdiction);
      append.put(ControlFact.KIND, fact.key(), fact, page.account());
      next.addFlashAttribute("notice", "law.cell.entered");
    } catch (RuntimeException e) {
      if (!(e instanceof IllegalArgumentException || e instanceof java.time.DateTimeException)) {
        throw e;
      }
      next.addFlashAttribute("problem", "law.cell.problem.fact");
    }
    return back(substance, jurisdiction, Days.asked(on, today.day()));
  }

  @PostMapping("/law/cells/{substance}/{jurisdiction}/fact/withdraw")
  @RolesAllowed(Role.Names.STEWARD)
  String withdraw(
      Page page,
      @PathVariable String substance,
      @PathVariable Jurisdiction jurisdiction,
      @RequestParam(defaultValue = "") String on,
      @RequestParam String fact,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Substance one = substance(substance);
    Optional<LawEntries.Kept<ControlFact>> kept =
        entries.list(ControlFact.KIND).stream()
            .filter(row -> row.record().toString().equals(fact))
            .filter(row -> row.content().substance().equals(one.inchiKey()))
            .findFirst();
    if (kept.isEmpty() || reason.strip().length() < 3 || reason.length() > 500) {
      next.addFlashAttribute("problem", "law.cell.problem.reason");
    } else {
      append.withdraw(ControlFact.KIND, kept.get().content().key(), reason.strip(), page.account());
      next.addFlashAttribute("notice", "law.cell.withdrawn");
    }
    return back(substance, jurisdiction, Days.asked(on, today.day()));
  }

  private static String back(String substance, Jurisdiction jurisdiction, LocalDate day) {
    return "redirect:/law/cells/%s/%s?on=%s".formatted(substance, jurisdiction, day);
  }
}

package org.tripoint.node.retention.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.retention.KeepRules;
import org.tripoint.node.retention.ReadRetention;
import org.tripoint.node.retention.Refused;
import org.tripoint.node.retention.SuggestedRules;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;

/// Rules: adopted as suggested, written, changed and ended.
@Controller
class RetentionRulePages {

  private static final String PAGE = "redirect:/ledger/retention";

  private final KeepRules rules;
  private final SuggestedRules suggested;
  private final ReadRetention read;
  private final RecordKinds kinds;
  private final RunReaders readers;

  RetentionRulePages(
      KeepRules rules,
      SuggestedRules suggested,
      ReadRetention read,
      RecordKinds kinds,
      RunReaders readers) {
    this.rules = rules;
    this.suggested = suggested;
    this.read = read;
    this.kinds = kinds;
    this.readers = readers;
  }

  @GetMapping("/ledger/retention/rule")
  @RolesAllowed(Role.Names.STEWARD)
  String form(Page page, @RequestParam(defaultValue = "") String from, Model model) {
    RuleForm form =
        Stream.concat(
                read.listRules().stream().map(ReadRetention.Rule::rule),
                suggested.list(page.language().locale()).stream())
            .filter(rule -> rule.name().equals(from))
            .findFirst()
            .map(RuleForm::of)
            .orElseGet(RuleForm::empty);
    return form(page, form, "", model);
  }

  private String form(Page page, RuleForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    List<Option> of = new ArrayList<>();
    of.add(new Option("", page.t("retention.kind.all")));
    read.listKinds(kinds.list()).stream()
        .map(kind -> new Option(kind, WhyWords.kind(page, kind)))
        .sorted(java.util.Comparator.comparing(Option::label))
        .forEach(of::add);
    model.addAttribute("kinds", of);
    List<Option> countries = new ArrayList<>();
    countries.add(new Option("", page.t("retention.country.all")));
    for (Country country : List.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES)) {
      countries.add(new Option(country.code(), page.t("place." + country.code())));
    }
    model.addAttribute("countries", countries);
    return "retention/rule";
  }

  @PostMapping("/ledger/retention/rules")
  @RolesAllowed(Role.Names.STEWARD)
  String put(Page page, @ModelAttribute RuleForm form, Model model, RedirectAttributes next) {
    try {
      rules.put(form.rule(), page.account());
    } catch (IllegalArgumentException e) {
      return form(page, form, "retention.rule.problem", model);
    }
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "retention.rule.adopted");
    return PAGE;
  }

  @PostMapping("/ledger/retention/rules/{name}/adopt")
  @RolesAllowed(Role.Names.STEWARD)
  String adopt(Page page, @PathVariable String name, RedirectAttributes next) {
    try {
      rules.adopt(name, page.language().locale(), page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.rule.adopted");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }

  @PostMapping("/ledger/retention/rules/{name}/end")
  @RolesAllowed(Role.Names.STEWARD)
  String end(Page page, @PathVariable String name, RedirectAttributes next) {
    try {
      rules.end(name, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.rule.ended");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }
}

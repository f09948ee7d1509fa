package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// The agreed rules: what is in force, what waits for a second person, what is proposed.
@Controller
class RulePages {

  private static final String PAGE = "redirect:/liaison/rules";

  private final AgreeRules rules;
  private final FindMatches matches;
  private final ReadSubstances substances;
  private final Here here;
  private final RunReaders readers;

  RulePages(
      AgreeRules rules,
      FindMatches matches,
      ReadSubstances substances,
      Here here,
      RunReaders readers) {
    this.rules = rules;
    this.matches = matches;
    this.substances = substances;
    this.here = here;
    this.readers = readers;
  }

  @GetMapping("/liaison/rules")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String list(Page page, Model model) {
    return list(page, new LiaisonRuleForm("", "", Set.of(), "", "", null, null), "", model);
  }

  private String list(Page page, LiaisonRuleForm form, String refused, Model model) {
    model.addAttribute(
        "rules",
        rules.list().stream()
            .map(one ->
                new RuleRow(
                    one.record(),
                    one.content(),
                    rules.isInForce(one),
                    matches.count(one.record()),
                    matches.countGone(one.record()),
                    List.of()))
            .toList());
    Set<String> kinds = new TreeSet<>();
    here.audiences().forEach(one -> kinds.addAll(one.basis().kinds()));
    model.addAttribute("waiting", rules.listWaiting());
    model.addAttribute("form", form);
    model.addAttribute("refused", refused);
    model.addAttribute("kinds", List.copyOf(kinds));
    model.addAttribute("audiences", RequestPages.audiences(here.audiences(), page));
    model.addAttribute("families", families(page));
    return "liaison/rules";
  }

  private List<Option> families(Page page) {
    List<Option> families = new ArrayList<>(List.of(new Option("", page.t("liaison.any"))));
    substances
        .listFamilies()
        .forEach(
            one -> families.add(new Option(one.code(), page.t("substances.family." + one.code()))));
    return families;
  }

  @PostMapping("/liaison/rules")
  @RolesAllowed(Role.Names.STEWARD)
  String propose(
      Page page, @ModelAttribute LiaisonRuleForm form, Model model, RedirectAttributes next) {
    try {
      rules.propose(form, page.account());
    } catch (AgreeRules.Refused e) {
      return list(page, form, "liaison.rule.refused." + e.refusal().name(), model);
    }
    next.addFlashAttribute("notice", "liaison.rule.proposed");
    return PAGE;
  }

  @PostMapping("/liaison/rules/{id}/agree")
  @RolesAllowed(Role.Names.STEWARD)
  String agree(Page page, @PathVariable UUID id, RedirectAttributes next) {
    try {
      rules.agree(id, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.rule.agreed");
    } catch (AgreeRules.Refused e) {
      next.addFlashAttribute("problem", "liaison.rule.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/liaison/rules/{id}/dismiss")
  @RolesAllowed(Role.Names.STEWARD)
  String dismiss(@PathVariable UUID id, RedirectAttributes next) {
    try {
      rules.dismiss(id);
      next.addFlashAttribute("notice", "liaison.rule.dismissed");
    } catch (AgreeRules.Refused e) {
      next.addFlashAttribute("problem", "liaison.rule.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/liaison/rules/{rule}/end")
  @RolesAllowed(Role.Names.STEWARD)
  String end(Page page, @PathVariable UUID rule, RedirectAttributes next) {
    try {
      rules.end(new RecordId(rule), page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.rule.ended");
    } catch (AgreeRules.Refused e) {
      next.addFlashAttribute("problem", "liaison.rule.refused." + e.refusal().name());
    }
    return PAGE;
  }
}

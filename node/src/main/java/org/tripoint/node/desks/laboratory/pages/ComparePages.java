package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ListLaboratories;
import org.tripoint.node.desks.laboratory.pages.CompareViews.CompareView;
import org.tripoint.node.desks.laboratory.pages.CompareViews.ResultPair;
import org.tripoint.node.desks.laboratory.pages.CompareViews.RoundPair;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Two laboratories side by side.
@Controller
class ComparePages {

  private final ListLaboratories laboratories;
  private final CompareLaboratories compare;
  private final ReadRegistry registry;

  ComparePages(ListLaboratories laboratories, CompareLaboratories compare, ReadRegistry registry) {
    this.laboratories = laboratories;
    this.compare = compare;
    this.registry = registry;
  }

  @GetMapping("/laboratory/compare")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String left,
      @RequestParam(defaultValue = "") String right) {
    ResultWords words = new ResultWords(page, registry.registry());
    boolean chosen = !left.isEmpty() && !right.isEmpty() && !left.equals(right);
    List<RoundPair> rounds = chosen ? compare.rounds(left, right, words) : List.of();
    List<ResultPair> results = chosen ? compare.results(left, right, words) : List.of();
    model.addAttribute(
        "view",
        new CompareView(
            options(page),
            left,
            right,
            chosen,
            CompareLaboratories.summary(rounds, results, words),
            rounds,
            results));
    return "laboratory/compare";
  }

  private List<Option> options(Page page) {
    List<Option> options =
        new ArrayList<>(List.of(new Option("", page.t("laboratory.compare.choose"))));
    laboratories.comparable().forEach(name -> options.add(new Option(name, name)));
    return options;
  }
}

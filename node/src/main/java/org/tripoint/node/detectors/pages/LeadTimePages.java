package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.judging.BackRuns.State;
import org.tripoint.node.detectors.judging.HistoricalCases;
import org.tripoint.node.detectors.judging.PlantedEvents;
import org.tripoint.node.web.Page;

/// When the node would have signalled, and when the world said so.
@Controller
class LeadTimePages {

  private final HistoricalCases cases;
  private final PlantedEvents planted;
  private final LeadTimeRows rows;

  LeadTimePages(HistoricalCases cases, PlantedEvents planted, LeadTimeRows rows) {
    this.cases = cases;
    this.planted = planted;
    this.rows = rows;
  }

  @GetMapping("/detectors/lead-time")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model) {
    model.addAttribute("cases", cases.list().stream().map(one -> rows.of(one, page)).toList());
    model.addAttribute(
        "events",
        page.synthetic()
            ? planted.list().stream().map(one -> rows.of(one, planted.find(one), page)).toList()
            : List.of());
    model.addAttribute(
        "running",
        planted.list().stream()
            .flatMap(one -> planted.find(one).stream())
            .anyMatch(State.Running.class::isInstance));
    return "detectors/leadtime";
  }

  @PostMapping("/detectors/lead-times")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String start() {
    planted.start();
    return "redirect:/detectors/lead-time";
  }
}

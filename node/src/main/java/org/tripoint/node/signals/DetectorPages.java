package org.tripoint.node.signals;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.Role;

/// How often each detector was right.
@Controller
class DetectorPages {

  private final MeasureDetectors detectors;

  DetectorPages(MeasureDetectors detectors) {
    this.detectors = detectors;
  }

  @GetMapping("/signals/detectors")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Model model) {
    model.addAttribute("detectors", detectors.list());
    return "signals/detectors";
  }
}

package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.OpenEpoch;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.web.Page;

/// What a partner gave back after this node was restored from a backup, and the new epoch that two
/// people open.
@Controller
class RestoredPages {

  private final Partners partners;
  private final OpenEpoch open;

  RestoredPages(Partners partners, OpenEpoch open) {
    this.partners = partners;
    this.open = open;
  }

  @GetMapping("/exchange/partners/{name}/restored")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String show(@PathVariable String name, Model model) {
    model.addAttribute("partner", get(name));
    model.addAttribute("waiting", open.waiting(name).orElse(null));
    return "exchange/restored";
  }

  @PostMapping("/exchange/partners/{name}/restored/propose")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String propose(Page page, @PathVariable String name, RedirectAttributes next) {
    try {
      open.propose(get(name).name(), page.account());
      next.addFlashAttribute("notice", "exchange.restored.proposed");
    } catch (OpenEpoch.Refused e) {
      next.addFlashAttribute("problem", "exchange.restored.refused." + e.refusal().name());
    }
    return page(name);
  }

  @PostMapping("/exchange/partners/{name}/restored/confirm")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String confirm(Page page, @PathVariable String name, RedirectAttributes next) {
    try {
      open.confirm(get(name), page.account());
      next.addFlashAttribute("notice", "exchange.restored.confirmed");
    } catch (OpenEpoch.Refused e) {
      next.addFlashAttribute("problem", "exchange.restored.refused." + e.refusal().name());
    }
    return page(name);
  }

  private static String page(String name) {
    return "redirect:/exchange/partners/" + name + "/restored";
  }

  private Partner get(String name) {
    return partners.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

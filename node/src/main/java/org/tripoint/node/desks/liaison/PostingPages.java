package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Officers of partners on this node: who is posted, until when; an administrator posts one.
@Controller
class PostingPages {

  private final PostOfficers officers;
  private final Here here;
  private final RunReaders readers;

  PostingPages(PostOfficers officers, Here here, RunReaders readers) {
    this.officers = officers;
    this.here = here;
    this.readers = readers;
  }

  @GetMapping("/liaison/officers")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(Page page, Model model) {
    model.addAttribute(
        "officers",
        officers.list().stream()
            .filter(one -> one.origin() == null)
            .map(one ->
                new PostingRow(
                    one.record(),
                    one.content(),
                    officers
                        .find(one.content().account())
                        .filter(posted -> posted.id().equals(one.record()))
                        .isPresent()))
            .toList());
    model.addAttribute("agencies", agencies());
    model.addAttribute("names", page.mayUse(Role.Names.ANALYST));
    return "liaison/officers";
  }

  /// Every agency of every audience; the value names partner, audience and agency.
  private List<Option> agencies() {
    return here.audiences().stream()
        .flatMap(one ->
            one.agencies().stream()
                .sorted()
                .map(agency ->
                    new Option(
                        "%s/%s/%s".formatted(one.partner(), one.name(), agency),
                        "%s · %s · %s".formatted(one.partner(), one.name(), agency))))
        .toList();
  }

  @PostMapping("/liaison/officers")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String post(
      Page page,
      @RequestParam String account,
      @RequestParam String fullName,
      @RequestParam String agency,
      @RequestParam String zone,
      @RequestParam(required = false) @Nullable LocalDate until,
      RedirectAttributes next) {
    String[] of = agency.split("/", 3);
    try {
      if (of.length < 3) {
        throw new PostOfficers.Refused(PostOfficers.Refusal.NO_SUCH_AUDIENCE);
      }
      if (until == null) {
        throw new PostOfficers.Refused(PostOfficers.Refusal.DAY_IS_OVER);
      }
      String password =
          officers.post(
              new PostOfficers.Asked(account, fullName, of[0], of[1], of[2], zone.strip(), until),
              page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("oneTime", password);
      next.addFlashAttribute("notice", "liaison.officer.posted");
    } catch (PostOfficers.Refused e) {
      next.addFlashAttribute("problem", "liaison.officer.refused." + e.refusal().name());
    }
    return "redirect:/liaison/officers";
  }
}

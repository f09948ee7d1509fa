package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.notices.KeepNotices.Refused;
import org.tripoint.node.web.Page;

/// The steps of a notice: to review and back, release, closure, retraction; and what is said to a
/// partner's.
@Controller
class StepPages {

  private final ListNotices notices;
  private final KeepNotices keep;
  private final RunReaders readers;

  StepPages(ListNotices notices, KeepNotices keep, RunReaders readers) {
    this.notices = notices;
    this.keep = keep;
    this.readers = readers;
  }

  /// One step of a notice.
  private interface Step {
    void take(NoticeView view) throws Refused;
  }

  @PostMapping("/notices/{number}/submit")
  @RolesAllowed(Role.Names.ANALYST)
  String submit(Page page, @PathVariable String number, RedirectAttributes next) {
    return take(number, "submitted", view -> keep.submit(view, page.account()), next);
  }

  @PostMapping("/notices/{number}/back")
  @RolesAllowed(Role.Names.ANALYST)
  String sendBack(Page page, @PathVariable String number, RedirectAttributes next) {
    return take(number, "back", view -> keep.sendBack(view, page.account()), next);
  }

  @PostMapping("/notices/{number}/release")
  @RolesAllowed(Role.Names.STEWARD)
  String release(
      Page page,
      @PathVariable String number,
      @RequestParam(defaultValue = "0") int quorum,
      RedirectAttributes next) {
    int asked = Math.clamp(quorum, 0, 2);
    return take(number, "released", view -> keep.release(view, asked, page.account()), next);
  }

  @PostMapping("/notices/{number}/close")
  @RolesAllowed(Role.Names.STEWARD)
  String close(
      Page page,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    return take(number, "closed", view -> keep.close(view, reason, page.account()), next);
  }

  @PostMapping("/notices/{number}/retract")
  @RolesAllowed(Role.Names.STEWARD)
  String retract(
      Page page,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    return take(number, "retracted", view -> keep.retract(view, reason, page.account()), next);
  }

  @PostMapping("/notices/{number}/acknowledge")
  @RolesAllowed(Role.Names.ANALYST)
  String acknowledge(Page page, @PathVariable String number, RedirectAttributes next) {
    return take(number, "acknowledged", view -> keep.acknowledge(view, page.account()), next);
  }

  @PostMapping("/notices/{number}/countersign")
  @RolesAllowed(Role.Names.STEWARD)
  String countersign(Page page, @PathVariable String number, RedirectAttributes next) {
    return take(number, "countersigned", view -> keep.countersign(view, page.account()), next);
  }

  private String take(String number, String done, Step step, RedirectAttributes next) {
    NoticeView view =
        notices.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    try {
      step.take(view);
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "notices.done." + done);
    } catch (Refused e) {
      next.addFlashAttribute("problem", "notices.refused." + e.refusal());
    }
    return "redirect:/notices/" + number;
  }
}

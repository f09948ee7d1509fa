package org.tripoint.node.signals;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.ListColleagues;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalJudgement.Verdict;
import org.tripoint.node.web.Page;

/// What a person does with one signal: decides, hands it over, leaves a note, judges it. Each
/// becomes a record.
@Controller
class SignalDecisions {

  private final ShowSignal show;
  private final SignalLog log;
  private final ListColleagues colleagues;
  private final RunReaders readers;

  SignalDecisions(ShowSignal show, SignalLog log, ListColleagues colleagues, RunReaders readers) {
    this.show = show;
    this.log = log;
    this.colleagues = colleagues;
    this.readers = readers;
  }

  @PostMapping("/signals/{id}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String triage(
      Page page,
      @PathVariable String id,
      @RequestParam SignalState state,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    Item item = show.find(id);
    if (!show.mayDecide(item, page)) {
      return refused(item, "signals.another-person", next);
    }
    return keep(
        item,
        () -> log.triage(new SignalTriage(item.signal(), state, reason.strip(), page.account())),
        "signals.saved",
        "signals.refused",
        next);
  }

  @PostMapping("/signals/{id}/assign")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String assign(
      Page page,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String assignee,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    Item item = show.find(id);
    if (!assignee.isEmpty() && !colleagues.listColleagues().contains(assignee)) {
      return refused(item, "signals.assign.refused", next);
    }
    return keep(
        item,
        () ->
            log.assign(new SignalAssignment(item.signal(), assignee, note.strip(), page.account())),
        "signals.assign.saved",
        "signals.note.refused",
        next);
  }

  @PostMapping("/signals/{id}/note")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String note(
      Page page,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    Item item = show.find(id);
    return keep(
        item,
        () -> log.note(new SignalNote(item.signal(), note.strip(), page.account())),
        "signals.note.saved",
        "signals.note.refused",
        next);
  }

  @PostMapping("/signals/{id}/judge")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String judge(
      Page page,
      @PathVariable String id,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "") String note,
      RedirectAttributes next) {
    Item item = show.find(id);
    return keep(
        item,
        () -> log.judge(new SignalJudgement(item.signal(), verdict, note.strip(), page.account())),
        "signals.judge.saved",
        "signals.note.refused",
        next);
  }

  /// Keeps what was decided, or says why not when it is no valid record.
  private String keep(
      Item item, Runnable append, String kept, String refused, RedirectAttributes next) {
    try {
      append.run();
    } catch (IllegalArgumentException e) {
      return refused(item, refused, next);
    }
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", kept);
    return "redirect:/signals/" + item.signal();
  }

  private static String refused(Item item, String key, RedirectAttributes next) {
    next.addFlashAttribute("problem", key);
    return "redirect:/signals/" + item.signal();
  }
}

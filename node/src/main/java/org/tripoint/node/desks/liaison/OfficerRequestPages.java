package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
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
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.RequestFeedback.Hit;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Requests for information as a partner's officer makes and follows them here.
@Controller
class OfficerRequestPages {

  private final PostOfficers officers;
  private final OfficerRequests requests;
  private final KeepRequests keep;
  private final ShowRecords records;
  private final LogReads reads;
  private final Clocks clocks;
  private final RunReaders readers;

  OfficerRequestPages(
      PostOfficers officers,
      OfficerRequests requests,
      KeepRequests keep,
      ShowRecords records,
      LogReads reads,
      Clocks clocks,
      RunReaders readers) {
    this.officers = officers;
    this.requests = requests;
    this.keep = keep;
    this.records = records;
    this.reads = reads;
    this.clocks = clocks;
    this.readers = readers;
  }

  @GetMapping("/liaison/mine/ask")
  @RolesAllowed(Role.Names.LIAISON)
  String form(Page page, Model model) {
    officer(page);
    return form(AskForm.empty(), "", model);
  }

  private String form(AskForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("clocks", clocks);
    model.addAttribute("audiences", List.of());
    return "liaison/ask";
  }

  @PostMapping("/liaison/mine/ask")
  @RolesAllowed(Role.Names.LIAISON)
  String ask(Page page, @ModelAttribute AskForm form, Model model, RedirectAttributes next) {
    Posted officer = officer(page);
    try {
      String number = keep.ask(officer, form.asked(officer.audience().purpose()));
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.ask.sent");
      return "redirect:/liaison/mine/requests/" + number;
    } catch (KeepRequests.Refused e) {
      return form(form, "liaison.request.refused." + e.refusal().name(), model);
    } catch (IllegalArgumentException e) {
      return form(form, "liaison.request.refused.RECORDS_NOT_RELEASABLE", model);
    }
  }

  @GetMapping("/liaison/mine/requests/{number}")
  @RolesAllowed(Role.Names.LIAISON)
  String request(Page page, @PathVariable String number, Model model) {
    Posted officer = officer(page);
    RequestView view = find(officer, number);
    List<RecordId> attached =
        view.answers().stream().flatMap(one -> one.answer().records().stream()).distinct().toList();
    List<Shown> shown = records.show(attached, officer.audience().bit(), page);
    reads.read(
        officer,
        LiaisonRead.Page.REQUEST,
        null,
        number,
        shown.stream().map(Shown::record).toList());
    model.addAttribute("view", view);
    model.addAttribute("shown", shown);
    model.addAttribute("times", new Times(page, officer.home()));
    return "liaison/minerequest";
  }

  @PostMapping("/liaison/mine/requests/{number}/feedback")
  @RolesAllowed(Role.Names.LIAISON)
  String feedback(
      Page page,
      @PathVariable String number,
      @RequestParam Hit hit,
      @RequestParam(defaultValue = "false") boolean useful,
      @RequestParam(defaultValue = "") String action,
      RedirectAttributes next) {
    Posted officer = officer(page);
    RequestView view = find(officer, number);
    try {
      keep.tell(view, officer.posting().country(), hit, useful, action, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.feedback.kept");
    } catch (KeepRequests.Refused e) {
      next.addFlashAttribute("problem", "liaison.request.refused." + e.refusal().name());
    }
    return "redirect:/liaison/mine/requests/" + number;
  }

  private Posted officer(Page page) {
    return officers.find(page.account()).orElseThrow(OfficerRequestPages::notThere);
  }

  private RequestView find(Posted officer, String number) {
    return requests.find(officer, number).orElseThrow(OfficerRequestPages::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

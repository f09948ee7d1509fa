package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import org.tripoint.node.desks.liaison.RequestAnswer.Outcome;
import org.tripoint.node.desks.liaison.RequestFeedback.Hit;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Requests for information for the people of the house: the queue with its clocks, what is asked
/// of partners, and answers with what may go with them.
@Controller
class RequestPages {

  private final ListRequests requests;
  private final KeepRequests keep;
  private final Here here;
  private final Clocks clocks;
  private final RunReaders readers;

  RequestPages(
      ListRequests requests, KeepRequests keep, Here here, Clocks clocks, RunReaders readers) {
    this.requests = requests;
    this.keep = keep;
    this.here = here;
    this.clocks = clocks;
    this.readers = readers;
  }

  @GetMapping("/liaison")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String queue(Model model) {
    List<RequestView> all = requests.list();
    model.addAttribute("asked", all.stream().filter(RequestView::forHere).toList());
    model.addAttribute("asking", all.stream().filter(one -> !one.forHere()).toList());
    model.addAttribute("clocks", clocks);
    return "liaison/queue";
  }

  @GetMapping("/liaison/ask")
  @RolesAllowed(Role.Names.STEWARD)
  String form(Page page, Model model) {
    return form(page, AskForm.empty(), "", model);
  }

  private String form(Page page, AskForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("clocks", clocks);
    model.addAttribute("audiences", audiences(here.audiences(), page));
    return "liaison/ask";
  }

  static List<Option> audiences(List<SharedAudience> all, Page page) {
    return all.stream()
        .map(one ->
            new Option(
                one.partner() + "/" + one.name(),
                "%s · %s (%s)"
                    .formatted(
                        one.partner(),
                        one.name(),
                        page.t("exchange.purpose." + one.purpose().name()))))
        .toList();
  }

  @PostMapping("/liaison/ask")
  @RolesAllowed(Role.Names.STEWARD)
  String ask(Page page, @ModelAttribute AskForm form, Model model, RedirectAttributes next) {
    String[] to = form.audience().split("/", 2);
    try {
      SharedAudience audience =
          here.audience(to[0], to.length > 1 ? to[1] : "")
              .orElseThrow(() -> new KeepRequests.Refused(KeepRequests.Refusal.NO_SUCH_AUDIENCE));
      String number =
          keep.ask(
              audience.partner(),
              audience.name(),
              form.agency(),
              form.asked(audience.purpose()),
              page.account(),
              page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.ask.sent");
      return "redirect:/liaison/requests/" + number;
    } catch (KeepRequests.Refused e) {
      return form(page, form, "liaison.request.refused." + e.refusal().name(), model);
    } catch (IllegalArgumentException e) {
      return form(page, form, "liaison.request.refused.RECORDS_NOT_RELEASABLE", model);
    }
  }

  @GetMapping("/liaison/requests/{number}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String request(
      Page page,
      @PathVariable String number,
      @RequestParam(defaultValue = "") String records,
      Model model) {
    return show(find(number), records, "", "", page, model);
  }

  private String show(
      RequestView view, String records, String text, String problem, Page page, Model model) {
    String trouble = problem;
    List<CheckedRow> checked = List.of();
    if (view.forHere() && page.mayUse(Role.Names.STEWARD)) {
      try {
        checked =
            keep.check(AskForm.ids(records), keep.readersOf(view.request())).stream()
                .map(CheckedRow::of)
                .toList();
      } catch (IllegalArgumentException e) {
        trouble = "liaison.answer.no-id";
      }
    }
    model.addAttribute("view", view);
    model.addAttribute("records", records);
    model.addAttribute("text", text);
    model.addAttribute("checked", checked);
    model.addAttribute("trouble", trouble);
    model.addAttribute("names", page.mayUse(Role.Names.ANALYST));
    return "liaison/request";
  }

  @PostMapping("/liaison/requests/{number}/answer")
  @RolesAllowed(Role.Names.STEWARD)
  String answer(
      Page page,
      @PathVariable String number,
      @RequestParam Outcome outcome,
      @RequestParam(required = false) RequestAnswer.@Nullable Refusal refusal,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String records,
      Model model,
      RedirectAttributes next) {
    RequestView view = find(number);
    if (text.length() > RequestForInformation.LONGEST_TEXT) {
      return show(view, records, text, "liaison.request.refused.NO_TEXT", page, model);
    }
    try {
      RequestAnswer.Refusal why = outcome == Outcome.REFUSED ? refusal : null;
      keep.answer(
          view,
          new KeepRequests.Said(outcome, why, text, AskForm.ids(records)),
          page.account(),
          page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.answer.sent");
      return "redirect:/liaison/requests/" + number;
    } catch (KeepRequests.Refused e) {
      String problem = "liaison.request.refused." + e.refusal().name();
      return show(view, records, text, problem, page, model);
    } catch (IllegalArgumentException e) {
      return show(view, records, text, "liaison.answer.no-id", page, model);
    }
  }

  @PostMapping("/liaison/requests/{number}/feedback")
  @RolesAllowed(Role.Names.ANALYST)
  String feedback(
      Page page,
      @PathVariable String number,
      @RequestParam Hit hit,
      @RequestParam(defaultValue = "false") boolean useful,
      @RequestParam(defaultValue = "") String action,
      RedirectAttributes next) {
    try {
      keep.tell(find(number), here.country(), hit, useful, action, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.feedback.kept");
    } catch (KeepRequests.Refused e) {
      next.addFlashAttribute("problem", "liaison.request.refused." + e.refusal().name());
    }
    return "redirect:/liaison/requests/" + number;
  }

  private RequestView find(String number) {
    return requests
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

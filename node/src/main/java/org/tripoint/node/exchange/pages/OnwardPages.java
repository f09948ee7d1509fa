package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.onward.AskOriginator;
import org.tripoint.node.exchange.onward.AskOriginator.Asked;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Asking the originator of a record whether it may be passed on, and answering partners.
@Controller
class OnwardPages {
  private static final String PAGE = "redirect:/exchange/onward";

  private final AskOriginator ask;
  private final Lately lately;
  private final RunReaders readers;
  private final Clock clock;

  OnwardPages(AskOriginator ask, Lately lately, RunReaders readers, Clock clock) {
    this.ask = ask;
    this.lately = lately;
    this.readers = readers;
    this.clock = clock;
  }

  @GetMapping("/exchange/onward")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String list(Page page, Model model) {
    List<Asked> all = ask.list();
    model.addAttribute(
        "waiting", all.stream().filter(Asked::waitsHere).map(one -> row(page, one)).toList());
    model.addAttribute(
        "answered",
        all.stream()
            .filter(one -> one.partner() != null && one.answered() != null)
            .map(one -> row(page, one))
            .toList());
    model.addAttribute(
        "asked",
        all.stream().filter(one -> one.partner() == null).map(one -> row(page, one)).toList());
    return "exchange/onward";
  }

  private OnwardRow row(Page page, Asked one) {
    RecordId about = one.about();
    return new OnwardRow(
        one, about == null ? "" : lately.say(page, about), one.isLate(clock.instant()));
  }

  @GetMapping("/exchange/onward/ask")
  @RolesAllowed(Role.Names.ANALYST)
  String form(Page page, @RequestParam(defaultValue = "") String record, Model model) {
    return form(page, parse(record), "", "", model);
  }

  private static RecordId parse(String record) {
    try {
      return RecordId.parse(record.strip());
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private String form(Page page, RecordId record, String reason, String problem, Model model) {
    model.addAttribute("record", record);
    model.addAttribute("said", lately.say(page, record));
    model.addAttribute("how", ask.how(record));
    model.addAttribute("reason", reason);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "audiences",
        ask.listRecipients(record).stream()
            .map(one -> new Option(Integer.toString(one.bit()), words(page, one)))
            .toList());
    return "exchange/onwardask";
  }

  private static String words(Page page, SharedAudience one) {
    return "%s · %s (%s)"
        .formatted(one.partner(), one.name(), page.t("exchange.purpose." + one.purpose().name()));
  }

  @PostMapping("/exchange/onward")
  @RolesAllowed(Role.Names.ANALYST)
  String ask(
      Page page,
      @RequestParam String record,
      @RequestParam(defaultValue = "-1") int audience,
      @RequestParam(required = false) @Nullable Set<Part> parts,
      @RequestParam String reason,
      Model model,
      RedirectAttributes next) {
    RecordId about = parse(record);
    try {
      ask.ask(about, audience, parts == null ? Set.of() : parts, reason, page.account());
      readers.catchUpBriefly();
    } catch (AskOriginator.Refused e) {
      return form(page, about, reason, e.refusal().name(), model);
    }
    next.addFlashAttribute("notice", "exchange.onward.asked");
    return PAGE;
  }

  @PostMapping("/exchange/onward/{number}/answer")
  @RolesAllowed(Role.Names.STEWARD)
  String answer(
      Page page,
      @PathVariable String number,
      @RequestParam boolean allowed,
      @RequestParam(required = false) @Nullable Set<Part> parts,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      RedirectAttributes next) {
    try {
      ask.answer(
          number, allowed, parts == null ? Set.of() : parts, day(until), reason, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "exchange.onward.answered");
    } catch (AskOriginator.Refused e) {
      next.addFlashAttribute("problem", "exchange.onward.refused." + e.refusal().name());
    }
    return PAGE;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      return null;
    }
  }

  @PostMapping("/exchange/onward/{number}/take-back")
  @RolesAllowed(Role.Names.STEWARD)
  String takeBack(Page page, @PathVariable String number, RedirectAttributes next) {
    try {
      ask.takeBack(number, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "exchange.onward.taken-back");
    } catch (AskOriginator.Refused e) {
      next.addFlashAttribute("problem", "exchange.onward.refused." + e.refusal().name());
    }
    return PAGE;
  }
}

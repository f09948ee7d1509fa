package org.tripoint.node.retention.pages;

import jakarta.annotation.security.RolesAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
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
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.retention.DecideReviews;
import org.tripoint.node.retention.Due.Action;
import org.tripoint.node.retention.PurgeLots;
import org.tripoint.node.retention.ReadRetention;
import org.tripoint.node.retention.ReadRetention.DueRecord;
import org.tripoint.node.retention.Refused;
import org.tripoint.node.retention.RetentionDecision.Verdict;
import org.tripoint.node.retention.SuggestedRules;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What is due, decisions about it, and lots that are emptied.
@Controller
class RetentionPages {

  private static final String PAGE = "redirect:/ledger/retention";
  private static final int AT_ONCE = 50;

  private final ReadRetention read;
  private final SuggestedRules suggested;
  private final DecideReviews reviews;
  private final PurgeLots lots;
  private final RunReaders readers;

  RetentionPages(
      ReadRetention read,
      SuggestedRules suggested,
      DecideReviews reviews,
      PurgeLots lots,
      RunReaders readers) {
    this.read = read;
    this.suggested = suggested;
    this.reviews = reviews;
    this.lots = lots;
    this.readers = readers;
  }

  @GetMapping("/ledger/retention")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.AUDITOR})
  String overview(Page page, Model model) {
    List<ReadRetention.Rule> rules = read.listRules();
    model.addAttribute("sums", read.sums());
    model.addAttribute("proposals", read.listProposals());
    model.addAttribute("lots", read.listLots());
    model.addAttribute("rules", rules);
    model.addAttribute("alone", lots.alone());
    model.addAttribute(
        "suggested",
        suggested.list(page.language().locale()).stream()
            .filter(one -> rules.stream().noneMatch(r -> r.rule().name().equals(one.name())))
            .toList());
    return "retention/overview";
  }

  @GetMapping("/ledger/retention/due")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.AUDITOR})
  String due(
      @RequestParam(defaultValue = "REVIEW") Action action,
      @RequestParam(defaultValue = "") String why,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String after,
      Model model) {
    List<DueRecord> found;
    try {
      found = read.list(action, why, kind, source, after, AT_ONCE + 1);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    List<DueRecord> rows = found.subList(0, Math.min(found.size(), AT_ONCE));
    String here =
        "/ledger/retention/due?action=%s&why=%s&kind=%s&source=%s"
            .formatted(action, encoded(why), encoded(kind), encoded(source));
    model.addAttribute("action", action);
    model.addAttribute("why", why);
    model.addAttribute("kind", kind);
    model.addAttribute("source", source);
    model.addAttribute("rows", rows);
    model.addAttribute("today", read.today());
    model.addAttribute("newer", after.isEmpty() ? "" : here);
    model.addAttribute(
        "older", found.size() > AT_ONCE ? here + "&after=" + encoded(rows.getLast().place()) : "");
    return "retention/due";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @PostMapping("/ledger/retention/records/{record}")
  @RolesAllowed(Role.Names.STEWARD)
  String decide(
      Page page,
      @PathVariable UUID record,
      @RequestParam Verdict verdict,
      @RequestParam(defaultValue = "OPEN") Part part,
      @RequestParam(defaultValue = "") String until,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "REVIEW") Action action,
      RedirectAttributes next) {
    try {
      reviews.decide(new RecordId(record), verdict, part, day(until), reason, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.decided." + verdict.name());
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "retention.refused.REASON");
    }
    return PAGE + "/due?action=" + action;
  }

  /// Null for no day.
  ///
  /// @throws IllegalArgumentException if it is none
  static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("expected a day", e);
    }
  }

  @PostMapping("/ledger/retention/lots")
  @RolesAllowed(Role.Names.STEWARD)
  String ask(
      Page page, @RequestParam String why, @RequestParam Part part, RedirectAttributes next) {
    try {
      boolean alone = lots.ask(why, part, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", alone ? "retention.lot.open" : "retention.lot.asked");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }

  @PostMapping("/ledger/retention/lots/{id}/confirm")
  @RolesAllowed(Role.Names.STEWARD)
  String confirm(Page page, @PathVariable UUID id, RedirectAttributes next) {
    try {
      lots.confirm(id, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.lot.open");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }

  @PostMapping("/ledger/retention/lots/{id}/dismiss")
  @RolesAllowed(Role.Names.STEWARD)
  String dismiss(@PathVariable UUID id, RedirectAttributes next) {
    try {
      lots.dismiss(id);
      next.addFlashAttribute("notice", "retention.lot.dismissed");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }
}

package org.tripoint.node.retention.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.retention.KeepHolds;
import org.tripoint.node.retention.ReadRetention;
import org.tripoint.node.retention.Refused;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Legal holds: placed on a record, a kind or a source, and ended.
@Controller
class HoldPages {

  private static final String PAGE = "redirect:/ledger/retention/holds";

  private final KeepHolds holds;
  private final ReadRetention read;
  private final RecordKinds kinds;
  private final RunReaders readers;

  HoldPages(KeepHolds holds, ReadRetention read, RecordKinds kinds, RunReaders readers) {
    this.holds = holds;
    this.read = read;
    this.kinds = kinds;
    this.readers = readers;
  }

  @GetMapping("/ledger/retention/holds")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.AUDITOR})
  String list(Page page, @RequestParam(defaultValue = "") String record, Model model) {
    model.addAttribute("holds", read.listHolds());
    model.addAttribute("record", record);
    List<Option> of = new ArrayList<>();
    of.add(new Option("", "–"));
    read.listKinds(kinds.list()).stream()
        .map(kind -> new Option(kind, WhyWords.kind(page, kind)))
        .sorted(java.util.Comparator.comparing(Option::label))
        .forEach(of::add);
    model.addAttribute("kinds", of);
    return "retention/holds";
  }

  @PostMapping("/ledger/retention/holds")
  @RolesAllowed(Role.Names.STEWARD)
  String hold(
      Page page,
      @RequestParam(defaultValue = "") String record,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String until,
      RedirectAttributes next) {
    try {
      holds.hold(
          record.isBlank() ? null : RecordId.parse(record.strip()),
          kind,
          source,
          reason,
          RetentionPages.day(until),
          page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.hold.placed");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "retention.hold.problem");
    }
    return PAGE;
  }

  @PostMapping("/ledger/retention/holds/{record}/end")
  @RolesAllowed(Role.Names.STEWARD)
  String end(Page page, @PathVariable UUID record, RedirectAttributes next) {
    try {
      holds.end(new RecordId(record), page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "retention.hold.ended");
    } catch (Refused e) {
      next.addFlashAttribute("problem", "retention.refused." + e.why().name());
    }
    return PAGE;
  }
}

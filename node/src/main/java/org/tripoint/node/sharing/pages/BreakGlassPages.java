package org.tripoint.node.sharing.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.BreakGlass;
import org.tripoint.node.sharing.ReadBreakGlass;
import org.tripoint.node.sharing.ReadBreakGlass.Exceptional;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Letting a record go although the rules refuse it: one person asks, another confirms.
@Controller
class BreakGlassPages {
  private static final String PAGE = "redirect:/exchange/break-glass";
  private static final int MOST = 200;

  private final BreakGlass breakGlass;
  private final ReadBreakGlass released;
  private final ReadShared shared;
  private final ReadSignals signals;
  private final RunReaders readers;
  private final Clock clock;

  BreakGlassPages(
      BreakGlass breakGlass,
      ReadBreakGlass released,
      ReadShared shared,
      ReadSignals signals,
      RunReaders readers,
      Clock clock) {
    this.breakGlass = breakGlass;
    this.released = released;
    this.shared = shared;
    this.signals = signals;
    this.readers = readers;
    this.clock = clock;
  }

  @GetMapping("/exchange/break-glass")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String list(Model model) {
    model.addAttribute("waiting", breakGlass.listWaiting());
    model.addAttribute("released", released.list(MOST).stream().map(this::row).toList());
    model.addAttribute("audiences", shared.listAudiences());
    return "sharing/breakglass";
  }

  private ReleasedRow row(Exceptional one) {
    Optional<ReadSignals.Item> review = one.signal().flatMap(signals::find);
    boolean over = one.ended() || !clock.instant().isBefore(one.expires());
    return new ReleasedRow(one, over, review);
  }

  @GetMapping("/exchange/break-glass/ask")
  @RolesAllowed(Role.Names.ANALYST)
  String form(Page page, @RequestParam(defaultValue = "") String record, Model model) {
    return form(page, new AskForm(record, "", Set.of(), "", 24, ""), "", model);
  }

  @PostMapping("/exchange/break-glass")
  @RolesAllowed(Role.Names.ANALYST)
  String ask(
      Page page,
      @RequestParam String record,
      @RequestParam String audience,
      @RequestParam(required = false) @Nullable Set<Part> parts,
      @RequestParam String assurance,
      @RequestParam(defaultValue = "0") int hours,
      @RequestParam String reason,
      Model model,
      RedirectAttributes next) {
    AskForm form =
        new AskForm(record, audience, parts == null ? Set.of() : parts, assurance, hours, reason);
    try {
      breakGlass.ask(form.asked(), page.account());
    } catch (BreakGlass.Refused e) {
      return form(page, form, e.refusal().name(), model);
    } catch (IllegalArgumentException e) {
      return form(page, form, BreakGlass.Refusal.NO_SUCH_RECORD.name(), model);
    }
    next.addFlashAttribute("notice", "sharing.break-glass.asked");
    return PAGE;
  }

  private String form(Page page, AskForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute(
        "audiences",
        shared.listAudiences().stream()
            .filter(one -> !one.ended() && !one.isExceptional())
            .map(one -> new Option(Integer.toString(one.bit()), words(page, one)))
            .toList());
    model.addAttribute(
        "assurances",
        List.of(Assurance.NOT_ASKED, Assurance.ON_FILE, Assurance.MISSING).stream()
            .map(one -> new Option(one.name(), page.t("exchange.assurance." + one.name())))
            .toList());
    return "sharing/ask";
  }

  private static String words(Page page, SharedAudience one) {
    return "%s · %s (%s)"
        .formatted(one.partner(), one.name(), page.t("exchange.purpose." + one.purpose().name()));
  }

  @PostMapping("/exchange/break-glass/{id}/confirm")
  @RolesAllowed(Role.Names.STEWARD)
  String confirm(Page page, @PathVariable UUID id, RedirectAttributes next) {
    try {
      breakGlass.confirm(id, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "sharing.break-glass.confirmed");
    } catch (BreakGlass.Refused e) {
      next.addFlashAttribute("problem", "sharing.break-glass.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/exchange/break-glass/{id}/dismiss")
  @RolesAllowed(Role.Names.ANALYST)
  String dismiss(@PathVariable UUID id, RedirectAttributes next) {
    try {
      breakGlass.dismiss(id);
      next.addFlashAttribute("notice", "sharing.break-glass.dismissed");
    } catch (BreakGlass.Refused e) {
      next.addFlashAttribute("problem", "sharing.break-glass.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/exchange/break-glass/{release}/end")
  @RolesAllowed(Role.Names.ANALYST)
  String end(Page page, @PathVariable UUID release, RedirectAttributes next) {
    try {
      breakGlass.end(new RecordId(release), page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "sharing.break-glass.ended");
    } catch (BreakGlass.Refused e) {
      next.addFlashAttribute("problem", "sharing.break-glass.refused." + e.refusal().name());
    }
    return PAGE;
  }
}

package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import org.tripoint.node.notices.KeepNotices.Refusal;
import org.tripoint.node.notices.KeepNotices.Refused;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Drafts a notice from a signal, and edits it.
@Controller
class DraftPages {

  private static final int MOST_OFFERED = 100;

  private final ReadSignals signals;
  private final ListNotices notices;
  private final DraftNotices drafts;
  private final KeepNotices keep;
  private final FindStructure structures;
  private final RunReaders readers;
  private final ZoneId zone;

  DraftPages(
      ReadSignals signals,
      ListNotices notices,
      DraftNotices drafts,
      KeepNotices keep,
      FindStructure structures,
      RunReaders readers,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.signals = signals;
    this.notices = notices;
    this.drafts = drafts;
    this.keep = keep;
    this.structures = structures;
    this.readers = readers;
    this.zone = zone;
  }

  @GetMapping("/notices/draft")
  @RolesAllowed(Role.Names.ANALYST)
  String begin(Model model, @RequestParam String signal) {
    Item item = signal(signal);
    model.addAttribute("signal", item);
    model.addAttribute("suggested", BodyOfSignal.typeOf(item).map(NoticeType::name).orElse(""));
    model.addAttribute(
        "others", notices.list().stream().filter(NoticeView::isOpen).limit(MOST_OFFERED).toList());
    return "notices/draft";
  }

  @PostMapping("/notices/draft")
  @RolesAllowed(Role.Names.ANALYST)
  String draft(
      Page page,
      @RequestParam String signal,
      @RequestParam NoticeType type,
      @RequestParam Urgency urgency,
      RedirectAttributes next) {
    Item item = signal(signal);
    try {
      String number = drafts.draft(item, type, urgency, page.account());
      readers.catchUpBriefly();
      return "redirect:/notices/" + number + "/edit";
    } catch (Refused e) {
      next.addFlashAttribute("problem", "notices.refused." + e.refusal());
      return "redirect:/signals/" + item.signal();
    }
  }

  @PostMapping("/notices/draft/add")
  @RolesAllowed(Role.Names.ANALYST)
  String add(
      Page page,
      @RequestParam String signal,
      @RequestParam String number,
      RedirectAttributes next) {
    Item item = signal(signal);
    try {
      drafts.add(find(number), item, page.account());
      readers.catchUpBriefly();
      return "redirect:/notices/" + number + "/edit";
    } catch (Refused e) {
      next.addFlashAttribute("problem", "notices.refused." + e.refusal());
      return "redirect:/signals/" + item.signal();
    }
  }

  private Item signal(String id) {
    try {
      return signals
          .find(RecordId.parse(id))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no such signal", e);
    }
  }

  @GetMapping("/notices/{number}/edit")
  @RolesAllowed(Role.Names.ANALYST)
  String form(Model model, @PathVariable String number) {
    NoticeView view = find(number);
    NoticeDraft draft =
        view.draft().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return form(view, NoticeForm.of(draft, zone), "", model);
  }

  private static String form(NoticeView view, NoticeForm form, String problem, Model model) {
    model.addAttribute("view", view);
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    return "notices/edit";
  }

  @PostMapping("/notices/{number}/edit")
  @RolesAllowed(Role.Names.ANALYST)
  String edit(
      Page page,
      Model model,
      @PathVariable String number,
      @RequestParam Map<String, String> fields,
      RedirectAttributes next) {
    NoticeView view = find(number);
    NoticeForm form = new NoticeForm(fields);
    try {
      NoticeBody body = form.body(structures);
      @Nullable Instant laboratory = form.laboratoryFinal(zone);
      keep.edit(view, body, laboratory, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "notices.saved");
      return "redirect:/notices/" + number;
    } catch (Refused e) {
      return form(view, form, "notices.refused." + e.refusal(), model);
    } catch (IllegalArgumentException e) {
      return form(view, form, "notices.refused." + Refusal.TOO_LONG, model);
    }
  }

  private NoticeView find(String number) {
    return notices
        .find(number)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

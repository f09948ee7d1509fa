package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.notices.MailWaiting.Waiting;
import org.tripoint.node.notices.mail.MailSettings;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;

/// Who is sent notices by e-mail, what waits, what went out.
@Controller
class MailPages {

  private static final int SENT = 200;
  private static final String PAGE = "/notices/mail";

  private final KeepMailLists keep;
  private final FindDueMail find;
  private final MailWaiting waiting;
  private final NoticeEntries entries;
  private final HereAndPartners here;
  private final MailSettings settings;
  private final RunReaders readers;

  MailPages(
      KeepMailLists keep,
      FindDueMail find,
      MailWaiting waiting,
      NoticeEntries entries,
      HereAndPartners here,
      MailSettings settings,
      RunReaders readers) {
    this.keep = keep;
    this.find = find;
    this.waiting = waiting;
    this.entries = entries;
    this.here = here;
    this.settings = settings;
    this.readers = readers;
  }

  @GetMapping(PAGE)
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String show(Page page, Model model, @RequestParam(defaultValue = "") String list) {
    boolean names = page.readable().contains(Part.NOMINAL);
    model.addAttribute("on", settings.isOn());
    model.addAttribute("names", names);
    model.addAttribute("lists", find.lists());
    model.addAttribute("edited", names ? keep.find(list) : Optional.empty());
    model.addAttribute("ways", ways(page));
    model.addAttribute("waiting", waiting());
    model.addAttribute("sent", entries.list(NoticeMailing.KIND, SENT));
    return "notices/mail";
  }

  private List<Option> ways(Page page) {
    return here.mailWays().stream()
        .map(one -> new Option(one.code(), MailWords.way(one, page)))
        .toList();
  }

  private List<WaitingMail> waiting() {
    Map<String, Waiting> tried = waiting.all();
    List<WaitingMail> rows = new ArrayList<>();
    for (DueMail one : find.list()) {
      Waiting last = tried.get(one.id());
      if (last == null || last.tries() > 0) {
        rows.add(new WaitingMail(one, last));
      }
    }
    return rows;
  }

  @PostMapping(PAGE)
  @RolesAllowed(Role.Names.STEWARD)
  String put(
      Page page,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String way,
      @RequestParam(defaultValue = "en") String language,
      @RequestParam(defaultValue = "") String addresses,
      RedirectAttributes next) {
    if (!page.readable().contains(Part.NOMINAL)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    try {
      keep.put(
          name.strip(),
          here.mailWays().stream()
              .filter(one -> one.code().equals(way))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("expected a right, found " + way)),
          Language.find(language).orElse(Language.ENGLISH),
          Pattern.compile("[\\s,;]+")
              .splitAsStream(addresses.strip())
              .filter(one -> !one.isEmpty())
              .toList(),
          page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "notices.mail.saved");
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "notices.mail.problem");
    }
    return "redirect:" + PAGE;
  }

  @PostMapping(PAGE + "/end")
  @RolesAllowed(Role.Names.STEWARD)
  String end(Page page, @RequestParam String name, RedirectAttributes next) {
    keep.end(name, page.account());
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "notices.mail.ended");
    return "redirect:" + PAGE;
  }
}

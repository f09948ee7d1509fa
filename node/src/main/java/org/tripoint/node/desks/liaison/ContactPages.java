package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.tripoint.node.desks.liaison.ContactRule.Counting;
import org.tripoint.node.desks.liaison.ContactRule.Sureness;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Contacts of officials of this country with foreign authorities: proposed, written, reported,
/// exported. They never leave the node.
@Controller
class ContactPages {

  private static final String PAGE = "redirect:/liaison/contacts";

  private final ListContacts contacts;
  private final KeepContacts keep;
  private final ContactRules rules;
  private final Here here;
  private final RunReaders readers;

  ContactPages(
      ListContacts contacts, KeepContacts keep, ContactRules rules, Here here, RunReaders readers) {
    this.contacts = contacts;
    this.keep = keep;
    this.rules = rules;
    this.here = here;
    this.readers = readers;
  }

  @GetMapping("/liaison/contacts")
  @RolesAllowed(Role.Names.STEWARD)
  String list(Model model) {
    model.addAttribute("rows", contacts.list());
    model.addAttribute("rule", rules.find().orElse(null));
    return "liaison/contacts";
  }

  @GetMapping("/liaison/contacts/write")
  @RolesAllowed(Role.Names.STEWARD)
  String form(@RequestParam(defaultValue = "") String draft, Model model) {
    ContactForm form =
        contacts
            .findDraft(draft)
            .map(row -> ContactForm.of(row, here.zone()))
            .orElseGet(ContactForm::empty);
    return form(form, "", model);
  }

  private String form(ContactForm form, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("rule", rules.find().orElse(null));
    return "liaison/contactform";
  }

  @PostMapping("/liaison/contacts")
  @RolesAllowed(Role.Names.STEWARD)
  String write(Page page, @ModelAttribute ContactForm form, Model model, RedirectAttributes next) {
    Optional<ContactRule> rule = rules.find();
    if (rule.isEmpty()) {
      return form(form, "liaison.contact.no-rule", model);
    }
    boolean proposed = form.draft().isEmpty() || contacts.findDraft(form.draft()).isPresent();
    if (!form.isWhole(here.country()) || !proposed) {
      return form(form, "liaison.contact.problem", model);
    }
    RecordId record;
    try {
      record = keep.keep(form.report(rule.get(), here.zone()), null, page.account());
    } catch (IllegalArgumentException e) {
      return form(form, "liaison.contact.problem", model);
    }
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "liaison.contact.kept");
    return PAGE + "/" + record;
  }

  @PostMapping("/liaison/contacts/none")
  @RolesAllowed(Role.Names.STEWARD)
  String none(
      Page page, @RequestParam String draft, @RequestParam String reason, RedirectAttributes next) {
    Optional<ContactRow> row = contacts.findDraft(draft);
    if (row.isEmpty() || reason.isBlank() || reason.length() > 1_000) {
      next.addFlashAttribute("problem", "liaison.contact.none.problem");
      return PAGE;
    }
    keep.nothing(row.get(), reason, page.account());
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "liaison.contact.none.kept");
    return PAGE;
  }

  @GetMapping("/liaison/contacts/{record}")
  @RolesAllowed(Role.Names.STEWARD)
  String show(@PathVariable UUID record, Model model) {
    model.addAttribute("row", find(record));
    return "liaison/contact";
  }

  @PostMapping("/liaison/contacts/{record}/reported")
  @RolesAllowed(Role.Names.STEWARD)
  String reported(Page page, @PathVariable UUID record, RedirectAttributes next) {
    ContactRow row = find(record);
    if (row.report().official().isBlank()) {
      next.addFlashAttribute("problem", "liaison.contact.problem");
    } else {
      keep.reported(row, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.contact.is-reported");
    }
    return PAGE + "/" + record;
  }

  @PostMapping("/liaison/contacts/rule")
  @RolesAllowed(Role.Names.STEWARD)
  String correct(
      Page page,
      @RequestParam(defaultValue = "-1") int days,
      @RequestParam Counting counting,
      @RequestParam String authority,
      @RequestParam String instrument,
      @RequestParam(defaultValue = "LIKELY") Sureness certainty,
      @RequestParam String source,
      RedirectAttributes next) {
    try {
      rules.correct(days, counting, authority, instrument, certainty, source, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "liaison.contact.rule.kept");
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "liaison.contact.rule.problem");
    }
    return PAGE;
  }

  @GetMapping("/liaison/contacts/export")
  @RolesAllowed(Role.Names.STEWARD)
  ResponseEntity<String> export() {
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvLine.forSpreadsheets(
            List.of(
                "record",
                "state",
                "official",
                "foreign_authority",
                "foreign_person",
                "country",
                "at",
                "place",
                "means",
                "subject",
                "given",
                "received",
                "records",
                "instrument",
                "reported_to",
                "due",
                "reported_on",
                "reason")));
    contacts.list().forEach(row -> csv.append(line(row)));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contact-reports.csv\"")
        .body(csv.toString());
  }

  private static String line(ContactRow row) {
    ContactReport report = row.report();
    String state = row.record() == null ? "PROPOSED" : report.state().name();
    return CsvLine.forSpreadsheets(
        Arrays.asList(
            row.record(),
            state,
            report.official(),
            report.authority(),
            report.foreignPerson(),
            report.country().code(),
            report.at(),
            report.place(),
            report.means(),
            report.subject(),
            report.given(),
            report.received(),
            report.records().stream().map(Object::toString).collect(Collectors.joining(" ")),
            report.instrument(),
            report.reportedTo(),
            report.due(),
            report.reportedOn(),
            report.reason()));
  }

  private ContactRow find(UUID record) {
    return contacts
        .find(new RecordId(record))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.tripoint.node.desks.liaison.FindMatches.Found;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// What a partner's officer opens: what the agreed rules found, record by record. Whatever is not
/// theirs to read answers like what is not there, and every read is a record before it is shown.
@Controller
class OfficerPages {

  private static final int ROWS = 50;
  private static final int NOTES = 10;

  private final PostOfficers officers;
  private final AgreeRules rules;
  private final FindMatches matches;
  private final ShowRecords records;
  private final LogReads reads;
  private final Entries entries;
  private final OfficerRequests requests;
  private final Here here;
  private final RunReaders readers;

  OfficerPages(
      PostOfficers officers,
      AgreeRules rules,
      FindMatches matches,
      ShowRecords records,
      LogReads reads,
      Entries entries,
      OfficerRequests requests,
      Here here,
      RunReaders readers) {
    this.officers = officers;
    this.rules = rules;
    this.matches = matches;
    this.records = records;
    this.reads = reads;
    this.entries = entries;
    this.requests = requests;
    this.here = here;
    this.readers = readers;
  }

  @GetMapping("/liaison/mine")
  @RolesAllowed(Role.Names.LIAISON)
  String mine(Page page, Model model) {
    Optional<Posted> posted = officers.find(page.account());
    if (posted.isEmpty()) {
      return "liaison/unposted";
    }
    Posted officer = posted.get();
    List<Kept<HandOverNote>> notes =
        entries.listUnder(HandOverNote.KIND, officer.posting().partner());
    Instant since =
        notes.stream()
            .filter(note -> note.content().officer().equals(officer.id()))
            .map(note -> note.content().at())
            .max(Comparator.naturalOrder())
            .orElse(officer.posting().filedAt());
    List<RuleRow> rows = new ArrayList<>();
    List<RecordId> shown = new ArrayList<>();
    for (Kept<LiaisonRule> rule : rules.listFor(officer)) {
      List<Shown> fresh =
          show(officer, rule.record(), FindMatches.micros(since), Long.MAX_VALUE, page);
      fresh.forEach(one -> shown.add(one.record()));
      rows.add(row(rule, fresh));
    }
    reads.read(officer, LiaisonRead.Page.SINCE_LAST_SHIFT, null, "", shown);
    model.addAttribute("officer", officer);
    model.addAttribute("times", new Times(page, officer.home()));
    model.addAttribute("since", since);
    model.addAttribute("rules", rows);
    model.addAttribute("requests", requests.listFor(officer));
    model.addAttribute("notes", notes(notes));
    return "liaison/mine";
  }

  private RuleRow row(Kept<LiaisonRule> rule, List<Shown> fresh) {
    return new RuleRow(
        rule.record(),
        rule.content(),
        true,
        matches.count(rule.record()),
        matches.countGone(rule.record()),
        fresh);
  }

  private List<Shown> show(Posted officer, RecordId rule, long after, long before, Page page) {
    List<RecordId> found =
        matches.list(rule, after, before, ROWS).stream().map(Found::record).toList();
    return records.show(found, officer.audience().bit(), page);
  }

  private List<NoteRow> notes(List<Kept<HandOverNote>> notes) {
    return notes.reversed().stream()
        .limit(NOTES)
        .map(note ->
            new NoteRow(
                entries
                    .find(LiaisonPosting.KIND, note.content().officer())
                    .map(one -> one.content().fullName())
                    .orElse(""),
                note.content().at(),
                note.content().text()))
        .toList();
  }

  @GetMapping("/liaison/mine/rules/{rule}")
  @RolesAllowed(Role.Names.LIAISON)
  String rule(
      Page page,
      @PathVariable UUID rule,
      @RequestParam(defaultValue = "9223372036854775807") long before,
      Model model) {
    Posted officer = officer(page);
    Kept<LiaisonRule> kept = find(officer, rule);
    List<Found> found = matches.list(kept.record(), -1, before, ROWS);
    List<Shown> shown =
        records.show(found.stream().map(Found::record).toList(), officer.audience().bit(), page);
    reads.read(
        officer,
        LiaisonRead.Page.RULE,
        kept.record(),
        "",
        shown.stream().map(Shown::record).toList());
    model.addAttribute("times", new Times(page, officer.home()));
    model.addAttribute("row", row(kept, shown));
    model.addAttribute("next", found.size() == ROWS ? found.getLast().added() : -1L);
    return "liaison/minerule";
  }

  @GetMapping("/liaison/mine/rules/{rule}/records/{record}")
  @RolesAllowed(Role.Names.LIAISON)
  String record(Page page, @PathVariable UUID rule, @PathVariable UUID record, Model model) {
    Posted officer = officer(page);
    Kept<LiaisonRule> kept = find(officer, rule);
    RecordId id = new RecordId(record);
    if (!matches.holds(kept.record(), id)) {
      throw notThere();
    }
    return shown(page, officer, id, kept.record(), "", model);
  }

  /// A record that came with an answer.
  @GetMapping("/liaison/mine/requests/{number}/records/{record}")
  @RolesAllowed(Role.Names.LIAISON)
  String attached(Page page, @PathVariable String number, @PathVariable UUID record, Model model) {
    Posted officer = officer(page);
    RecordId id = new RecordId(record);
    RequestView view = requests.find(officer, number).orElseThrow(OfficerPages::notThere);
    if (view.answers().stream().noneMatch(one -> one.answer().records().contains(id))) {
      throw notThere();
    }
    return shown(page, officer, id, null, number, model);
  }

  private String shown(
      Page page,
      Posted officer,
      RecordId id,
      @Nullable RecordId rule,
      String request,
      Model model) {
    Shown shown =
        records.show(List.of(id), officer.audience().bit(), page).stream()
            .findFirst()
            .orElseThrow(OfficerPages::notThere);
    reads.read(officer, LiaisonRead.Page.RECORD, rule, request, List.of(id));
    model.addAttribute("shown", shown);
    model.addAttribute("times", new Times(page, officer.home()));
    model.addAttribute(
        "back", rule == null ? "/liaison/mine/requests/" + request : "/liaison/mine/rules/" + rule);
    return "liaison/minerecord";
  }

  @PostMapping("/liaison/mine/notes")
  @RolesAllowed(Role.Names.LIAISON)
  String note(Page page, @RequestParam String text, RedirectAttributes next) {
    Posted officer = officer(page);
    if (text.isBlank() || text.length() > HandOverNote.LONGEST) {
      next.addFlashAttribute("problem", "liaison.note.problem");
      return "redirect:/liaison/mine";
    }
    HandOverNote note =
        new HandOverNote(officer.id(), officer.posting().partner(), text.strip(), here.now());
    here.append(
        new Entry.Put<>(HandOverNote.KIND, UUID.randomUUID().toString(), note, Here.own(), null),
        page.account());
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "liaison.note.kept");
    return "redirect:/liaison/mine";
  }

  private Posted officer(Page page) {
    return officers.find(page.account()).orElseThrow(OfficerPages::notThere);
  }

  private Kept<LiaisonRule> find(Posted officer, UUID rule) {
    return rules.findFor(officer, new RecordId(rule)).orElseThrow(OfficerPages::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

package org.tripoint.node.desks.liaison;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.liaison.ContactReport.Means;
import org.tripoint.node.desks.liaison.ContactReport.State;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// Contacts that officials of this country have to report, or have reported. Where the country has
/// a rule, answers given here and reads of a day propose one each until somebody writes it, or
/// writes that there was none.
@Component
class ListContacts {

  private static final int MOST = 2_000;
  private static final Duration LOOKS_BACK = Duration.ofDays(90);

  private final Entries entries;
  private final ContactRules rules;
  private final Here here;

  ListContacts(Entries entries, ContactRules rules, Here here) {
    this.entries = entries;
    this.rules = rules;
    this.here = here;
  }

  /// What has still to be reported, first due first; then what was, newest first.
  List<ContactRow> list() {
    List<ContactRow> rows = new ArrayList<>(written());
    Set<String> known = new HashSet<>();
    rows.forEach(row -> known.add(row.draft()));
    rules
        .find()
        .ifPresent(rule ->
            drafts(rule).stream().filter(row -> !known.contains(row.draft())).forEach(rows::add));
    rows.sort(
        Comparator.comparing((ContactRow row) -> row.report().state() != State.OPEN)
            .thenComparing(row -> row.report().state() == State.OPEN ? row.due() : LocalDate.MAX)
            .thenComparing(ContactRow::at, Comparator.reverseOrder()));
    return rows;
  }

  Optional<ContactRow> findDraft(String draft) {
    return list().stream()
        .filter(row -> row.record() == null && row.draft().equals(draft))
        .findFirst();
  }

  Optional<ContactRow> find(RecordId record) {
    return entries.find(ContactReport.KIND, record).map(this::row);
  }

  private List<ContactRow> written() {
    return entries.list(ContactReport.KIND, MOST).stream().map(this::row).toList();
  }

  private ContactRow row(Kept<ContactReport> kept) {
    ContactReport report = kept.content();
    return new ContactRow(
        kept.record(), report.draft(), report, List.of(kept.record()), isLate(report));
  }

  private boolean isLate(ContactReport report) {
    return report.state() == State.OPEN && here.today().isAfter(report.due());
  }

  private List<ContactRow> drafts(ContactRule rule) {
    Map<String, Country> partners = here.partners();
    List<ContactRow> drafts = new ArrayList<>();
    for (Kept<RequestAnswer> kept :
        entries.listSince(RequestAnswer.KIND, here.now().minus(LOOKS_BACK), MOST)) {
      if (kept.origin() == null) {
        drafts.add(draft(rule, kept));
      }
    }
    Map<String, List<Kept<LiaisonRead>>> reads = new LinkedHashMap<>();
    for (Kept<LiaisonRead> kept :
        entries.listSince(LiaisonRead.KIND, here.now().minus(LOOKS_BACK), MOST)) {
      boolean foreignHere = kept.origin() == null;
      boolean ourThere = kept.origin() != null && kept.content().country().equals(here.country());
      if (foreignHere || ourThere) {
        String key =
            "reads/%s/%s".formatted(here.dayOf(kept.content().at()), kept.content().officer());
        reads.computeIfAbsent(key, _ -> new ArrayList<>()).add(kept);
      }
    }
    reads.forEach((key, all) -> {
      Kept<LiaisonRead> first = all.getFirst();
      @Nullable Country there = first.origin() == null ? null : partners.get(first.origin());
      drafts.add(draft(rule, key, all, there == null ? first.content().country() : there));
    });
    return drafts;
  }

  private ContactRow draft(ContactRule rule, Kept<RequestAnswer> kept) {
    RequestAnswer answer = kept.content();
    String authority =
        entries.listUnder(RequestForInformation.KIND, answer.number()).stream()
            .map(one -> one.content().agency())
            .findFirst()
            .orElse("");
    return row(
        rule,
        "answer/" + kept.record(),
        new Facts(
            answer.official() == null ? "" : answer.official(),
            null,
            authority,
            answer.to(),
            answer.at(),
            Means.WRITING,
            answer.number(),
            answer.text(),
            answer.records()),
        List.of(kept.record()));
  }

  private ContactRow draft(
      ContactRule rule, String key, List<Kept<LiaisonRead>> reads, Country country) {
    Kept<LiaisonRead> last = reads.getLast();
    LiaisonRead read = last.content();
    boolean ours = last.origin() != null;
    List<RecordId> records =
        reads.stream().flatMap(one -> one.content().records().stream()).distinct().toList();
    return row(
        rule,
        key,
        new Facts(
            ours && read.fullName() != null ? read.fullName() : "",
            ours ? null : read.fullName(),
            ours ? "" : read.agency(),
            country,
            read.at(),
            Means.SYSTEM,
            "",
            "",
            ours ? List.of() : records),
        reads.stream().map(Kept::record).limit(20).toList());
  }

  private record Facts(
      String official,
      @Nullable String foreignPerson,
      String authority,
      Country country,
      Instant at,
      Means means,
      String subject,
      String given,
      List<RecordId> records) {}

  private ContactRow row(ContactRule rule, String draft, Facts facts, List<RecordId> evidence) {
    LocalDate due = rule.dueAfter(here.dayOf(facts.at()));
    ContactReport report =
        new ContactReport(
            facts.official(),
            facts.foreignPerson(),
            facts.authority(),
            facts.country(),
            facts.at(),
            "",
            facts.means(),
            facts.subject(),
            facts.given(),
            "",
            facts.records(),
            rule.instrument(),
            rule.authority(),
            due,
            State.OPEN,
            null,
            draft,
            "");
    return new ContactRow(null, draft, report, evidence, isLate(report));
  }
}

package org.tripoint.node.desks.liaison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.desks.liaison.ContactReport.State;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.RecordId;

/// Contact reports as people write them. They stay on this node: no agreement can name their kind,
/// and their marking is the originator's alone.
@Service
class KeepContacts {

  private final Entries entries;
  private final Here here;

  KeepContacts(Entries entries, Here here) {
    this.entries = entries;
    this.here = here;
  }

  /// Writes it, or what it now says.
  ///
  /// @param record the report it replaces, or null for a new one
  RecordId keep(ContactReport report, @Nullable RecordId record, String actor) {
    String key =
        record == null
            ? report.draft().isEmpty() ? UUID.randomUUID().toString() : report.draft()
            : entries
                .find(ContactReport.KIND, record)
                .orElseThrow(() -> new IllegalArgumentException("expected a report"))
                .key();
    return here.append(new Entry.Put<>(ContactReport.KIND, key, report, Here.own(), null), actor);
  }

  /// It was reported to the authority today.
  void reported(ContactRow row, String actor) {
    if (row.report().state() == State.OPEN && row.record() != null) {
      keep(row.report().reported(here.today()), row.record(), actor);
    }
  }

  /// There was nothing to report about what was proposed.
  RecordId nothing(ContactRow proposed, String reason, String actor) {
    ContactReport report = proposed.report();
    return keep(
        new ContactReport(
            report.official(),
            report.foreignPerson(),
            report.authority(),
            report.country(),
            report.at(),
            report.place(),
            report.means(),
            report.subject(),
            "",
            "",
            List.of(),
            report.instrument(),
            report.reportedTo(),
            report.due(),
            State.NO_CONTACT,
            null,
            proposed.draft(),
            reason.strip()),
        null,
        actor);
  }
}

package org.tripoint.node.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.retention.Refused.Why;
import org.tripoint.node.retention.RetentionDecision.Verdict;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Ends the review of one record with what a person decided.
@Service
public class DecideReviews {

  private static final int MOST_YEARS = 10;

  private final ReadLedger ledger;
  private final AppendRecords append;
  private final RecordKinds kinds;
  private final Decided decided;
  private final ReadRetention read;
  private final EmptyDue emptyDue;
  private final RetentionDay day;

  DecideReviews(
      ReadLedger ledger,
      AppendRecords append,
      RecordKinds kinds,
      Decided decided,
      ReadRetention read,
      EmptyDue emptyDue,
      RetentionDay day) {
    this.ledger = ledger;
    this.append = append;
    this.kinds = kinds;
    this.decided = decided;
    this.read = read;
    this.emptyDue = emptyDue;
    this.day = day;
  }

  /// Records the decision and does what it says.
  ///
  /// @param part the part that is due; the open part stands for the whole record
  /// @param until to which day it is kept; not looked at for other verdicts
  @Transactional(rollbackFor = Refused.class)
  public void decide(
      RecordId record,
      Verdict verdict,
      Part part,
      @Nullable LocalDate until,
      String reason,
      String actor)
      throws Refused {
    Optional<RecordVersion> current = ledger.findCurrent(record);
    List<Due> due = read.listDue(record);
    if (current.isEmpty() || due.isEmpty()) {
      throw new Refused(Why.GONE);
    }
    VersionHeader header = current.get().header();
    LocalDate kept = verdict == Verdict.KEEP ? requireDay(until, due) : null;
    RetentionDecision decision =
        new RetentionDecision(record, verdict, kept, reason.strip(), actor, day.now());
    day.put(RetentionDecision.KIND, record.toString(), decision, actor);
    switch (verdict) {
      case KEEP -> {}
      case PURGE -> purge(header, part, due, actor);
      case WITHDRAW -> withdraw(current.get(), reason.strip(), actor);
    }
  }

  private LocalDate requireDay(@Nullable LocalDate until, List<Due> due) throws Refused {
    LocalDate today = day.today();
    if (until == null || !until.isAfter(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
      throw new Refused(Why.DAY_OUT_OF_RANGE);
    }
    if (isBound(due, until)) {
      throw new Refused(Why.BOUND_BY_AGREEMENT);
    }
    return until;
  }

  private static boolean isBound(List<Due> due, LocalDate until) {
    return due.stream().anyMatch(one -> one.why().startsWith(Due.BASIS) && until.isAfter(one.on()));
  }

  private void purge(VersionHeader header, Part part, List<Due> due, String actor) throws Refused {
    if (decided.isHeld(header.record(), header.kind(), header.source(), day.today())) {
      throw new Refused(Why.HELD);
    }
    String why =
        due.stream().filter(one -> one.part() == part).findFirst().orElse(due.getFirst()).why();
    emptyDue.empty(Set.of(header.record()), part, "retention review (" + why + ")", actor);
  }

  private void withdraw(RecordVersion version, String reason, String actor) throws Refused {
    VersionHeader header = version.header();
    if (PartnerSource.partnerOf(header.source()) != null) {
      throw new Refused(Why.NOT_OURS);
    }
    Kind<?> kind = kinds.find(header.kind()).orElseThrow(() -> new Refused(Why.GONE));
    String key = version.key().orElseThrow(() -> new Refused(Why.GONE));
    append.append(
        new Batch(
            header.source(),
            null,
            day.now(),
            actor,
            List.of(new Entry.Withdraw(kind, key, reason))));
  }
}

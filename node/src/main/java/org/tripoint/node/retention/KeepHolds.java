package org.tripoint.node.retention;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.retention.Decided.Standing;
import org.tripoint.node.retention.Refused.Why;
import org.tripoint.vocabulary.RecordId;

/// Places legal holds and ends them.
@Service
public class KeepHolds {

  private final Decided decided;
  private final ReadLedger ledger;
  private final RetentionDay day;

  KeepHolds(Decided decided, ReadLedger ledger, RetentionDay day) {
    this.decided = decided;
    this.ledger = ledger;
    this.day = day;
  }

  /// Places a hold.
  ///
  /// @param record the one record, or null to hold a kind or a source
  public RecordId hold(
      @Nullable RecordId record,
      String kind,
      String source,
      String reason,
      @Nullable LocalDate until,
      String actor)
      throws Refused {
    if (record != null && ledger.listVersions(record).isEmpty()) {
      throw new Refused(Why.GONE);
    }
    if (until != null && until.isBefore(day.today())) {
      throw new Refused(Why.DAY_OUT_OF_RANGE);
    }
    LegalHold hold =
        new LegalHold(
            record, kind.strip(), source.strip(), reason.strip(), until, actor, day.now());
    return day.put(LegalHold.KIND, UUID.randomUUID().toString(), hold, actor);
  }

  public void end(RecordId hold, String actor) throws Refused {
    Optional<Standing<LegalHold>> standing = decided.find(LegalHold.KIND, hold);
    if (standing.isEmpty()) {
      throw new Refused(Why.GONE);
    }
    day.withdraw(LegalHold.KIND, standing.get().key(), "ended", actor);
  }
}

package org.tripoint.node.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// What day it is at this node, and how what people decide here is appended.
@Component
class RetentionDay {

  static final String SOURCE = "retention";

  private final AppendRecords ledger;
  private final Clock clock;
  private final ZoneId zone;

  RetentionDay(AppendRecords ledger, Clock clock, @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.ledger = ledger;
    this.clock = clock;
    this.zone = zone;
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  <C extends Record> RecordId put(Kind<C> kind, String key, C content, String actor) {
    return append(
        new Entry.Put<>(kind, key, content, Marking.originatorOnly(Purpose.ANY_LAWFUL), null),
        actor);
  }

  RecordId withdraw(Kind<?> kind, String key, String reason, String actor) {
    return append(new Entry.Withdraw(kind, key, reason), actor);
  }

  private RecordId append(Entry entry, String actor) {
    Batch batch = new Batch(SOURCE, null, now(), actor, java.util.List.of(entry));
    return ledger.append(batch).outcomes().getFirst().requireRecord();
  }
}

package org.tripoint.node.desks.seizures.doubles;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.CountedElsewhere;
import org.tripoint.node.desks.seizures.lists.EventsCountedAgain;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Takes reports that people merged into others off the figures, and puts them back where the
/// decision, the report or its withdrawal asks for it: a few seconds behind the desk's tables.
///
/// What it appends is read back into the same tables, so that a turn that finds nothing new does
/// nothing and one that ends half-way is made up for by the next.
@Component
class CountEventsOnce extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(CountEventsOnce.class);

  /// Source of what this node finds and its people decide.
  private static final String SOURCE = "node";

  private static final String ACTOR = "system";

  private final EventsCountedAgain again;
  private final AppendRecords ledger;
  private final Clock clock;

  CountEventsOnce(EventsCountedAgain again, AppendRecords ledger, Clock clock) {
    super("events-once", Duration.ofSeconds(3));
    this.again = again;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  protected void turn() {
    List<Entry> entries = new ArrayList<>();
    for (CountedElsewhere report : again.listMissing()) {
      entries.add(
          new Entry.Put<>(
              CountedElsewhere.KIND,
              report.report().toString(),
              report,
              Marking.originatorOnly(Purpose.LAW_ENFORCEMENT),
              null));
    }
    for (RecordId report : again.listNeedless()) {
      entries.add(
          new Entry.Withdraw(
              CountedElsewhere.KIND, report.toString(), "no other report counts this event"));
    }
    if (!entries.isEmpty()) {
      ledger.append(new Batch(SOURCE, null, clock.instant(), ACTOR, entries));
      LOG.info("Reports of seizures taken off the figures or put back: {}", entries.size());
    }
  }
}

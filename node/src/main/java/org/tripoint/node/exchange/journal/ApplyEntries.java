package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.JournalEntry;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;
import org.tripoint.node.exchange.journal.JournalReceipt.Complied;
import org.tripoint.node.exchange.journal.JournalReceipt.Refusal;
import org.tripoint.node.exchange.journal.TwoWays.Lost;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.Provenance.Came;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.vocabulary.RecordId;

/// Does what a partner's batch says: records that were given are appended to the ledger under the
/// partner's name; what is called back is emptied there.
///
/// The end does not depend on the order in which batches come: what was called back before it came
/// is never appended, and a version stays as long as one audience of this node may have it.
@Component
class ApplyEntries {

  /// How the source of a record is written whose originator protects it.
  static final String PROTECTED = "protected";

  private final JdbcTemplate jdbc;
  private final ReadObjects objects;
  private final AppendRecords ledger;
  private final EmptyRecalled recalled;
  private final Arrivals arrivals;
  private final TakenObjects taken;
  private final TwoWays ways;
  private final RecordProvenance provenance;
  private final FindOtherContent other;
  private final UnreadObjects unread;
  private final GivenBefore before;
  private final OwnName own;

  ApplyEntries(
      JdbcTemplate jdbc,
      ReadObjects objects,
      AppendRecords ledger,
      EmptyRecalled recalled,
      Arrivals arrivals,
      TakenObjects taken,
      TwoWays ways,
      RecordProvenance provenance,
      FindOtherContent other,
      UnreadObjects unread,
      GivenBefore before,
      OwnName own) {
    this.before = before;
    this.other = other;
    this.unread = unread;
    this.provenance = provenance;
    this.ways = ways;
    this.own = own;
    this.taken = taken;
    this.jdbc = jdbc;
    this.objects = objects;
    this.ledger = ledger;
    this.recalled = recalled;
    this.arrivals = arrivals;
  }

  /// What was done.
  ///
  /// @param given objects that are held now because of it
  /// @param missing objects whose content the partner no longer had
  record Applied(int given, List<Complied> complied, List<Refusal> refused, List<String> missing) {}

  /// A record on its way into the ledger.
  private record Coming(Give give, Known<?> known, String source, Origin origin) {
    TwoWays.Known asKnown() {
      return new TwoWays.Known(origin.country().code(), origin.object());
    }

    /// When the originator had said so, by its own clock.
    Instant said(Instant batch) {
      return origin.passedOn() ? known.published() : batch;
    }
  }

  /// Call inside the transaction that stores the batch.
  Applied apply(Partner from, JournalBatch batch, Map<String, byte[]> bodies) {
    String partner = from.name();
    Turn turn = new Turn(from, batch, bodies);
    List<Recall> recalls = new ArrayList<>();
    Set<Give> calledBack = before.calledBack(partner, batch.gives());
    for (JournalEntry entry : batch.entries()) {
      switch (entry) {
        case Give give -> {
          turn.recall(recalls);
          byte[] body = bodies.get(give.sha256());
          if (body == null) {
            turn.missing.add(give.id());
          } else if (!calledBack.contains(give)) {
            turn.give(give, body);
          }
        }
        case Recall recall -> {
          turn.flush();
          recalls.add(recall);
        }
      }
    }
    turn.flush();
    turn.recall(recalls);
    turn.end();
    return new Applied(
        turn.given,
        List.copyOf(turn.complied),
        List.copyOf(turn.refused),
        List.copyOf(turn.missing));
  }

  /// Does once more what a batch that was taken gave, as far as it could not be read then; call
  /// inside a transaction.
  ///
  /// @return how many objects are held now because of it
  int again(Partner from, JournalBatch batch, List<Give> gives, Map<String, byte[]> bodies) {
    Turn turn = new Turn(from, batch, bodies);
    for (Give give : gives) {
      byte[] body = bodies.get(give.sha256());
      if (body != null) {
        turn.give(give, body);
      }
    }
    turn.flush();
    turn.end();
    return turn.given;
  }

  /// The work on one batch: records wait until something else is said of the same object, then go
  /// into the ledger together.
  private final class Turn {
    private final String partner;
    private final Partner from;
    private final JournalBatch batch;
    private final Set<TwoWays.Known> known = new LinkedHashSet<>();
    private final Map<Lost, Came> came = new LinkedHashMap<>();
    private final Set<Lost> gone = new LinkedHashSet<>();
    private Instant published;
    private final Map<String, Coming> waiting = new LinkedHashMap<>();
    private final List<Complied> complied = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<Give> contradicting = new ArrayList<>();
    private final Map<String, byte[]> bodies;
    private int given;

    Turn(Partner from, JournalBatch batch, Map<String, byte[]> bodies) {
      this.from = from;
      this.partner = from.name();
      this.batch = batch;
      this.bodies = bodies;
      this.published = batch.at();
    }

    void give(Give give, byte[] body) {
      switch (objects.read(body)) {
        case Known<?> known -> {
          if (!known.id().equals(give.id()) || !known.modified().equals(give.modified())) {
            refused.add(new Refusal(give.id(), "expected the id and the version that were signed"));
            return;
          }
          if (known.origin() != null && known.origin().country().equals(own.country())) {
            refused.add(new Refusal(give.id(), "expected no record of this country itself"));
            return;
          }
          if (other.isOther(partner, give, body)) {
            refused.add(new Refusal(give.id(), FindOtherContent.EXPECTED));
            contradicting.add(give);
            return;
          }
          if (waiting.containsKey(give.id())) {
            flush();
          }
          take(new Coming(give, known, source(known), origin(known)));
        }
        case ReadObjects.Refused cannot -> refused.add(new Refusal(give.id(), cannot.expected()));
        case ReadObjects.Revoked _ ->
            // It holds nothing, and tells a partner that lost its database that it was withdrawn.
            taken.keep(partner, give.sha256(), TakenObjects.ON_NOTHING, body);
        case ReadObjects.Other _ ->
            // Nothing that this version shows.
            unread.keep(partner, batch, give, body);
      }
    }

    /// What its originator has taken back from everybody meanwhile is not taken from others.
    private void take(Coming coming) {
      if (coming.origin().passedOn()
          && ways.wasTakenBack(coming.asKnown(), coming.said(batch.at()))) {
        return;
      }
      waiting.put(coming.give().id(), coming);
    }

    private String source(Known<?> known) {
      String named = known.source() == null ? PROTECTED : known.source();
      Origin origin = known.origin();
      return PartnerSource.of(
          partner,
          origin == null ? named : origin.country().code().toLowerCase(Locale.ROOT) + "/" + named);
    }

    private Origin origin(Known<?> known) {
      Origin origin = known.origin();
      String creator = known.creator();
      return origin != null
          ? origin
          : new Origin(
              from.introduction().country(), creator == null ? "" : creator, known.whole(), false);
    }

    /// What came by two ways stands once, and it is recorded how everything came.
    void end() {
      gone.addAll(ways.settle(known));
      provenance.record(partner, batch, came, gone);
      other.tell(from, batch, contradicting);
    }

    void recall(List<Recall> recalls) {
      if (!recalls.isEmpty()) {
        published = published.plusNanos(1_000);
        EmptyRecalled.Emptied emptied = recalled.empty(partner, recalls, published);
        complied.addAll(emptied.complied());
        gone.addAll(emptied.gone());
        known.addAll(emptied.known());
        published = published.plusNanos(1_000);
        recalls.clear();
      }
    }

    void flush() {
      Map<String, List<Coming>> bySource = new LinkedHashMap<>();
      waiting
          .values()
          .forEach(one -> bySource.computeIfAbsent(one.source(), s -> new ArrayList<>()).add(one));
      bySource.forEach(this::append);
      if (!waiting.isEmpty()) {
        published = published.plusNanos(1_000);
      }
      waiting.clear();
    }

    private void append(String source, List<Coming> coming) {
      Map<String, String> keys =
          before.keysOf(partner, coming.stream().map(one -> one.give().id()).toList());
      List<Coming> again = append(source, coming, keys);
      if (!again.isEmpty()) {
        again.forEach(one -> keys.put(one.give().id(), one.give().id() + "/" + one.give().added()));
        append(source, again, keys);
      }
    }

    /// @return what was called back later, by this partner's clock, than it is given again
    private List<Coming> append(String source, List<Coming> coming, Map<String, String> keys) {
      BatchReceipt receipt =
          ledger.appendWhatCanBeKept(
              new Batch(
                  source,
                  null,
                  published,
                  PartnerSource.of(partner, "journal"),
                  coming.stream().map(one -> put(keys, one.give(), one.known())).toList()));
      List<Coming> again = new ArrayList<>();
      for (int i = 0; i < coming.size(); i++) {
        Coming one = coming.get(i);
        switch (receipt.outcomes().get(i)) {
          case Outcome.Appended appended ->
              hold(one, keys, appended.record().value(), appended.sequence());
          case Outcome.Unchanged unchanged ->
              hold(one, keys, unchanged.record().value(), unchanged.sequence());
          case Outcome.Emptied emptied -> {
            // What was erased here does not come back.
            if (recalled.wasCalledBack(emptied.sequence())
                && !keys.getOrDefault(one.give().id(), "").endsWith("/" + one.give().added())) {
              again.add(one);
            }
          }
          case Outcome.Conflicting conflicting ->
              hold(one, keys, conflicting.record().value(), conflicting.sequence());
          case Outcome.Refused cannot ->
              refused.add(new Refusal(one.give().id(), cannot.expected()));
        }
      }
      return again;
    }

    private void hold(Coming one, Map<String, String> keys, UUID record, long sequence) {
      Give give = one.give();
      jdbc.update(
          """
          insert into exchange.held
            (partner, audience, object, modified, added, kind, source, key, record, sequence,
             country, whole, direct, said)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          partner,
          give.audience(),
          give.id(),
          OffsetDateTime.ofInstant(give.modified(), ZoneOffset.UTC),
          give.added(),
          one.known().kind().name(),
          one.source(),
          keys.getOrDefault(give.id(), give.id()),
          record,
          sequence,
          one.asKnown().country(),
          one.asKnown().whole(),
          !one.origin().passedOn(),
          OffsetDateTime.ofInstant(one.said(batch.at()), ZoneOffset.UTC));
      jdbc.update("delete from exchange.chased where record = ?", record);
      known.add(one.asKnown());
      came.put(
          new Lost(partner, give.audience(), record),
          new Came(give.audience(), new RecordId(record), give.id(), one.origin()));
      arrivals.came(partner, give.audience(), record, sequence);
      byte[] body = bodies.get(give.sha256());
      if (body != null) {
        taken.keep(partner, give.sha256(), sequence, body);
      }
      given++;
    }
  }

  private static <C extends Record> Entry put(Map<String, String> keys, Give give, Known<C> known) {
    String key = keys.getOrDefault(give.id(), give.id());
    return new Entry.Put<>(known.kind(), key, known.content(), known.marking(), null);
  }
}

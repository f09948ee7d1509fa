package org.tripoint.node.exchange.taxii;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Received;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;

/// Appends to the ledger what callers sent: each object is a record of the caller's, which says
/// what the newest version in its inbox says. What the caller takes back is withdrawn: it counts no
/// more, and stays readable as history until people here or a rule of theirs empty it, since
/// programs also take back to tidy up.
///
/// Kinds that this node does not know, or makes for itself, are kept in the inbox and not appended.
/// Call inside the transaction that keeps the objects, with the inbox locked.
@Component
class AppendSent {

  private static final String TYPE = "tripoint-";
  private static final String TAKEN_BACK = "taken back by its sender";

  private final AppendRecords ledger;
  private final RecordKinds kinds;
  private final ReadObjects objects;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  AppendSent(
      AppendRecords ledger,
      RecordKinds kinds,
      ReadObjects objects,
      JdbcTemplate jdbc,
      Clock clock) {
    this.ledger = ledger;
    this.kinds = kinds;
    this.objects = objects;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// The source of what a caller sends: a partner's, so that it stays under that partner's control.
  static String sourceOf(String partner, String inbox) {
    return PartnerSource.of(partner, inbox);
  }

  /// An object on its way into the ledger.
  private record Coming(long dateAdded, Entry entry) {}

  /// Appends those of the objects that are now the newest versions in the inbox.
  ///
  /// @param sent what each says, by the moment under which it is kept
  void append(Caller caller, String inbox, Map<Long, Received> sent) {
    List<Coming> coming = new ArrayList<>();
    jdbc.query(
        """
        select date_added from exchange.inbox
        where client = ? and date_added = any (?) and gone is null and superseded is null
        order by date_added
        """,
        row -> {
          long at = row.getLong(1);
          Optional.ofNullable(sent.get(at))
              .flatMap(received -> entry(inbox, received))
              .ifPresent(entry -> coming.add(new Coming(at, entry)));
        },
        inbox,
        sent.keySet().toArray(Long[]::new));
    append(caller, inbox, coming);
  }

  /// Says anew what an object says of which versions were taken back.
  void restate(Caller caller, String inbox, String object) {
    if (!isRecord(inbox, object)) {
      return;
    }
    List<Coming> left = new ArrayList<>();
    jdbc.query(
        """
        select date_added, body from exchange.inbox
        where client = ? and object = ? and gone is null and superseded is null
          and body is not null
        """,
        row -> {
          long at = row.getLong(1);
          entry(inbox, objects.read(row.getBytes(2)))
              .ifPresent(entry -> left.add(new Coming(at, entry)));
        },
        inbox,
        object);
    if (left.isEmpty()) {
      withdrawal(object).ifPresent(entry -> append(caller, inbox, List.of(new Coming(-1, entry))));
    } else {
      append(caller, inbox, left);
    }
  }

  private Optional<Entry> entry(String inbox, Received received) {
    return switch (received) {
      case Known<?> known -> put(known);
      case Revoked(String id, var _) -> isRecord(inbox, id) ? withdrawal(id) : Optional.empty();
      case ReadObjects.Other _, ReadObjects.Refused _ -> Optional.empty();
    };
  }

  private <C extends Record> Optional<Entry> put(Known<C> known) {
    return kinds.listFromPeople().contains(known.kind())
        ? Optional.of(
            new Entry.Put<>(known.kind(), known.id(), known.content(), known.marking(), null))
        : Optional.empty();
  }

  private Optional<Entry> withdrawal(String object) {
    return kindOf(object).map(kind -> new Entry.Withdraw(kind, object, TAKEN_BACK));
  }

  private Optional<Kind<?>> kindOf(String object) {
    String type = object.substring(0, object.indexOf("--"));
    return type.startsWith(TYPE) ? kinds.find(type.substring(TYPE.length())) : Optional.empty();
  }

  private boolean isRecord(String inbox, String object) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select from exchange.inbox where client = ? and object = ? and record is not null)
            """,
            Boolean.class,
            inbox,
            object));
  }

  private void append(Caller caller, String inbox, List<Coming> coming) {
    if (coming.isEmpty()) {
      return;
    }
    List<Outcome> outcomes =
        ledger
            .appendWhatCanBeKept(
                new Batch(
                    sourceOf(caller.partner(), inbox),
                    null,
                    clock.instant(),
                    caller.name(),
                    coming.stream().map(Coming::entry).toList()))
            .outcomes();
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < coming.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Emptied) {
        empty(inbox, coming.get(i).dateAdded());
      }
      place(outcomes.get(i), inbox, coming.get(i).dateAdded()).ifPresent(rows::add);
    }
    jdbc.batchUpdate(
        "update exchange.inbox set record = ?, sequence = ? where client = ? and date_added = ?",
        rows);
  }

  /// What was emptied here does not come back, its bytes neither.
  private void empty(String inbox, long at) {
    jdbc.update(
        "update exchange.inbox set body = null where client = ? and date_added = ?", inbox, at);
  }

  private static Optional<Object[]> place(Outcome outcome, String inbox, long at) {
    return switch (outcome) {
      case Outcome.Appended done ->
          Optional.of(row(done.record().value(), done.sequence(), inbox, at));
      case Outcome.Unchanged same ->
          Optional.of(row(same.record().value(), same.sequence(), inbox, at));
      case Outcome.Conflicting other ->
          Optional.of(row(other.record().value(), other.sequence(), inbox, at));
      case Outcome.Emptied gone ->
          Optional.of(row(gone.record().value(), gone.sequence(), inbox, at));
      case Outcome.Refused _ -> Optional.empty();
    };
  }

  private static Object[] row(UUID record, long sequence, String inbox, long at) {
    return new Object[] {record, sequence, inbox, at};
  }
}

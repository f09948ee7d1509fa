package org.tripoint.node.retention;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A node of the United States with parcels, and a day that a test sets.
final class RetentionWorld {

  static final LocalDate START = LocalDate.of(2026, 3, 15);
  static final Kind<Parcel> PARCEL = Kind.of("parcel", 1, Parcel.class);

  record Parcel(String what, LocalDate day, @InPart(Part.NOMINAL) @Nullable String sender)
      implements Happened {}

  /// A clock that stands until it is moved; every look at it is a microsecond later.
  static final class Day implements InstantSource {
    private Instant now = START.atStartOfDay(ZoneOffset.UTC).toInstant();

    @Override
    public Instant instant() {
      now = now.plusNanos(1_000);
      return now;
    }

    void moveDays(int days) {
      now = now.plusSeconds(86_400L * days);
    }
  }

  final Day time = new Day();
  final TestLedger ledger;
  final TestRetention room;

  RetentionWorld(TestDatabase database) {
    ledger = TestLedger.over(database, time.withZone(ZoneOffset.UTC));
    room = room(ledger.purge()).join();
  }

  RetentionWorld(TestLedger ledger) {
    this.ledger = ledger;
    room = room(ledger.purge());
  }

  TestRetention room(PurgeContent purge) {
    return TestRetention.over(
        ledger, kinds(), Country.UNITED_STATES, time.withZone(ZoneOffset.UTC), purge);
  }

  RecordKinds kinds() {
    return ledger.kinds(PARCEL, Seizure.KIND);
  }

  RecordId put(String source, String key, Parcel parcel, Marking marking) {
    return append(source, new Entry.Put<>(PARCEL, key, parcel, marking, null));
  }

  RecordId put(String key, @Nullable String sender) {
    return put("us-test", key, parcel(sender), Marking.published());
  }

  List<RecordId> putMany(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(new Entry.Put<>(PARCEL, "many " + i, parcel("Ana"), Marking.published(), null));
    }
    Batch batch = new Batch("us-test", null, time.instant(), "tester", entries);
    List<RecordId> records =
        ledger.append().append(batch).outcomes().stream().map(one -> one.requireRecord()).toList();
    ledger.readers().catchUp();
    return records;
  }

  static Parcel parcel(@Nullable String sender) {
    return new Parcel("powder", LocalDate.of(2026, 1, 31), sender);
  }

  RecordId withdraw(String key) {
    return append("us-test", new Entry.Withdraw(PARCEL, key, "an error"));
  }

  RecordId append(String source, Entry entry) {
    Batch batch = new Batch(source, null, time.instant(), "tester", List.of(entry));
    RecordId record = ledger.append().append(batch).outcomes().getFirst().requireRecord();
    ledger.readers().catchUp();
    return record;
  }

  void adopt(RetentionRule rule) {
    room.rules.put(rule, "sam");
    ledger.readers().catchUp();
  }

  static Marking marked(@Nullable LocalDate expires, @Nullable LocalDate reviewOn) {
    return new Marking(
        Tlp.AMBER,
        Set.of(Country.CANADA),
        Set.of(),
        true,
        Permission.ASK,
        Permission.ASK,
        Purpose.LAW_ENFORCEMENT,
        expires,
        reviewOn,
        false,
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G2_PROBABLY_TRUE,
        true);
  }

  /// True when any version of the record still says anything.
  boolean holds(RecordId record) {
    return ledger.read().listVersions(record).stream()
        .anyMatch(version -> version.content(PARCEL).isPresent());
  }

  /// Everything that any version of the record says of a sender.
  List<String> senders(RecordId record) {
    return ledger.read().listVersions(record).stream()
        .flatMap(version -> version.content(PARCEL).stream())
        .map(parcel -> String.valueOf(parcel.sender()))
        .toList();
  }
}

package org.tripoint.node.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.retention.Due.Action;
import org.tripoint.node.retention.ReadRetention.DueRecord;
import org.tripoint.node.retention.RetentionDecision.Verdict;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Rules, reviews, holds and lots over a real ledger.
class RetentionTest {

  private final TestDatabase database = TestDatabase.fresh();
  private final RetentionWorld world = new RetentionWorld(database);
  private final TestRetention room = world.room;

  @AfterEach
  void close() {
    database.close();
  }

  private static Span days(int days) {
    return new Span(days, Span.Unit.DAYS);
  }

  private List<RecordId> due(Action action) {
    return room.read.list(action, "", "", "", "", 1_000).stream().map(DueRecord::record).toList();
  }

  private void assertRefused(
      Refused.Why why, org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.why()).isEqualTo(why));
  }

  @Test
  void suggestionsAskForNothingUntilAPersonAdoptsOne() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.time.moveDays(365 * 20);
    assertThat(room.suggested.list(Locale.ENGLISH))
        .extracting(RetentionRule::name)
        .contains("names-28-cfr-23");
    for (Language language : Language.values()) {
      assertThat(room.suggested.list(language.locale()))
          .extracting(RetentionRule::instrument)
          .as("worded in " + language)
          .hasSameSizeAs(room.suggested.list(Locale.ENGLISH))
          .noneMatch(words ->
              language != Language.ENGLISH
                  && room.suggested.list(Locale.ENGLISH).stream()
                      .anyMatch(one -> one.instrument().equals(words)));
    }
    assertThat(room.read.sums()).isEmpty();
    room.lots.openAutomatic();
    room.lots.empty();
    assertThat(world.holds(record)).isTrue();

    room.rules.adopt("names-28-cfr-23", Locale.ENGLISH, "sam");
    world.ledger.readers().catchUp();
    assertThat(room.read.findRule("names-28-cfr-23").orElseThrow().rule().adoptedBy())
        .isEqualTo("sam");
    assertThat(due(Action.PURGE)).containsExactly(record);
    assertRefused(
        Refused.Why.NAME_TAKEN, () -> room.rules.adopt("names-28-cfr-23", Locale.ENGLISH, "sam"));
    assertRefused(Refused.Why.GONE, () -> room.rules.adopt("nothing", Locale.ENGLISH, "sam"));
    room.lots.openAutomatic();
    room.lots.empty();
    assertThat(world.senders(record)).as("due, but nobody confirmed").containsExactly("Ana");
  }

  @Test
  void whatIsNotDueIsNotEmptied() throws Exception {
    RecordId old = world.put("old", "Ana");
    world.time.moveDays(5);
    RecordId young = world.put("young", "Ana");
    world.adopt(TestRetention.rule("ten", "parcel", Part.OPEN, null, days(10)));
    assertRefused(Refused.Why.NOTHING_DUE, () -> room.purge("rule:ten", Part.OPEN));
    world.time.moveDays(5);
    room.purge("rule:ten", Part.OPEN);
    assertThat(world.holds(old)).isFalse();
    assertThat(world.holds(young)).isTrue();
    assertThat(due(Action.PURGE)).containsExactly(young);
    assertThat(world.ledger.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void purgeRecordCitesTheInstrumentAndWhoConfirmed() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    world.time.moveDays(1);
    room.purge("rule:now", Part.OPEN);
    RecordVersion.Emptied emptied =
        world.ledger.read().findCurrent(record).orElseThrow().emptied().orElseThrow();
    assertThat(emptied.basis()).isEqualTo(RecordVersion.PurgeBasis.RETENTION);
    assertThat(emptied.instrument()).isEqualTo("Act on now (rule:now)");
    assertThat(emptied.by()).isEqualTo("sam");
    assertThat(room.read.listLots().getFirst().lot().finished()).isNotNull();
  }

  @Test
  void heldRecordIsNotEmptiedUntilTheHoldEnds() throws Exception {
    RecordId held = world.put("1", "Ana");
    RecordId other = world.put("2", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, days(1), days(1)));
    RecordId hold = room.holds.hold(held, "", "", "case 7", null, "sam");
    world.ledger.readers().catchUp();
    world.time.moveDays(2);
    assertRefused(
        Refused.Why.HELD,
        () -> room.reviews.decide(held, Verdict.PURGE, Part.OPEN, null, "not needed", "sam"));
    room.purge("rule:now", Part.OPEN);
    assertThat(world.holds(held)).isTrue();
    assertThat(world.holds(other)).isFalse();
    assertThat(room.read.list(Action.PURGE, "", "", "", "", 9))
        .singleElement()
        .satisfies(one -> assertThat(one.held()).isTrue());
    assertRefused(Refused.Why.NOTHING_DUE, () -> room.purge("rule:now", Part.OPEN));

    room.holds.end(hold, "sam");
    world.ledger.readers().catchUp();
    room.lots.empty();
    assertThat(world.holds(held)).as("a lot that was done empties nothing more").isTrue();
    room.purge("rule:now", Part.OPEN);
    assertThat(world.holds(held)).isFalse();
  }

  @Test
  void holdOverAKindOrASourceEndsOnItsDay() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    room.holds.hold(
        null,
        "parcel",
        "us-test",
        "case 8",
        world.time.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().plusDays(3),
        "sam");
    world.ledger.readers().catchUp();
    world.time.moveDays(3);
    assertRefused(Refused.Why.NOTHING_DUE, () -> room.purge("rule:now", Part.OPEN));
    world.time.moveDays(1);
    room.purge("rule:now", Part.OPEN);
    assertThat(world.holds(record)).isFalse();
    assertRefused(
        Refused.Why.DAY_OUT_OF_RANGE,
        () -> room.holds.hold(null, "parcel", "", "case 9", LocalDate.EPOCH, "sam"));
    assertRefused(
        Refused.Why.GONE,
        () -> room.holds.hold(new RecordId(new java.util.UUID(1, 1)), "", "", "case", null, "sam"));
  }

  @Test
  void keptUntilADayItComesBackOnThatDay() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, days(1), days(2)));
    world.time.moveDays(2);
    LocalDate until = room.read.today().plusDays(30);
    room.reviews.decide(record, Verdict.KEEP, Part.OPEN, until, "case is open", "sam");
    world.ledger.readers().catchUp();
    assertThat(room.read.sums()).isEmpty();
    assertThat(due(Action.REVIEW)).isEmpty();
    assertRefused(Refused.Why.NOTHING_DUE, () -> room.purge("rule:now", Part.OPEN));
    world.time.moveDays(30);
    assertThat(due(Action.REVIEW)).containsExactly(record);
    assertRefused(
        Refused.Why.DAY_OUT_OF_RANGE,
        () -> room.reviews.decide(record, Verdict.KEEP, Part.OPEN, until, "case", "sam"));
    assertRefused(
        Refused.Why.DAY_OUT_OF_RANGE,
        () ->
            room.reviews.decide(
                record, Verdict.KEEP, Part.OPEN, until.plusYears(11), "case", "sam"));
  }

  @Test
  void reviewEndsInPurgeOrWithdrawal() throws Exception {
    RecordId purged = world.put("1", "Ana");
    RecordId withdrawn = world.put("2", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, days(1), null));
    room.reviews.decide(purged, Verdict.PURGE, Part.OPEN, null, "not needed", "sam");
    room.reviews.decide(withdrawn, Verdict.WITHDRAW, Part.OPEN, null, "in error", "sam");
    world.ledger.readers().catchUp();
    assertThat(world.holds(purged)).isFalse();
    assertThat(world.ledger.read().findCurrent(withdrawn).orElseThrow().isHeld()).isFalse();
    assertThat(due(Action.REVIEW))
        .as("what was withdrawn is still here and still due")
        .containsExactly(withdrawn);
  }

  @Test
  void largeLotNeedsASecondPersonWhoSeesTheSame() throws Exception {
    List<RecordId> records = world.putMany(5);
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    world.time.moveDays(1);
    assertThat(room.lots.ask("rule:now", Part.OPEN, "sam")).isFalse();
    var id = room.read.listProposals().getFirst().id();
    assertRefused(Refused.Why.SAME_PERSON, () -> room.lots.confirm(id, "sam"));
    room.lots.empty();
    assertThat(records).allMatch(world::holds);
    world.put("us-test", "late", RetentionWorld.parcel(null), Marking.published());
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    room.lots.confirm(id, "tess");
    assertRefused(Refused.Why.GONE, () -> room.lots.confirm(id, "tess"));
    world.ledger.readers().catchUp();
    room.lots.empty();
    assertThat(records).noneMatch(world::holds);
    assertThat(room.read.listLots().getFirst().lot().confirmedBy()).isEqualTo("tess");
  }

  @Test
  void confirmingRefusesMoreThanWasShown() throws Exception {
    world.putMany(5);
    world.time.moveDays(1);
    RecordId held = world.put("extra", "Ana");
    RecordId hold = room.holds.hold(held, "", "", "case", null, "sam");
    world.adopt(TestRetention.rule("own", "parcel", Part.OPEN, null, days(1)));
    world.time.moveDays(1);
    room.lots.ask("rule:own", Part.OPEN, "sam");
    room.holds.end(hold, "sam");
    world.ledger.readers().catchUp();
    var id = room.read.listProposals().getFirst().id();
    assertRefused(Refused.Why.MORE_THAN_SHOWN, () -> room.lots.confirm(id, "tess"));
    room.lots.dismiss(id);
    assertRefused(Refused.Why.GONE, () -> room.lots.dismiss(id));
  }

  @Test
  void ruleThatChangesAfterALotWasConfirmedEmptiesNothing() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    world.time.moveDays(1);
    room.lots.ask("rule:now", Part.OPEN, "sam");
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(900)));
    room.lots.empty();
    assertThat(world.holds(record)).isTrue();
    room.rules.end("now", "sam");
    world.ledger.readers().catchUp();
    assertThat(room.read.listRules()).isEmpty();
    world.time.moveDays(2_000);
    assertThat(due(Action.PURGE)).isEmpty();
  }

  @Test
  void onlyARuleThatSaysSoEmptiesByItself() throws Exception {
    RecordId record = world.put("1", "Ana");
    RetentionRule asked = TestRetention.rule("now", "parcel", Part.OPEN, null, days(1));
    world.adopt(asked);
    world.time.moveDays(1);
    room.lots.openAutomatic();
    world.ledger.readers().catchUp();
    room.lots.empty();
    assertThat(world.holds(record)).isTrue();
    world.adopt(
        new RetentionRule(
            "now",
            "parcel",
            Part.OPEN,
            "",
            null,
            asked.clock(),
            null,
            days(1),
            true,
            "an act",
            asked.certainty(),
            "a test",
            "",
            asked.at()));
    room.lots.openAutomatic();
    world.ledger.readers().catchUp();
    room.lots.empty();
    assertThat(world.holds(record)).isFalse();
  }

  @Test
  void lotGoesOnAfterACrashInItsMiddle() throws Exception {
    List<RecordId> records = world.putMany(1_100);
    world.adopt(TestRetention.rule("now", "parcel", Part.OPEN, null, days(1)));
    world.time.moveDays(1);
    AtomicInteger steps = new AtomicInteger();
    PurgeContent crashing =
        (sequences, basis, instrument, actor) -> {
          if (steps.incrementAndGet() == 2) {
            throw new UnsupportedOperationException("crash");
          }
          return world.ledger.purge().purge(sequences, basis, instrument, actor);
        };
    TestRetention before = world.room(crashing);
    assertThatThrownBy(() -> before.purge("rule:now", Part.OPEN)).hasMessage("crash");
    world.ledger.readers().catchUp();
    assertThat(records.stream().filter(world::holds).count()).isEqualTo(600);
    assertThat(room.read.listLots().getFirst().lot().finished()).isNull();
    world.ledger.readers().rebuild(progress -> {});
    room.lots.empty();
    assertThat(records).noneMatch(world::holds);
    assertThat(room.read.listLots().getFirst().lot().finished()).isNotNull();
  }

  @Test
  void partThatIsEmptiedLeavesTheRestAsItStoodOnEveryDay() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.time.moveDays(10);
    RecordVersion first = world.ledger.read().findCurrent(record).orElseThrow();
    world.put(
        "us-test",
        "1",
        new RetentionWorld.Parcel("tablets", LocalDate.of(2026, 1, 31), "Luz"),
        Marking.published());
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, null, days(5)));
    room.purge("rule:names", Part.NOMINAL);
    world.ledger.readers().catchUp();
    assertThat(world.senders(record)).containsExactly("null", "null");
    RecordVersion current = world.ledger.read().findCurrent(record).orElseThrow();
    assertThat(current.content(RetentionWorld.PARCEL).orElseThrow().what()).isEqualTo("tablets");
    assertThat(
            world
                .ledger
                .read()
                .findAsOf(record, new AsOf.Published(first.header().published()))
                .flatMap(version -> version.content(RetentionWorld.PARCEL)))
        .contains(RetentionWorld.parcel(null));
    assertThat(due(Action.PURGE)).isEmpty();
    assertThat(world.ledger.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void namesOfASeizureAreEmptiedAndTheSeizureStays() throws Exception {
    Seizure seizure =
        SeizureSamples.event(
            "CBSA", "2025-01-11", "CA-ON", SeizureSamples.drug(1, "fentanyl", "1", "kg"));
    RecordId record =
        world.append(
            "ca-cbsa",
            new Entry.Put<>(
                Seizure.KIND, "1", seizure, Marking.published(), LocalDate.parse("2025-01-11")));
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, null, days(1)));
    world.time.moveDays(1);
    room.purge("rule:names", Part.NOMINAL);
    RecordVersion current = world.ledger.read().findCurrent(record).orElseThrow();
    Seizure left = current.content(Seizure.KIND).orElseThrow();
    assertThat(left.persons()).isEmpty();
    assertThat(left.caseNumbers()).isEmpty();
    assertThat(left.items()).isEqualTo(seizure.items());
    assertThat(SaidParts.of(current)).containsExactly(Part.OPEN);
    assertThat(due(Action.PURGE)).isEmpty();
    assertThat(current.canonicalParts().get(Part.OPEN)).contains("\"@covers\":\"2025-01-11\"");
  }

  @Test
  void partOfAWithdrawnRecordIsEmptiedAndItStaysWithdrawn() throws Exception {
    RecordId record = world.put("1", "Ana");
    world.withdraw("1");
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, null, days(1)));
    world.time.moveDays(1);
    room.purge("rule:names", Part.NOMINAL);
    assertThat(world.senders(record)).containsExactly("null");
    assertThat(world.ledger.read().findCurrent(record).orElseThrow().isHeld()).isFalse();
  }

  @Test
  void partOfAPartnersRecordIsNotSaidAgainInItsName() throws Exception {
    RecordId record =
        world.put("partner:ca/ca-test", "1", RetentionWorld.parcel("Ana"), Marking.published());
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, null, days(1)));
    world.time.moveDays(1);
    room.purge("rule:names", Part.NOMINAL);
    assertThat(world.holds(record)).isFalse();
  }

  @Test
  void listsByDayAndGoesOnWhereItEnded() {
    world.putMany(30);
    world.time.moveDays(1);
    for (int i = 0; i < 12; i++) {
      world.put("later " + i, i % 2 == 0 ? "Ana" : null);
    }
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, days(5), null));
    world.adopt(TestRetention.rule("parcels", "parcel", Part.OPEN, days(7), null));
    List<DueRecord> whole = room.read.list(Action.REVIEW, "", "", "", "", 1_000);
    assertThat(whole).hasSize(30 * 2 + 12 + 6);
    assertThat(whole).extracting(one -> one.due().on()).isSorted();
    List<DueRecord> paged = new java.util.ArrayList<>();
    String after = "";
    for (List<DueRecord> page = room.read.list(Action.REVIEW, "", "", "", after, 7);
        !page.isEmpty();
        page = room.read.list(Action.REVIEW, "", "", "", after, 7)) {
      paged.addAll(page);
      after = page.getLast().place();
    }
    assertThat(paged).isEqualTo(whole);
    assertThat(room.read.sums().stream().mapToLong(ReadRetention.Sum::records).sum())
        .isEqualTo(whole.size());
    assertThatThrownBy(() -> room.read.list(Action.REVIEW, "", "", "", "x_y", 7))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void markingThatExpiresAsksForAReview() {
    LocalDate expires = RetentionWorld.START.plusDays(20);
    RecordId record =
        world.put(
            "us-test", "1", RetentionWorld.parcel(null), RetentionWorld.marked(expires, null));
    assertThat(room.read.list(Action.REVIEW, "", "", "", "", 9))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.record()).isEqualTo(record);
          assertThat(one.due().on()).isEqualTo(expires.plusDays(1));
          assertThat(one.due().why()).isEqualTo("marking");
        });
  }

  @Test
  void oneSignalForEachReasonAndMonthWhichClosesByItself() throws Exception {
    world.putMany(4);
    world.adopt(TestRetention.rule("names", "", Part.NOMINAL, null, days(60)));
    room.tell.tell();
    assertThat(room.signals).isEmpty();
    world.time.moveDays(31);
    room.tell.tell();
    room.tell.tell();
    assertThat(room.signals).containsExactly("rule:names/2026-05");
    world.time.moveDays(60);
    room.tell.tell();
    assertThat(room.signals).as("overdue").containsExactly("rule:names/2026-06");
    room.purge("rule:names", Part.NOMINAL);
    world.ledger.readers().catchUp();
    room.tell.tell();
    assertThat(room.signals).isEmpty();
  }
}

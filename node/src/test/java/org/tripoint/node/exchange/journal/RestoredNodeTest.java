package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.journal.OpenEpoch.Refusal;
import org.tripoint.node.exchange.journal.OpenEpoch.What;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// A node that was restored from an old backup, and its partner that holds more than it does.
class RestoredNodeTest {

  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);
  private static final Marking TO_MEXICO = TestNode.marking(Purpose.ANY_LAWFUL, Country.MEXICO);

  private static final Marking TO_BOTH =
      TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA, Country.MEXICO);

  private final TestNode.Ticking time = new TestNode.Ticking();
  private TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);
  private final List<TestNode> gone = new ArrayList<>();

  @BeforeEach
  void meet() {
    us.meet(ca);
    us.agree(ca, true, "enforcement");
  }

  @AfterEach
  void close() {
    us.close();
    ca.close();
    gone.forEach(TestNode::close);
  }

  private void pull() throws IOException {
    pull(ca);
  }

  private void pull(TestNode partner) throws IOException {
    us.publish(partner);
    int came;
    do {
      came = partner.pull.pull(partner.partner(us), new DirectPeer(partner, us), Duration.ZERO);
    } while (came > 0);
    partner.ledger.readers().catchUp();
    us.ledger.readers().catchUp();
  }

  private void restore(TestDatabase backup) {
    gone.add(us);
    us = us.restoredFrom(backup);
    us.ledger.readers().catchUp();
  }

  /// The partner asks, and says what it holds; the node fetches what it lost.
  private void notice() throws IOException {
    notice(ca);
  }

  private void notice(TestNode partner) throws IOException {
    assertThatThrownBy(() -> pull(partner)).isInstanceOf(HttpPeer.PlaceUnknown.class);
    us.pull.pull(us.partner(partner), new DirectPeer(us, partner), Duration.ZERO);
  }

  private Map<What, Long> waits() {
    return us.epochs.waiting("ca").orElseThrow().counts();
  }

  @Test
  void whatWasGivenAfterTheBackupComesBackUnderItsOwnKeyAndInstant() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    RecordId second = us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    Instant published = us.ledger.read().findCurrent(second).orElseThrow().header().published();
    pull();
    restore(backup);
    notice();
    assertThat(us.signals)
        .extracting(one -> one.titleKey())
        .containsExactly("exchange.signal.stopped-to");
    assertThat(us.stop.reason("ca", Way.TO)).contains("RESTORED");
    assertThat(waits()).containsEntry(What.APPEND, 2L);
    us.openEpoch(ca);
    pull();
    assertThat(ca.holds(us))
        .containsExactlyInAnyOrder(new Parcel("tablets", "Ana"), new Parcel("resin", "Luz"));
    assertThat(ca.keptWithoutRight(us)).isEmpty();
    RecordId again = us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    assertThat(us.ledger.read().listVersions(again))
        .as("an import of the same file finds the record there")
        .first()
        .satisfies(version -> assertThat(version.header().published()).isEqualTo(published));
    pull();
    assertThat(ca.holds(us)).hasSize(2);
    assertThat(us.unacknowledged()).isZero();
    assertThat(us.recallsOpen()).isZero();
    assertThat(ca.take.feed("us").epoch()).isEqualTo(2);
    assertThat(ca.signals).isEmpty();
    assertThat(us.ledger.verify().verify(progress -> {})).isInstanceOf(Finding.Sound.class);
    assertThat(ca.ledger.verify().verify(progress -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void whatWasTakenBackAfterTheBackupIsTakenBackAgain() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    RecordId erased = us.put("3", new Parcel("oil", "Eva"), TO_CANADA);
    us.put("4", new Parcel("paste", "Ida"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.withdraw("1");
    us.put("2", new Parcel("resin", "Luz"), TO_MEXICO);
    us.erase(erased);
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("paste", "Ida"));
    restore(backup);
    notice();
    assertThat(waits())
        .containsEntry(What.WITHDRAW, 1L)
        .containsEntry(What.NARROW, 1L)
        .containsEntry(What.ERASE, 1L);
    us.openEpoch(ca);
    pull();
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("paste", "Ida"));
    assertThat(ca.keeps(us)).containsExactly(new Parcel("paste", "Ida"));
    assertThat(us.unacknowledged()).isZero();
    assertThat(us.recallsOpen()).isZero();
  }

  /// Each of two partners knows a part of what happened since the backup. Whoever speaks first, the
  /// later version stands.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoPartnersBringBackWhatEachOfThemKnew(boolean mexicoFirst) throws Exception {
    try (TestNode mx = new TestNode("mx", Country.MEXICO, time)) {
      us.meet(mx);
      us.agree(mx, true, "enforcement");
      us.put("1", new Parcel("powder", "Ana"), TO_BOTH);
      us.put("2", new Parcel("resin", "Luz"), TO_BOTH);
      us.put("3", new Parcel("oil", "Eva"), TO_BOTH);
      pull();
      pull(mx);
      TestDatabase backup = us.database.copy();
      us.put("1", new Parcel("tablets", "Ana"), TO_MEXICO);
      us.put("2", new Parcel("resin, weighed", "Luz"), TO_CANADA);
      us.withdraw("3");
      pull();
      pull(mx);
      us.put("3", new Parcel("oil after all", "Eva"), TO_MEXICO);
      pull(mx);
      restore(backup);
      for (TestNode partner : mexicoFirst ? List.of(mx, ca) : List.of(ca, mx)) {
        notice(partner);
        us.openEpoch(partner);
        pull(partner);
      }
      for (int round = 0; round < 2; round++) {
        pull(mx);
        pull(ca);
      }
      assertThat(mx.holds(us))
          .containsExactlyInAnyOrder(
              new Parcel("tablets", "Ana"), new Parcel("oil after all", "Eva"));
      assertThat(ca.holds(us)).containsExactly(new Parcel("resin, weighed", "Luz"));
      assertThat(mx.keptWithoutRight(us)).isEmpty();
      assertThat(ca.keptWithoutRight(us)).isEmpty();
      assertThat(us.unacknowledged()).isZero();
      assertThat(us.recallsOpen()).isZero();
    }
  }

  @Test
  void whatTheNodeWroteBeforeAnybodyNoticedIsGivenInTheNewEpoch() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    restore(backup);
    us.put("5", new Parcel("pills", "Rosa"), TO_CANADA);
    us.publish(ca);
    us.put("1", new Parcel("powder, weighed", "Ana"), TO_CANADA);
    us.publish(ca);
    notice();
    us.openEpoch(ca);
    pull();
    assertThat(ca.holds(us))
        .containsExactlyInAnyOrder(
            new Parcel("powder, weighed", "Ana"),
            new Parcel("resin", "Luz"),
            new Parcel("pills", "Rosa"));
    assertThat(us.unacknowledged()).isZero();
  }

  @Test
  void aLateReceiptForANumberThatIsUsedAgainTellsOfTheRestore() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    String late =
        us.jdbc.queryForObject(
            "select receipt from exchange.sent where partner = 'ca' and number = 2", String.class);
    restore(backup);
    us.put("5", new Parcel("pills", "Rosa"), TO_CANADA);
    us.publish(ca);
    assertThat(us.answer.receipt(us.partner(ca), late)).isFalse();
    assertThat(us.unacknowledged()).isEqualTo(1);
    notice();
    us.openEpoch(ca);
    pull();
    assertThat(ca.holds(us))
        .containsExactlyInAnyOrder(
            new Parcel("powder", "Ana"), new Parcel("resin", "Luz"), new Parcel("pills", "Rosa"));
    assertThat(us.signals)
        .isNotEmpty()
        .allMatch(signal -> signal.parts().getFirst().ruleKey().endsWith(".RESTORED"));
  }

  @Test
  void twoPeopleOpenItWhenEverythingIsThere() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    TestDatabase backup = us.database.copy();
    pull();
    refuses(() -> us.epochs.propose("ca", "ana"), Refusal.NOT_RESTORED);
    restore(backup);
    assertThatThrownBy(this::pull).isInstanceOf(HttpPeer.PlaceUnknown.class);
    refuses(() -> us.epochs.propose("ca", "ana"), Refusal.NOT_COMPLETE);
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
    refuses(() -> us.epochs.confirm(us.partner(ca), "ana"), Refusal.NOT_PROPOSED);
    us.epochs.propose("ca", "ana");
    refuses(() -> us.epochs.confirm(us.partner(ca), "ana"), Refusal.SAME_PERSON);
    us.openEpoch(ca);
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
  }

  private static void refuses(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Refusal why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            OpenEpoch.Refused.class, e -> assertThat(e.refusal()).isEqualTo(why));
  }

  @Test
  void whoSpeaksOfItsNewJournalBeforeItIsAskedIsTakenAgainByItsNewEpoch() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    restore(backup);
    us.put("5", new Parcel("pills", "Rosa"), TO_CANADA);
    us.publish(ca);
    new DirectPeer(us, ca).tellHeads(us.tellHeads.to("ca", null));
    assertThat(ca.stop.reason("us", Way.FROM)).contains("REWRITTEN");
    assertThat(ca.signals)
        .extracting(one -> one.titleKey())
        .containsExactly("exchange.signal.stopped");
    Delivery another = us.journal.find("ca", 1, 2).orElseThrow();
    assertThatThrownBy(() -> ca.take.take(ca.partner(us), another))
        .as("what the partner wrote in place of what was taken")
        .isInstanceOf(FeedStopped.class);
    notice();
    us.openEpoch(ca);
    pull();
    assertThat(ca.stop.reason("us", Way.FROM)).isEmpty();
    assertThat(ca.holds(us))
        .containsExactlyInAnyOrder(
            new Parcel("powder", "Ana"), new Parcel("resin", "Luz"), new Parcel("pills", "Rosa"));
    assertThat(us.unacknowledged()).isZero();
  }

  @Test
  void aJournalWrittenAnewGoesOnOnlyWithANewEpoch() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    us.publish(ca);
    ca.stop.stop(
        ca.partner(us), Way.FROM, new FeedStopped(FeedStopped.Reason.REWRITTEN, "expected"));
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    assertThat(ca.stop.reason("us", Way.FROM)).contains("REWRITTEN");
  }

  @Test
  void receiptThatTheBackupDidNotHaveIsOfferedAgain() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    TestDatabase backup = us.database.copy();
    pull();
    assertThat(us.unacknowledged()).isZero();
    restore(backup);
    assertThat(us.unacknowledged()).isEqualTo(1);
    pull();
    assertThat(us.unacknowledged()).isZero();
    assertThat(us.stop.reason("ca", Way.TO)).isEmpty();
    assertThat(us.signals).isEmpty();
  }

  @Test
  void batchesOfTheLostTimeThatComeLateNoLongerCount() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    us.put("3", new Parcel("oil", "Eva"), TO_CANADA);
    us.publish(ca);
    byte[] lost = us.packages.pack("ca", new Which.After(Place.START));
    restore(backup);
    notice();
    us.openEpoch(ca);
    pull();
    ca.packages.unpack(lost);
    ca.ledger.readers().catchUp();
    assertThat(ca.holds(us))
        .as("what never reached anybody is lost, and does not come from nowhere")
        .containsExactlyInAnyOrder(new Parcel("powder", "Ana"), new Parcel("resin", "Luz"));
    pull();
    assertThat(us.unacknowledged()).isZero();
  }

  @Test
  void aNewEpochThatNamesAnotherPlaceStopsTheFeed() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    TestDatabase backup = us.database.copy();
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    restore(backup);
    notice();
    us.openEpoch(ca);
    Delivery opening = us.journal.find("ca", 2, 1).orElseThrow();
    ca.jdbc.update("update exchange.taken set hash = repeat('a', 64) where number = 2");
    assertThatThrownBy(() -> ca.take.take(ca.partner(us), opening))
        .isInstanceOf(FeedStopped.class)
        .hasMessageContaining("expected epoch 2 to begin after batch 2");
  }
}

package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.sharing.CallBack;
import org.tripoint.node.sharing.Narrowing;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

class JournalTest {

  private final TestNode.Ticking time = new TestNode.Ticking();
  private final TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);
  private final DirectPeer wire = new DirectPeer(ca, us);
  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);
  private static final Marking TO_MEXICO_AND_CANADA =
      TestNode.marking(Purpose.ANY_LAWFUL, Country.MEXICO, Country.CANADA);
  private static final Marking TO_MEXICO = TestNode.marking(Purpose.ANY_LAWFUL, Country.MEXICO);

  @BeforeEach
  void meet() {
    us.meet(ca);
    us.agree(ca, true, "enforcement");
  }

  private int pull() throws IOException {
    us.publish(ca);
    int came = 0;
    for (int more = 1; more > 0; came += more) {
      more = ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
    }
    ca.ledger.readers().catchUp();
    return came;
  }

  @Test
  void bringsARecordWithItsMarkingUnderThePartnersName() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    assertThat(pull()).isEqualTo(1);
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    var version =
        ca.ledger
            .read()
            .listVersions(
                java.util.Set.of(
                    ca.jdbc.queryForObject("select sequence from exchange.held", Long.class)))
            .getFirst();
    assertThat(version.header().source()).isEqualTo("partner:us/us-test");
    assertThat(version.header().marking()).isEqualTo(TO_CANADA);
    assertThat(version.header().record()).isNotEqualTo(record);
    assertThat(acknowledged()).isEqualTo(1);
  }

  private Integer acknowledged() {
    return us.jdbc.queryForObject(
        "select count(*)::int from exchange.sent where acknowledged is not null", Integer.class);
  }

  @Test
  void correctionFollowsAndTheFormerVersionStaysAsHistory() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("tablets", "Ana"));
    assertThat(ca.keeps(us)).hasSize(2);
  }

  @Test
  void recallEmptiesEveryVersionAndIsConfirmedWithTheNumberOfCopies() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    pull();
    us.withdraw("1");
    pull();
    assertThat(ca.holds(us)).isEmpty();
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(
            us.jdbc.queryForList(
                "select why || ' ' || copies from exchange.sent_recall where complied is not null",
                String.class))
        .containsExactly("WITHDRAWN 2");
    assertThat(ca.ledger.verify().verify(progress -> {}))
        .isInstanceOf(org.tripoint.node.ledger.VerifyLedger.Finding.Sound.class);
  }

  @Test
  void tellsInOrderWhatHappenedToARecordHere() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    pull();
    us.withdraw("1");
    pull();
    List<Arrivals.Arrival> latest = ca.arrivals.listLatest(10);
    assertThat(latest)
        .extracting(one -> one.first() + " " + one.why())
        .containsExactly("false WITHDRAWN", "false null", "true null");
    assertThat(latest)
        .allSatisfy(one -> {
          assertThat(one.partner()).isEqualTo("us");
          assertThat(one.audience()).isEqualTo("enforcement");
        });
    assertThat(ca.arrivals.listOf(latest.getFirst().record())).isEqualTo(latest.reversed());
    assertThat(ca.arrivals.listLatest(1)).hasSize(1);
  }

  @Test
  void narrowedMarkingCallsBackFromWhomItLeavesOut() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    us.put("1", new Parcel("powder", "Ana"), TO_MEXICO);
    pull();
    assertThat(ca.keeps(us)).containsExactly(new Parcel("resin", "Luz"));
  }

  @Test
  void personWhoTakesACountryAwayCallsBackFromItAndNotFromTheOther() throws Exception {
    TestNode mx = new TestNode("mx", Country.MEXICO, time);
    us.meet(mx);
    us.agree(mx, true, "enforcement");
    Marking both = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA, Country.MEXICO);
    RecordId record = us.put("1", new Parcel("powder", "Ana"), both);
    pull();
    takeAway(record, Country.CANADA);
    pull();
    us.publish(mx);
    mx.pull.pull(mx.partner(us), new DirectPeer(mx, us), Duration.ZERO);
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(mx.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    assertThat(
            us.jdbc.queryForList(
                "select partner || ' ' || why from exchange.sent_recall where complied is not null",
                String.class))
        .containsExactly("ca NARROWED");
    assertThatThrownBy(() -> takeAway(record, Country.CANADA))
        .isInstanceOfSatisfying(
            CallBack.Refused.class,
            e -> assertThat(e.refusal()).isEqualTo(CallBack.Refusal.NOTHING_TAKEN_AWAY));
  }

  @Test
  void laterReleaseGivesNobodyWhatAPersonCalledBack() throws Exception {
    TestNode mx = new TestNode("mx", Country.MEXICO, time);
    us.meet(mx);
    us.agree(mx, true, "enforcement");
    Marking both = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA, Country.MEXICO);
    RecordId record = us.put("1", new Parcel("powder", "Ana"), both);
    pull();
    takeAway(record, Country.CANADA);
    us.put("1", new Parcel("pills", "Ana"), both);
    for (boolean saidAgain : new boolean[] {false, true}) {
      if (saidAgain) {
        us.sharing.keepCalledBack(us.callBack());
      }
      pull();
      us.publish(mx);
      mx.pull.pull(mx.partner(us), new DirectPeer(mx, us), Duration.ZERO);
      assertThat(ca.keeps(us)).isEmpty();
      assertThat(mx.holds(us)).containsExactly(new Parcel(saidAgain ? "pills" : "powder", "Ana"));
    }
    us.callBack().giveAgain(record, "it was right after all", "benito");
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("pills", "Ana"));
    assertThat(us.callBack().listDecisions(record)).isEmpty();
    mx.close();
  }

  @Test
  void laterReleaseDoesNotUndoAWithdrawal() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.callBack().withdraw(record, "taken from the wrong case", "ana");
    us.ledger.readers().catchUp();
    us.put("1", new Parcel("pills", "Ana"), TO_CANADA);
    pull();
    us.sharing.keepCalledBack(us.callBack());
    pull();
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(us.callBack().find(record).orElseThrow().header().marking().releasableToCountries())
        .isEmpty();
    us.withdraw("1");
    us.ledger.readers().catchUp();
    assertThatThrownBy(() -> us.callBack().giveAgain(record, "its source took it back", "ana"))
        .isInstanceOfSatisfying(
            CallBack.Refused.class,
            e -> assertThat(e.refusal()).isEqualTo(CallBack.Refusal.NOTHING_TO_GIVE_AGAIN));
  }

  private void takeAway(RecordId record, Country country) throws CallBack.Refused {
    us.callBack()
        .narrow(
            record,
            new Narrowing(
                java.util.Set.of(country),
                java.util.Set.of(),
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                false),
            "given by mistake",
            "ana");
    us.ledger.readers().catchUp();
  }

  @Test
  void tightenedCaveatsFollowToWhomMayKeepTheRecord() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.callBack()
        .narrow(
            record,
            new Narrowing(
                java.util.Set.of(),
                java.util.Set.of(),
                null,
                false,
                Permission.NEVER,
                null,
                null,
                null,
                false,
                true),
            "a source is at risk",
            "ana");
    us.ledger.readers().catchUp();
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    Marking there =
        ca.ledger
            .read()
            .listVersions(
                java.util.Set.copyOf(
                    ca.jdbc.queryForList("select sequence from exchange.held", Long.class)))
            .getLast()
            .header()
            .marking();
    assertThat(there.courtUse()).isEqualTo(Permission.NEVER);
    assertThat(there.verifyBeforeAction()).isTrue();
  }

  @Test
  void personWhoWithdrawsCallsBackFromEverybodyAndSaysWhyHereOnly() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThatThrownBy(() -> us.callBack().withdraw(record, " x ", "ana"))
        .isInstanceOf(CallBack.Refused.class);
    RecordId theirs = ca.arrivals.listLatest(1).getFirst().record();
    assertThatThrownBy(() -> ca.callBack().withdraw(theirs, "not ours to do", "luc"))
        .as("a partner's record is its originator's to call back")
        .isInstanceOf(CallBack.Refused.class);
    us.callBack().withdraw(record, "taken from the wrong case 4711", "ana");
    us.ledger.readers().catchUp();
    us.publish(ca);
    assertThat(new String(wire.bytes(Head.NONE), StandardCharsets.UTF_8)).doesNotContain("4711");
    pull();
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(us.callBack().find(record)).isEmpty();
  }

  @Test
  void givenAgainAfterARecallItIsHeldAgain() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    long versions = ca.recordsOf(us);
    us.agree(ca, true);
    pull();
    assertThat(ca.keeps(us)).isEmpty();
    us.agree(ca, true, "enforcement");
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    assertThat(ca.recordsOf(us)).as("the same record").isEqualTo(versions).isEqualTo(1);
  }

  @Test
  void versionThatAnotherAudienceMayHaveStaysUntilThatOneLosesItToo() throws Exception {
    us.agree(ca, false, "enforcement", "statistics");
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", null));
    us.agree(ca, false, "statistics");
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", null));
    us.agree(ca, false);
    pull();
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(
            us.jdbc.queryForList(
                "select audience || ' ' || copies from exchange.sent_recall order by added",
                String.class))
        .containsExactly("enforcement 0", "statistics 1");
  }

  @Test
  void takesBatchesInAnyOrderAndTwiceToTheSameEnd() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    us.publish(ca);
    us.withdraw("2");
    us.publish(ca);
    List<Delivery> deliveries = new ArrayList<>(us.journal.list("ca", 1, 0));
    deliveries.addAll(us.journal.list("ca", 1, 0));
    Collections.reverse(deliveries);
    for (Delivery delivery : deliveries) {
      ca.take.take(ca.partner(us), delivery);
    }
    assertThat(ca.holds(us)).containsExactly(new Parcel("tablets", "Ana"));
    assertThat(ca.take.feed("us").number()).isEqualTo(3);
    assertThat(ca.keeps(us)).doesNotContain(new Parcel("resin", "Luz"));
  }

  @Test
  void batchOfAnotherHandIsRefusedAndChangesNothing() throws Exception {
    TestNode mx = new TestNode("mx", Country.MEXICO, time);
    us.meet(mx);
    us.agree(mx, true, "enforcement");
    us.put("1", new Parcel("powder", "Ana"), TestNode.marking(Purpose.ANY_LAWFUL, Country.MEXICO));
    us.publish(mx);
    Delivery forMexico = us.journal.list("mx", 1, 0).getFirst();
    assertThatThrownBy(() -> ca.take.take(ca.partner(us), forMexico))
        .isInstanceOfSatisfying(
            FeedStopped.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOR_US));
    String[] parts = forMexico.signed().split("\\.", -1);
    Delivery forged =
        new Delivery(parts[0] + "." + parts[1] + "." + "A".repeat(86), forMexico.objects());
    assertThatThrownBy(() -> ca.take.take(ca.partner(us), forged))
        .isInstanceOfSatisfying(
            FeedStopped.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_SIGNED));
    assertThat(ca.keeps(us)).isEmpty();
  }

  @Test
  void journalThatIsWrittenAnewStopsTheFeedAndTellsPeople() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.jdbc.update("update exchange.sent set hash = repeat('0', 64)");
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    us.publish(ca);
    Delivery next = us.journal.list("ca", 1, 1).getFirst();
    assertThatThrownBy(() -> ca.take.take(ca.partner(us), next))
        .isInstanceOfSatisfying(
            FeedStopped.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN_CHAIN));
    us.jdbc.update("update exchange.sent set hash = ? where number = 1", ca.take.feed("us").hash());
    ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
    assertThat(ca.stop.isStopped("us", Way.FROM)).isTrue();
    assertThat(ca.signals)
        .extracting(signal -> signal.detector())
        .containsExactly("exchange.integrity");
    assertThat(ca.keeps(us)).containsExactly(new Parcel("powder", "Ana"));
    assertThat(ca.pull.pull(ca.partner(us), wire, Duration.ZERO)).isZero();
  }

  @Test
  void objectWhoseBytesWereChangedUnderwayIsNotTaken() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    String text = new String(wire.bytes(Head.NONE), StandardCharsets.UTF_8);
    byte[] changed = text.replace("powder", "pewter").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() ->
            JournalText.read(
                new ByteArrayInputStream(changed),
                delivery -> ca.take.take(ca.partner(us), delivery)))
        .isInstanceOfSatisfying(
            FeedStopped.class, e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_BYTES));
    assertThat(ca.keeps(us)).isEmpty();
  }

  @Test
  void answerThatIsCutOffAnywhereLosesNothing() throws Exception {
    for (int i = 0; i < 5; i++) {
      us.put("p" + i, new Parcel("powder " + i, "Ana"), TO_CANADA);
      us.publish(ca);
    }
    byte[] whole = wire.bytes(Head.NONE);
    for (int length = 0; length < whole.length; length += 61) {
      byte[] part = java.util.Arrays.copyOf(whole, length);
      try {
        JournalText.read(
            new ByteArrayInputStream(part), delivery -> ca.take.take(ca.partner(us), delivery));
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("cut off");
      }
    }
    pull();
    assertThat(ca.holds(us)).hasSize(5);
    assertThat(acknowledged()).isEqualTo(5);
  }

  @Test
  void receiptForWhatWasNeverSentIsRefusedAndTellsPeople() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    String receipt = ca.jdbc.queryForObject("select signed from exchange.receipt", String.class);
    us.jdbc.update("update exchange.sent set hash = repeat('0', 64), acknowledged = null");
    assertThat(us.answer.receipt(us.partner(ca), receipt)).isFalse();
    assertThat(us.signals).hasSize(1);
  }

  @Test
  void receiptThatIsRefusedHoldsUpNeitherTheFeedNorOtherReceipts() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    ca.take.take(ca.partner(us), us.journal.list("ca", 1, 0).getFirst());
    ca.jdbc.update("update exchange.receipt set signed = 'no.receipt.atall'");
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    us.publish(ca);
    assertThatThrownBy(() -> ca.pull.pull(ca.partner(us), wire, Duration.ZERO))
        .as("a wrong receipt stops what is given")
        .hasMessageContaining("running feed");
    assertThat(us.stop.isStopped("ca", Way.TO)).isTrue();
    assertThat(us.stop.isStopped("ca", Way.FROM)).isFalse();
    us.stop.goOn("ca", Way.TO);
    pull();
    assertThat(ca.holds(us)).hasSize(2);
    assertThat(acknowledged()).as("the receipt of the second").isEqualTo(1);
  }

  @Test
  void wordOnTheLedgerIsGivenOnceADayAndOpensOnlyWithItsSalt() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
    List<Commitments.Word> came = ca.commitments.listTheirs(END, 10);
    assertThat(came).hasSize(1);
    assertThat(came.getFirst().sha256())
        .isEqualTo(us.commitments.listOwn(END, 10).getFirst().sha256());
    LocalDate day = came.getFirst().day();
    Commitments.Opening opening = us.commitments.open(day).orElseThrow();
    assertThat(ca.commitments.compare("us", opening)).isEqualTo(Commitments.Compared.OPENS);
    Commitments.Opening other =
        new Commitments.Opening(opening.day(), "0".repeat(64), opening.note());
    assertThat(ca.commitments.compare("us", other)).isEqualTo(Commitments.Compared.OTHER);
    Commitments.Opening earlier =
        new Commitments.Opening("2020-01-01", opening.salt(), opening.note());
    assertThat(ca.commitments.compare("us", earlier)).isEqualTo(Commitments.Compared.NONE);
    time.skip(Duration.ofDays(1));
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
    assertThat(ca.commitments.listTheirs(END, 10))
        .as("another word the next day, though nothing changed")
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(us.commitments.open(day.plusDays(1)).orElseThrow().note())
        .as("the checkpoint of the day before")
        .contains("Test-node");
  }

  @Test
  void partnerWhoseJournalNoLongerHoldsWhatItGaveIsStopped() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.jdbc.update("update exchange.sent set hash = repeat('0', 64)");
    time.skip(Duration.ofDays(1));
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
    assertThat(ca.stop.reason("us", Way.FROM)).contains("REWRITTEN");
    assertThat(ca.signals).hasSize(1);
  }

  @Test
  void oneWhoWaitsHearsOfABatchAtOnce() throws Exception {
    Thread writing =
        Thread.ofVirtual()
            .start(() -> {
              us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
              us.publish(ca);
            });
    AnswerPartner.Answer answer = us.answer.after("ca", Head.NONE, Duration.ofSeconds(30));
    writing.join();
    assertThat(answer)
        .isInstanceOfSatisfying(
            AnswerPartner.Answer.Batches.class,
            batches -> assertThat(batches.deliveries()).hasSize(1));
    us.bell.stop();
    assertThat(us.answer.after("ca", us.journal.head("ca"), Duration.ofSeconds(30)))
        .as("nobody waits for a node that ends")
        .isInstanceOfSatisfying(
            AnswerPartner.Answer.Batches.class, none -> assertThat(none.deliveries()).isEmpty());
  }

  @Test
  void otherContentUnderAnIdAndVersionIsRefusedAndTellsPeople() throws Exception {
    us.agree(ca, false, "enforcement");
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    sayOtherwise();
    us.agree(ca, false, "enforcement", "statistics");
    assertThat(pull()).as("the batch is taken all the same").isPositive();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", null));
    assertThat(ca.signals)
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.detector()).isEqualTo("exchange.integrity");
          assertThat(signal.titleKey()).isEqualTo("exchange.signal.other-content");
        });
    assertThat(ca.stop.isStopped("us", Way.FROM)).isFalse();
  }

  /// What was given once already says something else under the same id and version.
  private void sayOtherwise() {
    us.jdbc.update(
        """
        update exchange.object set body = c.body, sha256 = sha256(c.body)
        from (
          select id, modified,
            convert_to(replace(convert_from(body, 'UTF8'), 'powder', 'pewter'), 'UTF8') as body
          from exchange.object where record is not null
        ) c where object.id = c.id and object.modified = c.modified
        """);
  }

  private List<String> confirmations(RecordId record) {
    return us.confirmations.of(record).stream()
        .map(one -> one.audience() + " " + one.state())
        .toList();
  }

  @Test
  void saysOfEachAudienceWhetherItsNodeHasConfirmed() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    assertThat(confirmations(record)).containsExactly("enforcement UNDER_WAY");
    pull();
    assertThat(confirmations(record)).containsExactly("enforcement CONFIRMED");
    assertThat(us.confirmations.of(record).getFirst().at()).isNotNull();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    us.publish(ca);
    assertThat(confirmations(record)).as("the correction").containsExactly("enforcement UNDER_WAY");
    pull();
    us.withdraw("1");
    pull();
    assertThat(confirmations(record)).isEmpty();
    assertThat(us.confirmations.listLacking("ca", 9)).isEmpty();
    assertThat(us.signals).isEmpty();
  }

  @Test
  void whatAPartnerRefusesIsKnownHereWithItsReasonAndTellsPeople() throws Exception {
    us.agree(ca, false, "enforcement");
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    sayOtherwise();
    us.agree(ca, false, "enforcement", "statistics");
    pull();
    assertThat(confirmations(record))
        .containsExactly("enforcement CONFIRMED", "statistics REFUSED");
    assertThat(us.confirmations.of(record).getLast().expected())
        .isEqualTo(FindOtherContent.EXPECTED);
    assertThat(us.confirmations.listLacking("ca", 9))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.record()).isEqualTo(record);
          assertThat(one.expected()).isEqualTo(FindOtherContent.EXPECTED);
        });
    assertThat(us.signals)
        .singleElement()
        .satisfies(signal -> assertThat(signal.detector()).isEqualTo("exchange.refused"));
    assertThat(us.stop.isStopped("ca", Way.TO)).isFalse();
  }

  @Test
  void whatWasGoneBeforeItWentIsLackingAndNoSignal() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    us.erase(record);
    us.ledger.readers().catchUp();
    ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
    assertThat(us.confirmations.listLacking("ca", 9))
        .singleElement()
        .satisfies(one -> assertThat(one.expected()).isEmpty());
    assertThat(us.signals).isEmpty();
    pull();
    assertThat(confirmations(record)).as("called back").isEmpty();
  }

  private static final LocalDate END = LocalDate.of(9999, 1, 1);

  private void usTellsItsWord() throws IOException {
    us.pull.pull(us.partner(ca), new DirectPeer(us, ca), Duration.ZERO);
  }

  private List<LocalDate> daysThatCame() {
    return ca.commitments.listTheirs(END, 10).stream().map(Commitments.Word::day).toList();
  }

  @Test
  void wordsOfDaysOnWhichANodeWasDownAreGivenAfterwards() throws Exception {
    usTellsItsWord();
    LocalDate first = daysThatCame().getFirst();
    time.skip(Duration.ofDays(3));
    usTellsItsWord();
    assertThat(daysThatCame())
        .containsExactly(first.plusDays(3), first.plusDays(2), first.plusDays(1), first);
    time.skip(Duration.ofDays(2));
    us.commitments.today();
    assertThat(us.commitments.listOwn(END, 10)).hasSize(6);
    assertThat(ca.stop.isStopped("us", Way.FROM)).isFalse();
  }

  @Test
  void anotherWordForADayStopsTheFeedAndTellsPeople() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    usTellsItsWord();
    us.jdbc.update("update exchange.own_commitment set sha256 = repeat('0', 64)");
    us.jdbc.update("delete from exchange.told_commitment");
    usTellsItsWord();
    assertThat(ca.stop.reason("us", Way.FROM)).contains(Reason.TWO_WORDS.name());
    assertThat(ca.signals)
        .singleElement()
        .satisfies(signal -> assertThat(signal.detector()).isEqualTo("exchange.integrity"));
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    assertThat(pull()).as("nothing is taken").isZero();
    ca.stop.goOn("us", Way.FROM);
    assertThat(pull()).isEqualTo(1);
  }

  @Test
  void wordThatWasLostIsGivenTheSameAgain() throws Exception {
    usTellsItsWord();
    us.jdbc.update("delete from exchange.own_commitment");
    us.jdbc.update("delete from exchange.told_commitment");
    usTellsItsWord();
    assertThat(daysThatCame()).hasSize(1);
    assertThat(ca.stop.isStopped("us", Way.FROM)).isFalse();
  }

  @Test
  void openingThatDoesNotFitTheWordStopsTheFeedAndTellsPeople() throws Exception {
    usTellsItsWord();
    Commitments.Opening opening = us.commitments.open(daysThatCame().getFirst()).orElseThrow();
    assertThat(ca.check.check("us", opening)).isEqualTo(Commitments.Compared.OPENS);
    assertThat(ca.stop.isStopped("us", Way.FROM)).isFalse();
    Commitments.Opening other =
        new Commitments.Opening(opening.day(), opening.salt(), opening.note() + "x");
    assertThat(ca.check.check("nobody", other)).isEqualTo(Commitments.Compared.NONE);
    assertThat(ca.check.check("us", other)).isEqualTo(Commitments.Compared.OTHER);
    assertThat(ca.stop.reason("us", Way.FROM)).contains(Reason.OTHER_LEDGER.name());
    assertThat(ca.signals).hasSize(1);
  }

  private Long rows(String table) {
    return ca.jdbc.queryForObject("select count(*) from exchange." + table, Long.class);
  }

  @Test
  void keepsWhatItDoesNotKnowAndReadsItOnceItDoes() throws Exception {
    ca.objects.know(false);
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThat(ca.holds(us)).isEmpty();
    assertThat(ca.recordsOf(us)).isZero();
    assertThat(ca.readUnread.again(ca.partner(us))).as("it still does not know it").isZero();
    assertThat(rows("unread")).isEqualTo(1);
    ca.objects.know(true);
    assertThat(ca.readUnread.again(ca.partner(us))).isEqualTo(1);
    ca.ledger.readers().catchUp();
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", "Ana"));
    assertThat(ca.readUnread.again(ca.partner(us))).isZero();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    pull();
    assertThat(ca.holds(us)).containsExactly(new Parcel("tablets", "Ana"));
    us.withdraw("1");
    pull();
    assertThat(ca.keeps(us)).isEmpty();
  }

  @Test
  void whatWasCalledBackBeforeItCouldBeReadIsGone() throws Exception {
    ca.objects.know(false);
    us.put("1", new Parcel("powder", "Ana"), TO_MEXICO_AND_CANADA);
    pull();
    assertThat(rows("taken_object")).isEqualTo(1);
    us.put("1", new Parcel("powder", "Ana"), TO_MEXICO);
    pull();
    assertThat(rows("unread")).isZero();
    assertThat(rows("taken_object")).isZero();
    assertThat(
            us.jdbc.queryForList(
                "select why || ' ' || copies from exchange.sent_recall where complied is not null",
                String.class))
        .containsExactly("NARROWED 1");
    ca.objects.know(true);
    assertThat(ca.readUnread.again(ca.partner(us))).isZero();
  }
}

package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.onward.AskOriginator;
import org.tripoint.node.exchange.onward.AskOriginator.Asked;
import org.tripoint.node.exchange.onward.AskOriginator.Refused;
import org.tripoint.node.sharing.OnwardCopies.Copy;
import org.tripoint.node.sharing.OnwardCopies.State;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A record of Mexico that the United States has and Canada needs: the question, the answer, the
/// copy, and how it is chased.
class PassingOnTest {

  private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
  private static final String WHY = "Toronto needs it for a case of its own";

  private final TestNode.Ticking time = new TestNode.Ticking();
  private final TestNode mx = new TestNode("mx", Country.MEXICO, time);
  private final TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);

  @BeforeEach
  void meet() {
    mx.meet(us);
    us.meet(ca);
    mx.agree(us, true, Onward.ASK, "enforcement");
    us.agree(mx, true, Onward.ASK, "enforcement");
    us.agree(ca, true, Onward.NEVER, "enforcement");
  }

  @AfterEach
  void close() {
    List.of(mx, us, ca).forEach(node -> node.database.drop());
  }

  /// Until nothing more comes anywhere.
  private void talk() throws IOException {
    int came;
    do {
      came = pull(us, mx) + pull(ca, us) + pull(mx, us);
    } while (came > 0);
  }

  private static int pull(TestNode asking, TestNode answering) throws IOException {
    answering.ledger.readers().catchUp();
    answering.onward.work().run();
    answering.publish(asking);
    int came =
        asking.pull.pull(
            asking.partner(answering), new DirectPeer(asking, answering), Duration.ZERO);
    asking.ledger.readers().catchUp();
    return came;
  }

  private RecordId give() throws IOException {
    RecordId record =
        mx.put(
            "1",
            new Parcel("press", "Luz"),
            TestNode.marking(Purpose.LAW_ENFORCEMENT, Country.UNITED_STATES));
    talk();
    return record;
  }

  private RecordId atUs() {
    return new RecordId(
        us.jdbc
            .queryForList(
                "select record from exchange.held where partner = 'mx' and kind = 'parcel'",
                UUID.class)
            .getFirst());
  }

  private static int audience(TestNode node, String partner) {
    return node.sharing.read().listAudiences().stream()
        .filter(one -> one.partner().equals(partner))
        .findFirst()
        .orElseThrow()
        .bit();
  }

  private List<Copy> told(RecordId record) {
    return mx.onward.ask().listTold(record).stream()
        .flatMap(told -> told.copies().copies().stream())
        .toList();
  }

  @Test
  void aCopyFollowsTheAnswerAndGoesWithTheRecord() throws Exception {
    RecordId record = give();
    assertThat(ca.shows()).isEmpty();
    us.onward.ask().ask(atUs(), audience(us, "ca"), Set.of(Part.NOMINAL), WHY, "ana");
    talk();
    Asked question = mx.onward.ask().list().getFirst();
    assertThat(question.waitsHere()).isTrue();
    assertThat(question.about()).isEqualTo(record);
    assertThat(mx.signals).extracting(one -> one.detector()).contains("exchange.onward-question");
    mx.onward.ask().answer(question.question().number(), true, Set.of(), UNTIL, "", "benito");
    talk();
    assertThat(ca.shows()).as("as much as was allowed").containsExactly(new Parcel("press", null));
    assertThat(told(record)).extracting(Copy::state).containsExactly(State.GIVEN);
    assertThat(us.jdbc.queryForList("select instrument from sharing.disclosure", String.class))
        .anyMatch(text -> text.contains("with the consent of the originator, mx"));
    mx.withdraw("1");
    talk();
    assertThat(ca.shows()).isEmpty();
    assertThat(ca.keptWithoutRight(us)).isEmpty();
    assertThat(told(record))
        .extracting(Copy::country, Copy::state)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Country.CANADA, State.CONFIRMED));
  }

  @Test
  void aCopyGoesWhenTheConsentDoes() throws Exception {
    RecordId record = give();
    String number = us.onward.ask().ask(atUs(), audience(us, "ca"), Set.of(), WHY, "ana");
    talk();
    mx.onward.ask().answer(number, true, Set.of(), UNTIL, "", "benito");
    talk();
    assertThat(ca.shows()).hasSize(1);
    mx.onward.ask().takeBack(number, "benito");
    talk();
    assertThat(ca.shows()).isEmpty();
    assertThat(us.shows()).as("the middle keeps its own copy").hasSize(1);
    assertThat(told(record)).extracting(Copy::state).containsExactly(State.CONFIRMED);
  }

  @Test
  void aLateCopyIsTheOriginatorsConcern() throws Exception {
    RecordId record = give();
    String number = us.onward.ask().ask(atUs(), audience(us, "ca"), Set.of(), WHY, "ana");
    talk();
    mx.onward.ask().answer(number, true, Set.of(), UNTIL, "", "benito");
    talk();
    mx.withdraw("1");
    int came;
    do {
      came = pull(us, mx) + pull(mx, us);
    } while (came > 0);
    us.publish(ca);
    pull(mx, us);
    assertThat(told(record)).extracting(Copy::state).containsExactly(State.CALLED_BACK);
    assertThat(us.jdbc.queryForObject("select max(due) from exchange.sent_recall", Object.class))
        .as("no later than the middle's own time")
        .isEqualTo(
            mx.jdbc.queryForObject("select max(due) from exchange.sent_recall", Object.class));
    time.skip(Duration.ofDays(10));
    pull(mx, us);
    mx.onward.work().run();
    assertThat(mx.signals).extracting(one -> one.detector()).contains("exchange.onward-late");
  }

  @Test
  void aNoIsANo() throws Exception {
    give();
    String number = us.onward.ask().ask(atUs(), audience(us, "ca"), Set.of(), WHY, "ana");
    talk();
    assertThatThrownBy(
            () -> mx.onward.ask().answer(number, true, Set.of(Part.NOMINAL), UNTIL, "", "benito"))
        .as("more than was asked for")
        .isInstanceOf(Refused.class);
    mx.onward
        .ask()
        .answer(number, false, Set.of(), null, "Our own case would be endangered", "benito");
    talk();
    assertThat(ca.shows()).isEmpty();
    assertThat(us.onward.ask().list().getFirst().answered())
        .satisfies(answer -> assertThat(answer.allowed()).isFalse());
    assertThatThrownBy(() -> us.onward.ask().ask(atUs(), audience(us, "mx"), Set.of(), WHY, "ana"))
        .satisfies(e -> assertThat(((Refused) e).refusal()).isEqualTo(AskOriginator.Refusal.BACK));
  }
}

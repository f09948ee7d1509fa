package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.partners.Introduction;
import org.tripoint.node.exchange.partners.OwnIntroduction.Issue;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// What changes between two nodes that know each other: deadlines, certificates, the end.
class PartnerChangesTest {

  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);

  private final TestNode.Ticking time = new TestNode.Ticking();
  private final TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);
  private final DirectPeer wire = new DirectPeer(ca, us);

  @BeforeEach
  void meet() {
    us.meet(ca);
    us.agree(ca, true, "enforcement");
  }

  private void pull() throws IOException {
    us.publish(ca);
    int more = 1;
    while (more > 0) {
      more = ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
    }
    ca.ledger.readers().catchUp();
  }

  @Test
  void oneSignalForWhatIsNotConfirmedInTimeAndNoneForWhatIs() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    us.withdraw("1");
    pull();
    us.withdraw("2");
    us.publish(ca);
    time.skip(Duration.ofHours(71));
    assertThat(us.late.tell()).as("there is an hour left").isZero();
    time.skip(Duration.ofHours(2));
    assertThat(us.late.tell()).isEqualTo(1);
    assertThat(us.late.tell()).as("people are told once").isZero();
    assertThat(us.signals)
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.detector()).isEqualTo("exchange.late-recall");
          assertThat(signal.titleArguments()).containsExactly("ca", "1");
          assertThat(signal.link()).isEqualTo("/exchange/partners/ca");
        });
    assertThat(us.status.of("ca").recallsLate()).isEqualTo(1);
    pull();
    assertThat(us.status.of("ca").recallsOpen()).isZero();
  }

  @Test
  void partnerEndsOnlyAfterItsAudiencesAndItsConfirmations() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThat(us.end.end(us.partner(ca), "over", "ana", true))
        .contains(EndExchange.Refusal.AUDIENCES_STAND);
    us.agree(ca, true);
    us.ledger.readers().catchUp();
    assertThat(us.end.end(us.partner(ca), "over", "ana", true))
        .contains(EndExchange.Refusal.STILL_CALLING_BACK);
    us.publish(ca);
    assertThat(us.end.end(us.partner(ca), "over", "ana", false))
        .contains(EndExchange.Refusal.NOT_CONFIRMED);
    pull();
    assertThat(us.end.end(us.partner(ca), "over", "ana", false)).isEmpty();
    us.ledger.readers().catchUp();
    assertThat(us.partners.partners().find("ca")).isEmpty();
    assertThat(us.status.listEndedUnconfirmed()).isEmpty();
  }

  @Test
  void whatAnEndedPartnerNeverConfirmedStaysListedAndRaisesItsSignal() throws Exception {
    RecordId record = us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    us.agree(ca, true);
    us.publish(ca);
    assertThat(us.end.end(us.partner(ca), "over", "ana", true)).isEmpty();
    us.ledger.readers().catchUp();
    assertThat(us.status.listEndedUnconfirmed())
        .singleElement()
        .satisfies(one -> assertThat(one.open()).isEqualTo(1));
    assertThat(us.status.listRecalls(record))
        .singleElement()
        .satisfies(one -> assertThat(one.ended()).isTrue());
    time.skip(Duration.ofHours(73));
    assertThat(us.late.tell()).isEqualTo(1);
    assertThat(us.signals)
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.evidence()).containsExactly(record);
          assertThat(signal.link()).isEqualTo("/exchange");
        });
  }

  private Instant due() {
    return us.jdbc
        .queryForObject("select max(due) from exchange.sent_recall", OffsetDateTime.class)
        .toInstant();
  }

  @Test
  void timeToConfirmIsAgreedPartnerByPartner() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    for (int hours : List.of(0, -1, 2_161)) {
      assertThatThrownBy(
              () -> us.partners.introduce().letConfirmWithin(us.partner(ca), hours, "ana"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    us.withdraw("1");
    us.publish(ca);
    Instant usual = due();
    Introduction introduction = us.partner(ca).introduction();
    us.partners.introduce().letConfirmWithin(us.partner(ca), 96, "ana");
    us.ledger.readers().catchUp();
    assertThat(us.partner(ca).complyHours()).isEqualTo(96);
    assertThat(us.partner(ca).introduction()).isEqualTo(introduction);
    assertThat(due()).as("what was sent keeps its day").isEqualTo(usual);
    us.withdraw("2");
    us.publish(ca);
    assertThat(Duration.between(usual, due())).isGreaterThanOrEqualTo(Duration.ofHours(24));
  }

  @Test
  void revokedCertificatesAreNamedInTheNextIssueAndNoLongerLetIn() throws Exception {
    Issue first = us.partners.own().current();
    us.keys.certificate().shownSince();
    us.partners.own().revokeCertificates();
    Issue next = us.partners.own().current();
    assertThat(next.number()).isGreaterThan(first.number());
    assertThat(us.partners.own().isNewTo(us.partner(ca), next)).isTrue();
    ca.partners.introduce().renew(ca.partner(us), next.signed());
    ca.ledger.readers().catchUp();
    assertThat(ca.partners.partners().pin(ca.partner(us)).revoked())
        .isNotEmpty()
        .containsExactlyElementsOf(us.keys.certificate().revoked());
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThat(ca.holds(us)).as("the feed goes on").hasSize(1);
  }
}

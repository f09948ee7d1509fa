package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.node.retention.TestRetention;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// Retention between two nodes: what one purges the other is asked to empty, and what one gave
/// falls due at the other.
class RetentionAcrossNodesTest {

  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);

  private final TestNode.Ticking time = new TestNode.Ticking();
  private final TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);
  private final DirectPeer wire = new DirectPeer(ca, us);
  private final TestRetention ours = retention(us);
  private final TestRetention theirs = retention(ca);

  private TestRetention retention(TestNode node) {
    return TestRetention.over(
            node.ledger,
            node.ledger.kinds(Parcels.PARCEL),
            node.country,
            time.withZone(ZoneOffset.UTC))
        .join();
  }

  @BeforeEach
  void meet() {
    us.meet(ca);
    us.agree(ca, true, "enforcement");
  }

  private void pull() throws Exception {
    us.publish(ca);
    for (int more = 1; more > 0; ) {
      more = ca.pull.pull(ca.partner(us), wire, Duration.ZERO);
    }
    ca.ledger.readers().catchUp();
  }

  /// The same law as the partner has it: it gives, this node receives.
  private void receiveFor(int days) {
    SharingBasis basis =
        new SharingBasis(
            "enforcement",
            "Agreement on enforcement",
            Country.UNITED_STATES,
            Country.CANADA,
            Set.of("parcel"),
            Set.of(Part.OPEN, Part.NOMINAL),
            Set.of(Purpose.LAW_ENFORCEMENT),
            SharingBasis.Onward.NEVER,
            SharingBasis.Assurance.NOT_ASKED,
            LocalDate.of(2025, 1, 1),
            null,
            days);
    ca.sharing
        .agreements()
        .keep(
            new PartnerAgreement(
                "us",
                "An authority of the United States",
                Country.UNITED_STATES,
                List.of(basis),
                List.of()),
            "ana");
    ca.ledger.readers().catchUp();
  }

  @Test
  void whatIsPurgedByARuleIsCalledBackFromPartners() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    pull();
    assertThat(ca.keeps(us)).hasSize(2);
    ours.purgeAfterDays("parcel", 30);
    time.skip(Duration.ofDays(30));
    us.put("3", new Parcel("die", null), TO_CANADA);
    us.ledger.readers().catchUp();
    ours.purge("rule:days", Part.OPEN);
    pull();
    assertThat(ca.keeps(us)).containsExactly(new Parcel("die", null));
    assertThat(
            us.jdbc.queryForList(
                "select distinct why from exchange.sent_recall where complied is not null",
                String.class))
        .hasSize(1);
    assertThat(ca.ledger.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void whenNamesArePurgedThePartnerHasTheRecordWithoutThem() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    ours.purgeNamesAfterDays(30);
    time.skip(Duration.ofDays(30));
    ours.purge("rule:names", Part.NOMINAL);
    pull();
    assertThat(ca.keeps(us)).containsExactly(new Parcel("powder", null));
    assertThat(ca.holds(us)).containsExactly(new Parcel("powder", null));
  }

  @Test
  void whatAPartnerGaveFallsDueUnderItsBasisAndARecallFindsItEmpty() throws Exception {
    receiveFor(30);
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    pull();
    assertThat(theirs.read.sums())
        .singleElement()
        .satisfies(sum -> {
          assertThat(sum.why()).isEqualTo("basis:us/enforcement");
          assertThat(sum.source()).isEqualTo("partner:us/us-test");
          assertThat(sum.overdue()).isZero();
        });
    time.skip(Duration.ofDays(30));
    theirs.purge("basis:us/enforcement", Part.OPEN);
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(theirs.read.sums()).isEmpty();
    us.withdraw("1");
    pull();
    assertThat(
            us.jdbc.queryForObject(
                "select count(*) from exchange.sent_recall where complied is not null", Long.class))
        .isEqualTo(1);
    assertThat(ca.ledger.verify().verify(n -> {})).isInstanceOf(Finding.Sound.class);
  }
}

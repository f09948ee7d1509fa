package org.tripoint.node.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.CertifyPurges.Purged;
import org.tripoint.node.ledger.PurgeCertificate.Checked;
import org.tripoint.node.ledger.PurgeCertificate.Proved;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.Seeds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A certificate of a purge is checked without the node, and no other passes for it.
class PurgeCertificateTest {
  private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TestLedger LEDGER = TestLedger.over(TestDatabase.fresh());
  private static final CertifyPurges CERTIFY = certify(LEDGER);

  private static long purge;

  private static CertifyPurges certify(TestLedger ledger) {
    return new PurgeCertificates(new VersionRows(ledger.jdbc()), ledger.read(), ledger.keys());
  }

  @BeforeAll
  static void purgeThree() {
    purge = purge(LEDGER);
  }

  private static long purge(TestLedger ledger) {
    List<Long> sequences = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      var outcome =
          ledger
              .put(
                  Sighting.KIND,
                  "people",
                  MAY,
                  "k" + i,
                  new Sighting("press", BigDecimal.ONE, null, "Ana Ruiz", null))
              .outcomes()
              .getFirst();
      if (i % 3 == 0) {
        sequences.add(
            ledger.read().findCurrent(outcome.requireRecord()).orElseThrow().header().sequence());
      }
    }
    long made =
        ledger.purge().purge(sequences, PurgeBasis.RETENTION, "28 CFR 23.20(h)", "clara.ruiz");
    ledger.put(Sighting.KIND, "people", MAY, "later", Sighting.of("press", "1"));
    return made;
  }

  private static PurgeCertificate certificate(boolean withPeople) {
    return CERTIFY.certify(purge, withPeople).orElseThrow();
  }

  @Test
  void holdsForWhoeverHasTheNodesKeyAndTellsNothingOfWhatIsGone() {
    PurgeCertificate certificate = certificate(false);
    String text = JSON.writeValueAsString(certificate);
    PurgeCertificate read = JSON.readValue(text, PurgeCertificate.class);
    assertThat(read.check(certificate.verifierKey()))
        .isInstanceOfSatisfying(
            Checked.Holds.class,
            holds -> {
              assertThat(holds.emptied()).isEqualTo(3);
              assertThat(holds.basis()).isEqualTo("RETENTION");
              assertThat(holds.instrument()).isEqualTo("28 CFR 23.20(h)");
              assertThat(holds.by()).isEqualTo("an administrator of this node");
            });
    assertThat(text).doesNotContain("clara").doesNotContain("Ana Ruiz").doesNotContain("press");
  }

  @Test
  void namesPeopleToAuditors() {
    PurgeCertificate certificate = certificate(true);
    assertThat(certificate.check(null))
        .isInstanceOfSatisfying(
            Checked.Holds.class, holds -> assertThat(holds.by()).isEqualTo("clara.ruiz"));
    assertThat(certificate.versions())
        .allSatisfy(one -> assertThat(one.header()).contains("\"actor\""));
  }

  @Test
  void listsPurgesNewestFirst() {
    assertThat(CERTIFY.list(Long.MAX_VALUE, 10))
        .extracting(Purged::sequence)
        .containsExactly(purge);
    assertThat(CERTIFY.list(purge, 10)).isEmpty();
    assertThat(CERTIFY.find(purge).orElseThrow().emptied()).hasSize(3);
    assertThat(CERTIFY.find(0)).as("no purge").isEmpty();
    assertThat(CERTIFY.certify(0, true)).isEmpty();
  }

  @Test
  void refusesAVersionLeftOutAddedOrExchanged() {
    PurgeCertificate good = certificate(false);
    List<Proved> fewer = good.versions().subList(0, 3);
    assertThat(failure(with(good, fewer))).contains("each version that the statement names");
    List<Proved> more = new ArrayList<>(good.versions());
    more.add(good.versions().getLast());
    assertThat(failure(with(good, more))).contains("each version that the statement names");
    List<Proved> turned = new ArrayList<>(good.versions());
    turned.set(1, good.versions().get(2));
    assertThat(failure(with(good, turned))).contains("as the statement names them");
    assertThat(failure(with(good, List.of()))).contains("the record of the purge");
    Proved last = good.versions().getLast();
    List<Proved> cut = new ArrayList<>(good.versions());
    cut.set(
        cut.size() - 1,
        new Proved(
            last.record(),
            last.sequence(),
            last.leaf(),
            last.path().subList(1, last.path().size()),
            null));
    assertThat(failure(with(good, cut))).contains("a path from version " + last.sequence());
  }

  @Test
  void refusesAnotherHeaderThanTheOneInTheTree() {
    PurgeCertificate good = certificate(true);
    List<Proved> forged = new ArrayList<>(good.versions());
    Proved one = forged.get(1);
    forged.set(
        1,
        new Proved(
            one.record(),
            one.sequence(),
            one.leaf(),
            one.path(),
            String.valueOf(one.header()).replace("\"people\"", "\"others\"")));
    assertThat(failure(with(good, forged))).contains("the header of version");
  }

  @Test
  void refusesAnotherNodesAndAnotherStatement() {
    PurgeCertificate good = certificate(false);
    TestLedger other = TestLedger.over(TestDatabase.fresh());
    PurgeCertificate stranger = certify(other).certify(purge(other), false).orElseThrow();
    assertThat(stranger.check(null)).isInstanceOf(Checked.Holds.class);
    assertThat(stranger.check(good.verifierKey())).isInstanceOf(Checked.Fails.class);
    assertThat(
            failure(
                new PurgeCertificate(
                    good.statement().replace("RETENTION", "LAWFUL_ERASURE"),
                    good.checkpoint(),
                    good.verifierKey(),
                    good.versions())))
        .contains("a signature that verifies");
    assertThat(
            new PurgeCertificate(
                    good.checkpoint(), good.checkpoint(), good.verifierKey(), good.versions())
                .check(null))
        .as("a checkpoint is no statement")
        .isInstanceOf(Checked.Fails.class);
    assertThat(
            new PurgeCertificate(
                    good.statement(), good.statement(), good.verifierKey(), good.versions())
                .check(null))
        .as("a statement is no checkpoint")
        .isInstanceOf(Checked.Fails.class);
  }

  @Test
  void noAlteredFileSaysAnythingElse() {
    PurgeCertificate good = certificate(true);
    String text = JSON.writeValueAsString(good);
    RandomGenerator random = Seeds.random(7);
    for (int i = 0; i < 400; i++) {
      int at = random.nextInt(text.length());
      String altered =
          random.nextBoolean()
              ? text.substring(0, at)
              : text.substring(0, at) + (char) ('0' + random.nextInt(60)) + text.substring(at + 1);
      try {
        PurgeCertificate read = JSON.readValue(altered, PurgeCertificate.class);
        if (read.check(good.verifierKey()) instanceof Checked.Holds) {
          assertThat(read.statement()).as(altered).isEqualTo(good.statement());
          assertThat(read.checkpoint()).as(altered).isEqualTo(good.checkpoint());
        }
      } catch (JacksonException | NullPointerException e) {
        // It cannot be read: refused as well.
      }
    }
  }

  private static PurgeCertificate with(PurgeCertificate good, List<Proved> versions) {
    return new PurgeCertificate(good.statement(), good.checkpoint(), good.verifierKey(), versions);
  }

  private static String failure(PurgeCertificate certificate) {
    return certificate.check(null) instanceof Checked.Fails(String what) ? what : "holds";
  }
}

package org.tripoint.node.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.journal.CarryJournal.Place;
import org.tripoint.node.exchange.journal.CarryJournal.Which;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.packages.PackageRefused;
import org.tripoint.node.exchange.packages.PackageRefused.Reason;
import org.tripoint.node.exchange.packages.TakePackage.Taken;
import org.tripoint.node.exchange.packages.TestPackages;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.ledger.VerifyLedger.Finding;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Two nodes that never had a network between them.
class PackagesTest {

  private static final Marking TO_CANADA = TestNode.marking(Purpose.ANY_LAWFUL, Country.CANADA);

  private final TestNode.Ticking time = new TestNode.Ticking();
  private final TestNode us = new TestNode("us", Country.UNITED_STATES, time);
  private final TestNode ca = new TestNode("ca", Country.CANADA, time);

  @BeforeEach
  void meet() {
    us.meet(ca);
    us.agree(ca, true, "enforcement");
  }

  @AfterEach
  void close() {
    us.close();
    ca.close();
  }

  private byte[] fromUs() {
    us.publish(ca);
    return us.packages.pack("ca");
  }

  private Taken inCanada(byte[] bytes) throws IOException {
    Taken taken = ca.packages.unpack(bytes);
    ca.ledger.readers().catchUp();
    return taken;
  }

  private static Reason refusal(TestNode node, byte[] bytes) {
    return catchThrowableOfType(PackageRefused.class, () -> node.packages.unpack(bytes)).reason();
  }

  @Test
  void recordIsGivenCorrectedCalledBackAndConfirmedWithoutANetwork() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    assertThat(inCanada(fromUs()).what().batches()).isEqualTo(1);
    assertThat(ca.holds(us))
        .containsExactlyInAnyOrder(new Parcel("powder", "Ana"), new Parcel("resin", "Luz"));
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    us.withdraw("2");
    inCanada(fromUs());
    assertThat(ca.keeps(us))
        .containsExactlyInAnyOrder(new Parcel("powder", "Ana"), new Parcel("tablets", "Ana"));
    assertThat(us.unacknowledged()).isEqualTo(2);

    Taken back = us.packages.unpack(ca.packages.pack("us"));
    assertThat(back.from()).isEqualTo("ca");
    assertThat(back.what().receipts()).isEqualTo(2);
    assertThat(us.unacknowledged()).isZero();
    assertThat(us.recallsOpen()).isZero();
    assertThat(us.signals).isEmpty();
    assertThat(ca.ledger.verify().verify(progress -> {})).isInstanceOf(Finding.Sound.class);
  }

  @Test
  void confirmedBatchesAndDeliveredReceiptsAreNotPackedAgainUnlessAskedFor() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    inCanada(fromUs());
    us.packages.unpack(ca.packages.pack("us"));
    Taken nothing = inCanada(fromUs());
    assertThat(nothing.anythingNew()).isFalse();
    assertThat(nothing.what().had()).isZero();
    assertThat(us.packages.unpack(ca.packages.pack("us")).what().receipts())
        .as("the package before said that they are there")
        .isZero();
    byte[] all = us.packages.pack("ca", new Which.After(Place.START));
    assertThat(inCanada(all).what().had()).isEqualTo(1);
    byte[] receipts = ca.packages.pack("us", new Which.After(Place.START));
    assertThat(us.packages.unpack(receipts).what().receipts()).isEqualTo(1);
  }

  @Test
  void everyOrderAndEveryRepetitionComesToTheSameEnd() throws Exception {
    List<byte[]> packages = new ArrayList<>();
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    us.publish(ca);
    packages.add(us.packages.pack("ca"));
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    us.publish(ca);
    packages.add(us.packages.pack("ca", new Which.After(new Place(1, 1))));
    us.withdraw("2");
    us.publish(ca);
    packages.add(us.packages.pack("ca", new Which.After(new Place(1, 2))));
    us.put("3", new Parcel("oil", "Eva"), TO_CANADA);
    us.publish(ca);
    packages.add(us.packages.pack("ca", new Which.After(new Place(1, 3))));
    int played = 0;
    for (List<Integer> order : orders(packages.size())) {
      try (TestNode fresh = new TestNode("ca", Country.CANADA, time, ca.keys)) {
        us.introduceTo(fresh);
        for (int i : order) {
          fresh.packages.unpack(packages.get(i));
          fresh.packages.unpack(packages.get(order.getFirst()));
        }
        fresh.ledger.readers().catchUp();
        assertThat(fresh.holds(us))
            .as("order %s", order)
            .containsExactlyInAnyOrder(new Parcel("tablets", "Ana"), new Parcel("oil", "Eva"));
        assertThat(fresh.keeps(us)).doesNotContain(new Parcel("resin", "Luz"));
        assertThat(fresh.take.feed("us").number()).isEqualTo(4);
        assertThat(fresh.signals).isEmpty();
      }
      played++;
    }
    assertThat(played).isEqualTo(6);
  }

  /// Some orders of four: forwards, backwards, and between.
  private static List<List<Integer>> orders(int count) {
    List<List<Integer>> orders = new ArrayList<>();
    orders.add(List.of(0, 1, 2, 3));
    orders.add(List.of(3, 2, 1, 0));
    orders.add(List.of(2, 0, 3, 1));
    orders.add(List.of(1, 3, 0, 2));
    orders.add(List.of(3, 0, 2, 1));
    orders.add(List.of(2, 3, 1, 0));
    assertThat(orders).allMatch(order -> order.size() == count);
    return orders;
  }

  @Test
  void saysThatAnEarlierPackageIsMissing() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    byte[] first = fromUs();
    us.put("1", new Parcel("tablets", "Ana"), TO_CANADA);
    us.publish(ca);
    Taken early = inCanada(us.packages.pack("ca", new Which.After(new Place(1, 1))));
    assertThat(early.what().early()).isEqualTo(1);
    assertThat(early.what().upTo()).isEqualTo(Place.START);
    assertThat(inCanada(first).what().early()).isZero();
    assertThat(ca.holds(us)).containsExactly(new Parcel("tablets", "Ana"));
  }

  @Test
  void nothingOfADamagedPackageIsTaken() throws Exception {
    for (int i = 0; i < 20; i++) {
      us.put("k" + i, new Parcel("powder ".repeat(900) + i, "Ana"), TO_CANADA);
    }
    byte[] whole = fromUs();
    assertThat(whole.length).as("more than one piece").isGreaterThan(1 << 17);
    for (int at : new int[] {70, 200, 60_000, 70_000, whole.length - 1}) {
      byte[] changed = whole.clone();
      changed[at] ^= 1;
      assertThat(refusal(ca, changed))
          .as("byte " + at)
          .isIn(Reason.ALTERED, Reason.CUT_OFF, Reason.NO_PACKAGE);
    }
    for (int length : new int[] {90, 91, 4_000, 65_643, 65_644, whole.length - 1}) {
      assertThat(refusal(ca, Arrays.copyOf(whole, length)))
          .as("cut " + length)
          .isEqualTo(Reason.CUT_OFF);
    }
    assertThat(refusal(ca, Arrays.copyOf(whole, 40))).isEqualTo(Reason.NO_PACKAGE);
    assertThat(refusal(ca, new byte[0])).isEqualTo(Reason.NO_PACKAGE);
    assertThat(refusal(ca, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Reason.NO_PACKAGE);
    byte[] later = whole.clone();
    later["tripoint-package ".length()] = '2';
    assertThat(refusal(ca, later)).isEqualTo(Reason.LATER_FORM);
    assertThat(refusal(ca, Arrays.copyOf(whole, 1_000_001))).isEqualTo(Reason.TOO_LARGE);
    assertThat(ca.keeps(us)).isEmpty();
    assertThat(ca.signals).isEmpty();
    inCanada(whole);
    assertThat(ca.holds(us)).hasSize(20);
  }

  @Test
  void packageForAnotherIsNotOpenedAndOneThatIsSealedAgainIsNotBelieved() throws Exception {
    TestNode mx = new TestNode("mx", Country.MEXICO, time);
    us.meet(mx);
    ca.meet(mx);
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    byte[] forCanada = fromUs();
    assertThat(refusal(mx, forCanada)).isEqualTo(Reason.FOR_ANOTHER_KEY);
    byte[] again =
        TestPackages.sealedAgain(
            forCanada,
            ca.keys.sealing(),
            mx.partners
                .introductions()
                .read(mx.partners.introduction())
                .sealingKey()
                .orElseThrow());
    assertThat(refusal(mx, again)).isEqualTo(Reason.FORWARDED);
    assertThat(mx.keeps(us)).isEmpty();
    mx.close();
  }

  @Test
  void newKeysTravelInPackagesAndTakeOverWhenThePartnerHasThem() throws Exception {
    OwnIntroduction own = us.partners.own();
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    inCanada(fromUs());
    byte[] forTheFormerKey = ca.packages.pack("us");
    String former = us.keys.signer().keyId();
    own.renewKeys();
    assertThat(own.settle(us.partners.partners().list())).isFalse();
    inCanada(fromUs());
    assertThat(ca.partner(us).introduction().keys()).hasSize(2);
    assertThat(ca.partner(us).introduction().authorities()).hasSize(2);
    us.packages.unpack(forTheFormerKey);
    assertThat(own.settle(us.partners.partners().list()))
        .as("Canada has not said that it has them")
        .isFalse();
    assertThat(us.keys.signer().keyId()).isEqualTo(former);
    us.packages.unpack(ca.packages.pack("us"));
    us.ledger.readers().catchUp();
    assertThat(own.settle(us.partners.partners().list())).isTrue();
    assertThat(us.keys.signer().keyId()).isNotEqualTo(former);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    inCanada(fromUs());
    assertThat(ca.holds(us)).hasSize(2);
    assertThat(ca.partner(us).introduction().authorities())
        .isEqualTo(us.keys.certificate().authorities())
        .hasSize(1);
  }

  @Test
  void packageOfAStrangerOrUnderAnothersNameIsRefused() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    byte[] forCanada = fromUs();
    try (TestNode alone = new TestNode("ca", Country.CANADA, time, ca.keys)) {
      assertThat(refusal(alone, forCanada)).isEqualTo(Reason.STRANGER);
    }
    try (TestNode impostor = new TestNode("us", Country.UNITED_STATES, time)) {
      ca.introduceTo(impostor);
      assertThat(refusal(ca, impostor.packages.pack("ca"))).isEqualTo(Reason.NOT_SIGNED);
    }
  }

  @Test
  void textThatWasTakenApartAndSealedAgainIsNotWhatWasSigned() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    us.publish(ca);
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    String text =
        new String(TestPackages.opened(fromUs(), ca.keys.sealing()), StandardCharsets.UTF_8);
    var key = us.partner(ca).introduction().sealingKey().orElseThrow();
    List<String> lines = text.lines().toList();
    int second = text.indexOf("\nbatch ", text.indexOf("\nend")) + 1;
    int close = text.indexOf("\nclose ") + 1;
    String withoutLast = text.substring(0, second) + text.substring(close);
    assertThat(refusal(ca, TestPackages.sealed(bytes(withoutLast), key))).isEqualTo(Reason.ALTERED);
    assertThat(refusal(ca, TestPackages.sealed(bytes(text.substring(0, close)), key)))
        .isEqualTo(Reason.UNREADABLE);
    assertThat(refusal(ca, TestPackages.sealed(bytes(text + "end\n"), key)))
        .isEqualTo(Reason.UNREADABLE);
    assertThat(refusal(ca, TestPackages.sealed(bytes(lines.getLast() + "\n"), key)))
        .isEqualTo(Reason.UNREADABLE);
    assertThat(refusal(ca, TestPackages.sealed(new byte[0], key))).isEqualTo(Reason.UNREADABLE);
    assertThat(ca.keeps(us)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void journalThatContradictsStopsTheFeedAndLaterPackagesWaitForPeople() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    inCanada(fromUs());
    us.jdbc.update("update exchange.sent set hash = repeat('0', 64), acknowledged = now()");
    us.put("2", new Parcel("resin", "Luz"), TO_CANADA);
    byte[] bad = fromUs();
    assertThat(refusal(ca, bad)).isEqualTo(Reason.CONTRADICTS);
    assertThat(refusal(ca, bad)).isEqualTo(Reason.STOPPED);
    assertThat(ca.signals).hasSize(1);
    assertThat(ca.keeps(us)).containsExactly(new Parcel("powder", "Ana"));
  }

  @Test
  void receiptThatFitsNothingIsToldAndKeepsNothingElseFromComing() throws Exception {
    us.put("1", new Parcel("powder", "Ana"), TO_CANADA);
    inCanada(fromUs());
    us.jdbc.update("update exchange.sent set hash = repeat('0', 64)");
    ca.agree(us, true, "enforcement");
    ca.put(
        "9",
        new Parcel("tablets", "Zoé"),
        TestNode.marking(Purpose.ANY_LAWFUL, Country.UNITED_STATES));
    ca.publish(us);
    Taken taken = us.packages.unpack(ca.packages.pack("us"));
    us.ledger.readers().catchUp();
    assertThat(taken.what().receiptsRefused()).isEqualTo(1);
    assertThat(taken.what().batches()).isEqualTo(1);
    assertThat(us.signals).hasSize(1);
    assertThat(us.holds(ca)).containsExactly(new Parcel("tablets", "Zoé"));
  }

  @Test
  void packAsksForAPartnerWithAKeyToSealFor() {
    assertThat(
            catchThrowableOfType(
                    PackageRefused.class,
                    () -> us.packages.make().make("mx", new Which.Unconfirmed()))
                .reason())
        .isEqualTo(Reason.NO_PARTNER);
  }
}

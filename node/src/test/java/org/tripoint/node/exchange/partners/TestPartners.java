package org.tripoint.node.exchange.partners;

import java.time.Clock;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;

/// The real partners room over a test ledger, without Spring's context.
public record TestPartners(
    Introductions introductions, Partners partners, IntroducePartner introduce) {

  public static TestPartners over(
      TestLedger ledger, TestKeys keys, RecordKinds kinds, Clock clock) {
    Introductions introductions =
        new Introductions(keys.signer(), keys.certificate(), keys.own(), kinds, clock);
    Partners partners = new Partners(ledger.jdbc(), introductions, clock);
    ledger.reader(partners);
    return new TestPartners(
        introductions,
        partners,
        new IntroducePartner(introductions, ledger.append(), ledger.jdbc(), keys.own(), clock));
  }

  /// Two people have compared the fingerprint.
  public void trust(TestPartners other) {
    try {
      String signed = other.introductions().own();
      String fingerprint = introductions.fingerprintOf(introductions.read(signed));
      introduce.confirm(
          introduce.propose(signed, fingerprint, "ana").partner(), fingerprint, "benito");
    } catch (NotTrusted | IntroducePartner.Refused e) {
      throw new AssertionError(e);
    }
  }
}

package org.tripoint.node.exchange.partners;

import java.nio.file.Files;
import java.time.Clock;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.TestLedger;

/// The real partners room over a test ledger, without Spring's context.
public record TestPartners(
    Introductions introductions,
    Partners partners,
    IntroducePartner introduce,
    OwnIntroduction own) {

  public static TestPartners over(
      TestLedger ledger, TestKeys keys, RecordKinds kinds, Clock clock) {
    Introductions introductions =
        new Introductions(
            keys.signer(), keys.certificate(), keys.sealing(), keys.own(), kinds, clock);
    Partners partners = new Partners(ledger.jdbc(), introductions, clock);
    ledger.reader(partners);
    return new TestPartners(
        introductions,
        partners,
        new IntroducePartner(
            introductions, ledger.append(), ledger.read(), ledger.jdbc(), keys.own(), clock),
        new OwnIntroduction(
            introductions,
            keys.signer(),
            keys.certificate(),
            keys.sealing(),
            ledger.jdbc(),
            clock));
  }

  /// A partner's node that nobody answers for, added to a node that runs.
  ///
  /// @return its short name
  public static String add(ApplicationContext node, String name, String country) throws Exception {
    TestKeys keys =
        TestKeys.of(
            Files.createTempDirectory("partner"),
            name,
            country,
            "https://127.0.0.1:9",
            Clock.systemUTC());
    Introductions reader = node.getBean(Introductions.class);
    String signed = introductionOf(node, keys, 1);
    String fingerprint = reader.fingerprintOf(reader.read(signed));
    IntroducePartner introduce = node.getBean(IntroducePartner.class);
    introduce.propose(signed, fingerprint, "ana");
    introduce.confirm(name, fingerprint, "benito");
    return name;
  }

  /// How a node with these keys would introduce itself.
  public static String introductionOf(ApplicationContext node, TestKeys keys, int issue) {
    return new Introductions(
            keys.signer(),
            keys.certificate(),
            keys.sealing(),
            keys.own(),
            node.getBean(RecordKinds.class),
            Clock.systemUTC())
        .write(issue);
  }

  /// How this node introduces itself, signed.
  public String introduction() {
    return introductions.write(1);
  }

  /// Two people have compared the fingerprint.
  public void trust(TestPartners other) {
    try {
      String signed = other.introductions().write(1);
      String fingerprint = introductions.fingerprintOf(introductions.read(signed));
      introduce.confirm(
          introduce.propose(signed, fingerprint, "ana").partner(), fingerprint, "benito");
    } catch (NotTrusted | IntroducePartner.Refused e) {
      throw new AssertionError(e);
    }
  }
}

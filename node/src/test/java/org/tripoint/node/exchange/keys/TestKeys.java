package org.tripoint.node.exchange.keys;

import java.nio.file.Path;
import java.time.Clock;

/// A node's keys, made in a folder of a test.
public record TestKeys(
    OwnName own, NodeSigner signer, NodeCertificate certificate, SealingKey sealing, Tls tls) {

  public static TestKeys of(Path home, String name, String country, String endpoint, Clock clock) {
    OwnName own = new OwnName(name, country, "An authority of " + name, endpoint);
    NodeCertificate certificate = new NodeCertificate(home, own, clock);
    return new TestKeys(
        own, new NodeSigner(home), certificate, new SealingKey(home), new Tls(certificate));
  }
}

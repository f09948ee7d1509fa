package org.tripoint.node.exchange.partners;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.NodeCertificate;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.ledger.RecordKinds;

/// Writes this node's introduction and reads others'.
@Component
public class Introductions {

  private final NodeSigner signer;
  private final NodeCertificate certificate;
  private final SealingKey sealing;
  private final OwnName own;
  private final RecordKinds kinds;
  private final Clock clock;

  Introductions(
      NodeSigner signer,
      NodeCertificate certificate,
      SealingKey sealing,
      OwnName own,
      RecordKinds kinds,
      Clock clock) {
    this.signer = signer;
    this.certificate = certificate;
    this.sealing = sealing;
    this.own = own;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// This node's, as it is today.
  ///
  /// @param issue its number, from 1
  String write(int issue) {
    return signer.sign(
        Introduction.TYPE,
        kinds.write(Introduction.FORM, today(issue)).getBytes(StandardCharsets.UTF_8));
  }

  /// Whether an issue of this node's says what is so today.
  boolean isOfToday(Introduction introduction) {
    Introduction today = today(introduction.issue());
    return introduction.node().equals(today.node())
        && introduction.authority().equals(today.authority())
        && introduction.endpoint().equals(today.endpoint())
        && introduction.keys().equals(today.keys())
        && introduction.authorities().equals(today.authorities())
        && introduction.revoked().equals(today.revoked())
        && Objects.equals(introduction.sealing(), today.sealing());
  }

  private Introduction today(int issue) {
    return new Introduction(
        own.name(),
        own.authority(),
        own.country(),
        own.endpoint(),
        issue,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        signer.publicKeys(),
        certificate.authorities(),
        certificate.revoked(),
        sealing.publicKey());
  }

  /// What two people read to each other: it names the node, its keys and its authorities, whenever
  /// and however often the introduction was written.
  ///
  /// @return 64 hexadecimal digits
  public String fingerprintOf(Introduction introduction) {
    return SigningKeys.sha256(
        String.join(
            "\n",
            "tripoint-node",
            introduction.node(),
            introduction.country().code(),
            String.join(" ", introduction.keys()),
            String.join(" ", introduction.authorities())));
  }

  /// Checks that whoever wrote it holds a key that it names; whether that is the partner, people
  /// must find out.
  public Introduction read(String signed) throws NotTrusted {
    Introduction claimed = claimed(signed);
    Jws.open(signed, Introduction.TYPE, claimed::key);
    return claimed;
  }

  /// Checks that it continues one that was trusted before.
  public Introduction readNext(String signed, Introduction before) throws NotTrusted {
    Introduction next = read(signed);
    Jws.open(signed, Introduction.TYPE, before::key);
    if (!next.node().equals(before.node()) || !next.country().equals(before.country())) {
      throw new NotTrusted("expected an introduction of the same node and country");
    }
    if (next.issue() <= before.issue()) {
      throw new NotTrusted("expected a later issue than " + before.issue());
    }
    return next;
  }

  private Introduction claimed(String signed) throws NotTrusted {
    String[] parts = signed.split("\\.", -1);
    if (parts.length != 3) {
      throw new NotTrusted("expected an introduction: three parts divided by dots");
    }
    try {
      String json =
          new String(java.util.Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return kinds.parse(Introduction.FORM, json);
    } catch (IllegalArgumentException e) {
      throw new NotTrusted("expected an introduction that can be read: " + e.getMessage());
    }
  }
}

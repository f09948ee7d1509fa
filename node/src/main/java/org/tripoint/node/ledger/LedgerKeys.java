package org.tripoint.node.ledger;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.merkle.NoteKey;

/// The node's two secrets, in `<home>/keys`, made once and readable by their owner alone: the
/// Ed25519 key that signs checkpoints (`ledger-key`) and the secret under which source keys become
/// pseudonyms (`node-secret`).
@Component
class LedgerKeys {
  private static final int SECRET_BYTES = 32;

  private final NoteKey noteKey;
  private final byte[] secret;
  private final String origin;

  LedgerKeys(
      @Value("${tripoint.home}") Path home, @Value("${tripoint.node.name:Tripoint}") String name) {
    this.secret = decode(new KeyFile(home, "node-secret").readOrMake(LedgerKeys::newSecret));
    this.noteKey = noteKey(new KeyFile(home, "ledger-key").readOrMake(LedgerKeys::newKey));
    this.origin = name.strip().replaceAll("[\\s+\\p{Cntrl}]+", "-");
    if (secret.length != SECRET_BYTES) {
      throw new IllegalStateException("expected 32 bytes in node-secret");
    }
  }

  NoteKey noteKey() {
    return noteKey;
  }

  byte[] secret() {
    return secret.clone();
  }

  /// The node's name as notes carry it: without blanks.
  String origin() {
    return origin;
  }

  private static String newSecret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return encode(random);
  }

  private static String newKey() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return encode(pair.getPrivate().getEncoded()) + "\n" + encode(pair.getPublic().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected Ed25519 in every JDK", e);
    }
  }

  private static NoteKey noteKey(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2) {
      throw new IllegalStateException("expected a private and a public key in ledger-key");
    }
    return NoteKey.of(decode(lines.get(0)), decode(lines.get(1)));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}

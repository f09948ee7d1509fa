package org.tripoint.node.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// What a stranger needs to check a node's notes: its name and its public Ed25519 key.
///
/// Source: C2SP signed-note: key id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), first 4 bytes.
public final class VerifierKey {
  static final byte ED25519 = 1;
  private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] publicBytes;

  VerifierKey(String name, byte[] publicBytes) {
    if (publicBytes.length != 32) {
      throw new IllegalArgumentException("expected an Ed25519 key of 32 bytes");
    }
    this.name = name;
    this.publicBytes = publicBytes.clone();
  }

  /// Reads `name+keyid+base64`.
  ///
  /// @throws IllegalArgumentException saying what does not hold
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("expected a key as name+id+base64");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("expected an Ed25519 key");
    }
    VerifierKey key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, 33));
    if (!key.toString().equals(text.strip())) {
      throw new IllegalArgumentException("expected the id that belongs to the key");
    }
    return key;
  }

  /// The node's name, as the origin of its notes.
  public String name() {
    return name;
  }

  byte[] keyId() {
    MessageDigest sha256 = TreeHash.sha256();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    sha256.update(ED25519);
    return Arrays.copyOf(sha256.digest(publicBytes), 4);
  }

  boolean verifies(byte[] message, byte[] signature) {
    byte[] x509 = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + 32);
    System.arraycopy(publicBytes, 0, x509, X509_PREFIX.length, 32);
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(key);
      ed25519.update(message);
      return signature.length == 64 && ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /// `name+keyid+base64`.
  @Override
  public String toString() {
    byte[] typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(publicBytes, 0, typed, 1, 32);
    return name
        + "+"
        + HexFormat.of().formatHex(keyId())
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }
}

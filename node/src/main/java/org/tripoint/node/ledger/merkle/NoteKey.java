package org.tripoint.node.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The Ed25519 key that signs a ledger's checkpoints.
///
/// Source: C2SP signed-note: key id = SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), first 4 bytes.
public final class NoteKey {
  private static final byte ED25519 = 1;

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private NoteKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /// Makes the key of a stored pair.
  ///
  /// @param pkcs8 the private key
  /// @param x509 the public key that belongs to it
  public static NoteKey of(byte[] pkcs8, byte[] x509) {
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new NoteKey(
          factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          factory.generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected an Ed25519 key pair", e);
    }
  }

  /// The 32 bytes of the public key, at the end of its X.509 form.
  public byte[] publicBytes() {
    byte[] encoded = publicKey.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  byte[] keyId(String name) {
    MessageDigest sha256 = TreeHash.sha256();
    sha256.update(name.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    sha256.update(ED25519);
    return Arrays.copyOf(sha256.digest(publicBytes()), 4);
  }

  /// What a stranger needs to verify notes of this name: `name+keyid+base64`.
  public String verifierKey(String name) {
    byte[] typed = new byte[33];
    typed[0] = ED25519;
    System.arraycopy(publicBytes(), 0, typed, 1, 32);
    return name
        + "+"
        + HexFormat.of().formatHex(keyId(name))
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  byte[] sign(byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initSign(privateKey);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected to sign with Ed25519", e);
    }
  }

  boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(publicKey);
      ed25519.update(message);
      return signature.length == 64 && ed25519.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}

package org.tripoint.node.ledger.merkle;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/// The Ed25519 key that signs a ledger's checkpoints.
public final class NoteKey {
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
  private byte[] publicBytes() {
    byte[] encoded = publicKey.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /// What a stranger needs to verify notes of this name.
  public VerifierKey verifier(String name) {
    return new VerifierKey(name, publicBytes());
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
}

package org.tripoint.node.exchange.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// Ed25519 keys as text, and the ids by which messages name them.
public final class SigningKeys {

  private SigningKeys() {}

  static KeyPair make() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected Ed25519 in every JDK", e);
    }
  }

  static String write(KeyPair pair) {
    return encode(pair.getPrivate().getEncoded()) + "\n" + encode(pair.getPublic().getEncoded());
  }

  static KeyPair read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2) {
      throw new IllegalStateException("expected a private and a public key");
    }
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(decode(lines.get(1)))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(decode(lines.get(0)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected two Ed25519 keys", e);
    }
  }

  /// The public key as partners are told it: base64 of SubjectPublicKeyInfo (RFC 8410).
  public static String writePublic(PublicKey key) {
    return encode(key.getEncoded());
  }

  /// The key that the text holds.
  ///
  /// @throws IllegalArgumentException when the text is no Ed25519 key
  public static PublicKey readPublic(String text) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected a public Ed25519 key", e);
    }
  }

  /// The first 16 hexadecimal digits of SHA-256 over the public key.
  public static String idOf(PublicKey key) {
    return sha256(key.getEncoded()).substring(0, 16);
  }

  /// SHA-256 in hexadecimal digits.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256 in every JDK", e);
    }
  }

  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }
}

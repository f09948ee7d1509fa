package org.tripoint.node.exchange.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// The key for which partners seal what travels to this node without a network.
@Component
public class SealingKey {

  private static final String ALGORITHM = "X25519";
  private static final int NONCE_BYTES = 12;
  private static final int NOTE_STEP = 192;

  private final KeyPair pair;

  SealingKey(@Value("${tripoint.home}") Path home) {
    this.pair = read(new KeyFile(home, "exchange-sealing-key").readOrMake(SealingKey::make));
  }

  /// As partners are told it: base64 of SubjectPublicKeyInfo (RFC 8410).
  public String publicKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /// The id under which sealed messages name it.
  public String id() {
    return SigningKeys.idOf(pair.getPublic());
  }

  /// Opens a sequence that a partner has sealed.
  ///
  /// @throws IllegalArgumentException if the encapsulation is none
  public Hpke.Sequence open(byte[] encapsulation, byte[] info) {
    return Hpke.from(encapsulation, pair.getPrivate(), info);
  }

  /// Seals a note of this node for itself, so that others can keep it without reading it. Notes of
  /// up to 191 characters are all of one length.
  public String sealNote(String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    new SecureRandom().nextBytes(nonce);
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(plain, (plain.length / NOTE_STEP + 1) * NOTE_STEP);
    Arrays.fill(padded, plain.length, padded.length, (byte) ' ');
    try {
      byte[] sealed = noteCipher(Cipher.ENCRYPT_MODE, nonce).doFinal(padded);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected AES-GCM in every JDK", e);
    }
  }

  /// Opens a note; empty when this node did not seal it.
  public Optional<String> openNote(String sealed) {
    try {
      byte[] all = Base64.getUrlDecoder().decode(sealed);
      if (all.length < NONCE_BYTES) {
        return Optional.empty();
      }
      byte[] plain =
          noteCipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(plain, StandardCharsets.UTF_8).stripTrailing());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Cipher noteCipher(int mode, byte[] nonce) throws GeneralSecurityException {
    SecretKey key =
        KDF.getInstance("HKDF-SHA256")
            .deriveKey(
                "AES",
                HKDFParameterSpec.ofExtract()
                    .addIKM(pair.getPrivate().getEncoded())
                    .thenExpand(
                        "tripoint notes to itself".getBytes(StandardCharsets.US_ASCII), 32));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(128, nonce));
    return cipher;
  }

  /// The key that the text holds.
  ///
  /// @throws IllegalArgumentException when the text is no X25519 key
  public static PublicKey readPublic(String text) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected a public X25519 key", e);
    }
  }

  private static String make() {
    try {
      KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(made.getPrivate().getEncoded())
          + "\n"
          + base64.encodeToString(made.getPublic().getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected X25519 in every JDK", e);
    }
  }

  private static KeyPair read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2) {
      throw new IllegalStateException("expected two keys in exchange-sealing-key");
    }
    try {
      return new KeyPair(
          readPublic(lines.get(1)),
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(0)))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected an X25519 key in exchange-sealing-key", e);
    }
  }
}

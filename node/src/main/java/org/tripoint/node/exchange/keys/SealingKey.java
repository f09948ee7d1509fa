package org.tripoint.node.exchange.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// The key for which partners seal what travels to this node without a network.
@Component
public class SealingKey {

  private static final String ALGORITHM = "X25519";

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

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// The key for which partners seal what travels to this node without a network. A new one is the
/// key of today at once, since what was sealed for a former one is still opened.
@Component
public class SealingKey {

  private static final String ALGORITHM = "X25519";
  private static final int NONCE_BYTES = 12;
  private static final int NOTE_STEP = 192;

  /// Enough for what is still under way, and for notes that partners keep.
  private static final int MOST_KEYS = 8;

  private final KeyFile file;

  /// The one of today, then the former ones, the latest first.
  private volatile List<KeyPair> pairs;

  SealingKey(@Value("${tripoint.home}") Path home) {
    this.file = new KeyFile(home, "exchange-sealing-key");
    this.pairs = read(file.readOrMake(() -> write(List.of(make()))));
  }

  /// From now on partners are told a new key.
  public synchronized void renew() {
    List<KeyPair> all = new ArrayList<>(List.of(make()));
    all.addAll(pairs.subList(0, Math.min(MOST_KEYS - 1, pairs.size())));
    file.write(write(all));
    pairs = List.copyOf(all);
  }

  private PublicKey today() {
    return pairs.getFirst().getPublic();
  }

  /// As partners are told it: base64 of SubjectPublicKeyInfo (RFC 8410).
  public String publicKey() {
    return Base64.getEncoder().encodeToString(today().getEncoded());
  }

  /// The id under which sealed messages name it.
  public String id() {
    return SigningKeys.idOf(today());
  }

  /// Whether this node holds the key with that id, of today or former.
  public boolean holds(String id) {
    return find(id).isPresent();
  }

  private Optional<KeyPair> find(String id) {
    return pairs.stream().filter(pair -> SigningKeys.idOf(pair.getPublic()).equals(id)).findFirst();
  }

  /// Opens a sequence that a partner has sealed.
  ///
  /// @param id of the key that it was sealed for
  /// @throws IllegalArgumentException if the encapsulation is none, or for another key
  public Hpke.Sequence open(String id, byte[] encapsulation, byte[] info) {
    KeyPair pair =
        find(id).orElseThrow(() -> new IllegalArgumentException("expected a key of this node"));
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
      byte[] sealed = noteCipher(pairs.getFirst(), Cipher.ENCRYPT_MODE, nonce).doFinal(padded);
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected AES-GCM in every JDK", e);
    }
  }

  /// Opens a note; empty when this node did not seal it.
  public Optional<String> openNote(String sealed) {
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return all.length < NONCE_BYTES
        ? Optional.empty()
        : pairs.stream().flatMap(pair -> openNote(pair, all).stream()).findFirst();
  }

  private static Optional<String> openNote(KeyPair pair, byte[] all) {
    try {
      byte[] plain =
          noteCipher(pair, Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE_BYTES))
              .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
      return Optional.of(new String(plain, StandardCharsets.UTF_8).stripTrailing());
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher noteCipher(KeyPair pair, int mode, byte[] nonce)
      throws GeneralSecurityException {
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

  private static KeyPair make() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected X25519 in every JDK", e);
    }
  }

  /// Two lines for each key, the private part and the public one.
  private static String write(List<KeyPair> pairs) {
    Base64.Encoder base64 = Base64.getEncoder();
    return pairs.stream()
        .flatMap(pair -> Stream.of(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded()))
        .map(base64::encodeToString)
        .collect(Collectors.joining("\n"));
  }

  private static List<KeyPair> read(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || lines.size() % 2 != 0) {
      throw new IllegalStateException("expected pairs of keys in exchange-sealing-key");
    }
    List<KeyPair> all = new ArrayList<>();
    for (int line = 0; line < lines.size(); line += 2) {
      all.add(read(lines.get(line), lines.get(line + 1)));
    }
    return List.copyOf(all);
  }

  private static KeyPair read(String privateKey, String publicKey) {
    try {
      return new KeyPair(
          readPublic(publicKey),
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected X25519 keys in exchange-sealing-key", e);
    }
  }
}

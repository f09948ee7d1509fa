package org.tripoint.node.exchange.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.DecapsulateException;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals messages for the holder of one key, from whom nothing but its public half is needed.
///
/// Hybrid Public Key Encryption in base mode with one suite and no choice: DHKEM(X25519,
/// HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The key encapsulation, the derivation and the cipher are
/// the JDK's; this is the schedule between them. It says nothing of who sealed: what is sealed is
/// signed before.
///
/// Source: RFC 9180 §4 (labels), §5.1 (key schedule), §5.2 (sequence of nonces).
public final class Hpke {

  /// Bytes that a sealed message is longer than its text.
  public static final int TAG_BYTES = 16;

  private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0, 0x20, 0, 1, 0, 2};
  private static final byte[] NOTHING = {};
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;

  private Hpke() {}

  /// The start of a sealed sequence.
  public static final class Sender {
    private final byte[] encapsulation;
    private final Sequence messages;

    private Sender(byte[] encapsulation, Sequence messages) {
      this.encapsulation = encapsulation;
      this.messages = messages;
    }

    /// What the recipient needs to open it.
    public byte[] encapsulation() {
      return encapsulation.clone();
    }

    /// Seals what follows.
    public Sequence messages() {
      return messages;
    }
  }

  /// Starts a sequence for a recipient.
  ///
  /// @param info what both sides know of it; another one opens nothing
  public static Sender to(PublicKey recipient, byte[] info) {
    try {
      KEM.Encapsulated shared = KEM.getInstance("DHKEM").newEncapsulator(recipient).encapsulate();
      return new Sender(shared.encapsulation(), schedule(shared.key(), info));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected DHKEM, HKDF and AES-GCM in every JDK", e);
    }
  }

  /// Opens a sequence that was started for the key.
  ///
  /// @throws IllegalArgumentException if the encapsulation is none
  static Sequence from(byte[] encapsulation, PrivateKey own, byte[] info) {
    try {
      return schedule(
          KEM.getInstance("DHKEM").newDecapsulator(own).decapsulate(encapsulation), info);
    } catch (DecapsulateException e) {
      throw new IllegalArgumentException("expected an encapsulation of 32 bytes", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected DHKEM, HKDF and AES-GCM in every JDK", e);
    }
  }

  private static Sequence schedule(SecretKey shared, byte[] info) throws GeneralSecurityException {
    byte[] context =
        joined(
            new byte[] {0},
            extract(NOTHING, "psk_id_hash", NOTHING),
            extract(NOTHING, "info_hash", info));
    byte[] secret = extract(shared.getEncoded(), "secret", NOTHING);
    return new Sequence(
        new SecretKeySpec(expand(secret, "key", context, KEY_BYTES), "AES"),
        expand(secret, "base_nonce", context, NONCE_BYTES));
  }

  private static byte[] extract(byte[] salt, String label, byte[] material)
      throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract()
                .addSalt(salt)
                .addIKM(joined(ascii("HPKE-v1"), SUITE, ascii(label), material))
                .extractOnly());
  }

  private static byte[] expand(byte[] secret, String label, byte[] context, int length)
      throws GeneralSecurityException {
    byte[] info =
        joined(new byte[] {0, (byte) length}, ascii("HPKE-v1"), SUITE, ascii(label), context);
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "Generic"), info, length));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /// Messages under one shared secret, sealed or opened in their order. Not for several threads.
  public static final class Sequence {
    private final SecretKey key;
    private final byte[] baseNonce;
    private long number;

    private Sequence(SecretKey key, byte[] baseNonce) {
      this.key = key;
      this.baseNonce = baseNonce;
    }

    /// Seals the next message.
    ///
    /// @param beside what travels beside it and may not change
    /// @param length bytes of `text` that are the message
    public byte[] seal(byte[] beside, byte[] text, int length) {
      try {
        return next(Cipher.ENCRYPT_MODE, beside).doFinal(text, 0, length);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("expected AES-GCM to seal", e);
      }
    }

    /// Opens the next message.
    ///
    /// @throws AEADBadTagException if it is not the next message, or was changed
    public byte[] open(byte[] beside, byte[] sealed, int length) throws AEADBadTagException {
      try {
        return next(Cipher.DECRYPT_MODE, beside).doFinal(sealed, 0, length);
      } catch (AEADBadTagException e) {
        throw e;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("expected AES-GCM to open", e);
      }
    }

    private Cipher next(int mode, byte[] beside) throws GeneralSecurityException {
      byte[] nonce = Arrays.copyOf(baseNonce, NONCE_BYTES);
      byte[] count = ByteBuffer.allocate(NONCE_BYTES).putLong(4, number++).array();
      for (int i = 0; i < NONCE_BYTES; i++) {
        nonce[i] ^= count[i];
      }
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
      cipher.updateAAD(beside);
      return cipher;
    }
  }
}

package org.tripoint.node.exchange.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A signed message: JSON Web Signature in compact form with Ed25519, and nothing else.
///
/// The header has one form, `{"alg":"EdDSA","kid":"…","typ":"…"}`: there is no algorithm to choose,
/// so none can be talked down.
///
/// Source: RFC 7515 §7.1 (compact serialisation), RFC 8037 §3.1 (EdDSA), RFC 8032 (Ed25519).
public final class Jws {

  private static final Pattern HEADER =
      Pattern.compile(
          "\\{\"alg\":\"EdDSA\",\"kid\":\"([0-9a-f]{16})\",\"typ\":\"([a-z-]{1,60})\"}");

  private Jws() {}

  /// What was signed, once its signature has been checked.
  ///
  /// @param keyId id of the key that signed it
  public record Opened(String keyId, String text) {}

  /// The message is not what it should be, or not from whom it should be.
  public static final class NotTrusted extends Exception {
    private static final long serialVersionUID = 1L;

    public NotTrusted(String expected) {
      super(expected);
    }
  }

  /// Signs.
  ///
  /// @param type what the payload is, such as `tripoint-batch`; checked on opening
  public static String sign(String type, byte[] payload, String keyId, PrivateKey key) {
    String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + keyId + "\",\"typ\":\"" + type + "\"}";
    String signed = encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(payload);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("expected Ed25519 in every JDK", e);
    }
  }

  /// Checks and opens.
  ///
  /// @param keys the keys that may sign such a message today, by id
  public static Opened open(String text, String type, Function<String, Optional<PublicKey>> keys)
      throws NotTrusted {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new NotTrusted("expected three parts divided by dots");
    }
    Matcher header = HEADER.matcher(new String(decode(parts[0]), StandardCharsets.UTF_8));
    if (!header.matches()) {
      throw new NotTrusted("expected a header with EdDSA, a key id and a type");
    }
    if (!header.group(2).equals(type)) {
      throw new NotTrusted("expected a message of type " + type);
    }
    PublicKey key =
        keys.apply(header.group(1))
            .orElseThrow(() -> new NotTrusted("expected a key that is trusted today"));
    byte[] payload = decode(parts[1]);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (!signature.verify(decode(parts[2]))) {
        throw new NotTrusted("expected a signature by the key that is named");
      }
    } catch (GeneralSecurityException e) {
      throw new NotTrusted("expected an Ed25519 signature");
    }
    return new Opened(header.group(1), new String(payload, StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// One text for one value: padding and other spellings of the same bytes are refused.
  private static byte[] decode(String text) throws NotTrusted {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below, like every other spelling.
    }
    throw new NotTrusted("expected base64url without padding");
  }
}

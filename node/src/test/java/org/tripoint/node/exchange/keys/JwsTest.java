package org.tripoint.node.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One algorithm, one spelling: whatever else a header says is refused, whoever signed it.
class JwsTest {
  private static final String ID = "0123456789abcdef";
  private static final String TYPE = "tripoint-batch";
  private static final String TEXT = "{\"number\":1}";

  private static KeyPair key;
  private static KeyPair curve;

  @BeforeAll
  static void makeKeys() throws Exception {
    key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPairGenerator other = KeyPairGenerator.getInstance("EC");
    other.initialize(256);
    curve = other.generateKeyPair();
  }

  /// Every one of them rightly signed by the key that is trusted.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"HS256\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"ES256\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"RS256\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"Ed25519\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"eddsa\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"EdDSA\",\"alg\":\"none\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"typ\":\"tripoint-batch\",\"kid\":\"0123456789abcdef\",\"alg\":\"EdDSA\"}",
        "{\"alg\": \"EdDSA\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"0123456789abcdef\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-receipt\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"0123456789ABCDEF\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"fedcba9876543210\",\"typ\":\"tripoint-batch\"}",
        "{\"alg\":\"EdDSA\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\",\"jwk\":{}}",
        "{\"alg\":\"EdDSA\",\"kid\":\"0123456789abcdef\",\"typ\":\"tripoint-batch\",\"b64\":false}",
        "{}",
        ""
      })
  void refusesEveryOtherHeader(String header) throws Exception {
    String signed = encode(header) + "." + encode(TEXT);
    refuses(signed + "." + encode(edDsa(signed)));
  }

  /// The classic ways to talk a verifier down.
  @Test
  void refusesOtherAlgorithmsUnderTheRightHeaderToo() throws Exception {
    String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + ID + "\",\"typ\":\"" + TYPE + "\"}";
    String signed = encode(header) + "." + encode(TEXT);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
    Signature other = Signature.getInstance("SHA256withECDSA");
    other.initSign(curve.getPrivate());
    other.update(signed.getBytes(StandardCharsets.US_ASCII));
    byte[] right = edDsa(signed);
    byte[] flipped = right.clone();
    flipped[0] ^= 1;
    for (byte[] signature :
        List.of(
            new byte[0],
            new byte[64],
            mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)),
            other.sign(),
            flipped)) {
      refuses(signed + "." + encode(signature));
    }
    refuses(signed + "." + encode(right) + "=");
    refuses(signed + "." + encode(right) + "." + encode("more"));
    refuses(signed);
    refuses(encode(header) + "." + encode("{\"number\":2}") + "." + encode(right));
    assertThat(Jws.open(signed + "." + encode(right), TYPE, keys(key.getPublic())).text())
        .isEqualTo(TEXT);
  }

  @Test
  void refusesAKeyOfAnotherKindUnderATrustedId() throws Exception {
    String signed = Jws.sign(TYPE, TEXT.getBytes(StandardCharsets.UTF_8), ID, key.getPrivate());
    assertThatThrownBy(() -> Jws.open(signed, TYPE, keys(curve.getPublic())))
        .isInstanceOf(Jws.NotTrusted.class);
  }

  private static void refuses(String message) {
    assertThatThrownBy(() -> Jws.open(message, TYPE, keys(key.getPublic())))
        .as(message)
        .isInstanceOf(Jws.NotTrusted.class);
  }

  private static Function<String, Optional<PublicKey>> keys(PublicKey trusted) {
    return id -> id.equals(ID) ? Optional.of(trusted) : Optional.empty();
  }

  private static byte[] edDsa(String signed) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signature.sign();
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

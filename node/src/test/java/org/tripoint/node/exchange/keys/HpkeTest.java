package org.tripoint.node.exchange.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

class HpkeTest {

  private static final byte[] INFO = bytes("about this");
  private static final byte[] BESIDE = bytes("beside it");

  /// Another implementation of the same standard.
  private final HPKE other =
      new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static KeyPair newPair() throws Exception {
    return KeyPairGenerator.getInstance("X25519").generateKeyPair();
  }

  /// The same key as the other implementation holds it: the last 32 bytes of PKCS #8.
  private AsymmetricCipherKeyPair theirs(KeyPair pair) {
    byte[] encoded = pair.getPrivate().getEncoded();
    var key =
        new X25519PrivateKeyParameters(
            Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    return new AsymmetricCipherKeyPair(key.generatePublicKey(), key);
  }

  @Test
  void anotherImplementationOpensWhatIsSealed() throws Exception {
    KeyPair pair = newPair();
    Hpke.Sender sender = Hpke.to(pair.getPublic(), INFO);
    HPKEContext reader = other.setupBaseR(sender.encapsulation(), theirs(pair), INFO);
    for (String text : new String[] {"first", "", "third"}) {
      byte[] sealed = sender.messages().seal(BESIDE, bytes(text), bytes(text).length);
      assertThat(reader.open(BESIDE, sealed)).isEqualTo(bytes(text));
    }
  }

  @Test
  void opensWhatAnotherImplementationSealed() throws Exception {
    KeyPair pair = newPair();
    HPKEContextWithEncapsulation sender = other.setupBaseS(theirs(pair).getPublic(), INFO);
    Hpke.Sequence reader = Hpke.from(sender.getEncapsulation(), pair.getPrivate(), INFO);
    for (int i = 0; i < 300; i++) {
      byte[] sealed = sender.seal(BESIDE, bytes("message " + i));
      assertThat(reader.open(BESIDE, sealed, sealed.length)).isEqualTo(bytes("message " + i));
    }
  }

  @Test
  void opensNothingForAnotherKeyInAnotherOrderOrUnderAnotherName() throws Exception {
    KeyPair pair = newPair();
    Hpke.Sender sender = Hpke.to(pair.getPublic(), INFO);
    byte[] sealed = sender.messages().seal(BESIDE, bytes("x"), 1);
    byte[] enc = sender.encapsulation();
    Hpke.Sequence stranger = Hpke.from(enc, newPair().getPrivate(), INFO);
    refuses(stranger, BESIDE, sealed);
    refuses(Hpke.from(enc, pair.getPrivate(), bytes("about that")), BESIDE, sealed);
    Hpke.Sequence reader = Hpke.from(enc, pair.getPrivate(), INFO);
    refuses(reader, bytes("elsewhere"), sealed);
    refuses(reader, BESIDE, sealed);
  }

  private static void refuses(Hpke.Sequence reader, byte[] beside, byte[] sealed) {
    assertThatThrownBy(() -> reader.open(beside, sealed, sealed.length))
        .isInstanceOf(AEADBadTagException.class);
  }

  @Test
  void refusesAnEncapsulationOfAnotherLength() throws Exception {
    KeyPair pair = newPair();
    assertThatThrownBy(() -> Hpke.from(new byte[31], pair.getPrivate(), INFO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

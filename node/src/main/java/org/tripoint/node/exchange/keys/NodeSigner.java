package org.tripoint.node.exchange.keys;

import java.nio.file.Path;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// Signs what this node says to partners. The key is another one than the ledger's: a checkpoint
/// and a message can never be taken for one another.
@Component
public class NodeSigner {

  private final KeyPair pair;

  NodeSigner(@Value("${tripoint.home}") Path home) {
    this.pair =
        SigningKeys.read(
            new KeyFile(home, "exchange-key")
                .readOrMake(() -> SigningKeys.write(SigningKeys.make())));
  }

  /// Signs a message of this node.
  ///
  /// @param type what the payload is
  public String sign(String type, byte[] payload) {
    return Jws.sign(type, payload, keyId(), pair.getPrivate());
  }

  public String keyId() {
    return SigningKeys.idOf(pair.getPublic());
  }

  /// As partners are told it.
  public String publicKey() {
    return SigningKeys.writePublic(pair.getPublic());
  }
}

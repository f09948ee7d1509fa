package org.tripoint.node.exchange.taxii.remote;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// The tokens and passwords with which this node signs in elsewhere: each a file of its own in the
/// folder `keys`, readable by the node alone, in no table and no backup of the database.
@Component
class RemoteSecrets {

  private final Path home;

  RemoteSecrets(@Value("${tripoint.home}") Path home) {
    this.home = home;
  }

  void keep(String name, String secret) {
    file(name).write(secret);
  }

  Optional<String> find(String name) {
    return file(name).read();
  }

  void forget(String name) {
    file(name).delete();
  }

  private KeyFile file(String name) {
    if (!CollectionToRead.NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("expected the name of a remote collection");
    }
    return new KeyFile(home, "remote-" + name);
  }
}

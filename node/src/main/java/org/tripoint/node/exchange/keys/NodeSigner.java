package org.tripoint.node.exchange.keys;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeyFile;

/// Signs what this node says to partners. The key is another one than the ledger's: a checkpoint
/// and a message can never be taken for one another.
///
/// A new key is announced before it signs: partners learn it from an introduction that the key of
/// today has signed. What was signed before is checked with the public part of the former key; its
/// private part is gone.
@Component
public class NodeSigner {

  /// With the one of today and the next these are as many as an introduction names.
  private static final int MOST_FORMER = 6;

  private final KeyFile file;
  private Keys keys;

  /// As the file has them: the key of today in two lines, then `next PRIVATE PUBLIC` and `former
  /// PUBLIC`, the latest first.
  private record Keys(KeyPair today, Optional<KeyPair> next, List<String> former) {

    static Keys read(String text) {
      List<String> lines = text.lines().toList();
      Optional<KeyPair> next = Optional.empty();
      List<String> former = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("next") && words.length == 3) {
          next = Optional.of(SigningKeys.read(words[1] + "\n" + words[2]));
        } else if (words[0].equals("former") && words.length == 2) {
          former.add(words[1]);
        } else {
          throw new IllegalStateException("expected a next or a former key in exchange-key");
        }
      }
      return new Keys(
          SigningKeys.read(lines.get(0) + "\n" + lines.get(1)), next, List.copyOf(former));
    }

    String write() {
      StringBuilder text = new StringBuilder(SigningKeys.write(today));
      next.ifPresent(
          key -> text.append("\nnext ").append(SigningKeys.write(key).replace('\n', ' ')));
      former.forEach(key -> text.append("\nformer ").append(key));
      return text.toString();
    }

    Keys promoted() {
      List<String> before = new ArrayList<>(List.of(SigningKeys.writePublic(today.getPublic())));
      before.addAll(former);
      return new Keys(
          next.orElseThrow(),
          Optional.empty(),
          List.copyOf(before.subList(0, Math.min(MOST_FORMER, before.size()))));
    }
  }

  NodeSigner(@Value("${tripoint.home}") Path home) {
    this.file = new KeyFile(home, "exchange-key");
    this.keys = Keys.read(file.readOrMake(() -> SigningKeys.write(SigningKeys.make())));
  }

  /// Signs a message of this node.
  ///
  /// @param type what the payload is
  public synchronized String sign(String type, byte[] payload) {
    return Jws.sign(type, payload, keyId(), keys.today().getPrivate());
  }

  public synchronized String keyId() {
    return SigningKeys.idOf(keys.today().getPublic());
  }

  /// Every key that signs, will sign or has signed, as partners are told them; the first signs
  /// today.
  public synchronized List<String> publicKeys() {
    List<String> all = new ArrayList<>(List.of(SigningKeys.writePublic(keys.today().getPublic())));
    keys.next().ifPresent(key -> all.add(SigningKeys.writePublic(key.getPublic())));
    all.addAll(keys.former());
    return List.copyOf(all);
  }

  /// True while a new key waits for partners to know it.
  public synchronized boolean hasNext() {
    return keys.next().isPresent();
  }

  /// Makes the next key, unless one waits already.
  public synchronized void prepareNext() {
    if (keys.next().isEmpty()) {
      keep(new Keys(keys.today(), Optional.of(SigningKeys.make()), keys.former()));
    }
  }

  /// From now on the next key signs.
  public synchronized void promoteNext() {
    if (keys.next().isPresent()) {
      keep(keys.promoted());
    }
  }

  private void keep(Keys changed) {
    file.write(changed.write());
    keys = changed;
  }
}

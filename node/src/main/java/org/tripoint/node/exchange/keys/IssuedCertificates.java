package org.tripoint.node.exchange.keys;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tripoint.node.ledger.KeyFile;

/// Serial numbers of the certificates that the node has shown and that are still in their time, and
/// which of them it revoked: a file of one line each, so that those of before a start can be
/// revoked too.
final class IssuedCertificates {

  private final KeyFile file;
  private List<Issued> issued;

  /// @param serial hexadecimal
  private record Issued(String serial, Instant until, boolean revoked) {

    static Issued read(String line) {
      String[] words = line.split(" ", -1);
      if (words.length != 3) {
        throw new IllegalStateException("expected a serial, an end and a state, found " + line);
      }
      return new Issued(words[0], Instant.parse(words[1]), words[2].equals("revoked"));
    }

    String write() {
      return serial + " " + until + " " + (revoked ? "revoked" : "good");
    }
  }

  IssuedCertificates(Path home) {
    this.file = new KeyFile(home, "exchange-certificates");
    this.issued = file.readOrMake(() -> "").lines().map(Issued::read).toList();
  }

  /// One more; those whose time is over are forgotten.
  void add(BigInteger serial, Instant until, Instant now) {
    List<Issued> changed = new ArrayList<>(inTime(now));
    changed.add(new Issued(serial.toString(16), until, false));
    keep(changed);
  }

  /// All of them are no longer good.
  void revokeAll(Instant now) {
    keep(inTime(now).stream().map(one -> new Issued(one.serial(), one.until(), true)).toList());
  }

  /// Those that were revoked and would still be in their time, the earliest first.
  List<String> revoked(Instant now) {
    return inTime(now).stream().filter(Issued::revoked).map(Issued::serial).toList();
  }

  private List<Issued> inTime(Instant now) {
    return issued.stream().filter(one -> now.isBefore(one.until())).toList();
  }

  private void keep(List<Issued> changed) {
    file.write(changed.stream().map(Issued::write).collect(Collectors.joining("\n")));
    issued = List.copyOf(changed);
  }
}

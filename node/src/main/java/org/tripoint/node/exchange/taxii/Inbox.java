package org.tripoint.node.exchange.taxii;

import java.util.List;
import org.tripoint.node.exchange.stix.ReadObjects.Received;

/// Takes what callers send.
interface Inbox {

  /// Takes objects, all in one transaction; says of each what became of it, in their order.
  List<Outcome> take(Caller caller, List<Sent> objects);

  /// Takes back versions of an object that the caller had sent: they are marked and shown no more.
  ///
  /// @return how many versions
  int withdraw(Caller caller, String object, Match.Versions versions);

  /// An object with what it says.
  record Sent(Body body, Received received) {}

  /// What became of an object.
  ///
  /// @param id as far as it could be read
  /// @param version microseconds since 1970
  /// @param problem why it was not taken, never with a value of it; empty when it was
  record Outcome(String id, long version, String problem) {
    boolean isTaken() {
      return problem.isEmpty();
    }
  }

  /// The bytes of one object as they came.
  final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }
}

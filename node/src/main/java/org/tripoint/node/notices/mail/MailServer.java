package org.tripoint.node.notices.mail;

/// The agency's mail server.
public interface MailServer {

  /// Begins to hand letters over; they share one connection.
  ///
  /// @throws Unreachable when the server is not there, is silent, is not the one that was named, or
  ///   does not let the node in
  Connection connect() throws Unreachable;

  /// A connection on which letters are handed over, one after another.
  interface Connection extends AutoCloseable {

    /// Hands one letter over.
    ///
    /// @throws Unreachable when the connection is lost before the server has answered: it may have
    ///   taken the letter or not
    Answer hand(Letter letter) throws Unreachable;

    @Override
    void close();
  }

  /// What the server said to a letter.
  ///
  /// @param said its own words, one line
  record Answer(Outcome outcome, String said) {}

  /// What became of a letter.
  enum Outcome {
    /// The server carries it on.
    TAKEN,
    /// Not now; it may be handed over later.
    LATER,
    /// Never.
    REFUSED
  }

  /// No server to hand letters to, for now.
  final class Unreachable extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param why one line for people, without secrets
    Unreachable(String why) {
      super(why);
    }
  }
}

package org.tripoint.node.exchange.journal;

/// What a partner sent does not continue what went before, or is not its own: that way of the
/// exchange stops until people have looked.
final class FeedStopped extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /// What was wrong.
  enum Reason {
    /// The signature is not one of the partner's keys, or the text is no batch.
    NOT_SIGNED,
    /// It is for another node, or from another.
    NOT_FOR_US,
    /// It does not name the batch that was taken before it.
    BROKEN_CHAIN,
    /// The partner says that its journal holds something else where this node took a batch: it was
    /// restored from a backup, or written anew. Only a new epoch explains it.
    REWRITTEN,
    /// The same number came before with something else in it.
    TWO_BATCHES_OF_ONE_NUMBER,
    /// The partner holds more of this node's journal than the node itself, which was restored from
    /// a backup.
    RESTORED,
    /// The bytes of an object are not those whose hash was signed.
    OTHER_BYTES,
    /// The partner gave another word on its ledger for a day than it had given before.
    TWO_WORDS,
    /// What a partner's auditor was shown does not open the word that the partner gave.
    OTHER_LEDGER
  }

  FeedStopped(Reason reason, String expected) {
    super(expected);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

package org.tripoint.node.ledger;

/// The one way into the ledger.
public interface AppendRecords {

  /// Announces a release: one published file, or one stream of messages, of a source. It becomes a
  /// record of kind `release`; the batches that carry its rows name it.
  ///
  /// @return the same release when one with this source and content hash is already open or
  ///   complete
  Release openRelease(ReleaseContent content);

  /// Appends one batch in one transaction (the caller's, when one is active) and signs a checkpoint
  /// over it.
  ///
  /// Idempotent: an entry whose content equals, to 12 significant digits, what the record says at
  /// this publication instant changes nothing and is remembered as confirmed by the release.
  ///
  /// @return one outcome for each entry, in order
  BatchReceipt append(Batch batch);

  /// The same, but an entry that no version can hold has the outcome [BatchReceipt.Outcome.Refused]
  /// and the others are appended; [#append] refuses the whole batch.
  BatchReceipt appendWhatCanBeKept(Batch batch);

  /// Ends a release: records of the source inside its coverage that a complete release did not
  /// carry are marked *no longer published* as of its publication; older releases that arrive late
  /// are fitted in as if they had come in order.
  ReleaseReceipt closeRelease(Release release, ReleaseContent withCountsAndCoverage);

  /// Corrects when a release was published. The chain keeps what it said: what stood under the old
  /// instant is put back there and the release's rows are appended under the new one, so that the
  /// record answers as if the release had come with the right instant, and an as-of query on the
  /// received clock still answers as this node did then.
  ///
  /// @return the release with its new instant
  Release correctPublished(Release release, java.time.Instant published, String actor);
}

package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.vocabulary.RecordId;

/// The purges of this ledger, and the node's signed word on each.
public interface CertifyPurges {

  /// Purges before a place in the ledger, the newest first; at most `limit`.
  List<Purged> list(long below, int limit);

  /// The purge at a place in the ledger.
  Optional<Purged> find(long sequence);

  /// The certificate of a purge.
  ///
  /// @param withPeople true to name who purged and who handed the versions in
  Optional<PurgeCertificate> certify(long sequence, boolean withPeople);

  /// One purge.
  ///
  /// @param sequence its place in the ledger
  /// @param record the record of the purge
  /// @param actor who purged: an account, or a partner's journal
  /// @param emptied the versions that lost their content
  record Purged(
      long sequence,
      RecordId record,
      Instant when,
      PurgeBasis basis,
      String instrument,
      String actor,
      List<Emptied> emptied) {
    public Purged {
      emptied = List.copyOf(emptied);
    }

    /// True when a partner called back what it had given.
    public boolean isByPartner() {
      return actor.startsWith("partner:");
    }
  }

  /// A version that lost its content.
  ///
  /// @param sequence its place in the ledger
  record Emptied(long sequence, RecordId record) {}
}

package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Questions to the ledger.
public interface ReadLedger {

  /// Number of versions under the newest checkpoint.
  long size();

  /// The newest checkpoint; empty while the ledger is.
  Optional<Checkpoint> latestCheckpoint();

  /// The smallest checkpoint over at least `size` versions.
  Optional<Checkpoint> findCheckpointCovering(long size);

  /// The last checkpoint signed at or before the instant.
  Optional<Checkpoint> findCheckpointAt(Instant instant);

  /// Checkpoints over fewer than `below` versions, newest first; at most `limit`.
  default List<Checkpoint> listCheckpoints(long below, int limit) {
    return latestCheckpoint().filter(newest -> newest.size() < below).stream()
        .limit(limit)
        .toList();
  }

  /// All versions of a record, by (published, sequence).
  List<RecordVersion> listVersions(RecordId record);

  /// All versions of these records, by (published, sequence).
  default List<RecordVersion> listVersionsOf(Set<RecordId> records) {
    return records.stream().flatMap(record -> listVersions(record).stream()).toList();
  }

  Optional<RecordVersion> findVersion(long sequence);

  List<RecordVersion> listVersions(Set<Long> sequences);

  /// The releases that brought these versions, and those that repeated them without change.
  Set<RecordId> listReleasesOf(Set<Long> sequences);

  /// The version of each record that stands: today's, or on a day. In no order; a record without
  /// one is left out.
  default List<RecordVersion> listStanding(Set<RecordId> records, Optional<AsOf> asOf) {
    return records.stream()
        .flatMap(record ->
            asOf.map(day -> findAsOf(record, day)).orElseGet(() -> findCurrent(record)).stream())
        .toList();
  }

  /// The headers of the versions of these records that stand today, without their content. In no
  /// order; a record without one is left out.
  default List<VersionHeader> listStandingHeaders(Set<RecordId> records) {
    return listStanding(records, Optional.empty()).stream().map(RecordVersion::header).toList();
  }

  /// The latest published version, whatever arrived last.
  Optional<RecordVersion> findCurrent(RecordId record);

  /// What the record said on a day.
  Optional<RecordVersion> findAsOf(RecordId record, AsOf asOf);

  /// The record of the file with these bytes, if the source has sent it before; its content tells
  /// by its row count whether it was read to the end.
  default Optional<RecordVersion> findRelease(String source, String sha256) {
    return listReleases(Integer.MAX_VALUE).stream()
        .filter(release -> release.header().source().equals(source))
        .filter(release -> release.key().filter(sha256::equals).isPresent())
        .findFirst();
  }

  /// Releases of all sources, latest received first.
  List<RecordVersion> listReleases(int limit);

  /// Proof that a version stands under a checkpoint.
  InclusionProof proveInclusion(long sequence, long treeSize);

  /// Proof that a later checkpoint only added to an earlier one.
  ConsistencyProof proveConsistency(long fromSize, long toSize);

  /// The node's key for its checkpoints, as C2SP signed-note writes it; empty where there is none.
  default Optional<String> verifierKey() {
    return Optional.empty();
  }

  /// Everything that a stranger needs besides an inclusion proof to check one version.
  default Optional<Disclosure> disclose(long sequence) {
    return Optional.empty();
  }

  /// All that a stranger needs to check a version against a checkpoint.
  ///
  /// @param header canonical JSON of the header: a leaf is SHA-256 of 0x00 and its UTF-8
  /// @param parts canonical JSON by part; empty once emptied
  /// @param salts 32 bytes by part, hex: a commitment is SHA-256 of the salt and the part
  /// @param verifierKey the node's key for its checkpoints, as C2SP signed-note writes it
  record Disclosure(
      String header, Map<Part, String> parts, Map<Part, String> salts, String verifierKey) {
    public Disclosure {
      parts = Map.copyOf(parts);
      salts = Map.copyOf(salts);
    }
  }

  /// A day on a named clock.
  sealed interface AsOf {
    /// What the source had published by then, as far as this node knows today.
    record Published(Instant instant) implements AsOf {}

    /// What this node held by then, whatever is known today.
    record Received(Instant instant) implements AsOf {}

    /// What this node held when the ledger had this many versions.
    record LedgerSize(long size) implements AsOf {}
  }

  /// The node's signed word on its ledger at a size.
  ///
  /// @param size number of versions it covers
  /// @param root root of the Merkle tree over them
  /// @param note the signed note, as text
  /// @param signedAt when
  record Checkpoint(long size, Digest root, String note, Instant signedAt) {}

  /// Shows that a version is in the tree of a size.
  ///
  /// @param leaf leaf hash of the version
  /// @param path from the leaf's sibling upwards, RFC 9162 §2.1.3
  record InclusionProof(long sequence, long treeSize, Digest leaf, List<Digest> path) {}

  /// Shows that the larger tree continues the smaller one.
  ///
  /// @param path RFC 9162 §2.1.4
  record ConsistencyProof(long fromSize, long toSize, List<Digest> path) {}
}

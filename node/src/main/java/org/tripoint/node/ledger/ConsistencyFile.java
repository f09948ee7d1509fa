package org.tripoint.node.ledger;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.ReadLedger.ConsistencyProof;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.TreeProofs;
import org.tripoint.node.ledger.merkle.VerifierKey;

/// All that a stranger needs to check, without this node and without its database, that a later
/// checkpoint only added to an earlier one: no version was changed, left out or put in between.
///
/// @param fromSize versions under the earlier checkpoint
/// @param toSize versions under the later one
/// @param path hashes of RFC 9162 §2.1.4, hex
/// @param from the earlier signed note
/// @param to the later signed note
/// @param verifierKey the key that signed both, as the node states it
public record ConsistencyFile(
    long fromSize, long toSize, List<String> path, String from, String to, String verifierKey)
    implements Evidence {

  /// Copies its list.
  ///
  /// @throws NullPointerException if the file lacks a member
  public ConsistencyFile {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(verifierKey, "verifierKey");
    path = List.copyOf(path);
  }

  /// The proof between two checkpoints of a ledger.
  public static ConsistencyFile of(
      Checkpoint earlier, Checkpoint later, ConsistencyProof proof, String verifierKey) {
    return new ConsistencyFile(
        earlier.size(),
        later.size(),
        proof.path().stream().map(Digest::hex).toList(),
        earlier.note(),
        later.note(),
        verifierKey);
  }

  @Override
  public String firstNote() {
    return from;
  }

  @Override
  public String lastNote() {
    return to;
  }

  @Override
  public Checked checkSigned(VerifierKey key) {
    CheckpointNote earlier = CheckpointNote.parse(from, key);
    CheckpointNote later = CheckpointNote.parse(to, key);
    if (earlier.size() != fromSize || later.size() != toSize) {
      return new Checked.Fails("expected checkpoints of the sizes of the proof");
    }
    List<byte[]> hashes = path.stream().map(HexFormat.of()::parseHex).toList();
    return TreeProofs.consistent(fromSize, earlier.root(), toSize, later.root(), hashes)
        ? new Checked.Continues(
            later.origin(), fromSize, toSize, later.signedAt().toString(), key.toString())
        : new Checked.Fails("expected a path from the earlier root to the later one");
  }
}

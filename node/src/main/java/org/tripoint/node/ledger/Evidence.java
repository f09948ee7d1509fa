package org.tripoint.node.ledger;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.VerifierKey;

/// A file that a node hands out so that a stranger can check its word without the node: a signed
/// checkpoint, one version's proof, or the proof that a later checkpoint continues an earlier one.
public sealed interface Evidence permits CheckpointFile, ConsistencyFile, ProofFile {

  /// The key that signed it, as the node states it.
  String verifierKey();

  /// The signed note it begins with.
  String firstNote();

  /// The signed note it ends with; of one version's proof the same.
  String lastNote();

  /// Checks everything in it.
  ///
  /// @param trusted the key that the node is known by; null takes the one in the file, which then
  ///   proves no more than that the file agrees with itself
  default Checked check(@Nullable String trusted) {
    try {
      return checkSigned(VerifierKey.parse(trusted == null ? verifierKey() : trusted));
    } catch (IllegalArgumentException e) {
      return new Checked.Fails(String.valueOf(e.getMessage()));
    }
  }

  /// Checks everything in it under one key.
  ///
  /// @throws IllegalArgumentException if something in it cannot be read or does not hold
  Checked checkSigned(VerifierKey key);

  /// Checks everything in it, and that it goes on where the former file ended: under the same key,
  /// with the same number of versions and the same root.
  ///
  /// @param former a file that holds
  default Checked checkAfter(Evidence former, @Nullable String trusted) {
    String key = trusted == null ? former.verifierKey() : trusted;
    Checked checked = check(key);
    if (checked instanceof Checked.Fails) {
      return checked;
    }
    try {
      VerifierKey verifier = VerifierKey.parse(key);
      CheckpointNote ended = CheckpointNote.parse(former.lastNote(), verifier);
      CheckpointNote begins = CheckpointNote.parse(firstNote(), verifier);
      if (begins.size() != ended.size()) {
        return new Checked.Fails(
            "expected to begin at the checkpoint over "
                + ended.size()
                + " versions, found one over "
                + begins.size());
      }
      return Arrays.equals(begins.root(), ended.root()) ? checked : twoHistories(ended, begins);
    } catch (IllegalArgumentException e) {
      return new Checked.Fails(String.valueOf(e.getMessage()));
    }
  }

  /// The node has signed two trees of one size: it has told different strangers different things.
  private static Checked twoHistories(CheckpointNote one, CheckpointNote other) {
    return new Checked.Fails(
        "expected one root over "
            + one.size()
            + " versions, found two that the node has signed: "
            + HexFormat.of().formatHex(one.root())
            + " and "
            + HexFormat.of().formatHex(other.root()));
  }

  /// What a check says.
  sealed interface Checked {
    /// One version stands under the checkpoint.
    ///
    /// @param key the key that signed the checkpoint
    /// @param parts how many parts of its content are disclosed
    record Holds(String origin, long size, String signedAt, String key, int parts)
        implements Checked {}

    /// A later checkpoint only added to an earlier one.
    ///
    /// @param signedAt when the later was signed
    record Continues(String origin, long fromSize, long toSize, String signedAt, String key)
        implements Checked {}

    /// The node signed this checkpoint.
    record Signed(String origin, long size, String signedAt, String key) implements Checked {}

    /// Something does not hold.
    ///
    /// @param what what it is, in English
    record Fails(String what) implements Checked {}
  }
}

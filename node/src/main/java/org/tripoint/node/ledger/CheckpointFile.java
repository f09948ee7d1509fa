package org.tripoint.node.ledger;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.merkle.CheckpointNote;
import org.tripoint.node.ledger.merkle.VerifierKey;

/// A signed note that somebody has kept. It does not state the node's key.
///
/// @param note as text
public record CheckpointFile(String note) implements Evidence {

  @Override
  public String verifierKey() {
    return "";
  }

  @Override
  public String firstNote() {
    return note;
  }

  @Override
  public String lastNote() {
    return note;
  }

  @Override
  public Checked check(@Nullable String trusted) {
    if (trusted == null) {
      return new Checked.Fails("expected the node's key (--key): a note alone does not state it");
    }
    return Evidence.super.check(trusted);
  }

  @Override
  public Checked checkSigned(VerifierKey key) {
    CheckpointNote signed = CheckpointNote.parse(note, key);
    return new Checked.Signed(
        signed.origin(), signed.size(), signed.signedAt().toString(), key.toString());
  }
}

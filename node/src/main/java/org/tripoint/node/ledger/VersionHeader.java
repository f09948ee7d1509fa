package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What stands in the chain about one version; its canonical JSON is what a leaf of the tree
/// hashes.
///
/// @param sequence place in the ledger, from 0, without gaps
/// @param record the record it is a version of
/// @param kind kind name
/// @param kindVersion version of the kind's shape
/// @param state what it says
/// @param source who published it
/// @param release the release that carried it, or null
/// @param actor who handed it in
/// @param published when the source published it
/// @param received when this node appended it
/// @param marking who may have it
/// @param commitments SHA-256 over salt and part, for each part that the content has
public record VersionHeader(
    long sequence,
    RecordId record,
    String kind,
    int kindVersion,
    VersionState state,
    String source,
    @Nullable RecordId release,
    String actor,
    Instant published,
    Instant received,
    Marking marking,
    Map<Part, Digest> commitments) {
  public VersionHeader {
    commitments = Map.copyOf(commitments);
  }
}

package org.tripoint.node.web.ledgerpages;

import java.util.Optional;
import java.util.Set;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.Part;

/// One version as the record's page lists it.
///
/// @param current true when it is what the record says today
/// @param parts the parts its chain entry commits to
public record VersionView(
    VersionHeader header,
    boolean current,
    Set<Part> parts,
    Optional<RecordVersion.Emptied> emptied,
    boolean shown) {
  static VersionView of(RecordVersion version, boolean current, boolean shown) {
    return new VersionView(
        version.header(),
        current,
        new java.util.TreeSet<>(version.header().commitments().keySet()),
        version.emptied(),
        shown);
  }
}

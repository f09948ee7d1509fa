package org.tripoint.node.web.ledgerpages;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  static VersionView of(RecordVersion version, RecordVersion newest, boolean shown) {
    return new VersionView(
        version.header(),
        version.header().sequence() == newest.header().sequence(),
        new TreeSet<>(version.header().commitments().keySet()),
        version.emptied(),
        shown);
  }
}

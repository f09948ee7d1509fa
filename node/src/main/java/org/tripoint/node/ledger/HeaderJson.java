package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.node.ledger.canonical.JsonWriter;
import org.tripoint.vocabulary.Part;

/// The canonical JSON of a version's header: what a leaf of the tree hashes. One thread only.
final class HeaderJson {
  private final JsonWriter out = new JsonWriter();

  /// Everything a header says, as it is stored.
  ///
  /// @param marking canonical JSON of the marking
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared inside the room only
  record Fields(
      long sequence,
      UUID record,
      String kind,
      int kindVersion,
      VersionState state,
      String source,
      @Nullable UUID release,
      String actor,
      Instant published,
      Instant received,
      byte[] marking,
      Map<Part, byte[]> commitments) {}

  byte[] of(Fields header) {
    out.reset();
    out.syntax('{').plain("actor").syntax(':').string(header.actor());
    name("commitments").syntax('{');
    boolean first = true;
    first = commitment(header, Part.HEALTH, "health", first);
    first = commitment(header, Part.NOMINAL, "nominal", first);
    commitment(header, Part.OPEN, "open", first);
    out.syntax('}');
    name("kind").string(header.kind());
    name("kindVersion").integer(header.kindVersion());
    name("marking").raw(header.marking());
    name("published").plain(InstantText.of(header.published()));
    name("received").plain(InstantText.of(header.received()));
    name("record").plain(header.record().toString());
    UUID release = header.release();
    if (release != null) {
      name("release").plain(release.toString());
    }
    name("sequence").integer(header.sequence());
    name("source").string(header.source());
    name("state").plain(header.state().name());
    return out.syntax('}').toBytes();
  }

  private JsonWriter name(String name) {
    return out.syntax(',').plain(name).syntax(':');
  }

  private boolean commitment(Fields header, Part part, String name, boolean first) {
    byte[] commitment = header.commitments().get(part);
    if (commitment == null) {
      return first;
    }
    (first ? out : out.syntax(','))
        .plain(name)
        .syntax(':')
        .plain(HexFormat.of().formatHex(commitment));
    return false;
  }
}

package org.tripoint.node.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.vocabulary.Contradiction;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A version as it was read from the tables. Its content is decoded when first asked for.
final class StoredVersion implements RecordVersion {
  private static final Logger LOG = LoggerFactory.getLogger(StoredVersion.class);

  private final VersionHeader header;
  private final byte[] marking;
  private final Map<Part, String> parts;
  private final UUID sourceKey;
  private final @Nullable UUID digest;
  private final @Nullable LocalDate covers;
  private final @Nullable Emptied emptied;
  private volatile @Nullable Record decoded;

  StoredVersion(
      VersionHeader header,
      byte[] marking,
      Map<Part, String> parts,
      UUID sourceKey,
      @Nullable UUID digest,
      @Nullable LocalDate covers,
      @Nullable Emptied emptied) {
    this.header = header;
    this.marking = marking;
    this.parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    this.sourceKey = sourceKey;
    this.digest = digest;
    this.covers = covers;
    this.emptied = emptied;
  }

  @Override
  public VersionHeader header() {
    return header;
  }

  @Override
  public Optional<String> key() {
    return PartNotes.keyIn(parts.values());
  }

  @Override
  public <C extends Record> Optional<C> content(Kind<C> kind) {
    if (!kind.name().equals(header.kind())) {
      throw new IllegalArgumentException(
          "expected a version of kind " + kind.name() + ", found one of " + header.kind());
    }
    if (!isHeld() || emptied != null) {
      return Optional.empty();
    }
    Record known = decoded;
    if (kind.contentType().isInstance(known)) {
      return Optional.of(kind.contentType().cast(known));
    }
    return decode(kind);
  }

  /// Once: readers that go side by side meet at the same versions.
  private synchronized <C extends Record> Optional<C> decode(Kind<C> kind) {
    Record known = decoded;
    if (kind.contentType().isInstance(known)) {
      return Optional.of(kind.contentType().cast(known));
    }
    try {
      C read = ContentCodec.of(kind.contentType()).read(parts.values());
      decoded = read;
      return Optional.of(read);
    } catch (Contradiction e) {
      LOG.warn("{} contradicts itself ({}) and is read as holding nothing", this, e.rule());
      return Optional.empty();
    }
  }

  @Override
  public Map<Part, String> canonicalParts() {
    return parts;
  }

  @Override
  public Optional<Emptied> emptied() {
    return Optional.ofNullable(emptied);
  }

  /// What its leaf hashes.
  HeaderJson.Fields fields() {
    Map<Part, byte[]> commitments = new EnumMap<>(Part.class);
    header.commitments().forEach((part, digest) -> commitments.put(part, digest.bytes()));
    RecordId release = header.release();
    return new HeaderJson.Fields(
        header.sequence(),
        header.record().value(),
        header.kind(),
        header.kindVersion(),
        header.state(),
        header.source(),
        release == null ? null : release.value(),
        header.actor(),
        header.published(),
        header.received(),
        marking,
        commitments);
  }

  /// Canonical JSON of the marking.
  byte[] marking() {
    return marking;
  }

  UUID sourceKey() {
    return sourceKey;
  }

  @Nullable UUID digest() {
    return digest;
  }

  @Nullable LocalDate covers() {
    return covers;
  }

  @Override
  public String toString() {
    return header.kind() + " " + header.record() + " at " + header.sequence();
  }
}

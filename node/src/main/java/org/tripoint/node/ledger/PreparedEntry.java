package org.tripoint.node.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.ledger.canonical.ContentRefused;
import org.tripoint.node.ledger.canonical.JsonWriter;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// An entry in the form it is stored in. Made before the ledger is locked: this is where the work
/// is.
///
/// @param marking canonical JSON of its marking
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, shared inside the room only
record PreparedEntry(
    Entry entry,
    VersionState state,
    UUID sourceKey,
    Map<Part, byte[]> parts,
    byte[] marking,
    UUID digest,
    @Nullable LocalDate covers) {

  private static final int LONGEST_KEY = 4_000;

  /// An entry in its stored form.
  ///
  /// @throws ContentRefused if the key or the content cannot be kept
  static PreparedEntry of(Entry entry, String source, Pseudonyms pseudonyms, JsonWriter out) {
    String key = entry.key();
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new ContentRefused(
          ContentRefused.Rule.KEY, "a key of 1 to " + LONGEST_KEY + " characters");
    }
    UUID sourceKey = pseudonyms.sourceKey(source, entry.kind().name(), key);
    return switch (entry) {
      case Entry.Put<?> put -> put(put, sourceKey, pseudonyms, out);
      case Entry.Withdraw withdrawal -> {
        Part keyPart = ContentCodec.keyPartOf(withdrawal.kind().contentType());
        Map<Part, byte[]> parts = PartNotes.ending(out, keyPart, key, withdrawal.reason());
        byte[] marking = MarkingText.write(Marking.originatorOnly(Purpose.STATISTICS));
        yield new PreparedEntry(
            entry,
            VersionState.WITHDRAWN,
            sourceKey,
            parts,
            marking,
            pseudonyms.digest(withdrawal.kind().version(), marking, parts),
            null);
      }
    };
  }

  private static <C extends Record> PreparedEntry put(
      Entry.Put<C> put, UUID sourceKey, Pseudonyms pseudonyms, JsonWriter out) {
    ContentCodec<C> codec = ContentCodec.of(put.kind().contentType());
    Map<Part, byte[]> parts = codec.write(out, put.content(), put.key(), put.covers());
    byte[] marking = MarkingText.write(put.marking());
    return new PreparedEntry(
        put,
        VersionState.HELD,
        sourceKey,
        parts,
        marking,
        pseudonyms.digest(put.kind().version(), marking, parts),
        put.covers());
  }

  /// True when the stored version says the same: to twelve significant digits, raw texts aside.
  boolean saysSameAs(StoredVersion stored) {
    return switch (entry) {
      case Entry.Withdraw withdrawal -> stored.header().state() == VersionState.WITHDRAWN;
      case Entry.Put<?> put -> sameContent(put, stored);
    };
  }

  private <C extends Record> boolean sameContent(Entry.Put<C> put, StoredVersion stored) {
    if (!stored.isHeld()
        || stored.header().kindVersion() != put.kind().version()
        || !stored.header().marking().equals(put.marking())
        || !Objects.equals(stored.covers(), put.covers())) {
      return false;
    }
    return stored
        .content(put.kind())
        .map(content -> ContentCodec.of(put.kind().contentType()).same(put.content(), content))
        .orElse(false);
  }

  /// True when the other entry of the same record says the same.
  boolean saysSameAs(PreparedEntry other) {
    if (state != other.state
        || !Arrays.equals(marking, other.marking)
        || !Objects.equals(covers, other.covers)) {
      return false;
    }
    return !(entry instanceof Entry.Put<?> put
        && other.entry instanceof Entry.Put<?> otherPut
        && !sameContents(put.kind().contentType(), put.content(), otherPut.content()));
  }

  /// What says something else than the stored version; empty when one has no content.
  List<String> changedSince(StoredVersion stored) {
    return entry instanceof Entry.Put<?> put && stored.isHeld()
        ? changedContent(put, stored)
        : List.of();
  }

  private static <C extends Record> List<String> changedContent(
      Entry.Put<C> put, StoredVersion stored) {
    return stored
        .content(put.kind())
        .map(content ->
            ContentCodec.of(put.kind().contentType()).listChanged(content, put.content()))
        .orElse(List.of());
  }

  /// What says something else than another entry of the same record.
  List<String> changedSince(PreparedEntry other) {
    return entry instanceof Entry.Put<?> put && other.entry instanceof Entry.Put<?> otherPut
        ? changedContents(put.kind().contentType(), otherPut.content(), put.content())
        : List.of();
  }

  private static <C extends Record> List<String> changedContents(
      Class<C> type, Record left, Record right) {
    return type.isInstance(left)
        ? ContentCodec.of(type).listChanged(type.cast(left), type.cast(right))
        : List.of();
  }

  private static <C extends Record> boolean sameContents(Class<C> type, Record left, Record right) {
    return type.isInstance(right) && ContentCodec.of(type).same(type.cast(left), type.cast(right));
  }

  NewVersion version(UUID record, Batch batch) {
    Release release = batch.release();
    return new NewVersion(
        record,
        entry.kind().name(),
        entry.kind().version(),
        state,
        batch.source(),
        release == null ? null : release.id().value(),
        batch.actor(),
        batch.published(),
        marking,
        parts,
        covers,
        sourceKey,
        digest);
  }
}

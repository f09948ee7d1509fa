package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.FitIn.Missing;
import org.tripoint.node.ledger.canonical.JsonWriter;
import org.tripoint.node.ledger.canonical.PartNotes;
import org.tripoint.vocabulary.Part;

/// Makes the versions that the ledger itself appends: repetitions of content at later instants, and
/// marks of what is no longer published.
@Component
class Repetitions {
  private final VersionRows rows;
  private final LedgerKeys keys;

  Repetitions(VersionRows rows, LedgerKeys keys) {
    this.rows = rows;
    this.keys = keys;
  }

  /// @param history the record it is missing in
  record Gap(History history, Missing missing) {}

  /// @param fresh versions that are appended in the same transaction and not stored yet, the first
  ///   at `firstSequence`
  List<NewVersion> fill(List<Gap> gaps, List<NewVersion> fresh, long firstSequence) {
    if (gaps.isEmpty()) {
      return List.of();
    }
    Map<Long, StoredVersion> stored = rows.bySequence(needed(gaps, firstSequence));
    Pseudonyms pseudonyms = new Pseudonyms(keys.secret());
    JsonWriter out = new JsonWriter();
    List<NewVersion> made = new ArrayList<>(gaps.size());
    for (Gap gap : gaps) {
      long like = template(gap).sequence();
      Optional<NewVersion> pattern =
          like >= firstSequence
              ? Optional.of(fresh.get((int) (like - firstSequence)))
              : Optional.ofNullable(stored.get(like))
                  .filter(version -> version.emptied().isEmpty())
                  .map(Repetitions::pattern);
      // What was emptied is not repeated.
      pattern.ifPresent(version -> made.add(fill(gap, version, pseudonyms, out)));
    }
    return made;
  }

  private static NewVersion fill(Gap gap, NewVersion like, Pseudonyms pseudonyms, JsonWriter out) {
    Missing missing = gap.missing();
    if (missing.like() != null) {
      return repeated(like, like.state(), missing, like.parts(), like.digest());
    }
    Map<Part, byte[]> parts = ending(like, out);
    UUID digest = pseudonyms.digest(like.kindVersion(), like.marking(), parts);
    return repeated(like, VersionState.NO_LONGER_PUBLISHED, missing, parts, digest);
  }

  private static NewVersion repeated(
      NewVersion like, VersionState state, Missing missing, Map<Part, byte[]> parts, UUID digest) {
    return new NewVersion(
        like.record(),
        like.kind(),
        like.kindVersion(),
        state,
        like.source(),
        missing.release(),
        KnownVersion.LEDGER,
        missing.published(),
        like.marking(),
        parts,
        state == VersionState.HELD ? like.covers() : null,
        like.sourceKey(),
        digest);
  }

  /// The parts of an ending keep the key where the content kept it.
  private static Map<Part, byte[]> ending(NewVersion like, JsonWriter out) {
    for (Part part : Part.values()) {
      byte[] body = like.parts().get(part);
      Optional<String> key =
          body == null ? Optional.empty() : PartNotes.keyIn(List.of(PartNotes.text(body)));
      if (key.isPresent()) {
        return PartNotes.ending(out, part, key.get(), null);
      }
    }
    throw new IllegalStateException("expected a key in a part of " + like.record());
  }

  private static NewVersion pattern(StoredVersion stored) {
    VersionHeader header = stored.header();
    Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    stored.canonicalParts().forEach((part, body) -> parts.put(part, PartNotes.bytes(body)));
    UUID digest = stored.digest();
    return new NewVersion(
        header.record().value(),
        header.kind(),
        header.kindVersion(),
        header.state(),
        header.source(),
        null,
        KnownVersion.LEDGER,
        header.published(),
        stored.marking(),
        parts,
        stored.covers(),
        stored.sourceKey(),
        digest == null ? new UUID(0, 0) : digest);
  }

  private static Set<Long> needed(Collection<Gap> gaps, long firstSequence) {
    Set<Long> needed = new HashSet<>();
    for (Gap gap : gaps) {
      long like = template(gap).sequence();
      if (like < firstSequence) {
        needed.add(like);
      }
    }
    return needed;
  }

  /// The version to take kind, marking and key from: the one repeated, else the latest that is not
  /// emptied.
  private static KnownVersion template(Gap gap) {
    @Nullable KnownVersion like = gap.missing().like();
    if (like != null) {
      return like;
    }
    Instant published = gap.missing().published();
    KnownVersion standing = gap.history().standingAt(published);
    if (standing != null && !standing.emptied()) {
      return standing;
    }
    List<KnownVersion> all = gap.history().versions();
    return all.stream().filter(version -> !version.emptied()).findFirst().orElse(all.getFirst());
  }
}

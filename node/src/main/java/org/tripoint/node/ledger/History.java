package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// All versions of one record, by (published, sequence): what the record says is a function of
/// published time.
final class History {
  private final UUID record;
  private final UUID sourceKey;
  private final List<KnownVersion> versions = new ArrayList<>(2);

  History(UUID record, UUID sourceKey) {
    this.record = record;
    this.sourceKey = sourceKey;
  }

  UUID record() {
    return record;
  }

  UUID sourceKey() {
    return sourceKey;
  }

  List<KnownVersion> versions() {
    return versions;
  }

  boolean isEmpty() {
    return versions.isEmpty();
  }

  void add(KnownVersion version) {
    int at = versions.size();
    while (at > 0 && KnownVersion.BY_PUBLISHED.compare(versions.get(at - 1), version) > 0) {
      at--;
    }
    versions.add(at, version);
  }

  /// What stands at the instant, or null.
  @Nullable KnownVersion standingAt(Instant published) {
    for (int i = versions.size() - 1; i >= 0; i--) {
      if (!versions.get(i).published().isAfter(published)) {
        return versions.get(i);
      }
    }
    return null;
  }

  /// What the release itself carried under this key.
  Optional<KnownVersion> carriedBy(@Nullable UUID release) {
    return release == null
        ? Optional.empty()
        : versions.stream()
            .filter(version -> release.equals(version.release()) && version.asserts())
            .findFirst();
  }

  /// What the release already said of the record: by a version of its own or by confirming one.
  ///
  /// @param confirmed whether it confirmed the version of a sequence
  Optional<KnownVersion> saidBy(@Nullable UUID release, LongPredicate confirmed) {
    return release == null
        ? Optional.empty()
        : carriedBy(release)
            .or(() ->
                versions.stream()
                    .filter(version -> confirmed.test(version.sequence()))
                    .findFirst());
  }

  /// A version that was emptied and stands in the way of appending at this instant.
  ///
  /// Content is not brought back: neither over the emptied version, nor before it, nor after its
  /// source took it back or its publisher left it out. A withdrawal brings nothing, so it may
  /// follow the emptied version, in the same microsecond too, but not be slipped in before it. What
  /// its originator called back may be given again, later.
  Optional<KnownVersion> emptiedAround(Instant published, VersionState appended) {
    KnownVersion standing = standingAt(published);
    KnownVersion said = contentAt(published);
    return versions.stream()
        .filter(KnownVersion::emptied)
        .filter(version ->
            appended == VersionState.WITHDRAWN
                ? version.published().isAfter(published)
                : !version.published().isBefore(published)
                    || (!version.calledBack()
                        && (version.equals(standing) || version.equals(said))))
        .findFirst();
  }

  /// The last content that the record had by the instant, or null.
  private @Nullable KnownVersion contentAt(Instant published) {
    return versions.stream()
        .filter(version -> version.state() == VersionState.HELD)
        .filter(version -> !version.published().isAfter(published))
        .reduce((first, second) -> second)
        .orElse(null);
  }
}

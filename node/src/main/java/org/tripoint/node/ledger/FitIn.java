package org.tripoint.node.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Works out which versions are missing so that a record says, at every instant, what it would say
/// had its releases come in order of publication.
///
/// The rule in order: a release that carries the record asserts its content; a complete release
/// whose coverage holds the record's day and that does not carry it ends it (*no longer published*)
/// if it held content; any other release leaves it as it was. From the instant where something
/// changed, the walk compares what the rule wants with what the versions say and notes a version
/// wherever they differ. It ends at the first assertion after `settledAfter`: from there on nothing
/// can differ. Pure.
@SuppressWarnings("NonApiType") // instants are walked in order
final class FitIn {
  private final TreeMap<Instant, List<ReleaseRow>> byInstant = new TreeMap<>();
  private final Map<UUID, ReleaseRow> byId = new HashMap<>();
  private final Map<UUID, List<Confirmed>> confirmed;

  /// @param releases all releases of the source
  /// @param confirmed what they confirmed, at least among the versions of the histories asked about
  FitIn(List<ReleaseRow> releases, Map<UUID, List<Confirmed>> confirmed) {
    for (ReleaseRow release : releases) {
      byInstant.computeIfAbsent(release.published(), at -> new ArrayList<>()).add(release);
      byId.put(release.id(), release);
    }
    this.confirmed = confirmed;
  }

  /// A version that is missing.
  ///
  /// @param like the version whose content it repeats, or null for *no longer published*
  /// @param release the release at whose instant it stands, or null
  record Missing(Instant published, @Nullable KnownVersion like, @Nullable UUID release) {}

  /// @param history with everything that was appended
  /// @param after instants after this one are walked
  /// @param settledAfter no assertion up to here ends the walk
  List<Missing> missing(History history, Instant after, Instant settledAfter) {
    TreeMap<Instant, KnownVersion> assertions = assertions(history);
    TreeSet<Instant> instants = new TreeSet<>(assertions.keySet());
    history.versions().forEach(version -> instants.add(version.published()));
    instants.addAll(byInstant.keySet());
    List<Missing> missing = new ArrayList<>();
    @Nullable KnownVersion wanted = null;
    @Nullable KnownVersion added = null;
    boolean usesAdded = false;
    for (Instant instant : instants) {
      KnownVersion asserted = assertions.get(instant);
      wanted = asserted != null ? asserted : afterReleases(wanted, instant);
      if (!instant.isAfter(after)) {
        continue;
      }
      boolean hasVersion =
          history.versions().stream().anyMatch(version -> version.published().equals(instant));
      @Nullable KnownVersion says = usesAdded && !hasVersion ? added : history.standingAt(instant);
      usesAdded = usesAdded && !hasVersion;
      if (!KnownVersion.sameState(says, wanted)) {
        missing.add(new Missing(instant, repeatable(wanted), releaseAt(instant)));
        added = wanted;
        usesAdded = true;
      }
      if (asserted != null && instant.isAfter(settledAfter)) {
        break;
      }
    }
    return missing;
  }

  private static @Nullable KnownVersion repeatable(@Nullable KnownVersion version) {
    return version == null || version.state() == VersionState.NO_LONGER_PUBLISHED ? null : version;
  }

  private @Nullable KnownVersion afterReleases(@Nullable KnownVersion state, Instant instant) {
    boolean ended =
        state != null
            && state.state() == VersionState.HELD
            && byInstant.getOrDefault(instant, List.of()).stream()
                .anyMatch(release -> release.speaksFor(state.covers()));
    return ended ? null : state;
  }

  /// What was asserted when: by versions that releases or people brought, and by confirmations.
  private TreeMap<Instant, KnownVersion> assertions(History history) {
    TreeMap<Instant, KnownVersion> found = new TreeMap<>();
    for (KnownVersion version : history.versions()) {
      if (version.asserts()) {
        UUID release = version.release();
        ReleaseRow row = release == null ? null : byId.get(release);
        Instant when = row == null ? version.published() : row.published();
        found.merge(when, version, FitIn::laterArrived);
      }
    }
    confirmed.forEach((id, lists) -> {
      ReleaseRow release = byId.get(id);
      if (release != null) {
        history.versions().stream()
            .filter(version -> lists.stream().anyMatch(l -> l.contains(version.sequence())))
            .forEach(version -> found.merge(release.published(), version, FitIn::laterArrived));
      }
    });
    return found;
  }

  private static KnownVersion laterArrived(KnownVersion left, KnownVersion right) {
    return left.sequence() > right.sequence() ? left : right;
  }

  private @Nullable UUID releaseAt(Instant instant) {
    List<ReleaseRow> there = byInstant.getOrDefault(instant, List.of());
    return there.isEmpty() ? null : there.getFirst().id();
  }
}

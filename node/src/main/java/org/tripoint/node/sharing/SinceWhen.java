package org.tripoint.node.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.DisclosureLog.Had;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Refused;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// From which version on a record says, to somebody who has some of its parts, what it says now. A
/// change to a part that an audience may not have is no change to that audience: it is given the
/// version before, at its place, and told nothing.
@Component
class SinceWhen {

  private final ReadLedger ledger;

  SinceWhen(ReadLedger ledger) {
    this.ledger = ledger;
  }

  /// What each record stood at, one after the other.
  Map<UUID, Past> of(Collection<UUID> records) {
    if (records.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<RecordVersion>> versions = new HashMap<>();
    for (RecordVersion version :
        ledger.listVersionsOf(new HashSet<>(records.stream().map(RecordId::new).toList()))) {
      versions
          .computeIfAbsent(version.header().record().value(), record -> new ArrayList<>())
          .add(version);
    }
    Map<UUID, Past> pasts = new HashMap<>();
    versions.forEach((record, all) -> pasts.put(record, Past.of(all)));
    return pasts;
  }

  /// What a record stood at, the last first: a version that came late and was of before never
  /// stood.
  record Past(List<RecordVersion> stood) {
    Past {
      stood = List.copyOf(stood);
    }

    private static Past of(List<RecordVersion> byPublished) {
      List<RecordVersion> stood = new ArrayList<>();
      long least = Long.MAX_VALUE;
      for (RecordVersion version : byPublished.reversed()) {
        if (version.header().sequence() < least) {
          least = version.header().sequence();
          stood.add(version);
        }
      }
      return new Past(stood);
    }

    /// The version that an audience is to have, or at which a refusal began.
    ///
    /// @param sequence the version that the record stands at
    /// @param has what the audience has of it, or null
    long version(long sequence, SharingDecision decision, @Nullable Had has) {
      return switch (decision) {
        case Allowed(var variant) -> {
          long since = since(sequence, variant);
          yield has != null && has.variant().equals(variant) && has.sequence() >= since
              ? has.sequence()
              : since;
        }
        case Refused _ -> has == null ? sequence : since(sequence, has.variant());
      };
    }

    private long since(long sequence, Variant variant) {
      RecordVersion now = null;
      long since = sequence;
      for (RecordVersion version : stood) {
        if (now == null) {
          if (version.header().sequence() == sequence) {
            now = version;
          }
        } else if (saysTheSame(now, version, variant)) {
          since = version.header().sequence();
        } else {
          break;
        }
      }
      return since;
    }

    private static boolean saysTheSame(RecordVersion now, RecordVersion before, Variant variant) {
      return now.isHeld()
          && before.isHeld()
          && now.emptied().isEmpty()
          && before.emptied().isEmpty()
          && now.header().kindVersion() == before.header().kindVersion()
          && now.header().marking().equals(before.header().marking())
          && variant.parts().stream().allMatch(part -> same(now, before, part));
    }

    private static boolean same(RecordVersion now, RecordVersion before, Part part) {
      return Objects.equals(now.canonicalParts().get(part), before.canonicalParts().get(part));
    }
  }
}

package org.tripoint.node.metrics.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.metrics.NewestReleases;

/// When each source was last heard of. The list is read again only when the ledger has grown.
@Component
class ReleasesSeen implements NewestReleases {

  /// Releases looked through for the newest of a source.
  private static final int LOOKED_AT = 2_000;

  private final ReadLedger ledger;
  private volatile @Nullable Seen seen;

  ReleasesSeen(ReadLedger ledger) {
    this.ledger = ledger;
  }

  private record Seen(long ledgerSize, List<Release> releases) {}

  private record Release(String source, Instant published, Instant received, long sequence) {}

  @Override
  public Optional<Instant> newest(Collection<String> sources) {
    return newest(sources, new Moment.Today());
  }

  /// Publication instant of the newest release of these sources that was known at the moment.
  Optional<Instant> newest(Collection<String> sources, Moment moment) {
    return releases().stream()
        .filter(release -> sources.contains(release.source()) && isKnown(release, moment))
        .map(Release::published)
        .max(Comparator.naturalOrder());
  }

  private List<Release> releases() {
    long size = ledger.size();
    Seen known = seen;
    if (known == null || known.ledgerSize() != size) {
      List<Release> releases = new ArrayList<>();
      for (RecordVersion version : ledger.listReleases(LOOKED_AT)) {
        version
            .content(ReleaseContent.KIND)
            .ifPresent(content ->
                releases.add(
                    new Release(
                        content.source(),
                        content.published(),
                        version.header().received(),
                        version.header().sequence())));
      }
      known = new Seen(size, List.copyOf(releases));
      seen = known;
    }
    return known.releases();
  }

  private static boolean isKnown(Release release, Moment moment) {
    return switch (moment) {
      case Moment.Today today -> true;
      case Moment.Past(AsOf.Published(var instant)) -> !release.published().isAfter(instant);
      case Moment.Past(AsOf.Received(var instant)) -> !release.received().isAfter(instant);
      case Moment.Past(AsOf.LedgerSize(var size)) -> release.sequence() < size;
    };
  }
}

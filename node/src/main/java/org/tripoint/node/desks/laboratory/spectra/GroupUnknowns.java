package org.tripoint.node.desks.laboratory.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.engines.spectra.identify.AlikeSpectra;
import org.tripoint.node.desks.laboratory.spectra.KeptSpectra.Kept;

/// Kept unknowns in groups of those that are like one another. What comes behind joins the groups
/// that are there; only where an earlier one changed or went are all grouped again.
@Component
class GroupUnknowns {

  private final KeptSpectra spectra;
  private Grouped grouped = new Grouped(List.of(), AlikeSpectra.none());

  GroupUnknowns(KeptSpectra spectra) {
    this.spectra = spectra;
  }

  private record Grouped(List<Kept> kept, AlikeSpectra alike) {

    Grouped grownTo(List<Kept> all) {
      boolean behind =
          all.size() >= kept.size()
              && sequences(all.subList(0, kept.size())).equals(sequences(kept));
      List<Kept> more = behind ? all.subList(kept.size(), all.size()) : all;
      return new Grouped(
          all,
          (behind ? alike : AlikeSpectra.none())
              .with(more.stream().map(one -> one.content().spectrum()).toList()));
    }
  }

  /// Each is of one version of one record.
  private static List<Long> sequences(List<Kept> kept) {
    return kept.stream().map(Kept::sequence).toList();
  }

  /// The groups of all that stand, by the order of their first spectra; spectra in the order of the
  /// ledger.
  synchronized List<List<Kept>> groups() {
    List<Kept> now = spectra.list();
    grouped = grouped.grownTo(now);
    var groups = new TreeMap<Integer, List<Kept>>();
    for (int i = 0; i < now.size(); i++) {
      groups
          .computeIfAbsent(grouped.alike().groupOf(i), number -> new ArrayList<>())
          .add(now.get(i));
    }
    return groups.values().stream().map(List::copyOf).toList();
  }
}

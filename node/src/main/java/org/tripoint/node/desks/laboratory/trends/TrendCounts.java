package org.tripoint.node.desks.laboratory.trends;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tripoint.vocabulary.PartialDate;

/// What trends show of the samples of one origin.
///
/// @param months of the question; a month without a sample that says anything is absent
/// @param analysed samples in these months, whatever was looked for
/// @param found samples with the substance, over the months and places that `with` counts
/// @param with what was found in the same samples, most often first
/// @param in what was found in samples that were sold or taken as the substance: under `*` all
/// @param soldAs what samples with the substance were sold or taken as
/// @param seen by area, over all months
/// @param leastQuantities medians are shown of so many quantities or more
record TrendCounts(
    SortedMap<YearMonth, Samples> months,
    ShownCount analysed,
    ShownCount found,
    List<Counted> with,
    List<Counted> in,
    List<Counted> soldAs,
    List<Seen> seen,
    int leastQuantities) {

  TrendCounts {
    months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    with = List.copyOf(with);
    in = List.copyOf(in);
    soldAs = List.copyOf(soldAs);
    seen = List.copyOf(seen);
  }

  /// Samples of a month.
  ///
  /// @param looked those whose scope holds the substance
  /// @param found those among them in which it was found
  /// @param outside those in which it was found although no stated scope holds it
  record Samples(ShownCount looked, ShownCount found, ShownCount outside) {
    static final Samples NONE = new Samples(ShownCount.NONE, ShownCount.NONE, ShownCount.NONE);

    Samples plus(Samples other) {
      return new Samples(
          looked.plus(other.looked), found.plus(other.found), outside.plus(other.outside));
    }

    /// Those in which it was found, whatever their scope.
    ShownCount with() {
      return found.plus(outside);
    }
  }

  /// A substance and in how many samples.
  record Counted(String substance, ShownCount samples) {}

  /// Where a substance was found, first and last.
  record Seen(String area, PartialDate first, PartialDate last, ShownCount samples) {}

  Samples all() {
    return months.values().stream().reduce(Samples.NONE, Samples::plus);
  }

  /// True where small counts are held back.
  boolean isGuarded() {
    return leastQuantities > 1;
  }
}

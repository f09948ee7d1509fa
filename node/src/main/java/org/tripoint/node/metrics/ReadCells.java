package org.tripoint.node.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion;

/// Sums over a cube's declared dimensions, from cells that are kept up to date; never a scan of
/// records.
public interface ReadCells {

  /// Every measure by month, under the filter. Months without a cell are absent.
  NavigableMap<YearMonth, Map<String, BigDecimal>> series(Filter filter);

  /// Every measure by value of one dimension, under the filter.
  Map<String, Map<String, BigDecimal>> breakdown(Filter filter, String dimension);

  /// Every measure, under the filter.
  Map<String, BigDecimal> total(Filter filter);

  /// Values that a dimension has, in any cell, ascending.
  List<String> values(String cube, String dimension);

  /// Short names of the partners whose records the cube counts, ascending.
  List<String> partners(String cube);

  /// How much of what a partner gave under the filter is in no figure made of it, since its
  /// originator does not let others use it so.
  Withheld withheld(Filter filter, String partner);

  /// What of a partner's records is left out.
  ///
  /// @param facts counted entries of records that are left out
  /// @param of all of that partner's
  record Withheld(long facts, long of) {}

  /// As [#series], on a past day: history dimensions only.
  ///
  /// @throws IllegalArgumentException if the filter names a dimension without history
  NavigableMap<YearMonth, Map<String, BigDecimal>> seriesAsOf(Filter filter, AsOf asOf);

  /// As [#seriesAsOf] on the published clock, for many days with one question: what had been
  /// published by each day, in their order. What is read grows with the months and the publication
  /// instants under the filter, not with its records.
  ///
  /// @param days ascending
  /// @param known what this node knew; the published clock and nothing both mean what it knows now
  /// @throws IllegalArgumentException if the filter names a dimension without history
  List<NavigableMap<YearMonth, Map<String, BigDecimal>>> seriesPublished(
      Filter filter, List<Instant> days, Optional<AsOf> known);

  /// Number of facts under the filter whose records have been emptied; the sums still hold them.
  long emptiedFacts(Filter filter);

  /// Sequences of versions that changed the sums of a month under the filter when they came, above
  /// `after`, ascending: history dimensions only. The standing versions behind a figure are among
  /// them.
  List<Long> listVersions(Filter filter, long after, int limit);

  /// Those of the sequences that [#listVersions] would give.
  Set<Long> changing(Filter filter, Set<Long> sequences);

  /// What one version counts under the filter; empty when nothing of it falls there.
  Map<String, BigDecimal> amountsOf(RecordVersion version, Filter filter);

  /// Which facts of a cube to add up.
  ///
  /// @param cube the cube's name
  /// @param from first month, inside
  /// @param to last month, inside
  /// @param at allowed values by dimension; a dimension that is absent is not filtered
  /// @param givers whose records are added up
  record Filter(
      String cube, YearMonth from, YearMonth to, Map<String, Set<String>> at, Givers givers) {

    /// Facts of every record here.
    public Filter(String cube, YearMonth from, YearMonth to, Map<String, Set<String>> at) {
      this(cube, from, to, at, Givers.ALL);
    }

    public Filter {
      at = Map.copyOf(at);
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(
            "expected a last month from " + from + " on, found " + to);
      }
    }
  }
}

package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.vocabulary.RecordId;

/// Lists the records that one month's value rests on, by key, oldest in the ledger first.
@Component
public class RecordsBehind {

  /// Versions looked at for one page at most: those that were replaced since are passed over.
  private static final int LOOKED_AT = 200;

  private final ReadCells cells;
  private final ReadLedger ledger;
  private final FilterOfSum filters;
  private final EarlierMonths earlier;

  RecordsBehind(ReadCells cells, ReadLedger ledger, FilterOfSum filters, EarlierMonths earlier) {
    this.earlier = earlier;
    this.cells = cells;
    this.ledger = ledger;
    this.filters = filters;
  }

  /// A record with its share of the figure.
  ///
  /// @param version the standing version of the record
  /// @param amount what it adds to the measure
  public record Contribution(RecordVersion version, BigDecimal amount) {}

  /// A page of the records behind a figure.
  ///
  /// @param contributions at most as many as asked for
  /// @param next where the next page starts; empty when this was the last
  public record Slice(List<Contribution> contributions, Optional<Long> next) {
    public Slice {
      contributions = List.copyOf(contributions);
    }
  }

  /// True when the month's value stands on what the definition lets stand before the source.
  public boolean isEarlier(CountrySource source, YearMonth month, Moment moment) {
    return earlier.of(source, moment).contains(month);
  }

  /// Lists the records behind a figure, a page at a time.
  ///
  /// @param chosen values of dimensions that are kept apart
  /// @param after sequence that the page starts after; -1 for the first
  public Slice list(
      CountrySource source,
      Map<String, String> chosen,
      YearMonth month,
      Moment moment,
      long after,
      int limit) {
    CellSum sum = earlier.sumOf(source, month, moment);
    Filter filter = filters.of(sum, chosen, month, month, moment);
    List<Long> sequences = cells.listVersions(filter, after, LOOKED_AT);
    Looked looked = look(new TreeSet<>(sequences), filter, moment);
    List<Contribution> found = new ArrayList<>();
    for (long sequence : sequences) {
      if (found.size() == limit) {
        return new Slice(found, Optional.of(sequence - 1));
      }
      looked.contribution(sequence, sum).ifPresent(found::add);
    }
    boolean more = sequences.size() == LOOKED_AT;
    return new Slice(found, more ? Optional.of(sequences.getLast()) : Optional.empty());
  }

  /// Reads all that is needed for a page at once, however many versions it looks at.
  private Looked look(Set<Long> sequences, Filter filter, Moment moment) {
    Map<Long, RecordVersion> versions = new HashMap<>();
    Map<RecordId, RecordVersion> standing = new HashMap<>();
    for (RecordVersion version : ledger.listVersions(sequences)) {
      versions.put(version.header().sequence(), version);
    }
    Set<RecordId> records =
        versions.values().stream().map(v -> v.header().record()).collect(Collectors.toSet());
    Set<Long> replacing = new TreeSet<>();
    for (RecordVersion version : ledger.listStanding(records, moment.findAsOf())) {
      standing.put(version.header().record(), version);
      replacing.add(version.header().sequence());
    }
    replacing.removeAll(sequences);
    Set<Long> changing = new HashSet<>(sequences);
    changing.addAll(replacing.isEmpty() ? Set.of() : cells.changing(filter, replacing));
    return new Looked(versions, standing, changing, filter);
  }

  /// What a page rests on: the versions that changed the month's sum when they came, each of their
  /// records as it stands on the day asked for, and which of all these changed the sum.
  private final class Looked {
    private final Map<Long, RecordVersion> versions;
    private final Map<RecordId, RecordVersion> standing;
    private final Set<Long> changing;
    private final Filter filter;

    Looked(
        Map<Long, RecordVersion> versions,
        Map<RecordId, RecordVersion> standing,
        Set<Long> changing,
        Filter filter) {
      this.versions = versions;
      this.standing = standing;
      this.changing = changing;
      this.filter = filter;
    }

    Optional<Contribution> contribution(long sequence, CellSum sum) {
      RecordVersion listed = versions.get(sequence);
      RecordVersion stands = listed == null ? null : standing.get(listed.header().record());
      if (listed == null || stands == null || !isListedAt(stands, listed)) {
        return Optional.empty();
      }
      Map<String, BigDecimal> amounts = cells.amountsOf(stands, filter);
      return amounts.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Contribution(stands, amounts.getOrDefault(sum.measure(), BigDecimal.ZERO)));
    }

    /// A record is listed at its standing version; where that one changed no sum, at the version
    /// before it that says the same.
    private boolean isListedAt(RecordVersion stands, RecordVersion listed) {
      long own = stands.header().sequence();
      if (own == listed.header().sequence()) {
        return true;
      }
      return !changing.contains(own)
          && cells.amountsOf(listed, filter).equals(cells.amountsOf(stands, filter));
    }
  }
}

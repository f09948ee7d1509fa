package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;
import org.tripoint.node.metrics.definitions.CellSum;
import org.tripoint.node.metrics.definitions.CountrySource;

/// Lists the records that one month's value rests on, by key, oldest in the ledger first.
@Component
public class RecordsBehind {

  /// Versions looked at for one page at most: those that were replaced since are passed over.
  private static final int LOOKED_AT = 1_000;

  private final ReadCells cells;
  private final ReadLedger ledger;
  private final FilterOfSum filters;

  RecordsBehind(ReadCells cells, ReadLedger ledger, FilterOfSum filters) {
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
    CellSum sum = ReadFigures.main(source);
    Filter filter = filters.of(sum, chosen, month, month, moment);
    List<Contribution> found = new ArrayList<>();
    List<Long> sequences = cells.listVersions(filter, after, LOOKED_AT);
    for (long sequence : sequences) {
      if (found.size() == limit) {
        return new Slice(found, Optional.of(sequence - 1));
      }
      contribution(sequence, sum, filter, moment).ifPresent(found::add);
    }
    boolean more = sequences.size() == LOOKED_AT;
    return new Slice(found, more ? Optional.of(sequences.getLast()) : Optional.empty());
  }

  private Optional<Contribution> contribution(
      long sequence, CellSum sum, Filter filter, Moment moment) {
    Optional<RecordVersion> standing =
        ledger
            .findVersion(sequence)
            .flatMap(version ->
                moment
                    .findAsOf()
                    .map(asOf -> ledger.findAsOf(version.header().record(), asOf))
                    .orElseGet(() -> ledger.findCurrent(version.header().record())));
    return standing
        .filter(version -> isListedAt(version, sequence, filter))
        .map(version -> new Contribution(version, amount(version, sum, filter)))
        .filter(c -> !cells.amountsOf(c.version(), filter).isEmpty());
  }

  /// A record is listed at its standing version; where that one changed no sum, at the version
  /// before it that says the same.
  private boolean isListedAt(RecordVersion standing, long sequence, Filter filter) {
    long own = standing.header().sequence();
    if (own == sequence) {
      return true;
    }
    if (cells.listVersions(filter, own - 1, 1).contains(own)) {
      return false;
    }
    Map<String, BigDecimal> now = cells.amountsOf(standing, filter);
    return ledger.findVersion(sequence).stream()
        .anyMatch(version -> cells.amountsOf(version, filter).equals(now));
  }

  private BigDecimal amount(RecordVersion version, CellSum sum, Filter filter) {
    return cells.amountsOf(version, filter).getOrDefault(sum.measure(), BigDecimal.ZERO);
  }
}

package org.tripoint.node.desks.laboratory.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tripoint.node.desks.laboratory.lists.ReadPublished.Reports;

/// Published counts as a table: a row for each place or substance, a column for each half-year. A
/// place of the table without a count is empty: what was not published is not zero.
///
/// @param periods first days of the half-years, the latest first
/// @param rows most reports first
record CountTable(List<Period> periods, List<Counted> rows) {

  CountTable {
    periods = List.copyOf(periods);
    rows = List.copyOf(rows);
  }

  /// A half-year, or another period that somebody published.
  record Period(LocalDate from, LocalDate to) implements Comparable<Period> {
    @Override
    public int compareTo(Period other) {
      return Comparator.comparing(Period::from).thenComparing(Period::to).compare(this, other);
    }
  }

  /// One row.
  ///
  /// @param key of the place or substance
  record Counted(String key, Map<Period, Long> reports) {
    Counted {
      reports = Map.copyOf(reports);
    }

    private long total() {
      return reports.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  static CountTable of(List<Reports> reports) {
    SortedSet<Period> periods = new TreeSet<>();
    Map<String, Map<Period, Long>> rows = new HashMap<>();
    for (Reports one : reports) {
      Period period = new Period(one.from(), one.to());
      periods.add(period);
      rows.computeIfAbsent(one.row(), _ -> new HashMap<>()).merge(period, one.reports(), Long::sum);
    }
    List<Counted> counted = new ArrayList<>();
    rows.forEach((key, of) -> counted.add(new Counted(key, of)));
    counted.sort(
        Comparator.comparingLong((Counted one) -> -one.total()).thenComparing(Counted::key));
    return new CountTable(List.copyOf(periods).reversed(), counted);
  }
}

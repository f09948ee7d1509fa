package org.tripoint.node.metrics.observations;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.disclosure.CountTable;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.DiscloseCounts;
import org.tripoint.node.metrics.disclosure.DiscloseCounts.Said;
import org.tripoint.node.metrics.disclosure.DisclosedTable;
import org.tripoint.node.metrics.disclosure.DisclosedTable.DisclosedCell;
import org.tripoint.node.metrics.observations.CountBehind.Months;
import org.tripoint.node.metrics.observations.StatedMemory.Line;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.vocabulary.RecordId;

/// Which figures of a line a partner may be told, so that no small number of records it does not
/// have comes out of any difference: of the figure and the records it was given, of two periods, of
/// two definitions, of what it was told before and what it is told now.
///
/// What counts is the records behind a figure that the partner was never given; a figure of three
/// records that it holds tells it nothing. See docs/design/small-cells.md.
@Component
class GuardStatements {

  private final DiscloseCounts disclose;
  private final ReadShared shared;
  private final StatedMemory memory;

  GuardStatements(DiscloseCounts disclose, ReadShared shared, StatedMemory memory) {
    this.disclose = disclose;
    this.shared = shared;
    this.memory = memory;
  }

  /// Those of the spans whose figures must be withheld from the partner.
  ///
  /// Call in the transaction that states the others.
  Set<StatedSpan> withheld(String partner, Line line, List<StatedSpan> spans, Months months) {
    List<Line> lines = new ArrayList<>(new TreeSet<>(memory.listLines(partner)));
    lines.remove(line);
    lines.addFirst(line);
    Map<Unit, Long> kept = kept(partner, lines, spans, months);
    if (kept.isEmpty()) {
      return Set.of();
    }
    CountTable table =
        new CountTable("stated:" + partner, rows(lines, kept.keySet()), columns(spans), kept);
    DisclosedTable shown =
        disclose.discloseWithoutTotals(table, said(partner, lines, spans, months));
    Set<StatedSpan> withheld = new HashSet<>();
    for (int column = 0; column < spans.size(); column++) {
      if (shown.at(0, column) instanceof DisclosedCell.Suppressed) {
        withheld.add(spans.get(column));
      }
    }
    return withheld;
  }

  /// Number of records that stand behind the figure of a span.
  static long behind(Line line, StatedSpan span, Months months) {
    return records(line, span, months).size();
  }

  private static Set<RecordId> records(Line line, StatedSpan span, Months months) {
    Set<RecordId> records = new HashSet<>();
    span.covers().forEach(month -> records.addAll(months.of(line, YearMonth.parse(month))));
    return records;
  }

  /// Records that the partner was never given, by the lines that count them and by month.
  private Map<Unit, Long> kept(
      String partner, List<Line> lines, List<StatedSpan> spans, Months months) {
    Set<String> covered = new TreeSet<>();
    spans.forEach(span -> covered.addAll(span.covers()));
    Map<Unit, Long> kept = new TreeMap<>();
    for (String month : covered) {
      Map<RecordId, Set<String>> countedBy = new HashMap<>();
      for (Line line : lines) {
        for (RecordId record : months.of(line, YearMonth.parse(month))) {
          countedBy.computeIfAbsent(record, r -> new TreeSet<>()).add(line.key());
        }
      }
      Set<RecordId> given = shared.listEverGiven(partner, countedBy.keySet());
      countedBy.forEach((record, by) -> {
        if (!given.contains(record)) {
          kept.merge(new Unit(String.join(" & ", by), month), 1L, Long::sum);
        }
      });
    }
    return kept;
  }

  /// A row for each line, which covers every group of records that it counts: which groups there
  /// are is known, since definitions are, and so is that one lies inside another.
  private static List<CountTable.Line> rows(List<Line> lines, Set<Unit> units) {
    List<CountTable.Line> rows = new ArrayList<>();
    for (Line line : lines) {
      Set<String> covers = new TreeSet<>();
      units.stream()
          .map(Unit::row)
          .filter(group -> List.of(group.split(" & ", -1)).contains(line.key()))
          .forEach(covers::add);
      rows.add(new CountTable.Line(line.key(), covers.isEmpty() ? Set.of(line.key()) : covers));
    }
    return rows;
  }

  private static List<CountTable.Line> columns(List<StatedSpan> spans) {
    return spans.stream().map(span -> new CountTable.Line(span.key(), span.covers())).toList();
  }

  /// What the partner was told and is still so.
  private Set<Said> said(String partner, List<Line> lines, List<StatedSpan> spans, Months months) {
    Set<Said> said = new HashSet<>();
    for (int row = 0; row < lines.size(); row++) {
      for (int column = 0; column < spans.size(); column++) {
        OptionalLong behind = memory.findBehind(partner, lines.get(row), spans.get(column));
        if (behind.isPresent()
            && behind.getAsLong() == behind(lines.get(row), spans.get(column), months)) {
          said.add(new Said(row, column));
        }
      }
    }
    return said;
  }
}

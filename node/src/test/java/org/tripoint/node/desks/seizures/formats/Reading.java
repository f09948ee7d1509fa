package org.tripoint.node.desks.seizures.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.testing.CsvText;

/// Reads a whole text by one format, as intake would: neighbouring rows of one group together.
record Reading(Recognition recognition, List<RowResult> results) {

  static Reading of(Format format, CsvText csv, String fileName) {
    Recognition recognition = format.recognise(csv.header(), fileName).orElseThrow();
    RowReader reader = format.open(recognition, csv.header());
    List<RowResult> results = new ArrayList<>();
    List<Row> group = new ArrayList<>();
    Optional<String> id = Optional.empty();
    for (Row row : csv.formatRows()) {
      Optional<String> next = reader.groupOf(row);
      if (!group.isEmpty() && !(next.isPresent() && next.equals(id))) {
        results.add(reader.readGroup(List.copyOf(group)));
        group.clear();
      }
      id = next;
      group.add(row);
    }
    if (!group.isEmpty()) {
      results.add(reader.readGroup(List.copyOf(group)));
    }
    return new Reading(recognition, results);
  }

  /// `column rule` of every rule that the only row breaks.
  List<String> hard() {
    return results.getFirst() instanceof RowResult.Refused refused
        ? refused.hard().stream().map(f -> f.column() + " " + f.rule()).toList()
        : List.of();
  }

  List<String> soft() {
    return results.getFirst() instanceof RowResult.Accepted<?> accepted
        ? accepted.soft().stream().map(f -> f.column() + " " + f.rule()).toList()
        : List.of();
  }

  <C extends Record> C content(Class<C> type) {
    return type.cast(((RowResult.Accepted<?>) results.getFirst()).content());
  }

  String key() {
    return ((RowResult.Accepted<?>) results.getFirst()).key();
  }
}

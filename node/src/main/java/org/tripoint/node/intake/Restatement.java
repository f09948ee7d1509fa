package org.tripoint.node.intake;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;

/// Known records that say something else than before, and in what: a release that only reworded its
/// remarks is told from one that changed its figures.
///
/// @param records how many
/// @param fields how many of them differ in a field, by `<kind>.<field>` as the ledger names it; a
///   record that differs in two is counted under both
record Restatement(long records, Map<String, Long> fields) {

  static final Restatement NONE = new Restatement(0, Map.of());

  Restatement {
    fields = Map.copyOf(fields);
  }

  /// What one appended version adds.
  Restatement plus(Entry entry, Outcome.Appended appended) {
    if (appended.isNew()) {
      return this;
    }
    return plus(new Restatement(1, count(entry.kind().name(), appended.changed())));
  }

  private static Map<String, Long> count(String kind, Collection<String> changed) {
    var counts = new TreeMap<String, Long>();
    changed.forEach(field -> counts.merge(kind + "." + field, 1L, Long::sum));
    return counts;
  }

  Restatement plus(Restatement more) {
    if (more.records == 0) {
      return this;
    }
    var sum = new TreeMap<>(fields);
    more.fields.forEach((field, count) -> sum.merge(field, count, Long::sum));
    return new Restatement(records + more.records, sum);
  }
}

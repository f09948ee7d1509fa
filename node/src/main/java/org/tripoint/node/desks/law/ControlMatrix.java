package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadRules;

/// Every substance of the registry against every jurisdiction on a day. A day is computed once and
/// kept while the registry stays the same; a few days are kept.
@Component
public class ControlMatrix {

  private static final int DAYS_KEPT = 8;

  private final ReadRegistry registry;
  private final ReadRules rules;
  private final Map<LocalDate, Day> days = new LinkedHashMap<>();

  ControlMatrix(ReadRegistry registry, ReadRules rules) {
    this.registry = registry;
    this.rules = rules;
  }

  /// One row.
  ///
  /// @param answers one for each jurisdiction
  public record Row(Substance substance, Map<Jurisdiction, Coverage> answers) {
    public Row {
      answers = Collections.unmodifiableMap(new EnumMap<>(answers));
    }

    public Map<Jurisdiction, ControlOutcome> outcomes() {
      Map<Jurisdiction, ControlOutcome> outcomes = new EnumMap<>(Jurisdiction.class);
      answers.forEach(
          (jurisdiction, answer) -> outcomes.put(jurisdiction, ControlOutcome.of(answer)));
      return outcomes;
    }
  }

  private record Day(Registry of, Object revision, List<Row> rows) {}

  /// In the order of the registry.
  public synchronized List<Row> on(LocalDate day) {
    Registry known = registry.registry();
    Day kept = days.get(day);
    Object revision = rules.revision();
    if (kept == null || !kept.of().equals(known) || !kept.revision().equals(revision)) {
      kept = new Day(known, revision, compute(known, day));
      days.remove(day);
      days.put(day, kept);
      if (days.size() > DAYS_KEPT) {
        days.remove(days.keySet().iterator().next());
      }
    }
    return kept.rows();
  }

  private List<Row> compute(Registry known, LocalDate day) {
    List<Row> rows = new ArrayList<>();
    for (Substance one : known.substances()) {
      rows.add(new Row(one, rules.decide(one, day)));
    }
    return List.copyOf(rows);
  }

  /// One of the [#turns] by its number, the nearest where there is none such.
  LocalDate turn(int number) {
    List<LocalDate> turns = turns();
    return turns.get(Math.clamp(number, 0, turns.size() - 1));
  }

  /// Days on which some rule begins or ends, the earliest first.
  List<LocalDate> turns() {
    return rules.listTurns();
  }
}

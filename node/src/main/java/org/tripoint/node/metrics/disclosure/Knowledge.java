package org.tripoint.node.metrics.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.LinearBounds.Condition;
import org.tripoint.node.metrics.disclosure.LinearBounds.Range;

/// What a reader knows who has kept every table shown, and who guesses right which counts did not
/// change between two of them.
///
/// A count that changed is a new unknown; one that did not is the same. Of a suppressed cell the
/// reader knows that it is at least 1, since zeros are shown.
final class Knowledge {

  /// More unknowns than this hang together only in tables that nobody could read.
  private static final int MOST_UNKNOWNS = 600;

  /// A unit with its count: the unknown that a reader solves for.
  record Unknown(Unit unit, long count) {}

  private record Statement(List<Integer> unknowns, long value, boolean exact) {}

  /// Unknowns that hang together, each with its number among them.
  ///
  /// @param bounds null where there are too many
  private record Part(Map<Integer, Integer> numbers, @Nullable LinearBounds bounds) {}

  private final Map<Unknown, Integer> indexes = new HashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private long[] fixed = new long[0];

  /// Adds what a table shows and hides.
  ///
  /// @param hidden the cells that are suppressed
  void add(CountTable table, Set<CountTable.Cell> hidden) {
    for (CountTable.Cell cell : table.cells()) {
      boolean isHidden = hidden.contains(cell);
      if (isHidden && table.isMargin(cell)) {
        // That it is at least 1 says no more than the cells that it adds up.
        continue;
      }
      List<Integer> unknowns =
          cell.units().stream()
              .map(unit -> index(new Unknown(unit, table.counts().getOrDefault(unit, 0L))))
              .toList();
      statements.add(new Statement(unknowns, isHidden ? 1 : table.count(cell), !isHidden));
    }
  }

  private int index(Unknown unknown) {
    return indexes.computeIfAbsent(unknown, u -> indexes.size());
  }

  /// Works out every unknown that the exact sums fix one after the other.
  Knowledge solve() {
    fixed = new long[indexes.size()];
    Arrays.fill(fixed, -1);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement statement : statements) {
        changed |= statement.exact() && fix(statement);
      }
    }
    return this;
  }

  private boolean fix(Statement statement) {
    long rest = statement.value();
    int open = 0;
    int last = -1;
    for (int unknown : statement.unknowns()) {
      if (fixed[unknown] < 0) {
        open++;
        last = unknown;
      } else {
        rest -= fixed[unknown];
      }
    }
    if (open == 1) {
      fixed[last] = rest;
    } else if (open > 1 && rest == 0) {
      for (int unknown : statement.unknowns()) {
        fixed[unknown] = Math.max(fixed[unknown], 0);
      }
    }
    return open == 1 || (open > 1 && rest == 0);
  }

  /// Between which values the sum of these unknowns must lie; asked after [#solve].
  Range rangeOf(Collection<Unknown> target) {
    long known = 0;
    Set<Integer> open = new HashSet<>();
    for (Unknown unknown : target) {
      Integer index = indexes.get(unknown);
      if (index == null) {
        return new Range(0, Long.MAX_VALUE);
      }
      if (fixed[index] < 0) {
        open.add(index);
      } else {
        known += fixed[index];
      }
    }
    if (open.isEmpty()) {
      return new Range(known, known);
    }
    Range range = rangeOfOpen(open);
    return new Range(
        range.least() + known,
        range.greatest() == Long.MAX_VALUE ? Long.MAX_VALUE : range.greatest() + known);
  }

  private Range rangeOfOpen(Set<Integer> target) {
    Part part =
        parts.stream()
            .filter(known -> known.numbers().keySet().containsAll(target))
            .findFirst()
            .orElseGet(() -> part(target));
    LinearBounds bounds = part.bounds();
    return bounds == null
        ? new Range(0, 0)
        : bounds.of(target.stream().mapToInt(part.numbers()::get).toArray());
  }

  private Part part(Set<Integer> target) {
    Map<Integer, Integer> local = new HashMap<>();
    List<Statement> joined = joined(target, local);
    Condition[] conditions =
        joined.stream().map(s -> condition(s, local)).toArray(Condition[]::new);
    boolean readable = local.size() <= MOST_UNKNOWNS;
    Part part = new Part(local, readable ? new LinearBounds(local.size(), conditions) : null);
    parts.add(part);
    return part;
  }

  /// The statements that hang together with the target; numbers their open unknowns.
  private List<Statement> joined(Set<Integer> target, Map<Integer, Integer> local) {
    target.forEach(unknown -> local.put(unknown, local.size()));
    List<Statement> joined = new ArrayList<>();
    BitSet seen = new BitSet(statements.size());
    boolean grown = true;
    while (grown) {
      grown = false;
      for (int i = seen.nextClearBit(0); i < statements.size(); i = seen.nextClearBit(i + 1)) {
        Statement statement = statements.get(i);
        if (touches(statement, local)) {
          seen.set(i);
          joined.add(statement);
          for (int unknown : statement.unknowns()) {
            if (fixed[unknown] < 0 && !local.containsKey(unknown)) {
              local.put(unknown, local.size());
            }
          }
          grown = true;
        }
      }
    }
    return joined;
  }

  private boolean touches(Statement statement, Map<Integer, Integer> local) {
    for (int unknown : statement.unknowns()) {
      if (fixed[unknown] < 0 && local.containsKey(unknown)) {
        return true;
      }
    }
    return false;
  }

  private Condition condition(Statement statement, Map<Integer, Integer> local) {
    long rest = statement.value();
    List<Integer> open = new ArrayList<>();
    for (int unknown : statement.unknowns()) {
      if (fixed[unknown] < 0) {
        open.add(local.get(unknown));
      } else {
        rest -= fixed[unknown];
      }
    }
    return new Condition(open, Math.max(rest, 0), statement.exact());
  }
}

package org.tripoint.node.metrics.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.disclosure.CountTable.Cell;
import org.tripoint.node.metrics.disclosure.Knowledge.Unknown;
import org.tripoint.node.metrics.disclosure.LinearBounds.Range;

/// Chooses the cells of a table to suppress. Pure.
///
/// First every count from 1 to the threshold; then, one at a time, cells that protect them, until
/// for each small count of this table and of those shown before a reader can only say that it lies
/// between 1 and the threshold or beyond, or no more than the zeros and the earlier tables say;
/// last, cells that turn out not to be needed are shown again. Zeros are always shown.
///
/// The choice of cells is a heuristic: that they protect is checked, that there are few of them is
/// not promised. See `docs/design/small-cells.md`.
final class Suppression {

  /// A table shown before.
  record Earlier(CountTable table, Set<Cell> hidden) {
    Earlier {
      hidden = Set.copyOf(hidden);
    }
  }

  private final CountTable table;
  private final List<Earlier> earlier;
  private final int threshold;
  private final boolean totals;
  private final Set<Cell> said;
  private final List<Target> targets;
  private final Map<Integer, Cell> grid = new LinkedHashMap<>();
  private final Map<Target, Range> knownBefore = new HashMap<>();
  private @Nullable Knowledge withZerosOnly;

  /// A small count that must stay unknown.
  ///
  /// @param cell where it stands in the new table, or null
  private record Target(Set<Unknown> unknowns, @Nullable Cell cell) {}

  private Suppression(
      CountTable table, List<Earlier> earlier, int threshold, boolean totals, Set<Cell> said) {
    this.totals = totals;
    this.said = said;
    this.table = table;
    this.earlier = earlier;
    this.threshold = threshold;
    for (Cell cell : table.cells()) {
      grid.put(cell.row() * (table.columns().size() + 1) + cell.column(), cell);
    }
    this.targets = targets();
  }

  /// The cells to suppress.
  ///
  /// @param earlier tables of the same series that were shown before
  /// @param threshold counts from 1 to this are small; at least 1
  static Set<Cell> choose(CountTable table, List<Earlier> earlier, int threshold) {
    return new Suppression(table, earlier, threshold, true, Set.of()).choose();
  }

  /// The same for a table that is handed out without its totals.
  ///
  /// @param said cells that the reader knows already: they are shown, and protect nothing
  static Set<Cell> chooseWithoutTotals(
      CountTable table, List<Earlier> earlier, int threshold, Set<Cell> said) {
    return new Suppression(table, earlier, threshold, false, said).choose();
  }

  private Set<Cell> choose() {
    Set<Cell> hidden = new LinkedHashSet<>();
    for (Cell cell : table.cells()) {
      if (!said.contains(cell) && (isSmall(table.count(cell)) || isLeftOut(cell))) {
        hidden.add(cell);
      }
    }
    Set<Cell> small = Set.copyOf(hidden);
    Optional<Target> exposed = findExposed(hidden);
    while (exposed.isPresent()) {
      Set<Cell> protection = findProtection(exposed.get(), hidden);
      if (protection.isEmpty()) {
        return hidden;
      }
      hidden.addAll(protection);
      exposed = findExposed(hidden);
    }
    showAgain(hidden, small);
    return hidden;
  }

  private boolean isLeftOut(Cell cell) {
    return !totals && table.isMargin(cell) && table.count(cell) > 0;
  }

  private boolean isSmall(long count) {
    return count >= 1 && count <= threshold;
  }

  private List<Target> targets() {
    Map<Set<Unknown>, Target> found = new LinkedHashMap<>();
    addTargets(found, table, true);
    earlier.forEach(old -> addTargets(found, old.table(), false));
    return new ArrayList<>(found.values());
  }

  private void addTargets(Map<Set<Unknown>, Target> found, CountTable from, boolean isNew) {
    for (Cell cell : from.cells()) {
      if (isSmall(from.count(cell))) {
        Set<Unknown> unknowns = new HashSet<>();
        cell.units().forEach(unit -> unknowns.add(unknown(from, unit)));
        found.putIfAbsent(unknowns, new Target(unknowns, isNew ? cell : null));
      }
    }
    from.counts()
        .forEach((unit, count) -> {
          if (isSmall(count)) {
            Set<Unknown> one = Set.of(unknown(from, unit));
            found.putIfAbsent(one, new Target(one, null));
          }
        });
  }

  private static Unknown unknown(CountTable from, CountTable.Unit unit) {
    return new Unknown(unit, from.counts().getOrDefault(unit, 0L));
  }

  /// The first small count of which a reader would learn more than the rule itself says.
  private Optional<Target> findExposed(Set<Cell> hidden) {
    Knowledge knowledge = knowledge(hidden);
    return targets.stream().filter(target -> isExposed(target, knowledge)).findFirst();
  }

  private boolean isExposed(Target target, Knowledge knowledge) {
    Range now = knowledge.rangeOf(target.unknowns());
    if (now.least() <= 1 && now.greatest() >= threshold) {
      return false;
    }
    Range old = knownBefore.computeIfAbsent(target, this::rangeBefore);
    return now.least() > Math.max(1, old.least())
        || now.greatest() < Math.min(threshold, old.greatest());
  }

  /// What could be said of it if of the new table nothing but its zeros were shown.
  private Range rangeBefore(Target target) {
    Knowledge known = withZerosOnly;
    if (known == null) {
      Set<Cell> all =
          grid.values().stream()
              .filter(cell -> table.count(cell) > 0 && !said.contains(cell))
              .collect(Collectors.toSet());
      known = knowledge(all);
      withZerosOnly = known;
    }
    return known.rangeOf(target.unknowns());
  }

  private Knowledge knowledge(Set<Cell> hidden) {
    Knowledge knowledge = new Knowledge();
    earlier.forEach(old -> knowledge.add(old.table(), old.hidden()));
    knowledge.add(table, hidden);
    return knowledge.solve();
  }

  /// The next cells to suppress for the exposed count: with it, the corners of the cheapest loop of
  /// shown and hidden cells; where no loop is left, one cell of its lines, then any.
  private Set<Cell> findProtection(Target exposed, Set<Cell> hidden) {
    Cell cell = exposed.cell();
    if (cell != null) {
      Set<Cell> loop = cheapestLoop(cell, hidden);
      if (!loop.isEmpty()) {
        return loop;
      }
    }
    List<Cell> shown =
        grid.values().stream()
            .filter(
                other -> !hidden.contains(other) && !said.contains(other) && table.count(other) > 0)
            .toList();
    return cheapest(shown.stream().filter(other -> shares(other, exposed)).toList())
        .or(() -> cheapest(shown))
        .map(Set::of)
        .orElse(Set.of());
  }

  /// The three other corners of a rectangle, those that are hidden already left out; empty when no
  /// rectangle without a zero adds anything.
  private Set<Cell> cheapestLoop(Cell cell, Set<Cell> hidden) {
    Set<Cell> cheapest = Set.of();
    long least = Long.MAX_VALUE;
    for (int row = 0; row <= table.rows().size(); row++) {
      for (int column = 0; column <= table.columns().size(); column++) {
        if (row != cell.row() && column != cell.column()) {
          List<Cell> corners =
              List.of(at(cell.row(), column), at(row, cell.column()), at(row, column));
          Set<Cell> added = new LinkedHashSet<>(corners);
          added.removeAll(hidden);
          long cost = added.stream().mapToLong(this::cost).sum();
          boolean open =
              corners.stream()
                  .allMatch(corner -> table.count(corner) > 0 && !said.contains(corner));
          if (open && !added.isEmpty() && cost < least) {
            least = cost;
            cheapest = added;
          }
        }
      }
    }
    return cheapest;
  }

  private Cell at(int row, int column) {
    return Objects.requireNonNull(grid.get(row * (table.columns().size() + 1) + column));
  }

  /// What a reader loses: the count, and much more for a total.
  private long cost(Cell cell) {
    return table.count(cell) + (table.isMargin(cell) ? 1_000_000_000L : 0);
  }

  private static boolean shares(Cell candidate, Target exposed) {
    return exposed.unknowns().stream()
        .anyMatch(unknown ->
            candidate.coversRows().contains(unknown.unit().row())
                || candidate.coversColumns().contains(unknown.unit().column()));
  }

  private Optional<Cell> cheapest(List<Cell> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingLong(this::cost)
                .thenComparingInt(Cell::row)
                .thenComparingInt(Cell::column));
  }

  /// Shows again what is not needed, margins and large counts first.
  private void showAgain(Set<Cell> hidden, Set<Cell> small) {
    List<Cell> added =
        hidden.stream()
            .filter(cell -> !small.contains(cell))
            .sorted(
                Comparator.<Cell, Boolean>comparing(cell -> !table.isMargin(cell))
                    .thenComparing(Comparator.<Cell>comparingLong(table::count).reversed()))
            .toList();
    for (Cell cell : added) {
      hidden.remove(cell);
      if (findExposed(hidden).isPresent()) {
        hidden.add(cell);
      }
    }
  }
}

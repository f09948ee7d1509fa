package org.tripoint.node.metrics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tripoint.node.metrics.disclosure.CountTable.Cell;
import org.tripoint.node.metrics.disclosure.CountTable.Line;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.Knowledge.Unknown;
import org.tripoint.node.metrics.disclosure.LinearBounds.Range;
import org.tripoint.node.metrics.disclosure.Suppression.Earlier;
import org.tripoint.testsupport.Seeds;

class SuppressionTest {

  @Test
  void showsATableWithoutSmallCountsWhole() {
    assertThat(choose(table(new long[][] {{10, 0}, {25, 312}}), 9)).isEmpty();
  }

  @Test
  void protectsOneSmallCountByThreeOthers() {
    CountTable table = table(new long[][] {{3, 40, 50}, {20, 30, 60}, {70, 80, 90}});

    assertThat(places(choose(table, 9))).containsExactlyInAnyOrder("0,0", "0,1", "1,0", "1,1");
  }

  @Test
  void neverHidesAZero() {
    CountTable table = table(new long[][] {{3, 0, 50}, {0, 0, 60}, {70, 80, 0}});

    assertThat(choose(table, 9)).allSatisfy(cell -> assertThat(table.count(cell)).isPositive());
  }

  @Test
  void withholdsATableOfOneSmallCount() {
    assertThat(places(choose(table(new long[][] {{4}}), 9)))
        .containsExactlyInAnyOrder("0,0", "0,1", "1,0", "1,1");
  }

  /// Two small counts whose sum is shown would each be known to be below the sum.
  @Test
  void doesNotLetTwoSmallCountsProtectEachOther() {
    CountTable table = table(new long[][] {{3, 4, 50}, {30, 30, 60}});

    assertThat(choose(table, 9).stream().filter(cell -> cell.row() == 0).count())
        .isGreaterThanOrEqualTo(3);
  }

  /// Every table that fits what is shown, tried one by one.
  @Test
  void leavesEverySmallCountOpenAgainstBruteForce() {
    Seeds.forEach((random, seed) -> {
      for (int i = 0; i < 25; i++) {
        CountTable table = randomTable(random, 1 + random.nextInt(2), 1 + random.nextInt(3));
        Set<Cell> hidden = choose(table, 2);
        BruteForce brute = new BruteForce(table, hidden, 12, 2);
        for (Cell cell : table.cells()) {
          if (table.count(cell) >= 1 && table.count(cell) <= 2) {
            assertThat(hidden).contains(cell);
            assertThat(brute.possible(cell))
                .as("%s hiding %s, cell %s", table.counts(), places(hidden), place(cell))
                .contains(Math.min(2, parts(table, cell)), 2L);
          }
        }
      }
    });
  }

  /// How many cells that are not zero a small one adds up: it cannot be less, and zeros are shown.
  private static long parts(CountTable table, Cell cell) {
    return cell.units().stream().filter(unit -> table.counts().get(unit) > 0).count();
  }

  /// Where all margins are shown the bounds are those of the tables tried one by one.
  @Test
  void findsTheExactBoundsOfHiddenCells() {
    Seeds.forEach((random, seed) -> {
      for (int i = 0; i < 30; i++) {
        CountTable table = randomTable(random, 2, 3);
        Set<Cell> hidden = new HashSet<>();
        for (Cell cell : table.cells()) {
          if (!table.isMargin(cell) && table.count(cell) > 0 && random.nextInt(3) > 0) {
            hidden.add(cell);
          }
        }
        Knowledge knowledge = new Knowledge();
        knowledge.add(table, hidden);
        knowledge.solve();
        BruteForce brute = new BruteForce(table, hidden, 20, -1);
        for (Cell cell : hidden) {
          Set<Long> possible = brute.possible(cell);
          assertThat(knowledge.rangeOf(unknowns(table, cell)))
              .isEqualTo(
                  new Range(
                      possible.stream().min(Long::compare).orElseThrow(),
                      possible.stream().max(Long::compare).orElseThrow()));
        }
      }
    });
  }

  /// Before: 9 was hidden behind 91 in a total of 100. Now the small one is 12, and the other did
  /// not change: showing all would tell that it was 9.
  @Test
  void guardsAgainstDifferencesBetweenVintages() {
    CountTable first = table(new long[][] {{9, 91, 200}, {50, 60, 70}});
    Set<Cell> hiddenFirst = choose(first, 9);
    CountTable second = table(new long[][] {{12, 91, 200}, {50, 60, 70}});

    assertThat(Suppression.choose(second, List.of(), 9)).isEmpty();
    Set<Cell> hiddenSecond =
        Suppression.choose(second, List.of(new Earlier(first, hiddenFirst)), 9);

    assertThat(hiddenSecond).isNotEmpty();
    Knowledge knowledge = new Knowledge();
    knowledge.add(first, hiddenFirst);
    knowledge.add(second, hiddenSecond);
    Range range = knowledge.solve().rangeOf(Set.of(new Unknown(new Unit("r0", "c0"), 9)));
    assertThat(range.least()).isLessThanOrEqualTo(1);
    assertThat(range.greatest()).isGreaterThanOrEqualTo(9);
  }

  /// Twelve months ending in December and in January share eleven: with January of the first year
  /// known, the difference is January of the second.
  @Test
  void guardsAgainstDifferencesOfOverlappingWindows() {
    Map<Unit, Long> counts = new TreeMap<>();
    for (int month = 1; month <= 12; month++) {
      counts.put(new Unit("BC", month(month)), 20L);
    }
    counts.put(new Unit("BC", month(13)), 4L);
    CountTable months =
        new CountTable("s", List.of(Line.of("BC")), List.of(Line.of(month(1))), only(counts, 1, 1));
    CountTable first =
        new CountTable("s", List.of(Line.of("BC")), List.of(window(1)), only(counts, 1, 12));
    CountTable second =
        new CountTable("s", List.of(Line.of("BC")), List.of(window(2)), only(counts, 2, 13));

    Set<Cell> hidden =
        Suppression.choose(
            second, List.of(new Earlier(months, Set.of()), new Earlier(first, Set.of())), 9);

    assertThat(hidden).isNotEmpty();
    assertThat(Suppression.choose(second, List.of(new Earlier(first, Set.of())), 9)).isEmpty();
  }

  /// What two random vintages and a random coarser table show together narrows no small count.
  @Test
  void leavesEverySmallCountOpenOverSeveralTables() {
    Seeds.forEach((random, seed) -> {
      List<Earlier> shown = new ArrayList<>();
      long[][] counts = randomCounts(random, 3, 4);
      for (int vintage = 0; vintage < 3; vintage++) {
        CountTable table = table(counts);
        shown.add(new Earlier(table, Suppression.choose(table, shown, 3)));
        counts[random.nextInt(3)][random.nextInt(4)] = random.nextInt(9);
      }
      Knowledge knowledge = new Knowledge();
      shown.forEach(earlier -> knowledge.add(earlier.table(), earlier.hidden()));
      knowledge.solve();
      for (Earlier earlier : shown) {
        for (Cell cell : earlier.table().cells()) {
          long count = earlier.table().count(cell);
          if (count >= 1 && count <= 3) {
            Range range = knowledge.rangeOf(unknowns(earlier.table(), cell));
            assertThat(range.least()).isLessThan(range.greatest());
          }
        }
      }
    });
  }

  private static Set<Cell> choose(CountTable table, int threshold) {
    return Suppression.choose(table, List.of(), threshold);
  }

  private static Map<Unit, Long> only(Map<Unit, Long> counts, int from, int to) {
    Map<Unit, Long> some = new TreeMap<>();
    for (int month = from; month <= to; month++) {
      Unit unit = new Unit("BC", month(month));
      some.put(unit, counts.get(unit));
    }
    return some;
  }

  private static String month(int number) {
    return "m%02d".formatted(number);
  }

  private static Line window(int first) {
    Set<String> months = new HashSet<>();
    for (int month = first; month < first + 12; month++) {
      months.add(month(month));
    }
    return new Line("from " + first, months);
  }

  private static Set<Unknown> unknowns(CountTable table, Cell cell) {
    Set<Unknown> unknowns = new HashSet<>();
    cell.units().forEach(unit -> unknowns.add(new Unknown(unit, table.counts().get(unit))));
    return unknowns;
  }

  private static List<String> places(Set<Cell> cells) {
    return cells.stream().map(SuppressionTest::place).toList();
  }

  private static String place(Cell cell) {
    return cell.row() + "," + cell.column();
  }

  private static CountTable randomTable(RandomGenerator random, int rows, int columns) {
    return table(randomCounts(random, rows, columns));
  }

  private static long[][] randomCounts(RandomGenerator random, int rows, int columns) {
    long[][] counts = new long[rows][columns];
    for (long[] row : counts) {
      for (int c = 0; c < columns; c++) {
        row[c] = random.nextInt(6);
      }
    }
    return counts;
  }

  private static CountTable table(long[][] counts) {
    List<String> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<List<Long>> values = new ArrayList<>();
    for (int r = 0; r < counts.length; r++) {
      rows.add("r" + r);
      List<Long> row = new ArrayList<>();
      for (int c = 0; c < counts[r].length; c++) {
        if (r == 0) {
          columns.add("c" + c);
        }
        row.add(counts[r][c]);
      }
      values.add(row);
    }
    return CountTable.of("test", rows, columns, values);
  }

  /// Tries every value of the hidden inner cells up to a limit.
  private static final class BruteForce {
    private final CountTable table;
    private final Set<Cell> hidden;
    private final int limit;
    private final int threshold;
    private final List<Cell> open = new ArrayList<>();
    private final Map<Unit, Long> values = new TreeMap<>();
    private final Map<Cell, Set<Long>> possible = new java.util.HashMap<>();

    /// @param threshold stops when all small counts are seen open; -1 to try all
    BruteForce(CountTable table, Set<Cell> hidden, int limit, int threshold) {
      this.threshold = threshold;
      this.table = table;
      this.hidden = hidden;
      this.limit = limit;
      values.putAll(table.counts());
      for (Cell cell : table.cells()) {
        possible.put(cell, new HashSet<>());
        if (!table.isMargin(cell) && hidden.contains(cell)) {
          open.add(cell);
        }
      }
      tryFrom(0);
    }

    Set<Long> possible(Cell cell) {
      return possible.get(cell);
    }

    private void tryFrom(int index) {
      if (isOpen()) {
        return;
      }
      if (index == open.size()) {
        note();
        return;
      }
      Unit unit = open.get(index).units().getFirst();
      for (long value = 1; value <= limit; value++) {
        values.put(unit, value);
        if (fits(index)) {
          tryFrom(index + 1);
        }
      }
    }

    private boolean isOpen() {
      return threshold > 0
          && table.cells().stream()
              .filter(cell -> table.count(cell) >= 1 && table.count(cell) <= threshold)
              .allMatch(cell ->
                  possible.get(cell).contains((long) threshold)
                      && possible.get(cell).contains(Math.min(threshold, parts(table, cell))));
    }

    /// False when a shown margin whose cells are all set, or already exceeded, does not fit.
    private boolean fits(int index) {
      Set<Unit> unset = new HashSet<>();
      open.subList(index + 1, open.size()).forEach(cell -> unset.addAll(cell.units()));
      for (Cell cell : table.cells()) {
        if (table.isMargin(cell) && !hidden.contains(cell)) {
          long sum = 0;
          boolean complete = true;
          for (Unit unit : cell.units()) {
            if (unset.contains(unit)) {
              complete = false;
            } else {
              sum += values.get(unit);
            }
          }
          if (complete ? sum != table.count(cell) : sum > table.count(cell)) {
            return false;
          }
        }
      }
      return true;
    }

    private void note() {
      for (Cell cell : table.cells()) {
        possible.get(cell).add(cell.units().stream().mapToLong(values::get).sum());
      }
    }
  }
}

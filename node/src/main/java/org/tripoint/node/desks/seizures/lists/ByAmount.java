package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Pages of lists sorted by an amount, by key.
///
/// An index by the amount is walked from the cursor on, up to a bound, and rows that the filter
/// allows are taken: for common combinations the page is full after a few hundred. Where it is not,
/// the rows under the filter are few or far apart: then up to 10,000 of them, the newest, are
/// fetched through the months that hold any, and sorted. An event stands where its largest thing
/// under the filter stands; one without any such amount comes last.
@Component
class ByAmount {

  /// Rows under the filter that are sorted at most when no index gives their order.
  static final int MOST_SORTED = 10_000;

  private static final int FIRST_STEP = 200;
  private static final int LONGEST_STEP = 6_400;
  private static final int MOST_WALKED = 10_000;

  /// More values than this are not walked side by side.
  private static final int MOST_BRANCHES = 60;

  private final JdbcTemplate jdbc;

  ByAmount(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param records in order, one more than the page holds where more follow
  /// @param partial true when only the newest 10,000 were put in order
  record Found(List<UUID> records, boolean partial) {}

  /// One step along an index.
  private record Walked(UUID record, BigDecimal amount, long sequence, int number, boolean hit) {}

  /// The next records after the cursor, at most `limit`.
  ///
  /// @param newest the newest records under the filter, at most one more than 10,000
  Found next(
      Amount amount,
      SeizureFilter filter,
      Optional<Cursor> after,
      Order order,
      int limit,
      Supplier<List<UUID>> newest) {
    boolean amongThoseWithout = after.isPresent() ? after.get().amount() == null : order.back();
    List<UUID> found = new ArrayList<>();
    Walk walk =
        amongThoseWithout
            ? Walk.STOPPED
            : walk(amount, filter, after, order, limit, MOST_WALKED, found);
    if (walk == Walk.FULL) {
      return new Found(found, false);
    }
    List<UUID> all = newest.get();
    boolean partial = all.size() > MOST_SORTED;
    if (partial && walk == Walk.ENDED) {
      return new Found(found, false);
    }
    List<UUID> some = partial ? all.subList(0, MOST_SORTED) : all;
    return new Found(sorted(amount, filter, some, after, order, limit), partial);
  }

  /// How a walk ended: with a full page, at the index's end, or at the bound.
  private enum Walk {
    FULL,
    ENDED,
    STOPPED
  }

  /// The next records that state the amount, however far the walk: for whole lists.
  List<UUID> nextWithAmount(
      Amount amount, SeizureFilter filter, Optional<Cursor> after, Order order, int limit) {
    List<UUID> found = new ArrayList<>();
    walk(amount, filter, after, order, limit, Integer.MAX_VALUE, found);
    return found;
  }

  private Walk walk(
      Amount amount,
      SeizureFilter filter,
      Optional<Cursor> after,
      Order order,
      int limit,
      int most,
      List<UUID> found) {
    @Nullable Walked last = start(after, order);
    int step = FIRST_STEP;
    long walked = 0;
    while (walked < most) {
      List<Walked> rows = step(amount, filter, last, order, step);
      for (Walked row : rows) {
        if (row.hit()) {
          found.add(row.record());
          if (found.size() == limit) {
            return Walk.FULL;
          }
        }
      }
      if (rows.size() < step) {
        return Walk.ENDED;
      }
      walked += rows.size();
      last = rows.getLast();
      step = Math.min(LONGEST_STEP, step * 4);
    }
    return Walk.STOPPED;
  }

  /// Just before the first row after the cursor: no other row of the cursor's record lies between.
  private static @Nullable Walked start(Optional<Cursor> after, Order order) {
    return after
        .map(cursor ->
            new Walked(
                new UUID(0, 0),
                cursor.amount() == null ? BigDecimal.ZERO : cursor.amount(),
                cursor.sequence(),
                order.descending() ? 0 : Integer.MAX_VALUE,
                false))
        .orElse(null);
  }

  private List<Walked> step(
      Amount amount, SeizureFilter filter, @Nullable Walked last, Order order, int rows) {
    String way = order.descending() ? " desc" : "";
    String ordered =
        " order by %s%s, %s%s"
            .formatted(amount.column(), way, String.join(way + ", ", amount.ties()), way);
    List<Object> arguments = new ArrayList<>();
    List<String> branches = new ArrayList<>();
    for (Condition branch : branches(amount, filter)) {
      branch.and(amount.column() + " is not null" + amount.test());
      if (last != null) {
        List<Object> key = new ArrayList<>(List.of(last.amount(), last.sequence()));
        if (amount.isOfThings()) {
          key.add(last.number());
        }
        branch.and(
            "(%s, %s) %s (%s)"
                .formatted(
                    amount.column(),
                    String.join(", ", amount.ties()),
                    order.descending() ? "<" : ">",
                    String.join(", ", Collections.nCopies(key.size(), "?"))),
            key.toArray());
      }
      branches.add(
          "(select * from %s %s%s limit %s)"
              .formatted(amount.table(), branch.sql(), ordered, rows));
      arguments.addAll(List.of(branch.arguments()));
    }
    Hit hit = hit(amount, filter);
    List<Object> all = new ArrayList<>(hit.arguments());
    all.addAll(arguments);
    all.add(rows);
    String sql =
        "select record, %s amount, sequence, %s number, %s hit from (%s) i%s limit ?"
            .formatted(
                amount.column(),
                amount.isOfThings() ? "number" : "0",
                hit.sql(),
                String.join(" union all ", branches),
                ordered);
    return jdbc.query(
        sql,
        (row, n) ->
            new Walked(
                row.getObject("record", UUID.class),
                row.getBigDecimal("amount"),
                row.getLong("sequence"),
                row.getInt("number"),
                row.getBoolean("hit")),
        all.toArray());
  }

  /// The parts of an index to walk side by side: one for each value of the field it begins with, or
  /// the whole.
  private static List<Condition> branches(Amount amount, SeizureFilter filter) {
    List<Condition> branches = new ArrayList<>();
    for (Field field : amount.narrower()) {
      Set<String> values = filter.at().getOrDefault(field, Set.of());
      if (!values.isEmpty() && values.size() <= MOST_BRANCHES) {
        values.forEach(value ->
            branches.add(new Condition().oneOf(amount.columnOf().apply(field), Set.of(value))));
      }
    }
    return branches.isEmpty() ? List.of(new Condition()) : branches;
  }

  /// A test of one walked row `i`, with its arguments.
  private record Hit(String sql, List<Object> arguments) {}

  /// True for rows under the filter; of the things of one event only for the largest.
  private static Hit hit(Amount amount, SeizureFilter filter) {
    Condition allowed = Condition.of(filter, amount.columnOf(), amount.dayColumn());
    List<Object> arguments = new ArrayList<>(List.of(allowed.arguments()));
    String test = allowed.sql().isEmpty() ? "true" : allowed.sql().substring("where ".length());
    if (!amount.isOfThings()) {
      return new Hit("(" + test + ")", arguments);
    }
    arguments.addAll(List.of(allowed.arguments()));
    String largest =
        """
        case when %s then i.number = (
          select j.number from %s j where j.record = i.record and %s and %s is not null%s
          order by %s desc, j.number limit 1) else false end
        """
            .formatted(test, amount.table(), test, amount.column(), amount.test(), amount.column());
    return new Hit(largest, arguments);
  }

  private List<UUID> sorted(
      Amount amount,
      SeizureFilter filter,
      List<UUID> records,
      Optional<Cursor> after,
      Order order,
      int limit) {
    Condition allowed = Condition.of(filter, amount.columnOf(), amount.dayColumn());
    allowed.and("record = any (?)", (Object) records.toArray(new UUID[0]));
    String largest =
        amount.test().isEmpty()
            ? "max(" + amount.column() + ")"
            : "max(%s) filter (where true%s)".formatted(amount.column(), amount.test());
    Condition rest = new Condition();
    after.ifPresent(cursor -> after(rest, cursor, order));
    String way = order.descending() ? " desc" : "";
    List<Object> arguments = new ArrayList<>(List.of(allowed.arguments()));
    arguments.addAll(List.of(rest.arguments(limit)));
    return jdbc.queryForList(
        """
        select record from (
          select record, sequence, %s amount from %s %s group by record, sequence) sums %s
        order by amount%s nulls %s, sequence%s limit ?
        """
            .formatted(
                largest,
                amount.table(),
                allowed.sql(),
                rest.sql(),
                way,
                order.back() ? "first" : "last",
                way),
        UUID.class,
        arguments.toArray());
  }

  private static void after(Condition rest, Cursor cursor, Order order) {
    String way = order.descending() ? "<" : ">";
    @Nullable BigDecimal amount = cursor.amount();
    if (amount != null) {
      String without = order.back() ? "" : " or amount is null";
      rest.and(
          "((amount, sequence) %s (?, ?)%s)".formatted(way, without), amount, cursor.sequence());
    } else {
      String with = order.back() ? " or amount is not null" : "";
      rest.and("((amount is null and sequence %s ?)%s)".formatted(way, with), cursor.sequence());
    }
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;

/// Adds up things from rows, for filters that no cells answer: of the newest 10,000 events at once,
/// of everything month by month.
@Component
public class SumRows {

  private static final int MOST = SeizureCounts.LIMIT;

  private final JdbcTemplate jdbc;
  private final SeizureLists lists;

  SumRows(JdbcTemplate jdbc, SeizureLists lists) {
    this.jdbc = jdbc;
    this.lists = lists;
  }

  /// Sums over what was looked at.
  ///
  /// @param exact false when there are more events than were added up
  public record Bounded(ThingSums sums, boolean exact) {}

  /// Sums over the newest events under the filter, 10,000 at most.
  public Bounded newest(SeizureFilter filter) {
    List<UUID> records = lists.eventsByDay(filter, Optional.empty(), Order.NEWEST_FIRST, MOST + 1);
    List<UUID> some = records.subList(0, Math.min(MOST, records.size()));
    Condition condition = Condition.of(filter, Field::itemColumn, "day");
    condition.and("record = any (?)", (Object) some.toArray(new UUID[0]));
    return new Bounded(new ThingSums(some.size(), lines(condition)), records.size() <= MOST);
  }

  /// Sums over every event under the filter in one month.
  public ThingSums in(YearMonth month, SeizureFilter filter) {
    Condition condition = Condition.of(filter.within(month, month), Field::itemColumn, "day");
    Long events =
        jdbc.queryForObject(
            "select count(distinct record) from seizures.item " + condition.sql(),
            Long.class,
            condition.arguments());
    return new ThingSums(events == null ? 0 : events, lines(condition));
  }

  private List<ThingSums.Line> lines(Condition condition) {
    String sql =
        """
        select item_class, substance, form, weight_basis, count_basis, site_class, count_unit,
          sum(kilograms) kilograms, sum(litres) litres, sum(counted) counted,
          sum(coalesce(counted, 1)) things
        from seizures.item %s group by 1, 2, 3, 4, 5, 6, 7 order by 1, 2, 3, 4, 5, 6, 7
        """
            .formatted(condition.sql());
    return new ArrayList<>(jdbc.query(sql, (row, n) -> line(row), condition.arguments()));
  }

  private static ThingSums.Line line(ResultSet row) throws SQLException {
    return new ThingSums.Line(
        ItemClass.valueOf(row.getString("item_class")),
        row.getString("substance"),
        row.getString("form"),
        row.getString("weight_basis"),
        row.getString("count_basis"),
        row.getString("site_class"),
        row.getString("count_unit"),
        amount(row, "kilograms"),
        amount(row, "litres"),
        amount(row, "counted"),
        amount(row, "things"));
  }

  private static BigDecimal amount(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? BigDecimal.ZERO : amount;
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The points of a map: events that state where they were, the newest first.
@Component
public class MapPoints {

  /// Points a map shows at most, and how far back among events with a point they are looked for.
  private static final int MOST_POINTS = 500;

  private static final int POINTS_LOOKED_AT = 5_000;

  private final JdbcTemplate jdbc;

  MapPoints(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Newest events with coordinates under the filter, at most 500.
  public List<Spot> list(SeizureFilter filter) {
    SeizureFilter period = new SeizureFilter(Map.of(), filter.from(), filter.to());
    Condition newest = Condition.of(period, Field::eventColumn, "day").and("latitude is not null");
    Condition condition = Condition.of(filter, Field::eventColumn, "day");
    if (filter.asksForItems()) {
      filter
          .at()
          .forEach((field, allowed) -> {
            if (field.isOfItems()) {
              condition.and(
                  "exists (select from seizures.item i where i.record = e.record and i."
                      + field.itemColumn()
                      + " = any (?))",
                  (Object) allowed.toArray(new String[0]));
            }
          });
    }
    String sql =
        "select record, date_text, agency, place_label, latitude, longitude from (select * from"
            + " seizures.event "
            + newest.sql()
            + " order by day desc, sequence desc limit "
            + POINTS_LOOKED_AT
            + ") e "
            + condition.sql()
            + " limit "
            + MOST_POINTS;
    List<Object> arguments = new ArrayList<>(List.of(newest.arguments()));
    arguments.addAll(List.of(condition.arguments()));
    return jdbc.query(
        sql,
        (row, n) ->
            new Spot(
                row.getString("record"),
                row.getString("date_text"),
                row.getString("agency"),
                row.getString("place_label"),
                row.getDouble("latitude"),
                row.getDouble("longitude")),
        arguments.toArray());
  }

  /// An event on a map.
  public record Spot(
      String record, String day, String agency, String place, double latitude, double longitude) {}
}

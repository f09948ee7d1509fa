package org.tripoint.node.desks.laboratory.lists;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts of laboratories' reports as their publishers gave them.
@Component
public class ReadPublished {

  private final JdbcClient jdbc;

  ReadPublished(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Reports of a period.
  ///
  /// @param row key of a place where a substance was asked for, else of a substance
  public record Reports(String row, LocalDate from, LocalDate to, long reports) {}

  /// Choices of laboratories and counting that counts are of; never added up.
  public List<String> choices() {
    return values("choice", "");
  }

  /// Substances that have a count under the choice.
  public List<String> substances(String choice) {
    return values("substance", choice);
  }

  /// Places that have a count under the choice.
  public List<String> places(String choice) {
    return values("place", choice);
  }

  private List<String> values(String column, String choice) {
    String where = column.equals("choice") ? "" : "where choice = :choice";
    return jdbc.sql(
            "select distinct %s from laboratory.published_count %s order by 1"
                .formatted(column, where))
        .param("choice", choice)
        .query(String.class)
        .list();
  }

  /// Reports by half-year: of each place where a substance is asked for, else of each substance, in
  /// one place or in all that have a count.
  ///
  /// @param substance key; "" for any
  /// @param place key; "" for any
  public List<Reports> reports(String choice, String substance, String place) {
    String row = substance.isEmpty() ? "substance" : "place";
    return jdbc.sql(
            """
            select %s, from_day, to_day, sum(reports) from laboratory.published_count
            where choice = :choice and (:substance = '' or substance = :substance)
              and (:place = '' or place = :place)
            group by 1, 2, 3
            """
                .formatted(row))
        .param("choice", choice)
        .param("substance", substance)
        .param("place", place)
        .query((found, i) ->
            new Reports(
                found.getString(1),
                found.getObject(2, LocalDate.class),
                found.getObject(3, LocalDate.class),
                found.getLong(4)))
        .list();
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Finds seizures by what people call them elsewhere: the agency's identifier, the number of a case
/// file. Whole or from its beginning, case does not matter; by index, whatever the desk holds.
@Component
public class SeizureIdentifiers {

  /// Sorts after every character that an identifier can hold.
  private static final String END = "\udbff\udfff";

  private final JdbcTemplate jdbc;

  SeizureIdentifiers(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A seizure with what it was found by.
  ///
  /// @param identifier the agency's identifier or the number of the case file
  /// @param dateText the date as far as it is known
  public record Known(
      UUID record, String identifier, String agency, LocalDate day, String dateText) {}

  /// Seizures whose identifier begins so, the shortest first: an identifier typed whole leads.
  public List<Known> listByIdentifier(String beginning, int limit) {
    return list(
        """
        select record, source_key identifier, agency, day, date_text from seizures.event
        where source_key <> '' and lower(source_key) collate "C" >= ?
          and lower(source_key) collate "C" < ?
        order by lower(source_key) collate "C" limit ?
        """,
        beginning,
        limit);
  }

  /// Seizures with a case file whose number begins so. Nominal: only for people who may read that
  /// part.
  public List<Known> listByCaseNumber(String beginning, int limit) {
    return list(
        """
        select c.record, c.number identifier, e.agency, e.day, e.date_text
        from (select record, number from seizures.case_number
              where lower(number) collate "C" >= ? and lower(number) collate "C" < ?
              order by lower(number) collate "C" limit ?) c
        join seizures.event e on e.record = c.record
        order by lower(c.number) collate "C"
        """,
        beginning,
        limit);
  }

  private List<Known> list(String sql, String beginning, int limit) {
    String folded = beginning.toLowerCase(Locale.ROOT);
    return jdbc.query(
        sql,
        (row, n) ->
            new Known(
                row.getObject("record", UUID.class),
                row.getString("identifier"),
                row.getString("agency"),
                row.getObject("day", LocalDate.class),
                row.getString("date_text")),
        folded,
        folded + END,
        limit);
  }
}

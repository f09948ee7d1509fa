package org.tripoint.node.desks.laboratory.lists;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// Cases of toxicology, newest first, paged by key.
@Component
public class ListCases {

  /// Rows of a page.
  public static final int PAGE = 50;

  private static final Pattern CURSOR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

  private final JdbcClient jdbc;

  ListCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A case and where the next page begins after it.
  public record CaseRow(RecordId record, String cursor) {}

  /// One more than a page where there are more.
  ///
  /// @param caseType code of the kind of case; "" for any
  /// @param after cursor of the row before the first, or anything else for the newest
  public List<CaseRow> list(String caseType, String after) {
    Matcher cursor = CURSOR.matcher(after);
    boolean follows = cursor.matches() && isDay(cursor.group(1));
    return jdbc.sql(
            """
            select record, day, sequence from laboratory.toxicology_case
            where (:type = '' or case_type = :type) and (day, sequence) < (:day, :sequence)
            order by day desc, sequence desc limit :most
            """)
        .param("type", caseType)
        .param("day", follows ? LocalDate.parse(cursor.group(1)) : LocalDate.of(9999, 12, 31))
        .param("sequence", follows ? Long.parseLong(cursor.group(2)) : Long.MAX_VALUE)
        .param("most", PAGE + 1)
        .query((row, i) ->
            new CaseRow(
                new RecordId(row.getObject(1, UUID.class)),
                row.getObject(2, LocalDate.class) + "_" + row.getLong(3)))
        .list();
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /// How many cases of a kind there are; of all kinds for "".
  public long total(String caseType) {
    return jdbc.sql(
            "select count(*) from laboratory.toxicology_case where (:type = '' or case_type ="
                + " :type)")
        .param("type", caseType)
        .query(Long.class)
        .single();
  }
}

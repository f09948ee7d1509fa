package org.tripoint.node.desks.laboratory.lists;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// Laboratories: what they declare, and what two of them have in common.
@Component
public class ListLaboratories {

  /// Laboratories, scopes, rounds or pairs of results that are shown at most.
  public static final int MOST = 200;

  private final JdbcClient jdbc;

  ListLaboratories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What laboratories declare of themselves, by their short names.
  public List<RecordId> profiles() {
    return records(
        jdbc.sql("select record from laboratory.profile order by laboratory, record limit :most"));
  }

  /// Scopes by laboratory and name, the latest version first.
  public List<RecordId> scopes() {
    return records(
        jdbc.sql(
            """
            select record from laboratory.scope
            order by laboratory, scope, valid_from desc, record limit :most
            """));
  }

  /// Short names of laboratories that can be compared: they took part in a round or analysed what
  /// was seized in a known seizure.
  public List<String> comparable() {
    return jdbc.sql(
            """
            with recursive named as (
              (select min(laboratory) as name from laboratory.result where seizure <> '')
              union all
              select (
                select min(laboratory) from laboratory.result
                where seizure <> '' and laboratory > named.name)
              from named where named.name is not null)
            select name from named where name is not null
            union select participant from laboratory.participant
            order by 1 limit :most
            """)
        .param("most", MOST)
        .query(String.class)
        .list();
  }

  /// Rounds in which both took part, the latest closed first.
  public List<RecordId> roundsOfBoth(String left, String right) {
    return records(
        jdbc.sql(
                """
                select r.record from laboratory.round r
                where exists (select from laboratory.participant p
                    where p.record = r.record and p.participant = :left)
                  and exists (select from laboratory.participant p
                    where p.record = r.record and p.participant = :right)
                order by r.closed desc, r.record limit :most
                """)
            .param("left", left)
            .param("right", right));
  }

  /// Two results of one seizure.
  public record Pair(RecordId left, RecordId right) {}

  /// Results of one and of the other laboratory of the same seizures, the newest first.
  public List<Pair> resultsOfBoth(String left, String right) {
    return jdbc.sql(
            """
            select l.record, r.record from laboratory.result l
            join laboratory.result r
              on r.seizure = l.seizure and r.laboratory = :right and r.seizure <> ''
            where l.laboratory = :left and l.seizure <> '' and :left <> :right
            order by l.day desc, l.record, r.record limit :most
            """)
        .param("left", left)
        .param("right", right)
        .param("most", MOST)
        .query((row, i) ->
            new Pair(
                new RecordId(row.getObject(1, UUID.class)),
                new RecordId(row.getObject(2, UUID.class))))
        .list();
  }

  private static List<RecordId> records(JdbcClient.StatementSpec statement) {
    return statement.param("most", MOST).query(UUID.class).list().stream()
        .map(RecordId::new)
        .toList();
  }
}

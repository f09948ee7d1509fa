package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.testing.TestDatabase;

class MigrationsTest {

  /// What was sent before is in which batch: read out of the signed batches that a home of that
  /// time holds, which stay as they were.
  @Test
  void aHomeOfBeforeKeepsWhatItSentAndKnowsInWhichBatchItWent() {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      empty(owner);
      Migrations.run(database.access(), "171");
      assertThat(owner.sql("select to_regclass('exchange.sent_end')::text").query().singleRow())
          .as("not there yet")
          .containsEntry("to_regclass", null);
      send(owner, "ca", 1, entry("all", 7), entry("all", 9), entry("police", 3));
      send(owner, "ca", 2, entry("all", 12));
      // Lengths that base64 has to fill up differently, and a word outside ASCII.
      send(owner, "mx", 1, entry("añadido", 1), entry("a", 22));
      send(owner, "mx", 2);
      List<String> before = rows(owner, "exchange.sent");

      Migrations.run(database.access());

      assertThat(rows(owner, "exchange.sent")).isEqualTo(before).hasSize(4);
      assertThat(rows(owner, "exchange.sent_end"))
          .containsExactly(
              "(ca,all,12,1,2)",
              "(ca,all,9,1,1)",
              "(ca,police,3,1,1)",
              "(mx,a,22,1,1)",
              "(mx,añadido,1,1,1)");
      assertThatNoException().isThrownBy(() -> Migrations.run(database.access()));
      assertThat(
              JdbcClient.create(database.app())
                  .sql("select count(*) from exchange.sent_end")
                  .query(Long.class)
                  .single())
          .isEqualTo(5);
    }
  }

  private static void empty(JdbcClient owner) {
    owner
        .sql(
            """
            select nspname from pg_namespace
            where nspname not like 'pg\\_%' and nspname not in ('public', 'information_schema')
            """)
        .query(String.class)
        .list()
        .forEach(schema -> owner.sql("drop schema " + schema + " cascade").update());
  }

  private static String entry(String audience, long added) {
    return "{\"audience\":\"" + audience + "\",\"added\":" + added + "}";
  }

  /// A batch as it was kept: three parts in base64 for addresses, the batch in the middle.
  private static void send(JdbcClient owner, String partner, long number, String... entries) {
    String batch = "{\"number\":" + number + ",\"entries\":[" + String.join(",", entries) + "]}";
    String signed =
        "e30."
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(batch.getBytes(StandardCharsets.UTF_8))
            + ".c2ln";
    owner
        .sql(
            """
            insert into exchange.sent
              (partner, epoch, number, signed, hash, written, entries, recalls)
            values (?, 1, ?, ?, 'h', '2026-01-01Z', ?, 0)
            """)
        .params(partner, number, signed, entries.length)
        .update();
  }

  private static List<String> rows(JdbcClient owner, String table) {
    return owner.sql("select t::text from " + table + " t order by 1").query(String.class).list();
  }

  /// A version above every one of ours, and one in the middle of a room's range.
  @ParameterizedTest
  @ValueSource(strings = {"999", "042"})
  void refusesADatabaseThatANewerProgramHasWritten(String version) {
    try (TestDatabase database = TestDatabase.fresh()) {
      JdbcClient owner = JdbcClient.create(database.owner());
      assertThatNoException().isThrownBy(() -> Migrations.run(database.access()));
      owner
          .sql(
              """
              insert into migrations.flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by,
                 execution_time, success)
              select max(installed_rank) + 1, :version, 'later thing', 'SQL', 'V_later.sql', 1,
                'x', 1, true
              from migrations.flyway_schema_history
              """)
          .param("version", version)
          .update();

      assertThatExceptionOfType(DatabaseProblem.class)
          .isThrownBy(() -> Migrations.run(database.access()))
          .satisfies(problem -> {
            assertThat(problem)
                .hasMessageContaining(database.access().place())
                .hasMessageContaining("newer Tripoint")
                .hasMessageContaining(version)
                .hasMessageContaining("later thing");
            assertThat(problem.remedy()).contains("newer program", "--home");
          });
    }
  }
}

package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.testing.TestDatabase;

class MigrationsTest {

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

package org.tripoint.node.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tripoint.node.testing.TestDatabase;

/// The whole node starts on a fresh database: the example for tests that need Spring.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NodeStartTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final DataSource dataSource;
  private final Clock clock;

  NodeStartTest(@Autowired DataSource dataSource, @Autowired Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  @Test
  void connectsAsTheRestrictedRole() {
    assertThat(
            JdbcClient.create(dataSource)
                .sql(
                    "select current_user || ' ' || (rolsuper or rolcreatedb or rolcreaterole)"
                        + " from pg_roles where rolname = current_user")
                .query(String.class)
                .single())
        .isEqualTo("tripoint_app false");
    assertThat(clock.instant()).isNotNull();
  }
}

package org.tripoint.node.database;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings the schemas up to date as the owner role. Every room's scripts lie in `db/migration`.
public final class Migrations {
  private Migrations() {}

  /// Makes the application's role and runs what is missing.
  ///
  /// @throws DatabaseProblem naming the script that failed
  public static void run(DatabaseAccess access) {
    ApplicationRole.ensure(access);
    try {
      Flyway.configure()
          .dataSource(access.url(), access.owner().user(), access.owner().password())
          .locations("classpath:db/migration")
          .defaultSchema("migrations")
          .placeholders(Map.of("app_role", access.app().user()))
          // Each room counts in its own range and keeps to its own schema.
          .outOfOrder(true)
          .connectRetries(3)
          // A database that a newer program has written is refused, not half understood.
          .ignoreMigrationPatterns(new String[0])
          .failOnMissingLocations(false)
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseProblem(
          "The schemas in " + access.url() + " could not be brought up to date: " + e.getMessage(),
          "Nothing of the failed script was kept. Use the program version that wrote this"
              + " database, or report the script named above.",
          e);
    }
  }
}

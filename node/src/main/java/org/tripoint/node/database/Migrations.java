package org.tripoint.node.database;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// Brings the schemas up to date as the owner role. Every room's scripts lie in `db/migration`.
public final class Migrations {
  private static final String DISK_FULL = "No space left";

  private Migrations() {}

  /// Makes the application's role and runs what is missing.
  ///
  /// @throws DatabaseProblem naming the script that failed, or those that only a newer program has
  public static void run(DatabaseAccess access) {
    run(access, "latest");
  }

  /// Runs what is missing up to a version, as the program that had it last would have.
  ///
  /// @param last a version, or `latest`
  static void run(DatabaseAccess access, String last) {
    ApplicationRole.ensure(access);
    try {
      Flyway flyway = load(access, last);
      refuseNewer(flyway.info().all(), access);
      flyway.migrate();
    } catch (FlywayException e) {
      String found = String.valueOf(e.getMessage());
      throw new DatabaseProblem(
          "The schemas in " + access.place() + " could not be brought up to date: " + found,
          found.contains(DISK_FULL)
              ? "Make room on the disk of the database, then start again. Nothing of the failed"
                  + " script was kept."
              : "Nothing of the failed script was kept. Report the script named above.",
          e);
    }
  }

  private static Flyway load(DatabaseAccess access, String last) {
    return Flyway.configure()
        .dataSource(access.url(), access.owner().user(), access.owner().password())
        .locations("classpath:db/migration")
        .target(last)
        .defaultSchema("migrations")
        .placeholders(Map.of("app_role", access.app().user()))
        // Each room counts in its own range and keeps to its own schema.
        .outOfOrder(true)
        .connectRetries(3)
        // A database that a newer program has written is refused, not half understood.
        .ignoreMigrationPatterns(new String[0])
        .failOnMissingLocations(false)
        .validateMigrationNaming(true)
        .load();
  }

  /// Refuses a database that holds scripts this program does not have.
  private static void refuseNewer(MigrationInfo[] scripts, DatabaseAccess access) {
    List<String> unknown =
        Arrays.stream(scripts)
            .filter(script -> script.getState().isApplied() && !script.getState().isResolved())
            .map(script -> script.getVersion() + " (" + script.getDescription() + ")")
            .toList();
    if (!unknown.isEmpty()) {
      throw new DatabaseProblem(
          "The database in "
              + access.place()
              + " was written by a newer Tripoint: it holds "
              + String.join(", ", unknown)
              + ", which this program does not know.",
          "Start the newer program again, or choose another node home (--home DIR). Nothing was"
              + " changed.");
    }
  }
}

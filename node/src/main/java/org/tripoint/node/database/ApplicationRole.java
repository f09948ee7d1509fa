package org.tripoint.node.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/// Makes sure that the restricted role exists, may connect, and takes its password. It owns
/// nothing: what it may do is granted by each room's migration.
final class ApplicationRole {
  private ApplicationRole() {}

  /// @throws DatabaseProblem with the statement that an administrator has to run, when the owner
  ///   may not
  static void ensure(DatabaseAccess access) {
    if (connects(access)) {
      return;
    }
    String name = access.app().user();
    String options =
        " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ";
    try (Connection owner =
            DriverManager.getConnection(
                access.url(), access.owner().user(), access.owner().password());
        var statement = owner.createStatement()) {
      // Two nodes' starts at once would both find the role missing.
      statement.execute("select pg_advisory_lock(7301)");
      boolean exists;
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
        exists = found.next();
      }
      statement.execute(
          (exists ? "alter role " : "create role ")
              + name
              + options
              + quoted(access.app().password()));
      statement.execute("select pg_advisory_unlock(7301)");
    } catch (SQLException e) {
      throw problem(access, e);
    }
  }

  private static boolean connects(DatabaseAccess access) {
    try (Connection app =
        DriverManager.getConnection(access.url(), access.app().user(), access.app().password())) {
      return app.isValid(5);
    } catch (SQLException e) {
      return false; // it does not exist yet, or has another password
    }
  }

  private static DatabaseProblem problem(DatabaseAccess access, SQLException e) {
    String state = String.valueOf(e.getSQLState()).toUpperCase(Locale.ROOT);
    if (state.equals("42501")) {
      return new DatabaseProblem(
          "The owner role "
              + access.owner()
              + " may not make or change the application's role "
              + access.app()
              + ".",
          "As administrator: create role "
              + access.app()
              + " login password '...'; then set tripoint.database.app.user and .password.",
          e);
    }
    return new DatabaseProblem(
        "The database "
            + access.url()
            + " does not let "
            + access.owner()
            + " in: "
            + e.getMessage(),
        "Check tripoint.database.url, .owner.user and .owner.password, and that it answers.",
        e);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}

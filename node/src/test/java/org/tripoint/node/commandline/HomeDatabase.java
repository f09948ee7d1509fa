package org.tripoint.node.commandline;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.database.EmbeddedServer;
import org.tripoint.node.database.Login;
import org.tripoint.node.database.ServerSettings;

/// Looks into the database of a home, beside the node or without it.
final class HomeDatabase {
  private HomeDatabase() {}

  static long number(Path home, String sql) throws SQLException {
    return Long.parseLong(texts(home, sql).getFirst());
  }

  /// The first column.
  static List<String> texts(Path home, String sql) throws SQLException {
    try (EmbeddedServer server =
        EmbeddedServer.startOrAttach(home.resolve("postgres"), ServerSettings.keeping(), 0)) {
      Login owner = server.owner();
      try (Connection connection =
              DriverManager.getConnection(server.url(), owner.user(), owner.password());
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(sql)) {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
        return texts;
      }
    }
  }

  /// Stops a server that a killed node has left behind.
  static void stop(Path home) {
    EmbeddedServer.startOrAttach(home.resolve("postgres"), ServerSettings.keeping(), 0).close();
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/// Rows for one table, sent together by COPY in text format.
final class CopyLines {

  private final String target;
  private final StringBuilder lines = new StringBuilder();

  /// @param target table and columns, such as `seizures.figure (record, month)`
  CopyLines(String target) {
    this.target = target;
  }

  void add(Map<String, @Nullable Object> row) {
    boolean first = true;
    for (Object value : row.values()) {
      if (!first) {
        lines.append('\t');
      }
      first = false;
      if (value == null) {
        lines.append("\\N");
      } else {
        escape(value.toString());
      }
    }
    lines.append('\n');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> lines.append("\\\\");
        case '\t' -> lines.append("\\t");
        case '\n' -> lines.append("\\n");
        case '\r' -> lines.append("\\r");
        default -> lines.append(c);
      }
    }
  }

  void sendTo(JdbcTemplate jdbc) {
    if (!lines.isEmpty()) {
      jdbc.execute((ConnectionCallback<Long>) this::copy);
      lines.setLength(0);
    }
  }

  private Long copy(Connection connection) throws SQLException {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + target + " from stdin", new StringReader(lines.toString()));
    } catch (IOException e) {
      throw new SQLException("cannot read rows from memory", e);
    }
  }
}

package org.tripoint.node.exchange.taxii;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads pages of what lies on a shelf.
@Component
class Shelves {

  /// Lines that are in memory at once, beside the page.
  private static final int FETCHED = 128;

  private final NamedParameterJdbcTemplate jdbc;
  private final NamedParameterJdbcTemplate whole;
  private final TransactionTemplate reading;

  Shelves(DataSource database, PlatformTransactionManager transactions) {
    JdbcTemplate lines = new JdbcTemplate(database);
    lines.setFetchSize(FETCHED);
    this.jdbc = new NamedParameterJdbcTemplate(lines);
    this.whole = new NamedParameterJdbcTemplate(database);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /// Reads one line more than the page holds: that line is the proof that there is more.
  PageWriter read(Shelf shelf, Ask ask, PageWriter.Form form) {
    PageWriter page = new PageWriter(form);
    if (!ask.match().asksForOurStix()) {
      return page;
    }
    if (form == PageWriter.Form.OBJECTS) {
      return joined(ShelfSql.of(shelf, ask));
    }
    ShelfSql sql = ShelfSql.of(shelf, ask);
    reading.executeWithoutResult(status ->
        jdbc.query(
            sql.text(),
            new MapSqlParameterSource(sql.parameters()),
            (ResultSet rows) -> {
              fill(page, rows, ask.limit());
              return page;
            }));
    return page;
  }

  private PageWriter joined(ShelfSql sql) {
    String text = sql.joined();
    return Objects.requireNonNull(
        whole.queryForObject(
            text, new MapSqlParameterSource(sql.parameters()), (row, _) -> joined(row)));
  }

  private static PageWriter joined(ResultSet row) throws SQLException {
    byte[] objects = row.getBytes(4);
    return objects == null
        ? new PageWriter(PageWriter.Form.OBJECTS)
        : PageWriter.joined(
            row.getInt(1), row.getLong(2), row.getLong(3), row.getBoolean(5), objects);
  }

  /// Whether the shelf shows any version of the object.
  boolean has(Shelf shelf, String object) {
    Match match = Match.EVERYTHING.withId(object).withAllVersions();
    return read(shelf, new Ask(-1, 1, match, false), PageWriter.Form.VERSIONS).count() > 0;
  }

  private static void fill(PageWriter page, ResultSet rows, int limit) throws SQLException {
    while (rows.next()) {
      byte[] body = rows.getBytes(4);
      if (page.count() == limit || !page.hasRoomFor(body.length)) {
        page.leaveRest();
        return;
      }
      page.write(rows.getLong(1), rows.getString(2), rows.getLong(3), body);
    }
  }
}

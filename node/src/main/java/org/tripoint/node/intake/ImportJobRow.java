package org.tripoint.node.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.ImportJob.Question;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Makes an import of a row of its table.
final class ImportJobRow implements RowMapper<ImportJob> {

  private static final TypeReference<Map<String, Long>> FIELDS = new TypeReference<>() {};

  private final JsonMapper json;

  ImportJobRow(JsonMapper json) {
    this.json = json;
  }

  @Override
  public ImportJob mapRow(ResultSet row, int number) throws SQLException {
    String question = row.getString("question");
    String refusal = row.getString("refusal");
    String preview = row.getString("preview");
    return new ImportJob(
        row.getLong("id"),
        ImportState.valueOf(row.getString("state")),
        delivery(row),
        reading(row),
        publication(row),
        question == null ? null : Question.valueOf(question),
        instant(row, "estimate"),
        number(row, "rows_total"),
        row.getLong("bytes_read"),
        counts(row),
        new Restatement(
            row.getLong("restated"), json.readValue(row.getString("restated_fields"), FIELDS)),
        row.getLong("no_longer_published"),
        row.getObject("release", UUID.class),
        number(row, "same_as"),
        row.getString("confirmed_by"),
        refusal == null ? null : json.readValue(refusal, FileRefusal.class),
        preview == null ? null : json.readValue(preview, ImportPreview.class),
        instant(row, "finished"),
        instant(row, "file_removed"));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getString("sender"),
        row.getTimestamp("received").toInstant(),
        AskedTo.valueOf(row.getString("asked_to")),
        row.getBoolean("from_browser"),
        row.getBoolean("synthetic"),
        row.getString("sheet"),
        instant(row, "stated_published"),
        row.getString("stated_format"),
        row.getString("stated_source"),
        numbers(row, "stated_numbers"));
  }

  private static @Nullable Reading reading(ResultSet row) throws SQLException {
    String format = row.getString("format");
    if (format == null) {
      return null;
    }
    return new Reading(
        format,
        row.getString("source"),
        row.getObject("mapping", UUID.class),
        row.getBoolean("complete"),
        row.getInt("usual_lag_days"),
        row.getString("encoding"),
        row.getString("layout"),
        List.of((String[]) row.getArray("columns").getArray()),
        number(row, "corrects"),
        numbers(row, "numbers"));
  }

  private static @Nullable NumberStyle numbers(ResultSet row, String column) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : NumberStyle.valueOf(name);
  }

  private static @Nullable Publication publication(ResultSet row) throws SQLException {
    Instant published = instant(row, "published");
    return published == null
        ? null
        : new Publication(published, PublishedBasis.valueOf(row.getString("published_basis")));
  }

  private static RowCounts counts(ResultSet row) throws SQLException {
    return new RowCounts(
        row.getLong("rows_done"),
        row.getLong("appended"),
        row.getLong("unchanged"),
        row.getLong("skipped"),
        row.getLong("quarantined"),
        row.getLong("not_recognised"),
        row.getObject("covers_from", LocalDate.class),
        row.getObject("covers_to", LocalDate.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}

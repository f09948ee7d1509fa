package org.tripoint.node.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tripoint.node.database.RepeatableWork;
import org.tripoint.node.intake.ImportJob.Question;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.reading.FileRefusal;
import tools.jackson.databind.json.JsonMapper;

/// The table of imports. What a stage found out by itself is found again after a crash; what
/// somebody said, and what was appended, is on the disk when these return.
@Repository
class ImportJobs {

  private final JdbcClient jdbc;
  private final RepeatableWork repeatable;
  private final JsonMapper json;
  private final ImportJobRow rows;

  ImportJobs(JdbcClient jdbc, RepeatableWork repeatable) {
    this.jdbc = jdbc;
    this.repeatable = repeatable;
    this.json = JsonMapper.builder().build();
    this.rows = new ImportJobRow(json);
  }

  long add(Delivery delivery) {
    return jdbc.sql(
            """
            insert into intake.import (state, file_name, sha256, bytes, sender, received, asked_to,
              from_browser, synthetic, sheet, stated_published, stated_format, stated_source,
              stated_numbers)
            values ('RECEIVED', :fileName, :sha256, :bytes, :sender, :received, :askedTo,
              :fromBrowser, :synthetic, :sheet, :published, :format, :source, :numbers)
            returning id
            """)
        .param("fileName", delivery.fileName())
        .param("sha256", delivery.sha256())
        .param("bytes", delivery.bytes())
        .param("sender", delivery.sender())
        .param("received", Timestamp.from(delivery.received()))
        .param("askedTo", delivery.askedTo().name())
        .param("fromBrowser", delivery.fromBrowser())
        .param("synthetic", delivery.synthetic())
        .param("sheet", delivery.sheet())
        .param("published", timestamp(delivery.published()))
        .param("format", delivery.format())
        .param("source", delivery.source())
        .param("numbers", name(delivery.numbers()))
        .query(Long.class)
        .single();
  }

  private static @Nullable String name(@Nullable NumberStyle numbers) {
    return numbers == null ? null : numbers.name();
  }

  /// Somebody says how the decimals of a file that waits for it are written: it is looked at again.
  boolean numbersWritten(long id, NumberStyle numbers) {
    return jdbc.sql(
                """
                update intake.import set stated_numbers = :numbers, state = 'RECEIVED',
                  question = null
                where id = :id and state = 'NEEDS_ANSWER' and question = 'NUMBERS'
                """)
            .param("numbers", numbers.name())
            .param("id", id)
            .update()
        == 1;
  }

  Optional<ImportJob> find(long id) {
    return jdbc.sql("select * from intake.import where id = :id")
        .param("id", id)
        .query(rows)
        .optional();
  }

  ImportJob get(long id) {
    return find(id).orElseThrow(() -> new IllegalStateException("expected an import " + id));
  }

  /// Newest first, below `before`.
  List<ImportJob> list(long before, int limit) {
    return jdbc.sql("select * from intake.import where id < :before order by id desc limit :limit")
        .param("before", before)
        .param("limit", limit)
        .query(rows)
        .list();
  }

  /// Imports that go on without anybody's word, oldest first.
  List<Long> listMoving() {
    return jdbc.sql(
            """
            select id from intake.import where state in ('RECEIVED', 'RECOGNISED', 'APPENDING')
            order by id
            """)
        .query(Long.class)
        .list();
  }

  List<Long> listWaitingForMapping() {
    return jdbc.sql(
            """
            select id from intake.import where state = 'NEEDS_ANSWER' and question = 'MAPPING'
            order by id limit 1000
            """)
        .query(Long.class)
        .list();
  }

  /// An earlier import of the same bytes for the same source that was done.
  Optional<Long> findDone(String sha256, String source, long except) {
    return jdbc.sql(
            """
            select id from intake.import
            where sha256 = :sha256 and source = :source and state = 'DONE' and same_as is null
              and id <> :except
            order by id limit 1
            """)
        .param("sha256", sha256)
        .param("source", source)
        .param("except", except)
        .query(Long.class)
        .optional();
  }

  /// True when a release of the source was opened that is simulated, or that is not.
  boolean hasRelease(String source, boolean simulated) {
    return jdbc.sql(
            """
            select exists (select from intake.import
              where source = :source and synthetic = :simulated and release is not null)
            """)
        .param("source", source)
        .param("simulated", simulated)
        .query(Boolean.class)
        .single();
  }

  /// True when a release of any source was opened that is simulated.
  boolean hasSimulatedRelease() {
    return jdbc.sql(
            "select exists (select from intake.import where synthetic and release is not null)")
        .query(Boolean.class)
        .single();
  }

  /// Mended rows are simulated when the file is from which they come.
  void recognised(long id, Reading reading, @Nullable Publication publication) {
    repeatable.run(() ->
        jdbc.sql(
                """
                update intake.import set state = 'RECOGNISED', question = null, format = :format,
                  source = :source, mapping = :mapping, complete = :complete, usual_lag_days = :lag,
                  encoding = :encoding, layout = :layout, columns = :columns, corrects = :corrects,
                  numbers = :numbers,
                  synthetic = coalesce(
                    (select synthetic from intake.import where id = :corrects), synthetic),
                  published = :published, published_basis = :basis
                where id = :id
                """)
            .param("id", id)
            .param("format", reading.format())
            .param("source", reading.source())
            .param("mapping", reading.mapping())
            .param("complete", reading.complete())
            .param("lag", reading.usualLagDays())
            .param("encoding", reading.encoding())
            .param("layout", reading.layout())
            .param("columns", reading.columns().toArray(String[]::new))
            .param("corrects", reading.corrects())
            .param("numbers", name(reading.numbers()))
            .param("published", publication == null ? null : timestamp(publication.instant()))
            .param("basis", publication == null ? null : publication.basis().name())
            .update());
  }

  /// The columns are known, but nothing that reads them.
  void needsMapping(long id, String encoding, String layout, List<String> columns) {
    jdbc.sql(
            """
            update intake.import set state = 'NEEDS_ANSWER', question = 'MAPPING',
              encoding = :encoding, layout = :layout, columns = :columns
            where id = :id
            """)
        .param("id", id)
        .param("encoding", encoding)
        .param("layout", layout)
        .param("columns", columns.toArray(String[]::new))
        .update();
  }

  /// Column names of a file that waits for a mapping.
  List<String> listColumns(long id) {
    return jdbc.sql("select unnest(columns) from intake.import where id = :id")
        .param("id", id)
        .query(String.class)
        .list();
  }

  void ask(long id, Question question) {
    jdbc.sql("update intake.import set state = 'NEEDS_ANSWER', question = :q where id = :id")
        .param("q", question.name())
        .param("id", id)
        .update();
  }

  void move(long id, ImportState state) {
    // What follows reads the file from its beginning.
    repeatable.run(() ->
        jdbc.sql(
                """
                update intake.import set state = :state, question = null,
                  bytes_read = case when :state in ('RECOGNISED', 'APPENDING') then 0 else bytes_read end
                where id = :id
                """)
            .param("state", state.name())
            .param("id", id)
            .update());
  }

  /// Moves the import on; false when it is not where it was expected, as somebody else moved it.
  boolean move(long id, ImportState from, ImportState to, @Nullable String confirmedBy) {
    return jdbc.sql(
                """
                update intake.import set state = :to, question = null,
                  bytes_read = case when :to in ('CHECKED', 'DONE') then bytes_read else 0 end,
                  confirmed_by = coalesce(:by, confirmed_by)
                where id = :id and state = :from
                """)
            .param("to", to.name())
            .param("from", from.name())
            .param("by", confirmedBy)
            .param("id", id)
            .update()
        == 1;
  }

  void checked(long id, long rows, @Nullable Instant estimate, ImportPreview preview) {
    repeatable.run(() ->
        jdbc.sql(
                """
                update intake.import set rows_total = :rows, estimate = :estimate,
                  preview = cast(:preview as jsonb) where id = :id
                """)
            .param("rows", rows)
            .param("estimate", timestamp(estimate))
            .param("preview", json.writeValueAsString(preview))
            .param("id", id)
            .update());
  }

  void passedOver(long id, long rows) {
    repeatable.run(() ->
        jdbc.sql("update intake.import set rows_total = :rows, bytes_read = 0 where id = :id")
            .param("rows", rows)
            .param("id", id)
            .update());
  }

  void reading(long id, long bytesRead) {
    repeatable.run(() ->
        jdbc.sql("update intake.import set bytes_read = :bytes where id = :id")
            .param("bytes", bytesRead)
            .param("id", id)
            .update());
  }

  void published(long id, Publication publication) {
    jdbc.sql(
            "update intake.import set published = :published, published_basis = :basis where id ="
                + " :id")
        .param("published", timestamp(publication.instant()))
        .param("basis", publication.basis().name())
        .param("id", id)
        .update();
  }

  void released(long id, UUID release) {
    jdbc.sql("update intake.import set release = :release where id = :id")
        .param("release", release)
        .param("id", id)
        .update();
  }

  /// Counts a batch, in the transaction that appends it.
  void progress(long id, RowCounts counts, Restatement restatement, long bytesRead) {
    jdbc.sql(
            """
            update intake.import set rows_done = :rows, appended = :appended,
              unchanged = :unchanged, skipped = :skipped, quarantined = :quarantined,
              not_recognised = :notRecognised, covers_from = :from, covers_to = :to,
              restated = :restated, restated_fields = cast(:restatedFields as jsonb),
              bytes_read = :bytes, rows_total = greatest(rows_total, :rows)
            where id = :id
            """)
        .param("id", id)
        .param("rows", counts.rows())
        .param("appended", counts.appended())
        .param("unchanged", counts.unchanged())
        .param("skipped", counts.skipped())
        .param("quarantined", counts.quarantined())
        .param("notRecognised", counts.notRecognised())
        .param("from", counts.coversFrom())
        .param("to", counts.coversTo())
        .param("restated", restatement.records())
        .param("restatedFields", json.writeValueAsString(restatement.fields()))
        .param("bytes", bytesRead)
        .update();
  }

  /// A file with rows of records that a purge emptied is not kept.
  void done(long id, long noLongerPublished, Instant finished) {
    jdbc.sql(
            """
            update intake.import set state = 'DONE', no_longer_published = :gone,
              bytes_read = bytes, rows_total = rows_done, finished = :finished,
              file_due = file_due or exists (
                select from intake.skipped where import = :id and rule = 'emptied')
            where id = :id
            """)
        .param("gone", noLongerPublished)
        .param("finished", timestamp(finished))
        .param("id", id)
        .update();
  }

  /// The file was a mapping, and is one of this node's now.
  void doneAsMapping(long id, ImportMapping mapping, Instant finished) {
    jdbc.sql(
            """
            update intake.import set state = 'DONE', layout = :name, finished = :finished,
              bytes_read = bytes where id = :id
            """)
        .param("name", mapping.name())
        .param("finished", timestamp(finished))
        .param("id", id)
        .update();
  }

  void sameAs(long id, long other, Instant finished) {
    jdbc.sql(
            """
            update intake.import set state = 'DONE', same_as = :other, question = null,
              finished = :finished,
              file_due = (select file_removed is not null from intake.import where id = :other)
            where id = :id
            """)
        .param("other", other)
        .param("finished", timestamp(finished))
        .param("id", id)
        .update();
  }

  void refused(long id, FileRefusal refusal, Instant finished) {
    jdbc.sql(
            """
            update intake.import set state = 'REFUSED', question = null,
              refusal = cast(:refusal as jsonb), finished = :finished where id = :id
            """)
        .param("refusal", json.writeValueAsString(refusal))
        .param("finished", timestamp(finished))
        .param("id", id)
        .update();
  }

  void failed(long id, Instant finished) {
    jdbc.sql("update intake.import set state = 'FAILED', finished = :finished where id = :id")
        .param("finished", timestamp(finished))
        .param("id", id)
        .update();
  }

  static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}

package org.tripoint.node.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// Removes kept files that carried what a purge emptied, with everything that intake has written
/// down of their cells: rows in quarantine, texts that nothing recognised, what a preview showed.
/// Hash, size, name, sender and publication of a file stay.
@Component
class RemoveFiles {

  private final JdbcClient jdbc;
  private final FileStore files;
  private final Clock clock;

  RemoveFiles(JdbcClient jdbc, FileStore files, Clock clock) {
    this.jdbc = jdbc;
    this.files = files;
    this.clock = clock;
  }

  /// Hash of the file that became the release; empty for one of no file.
  Optional<String> findHash(RecordId release) {
    return jdbc.sql("select sha256 from intake.import where release = ?")
        .param(release.value())
        .query(String.class)
        .optional();
  }

  /// The files of these releases, and those whose quarantine they mended. One that is being
  /// appended goes when that is done.
  void removeThoseOf(Collection<RecordId> releases) {
    jdbc.sql(
            """
            with recursive carried (id, sha256, corrects) as (
              select id, sha256, corrects from intake.import where release = any (:releases)
              union
              select other.id, other.sha256, other.corrects
              from carried join intake.import other
                on other.id = carried.corrects or other.sha256 = carried.sha256)
            update intake.import set file_due = true
            where id in (select id from carried) and file_removed is null
            """)
        .param("releases", releases.stream().map(RecordId::value).toArray(UUID[]::new))
        .update();
    removeDue();
  }

  /// Files that are due and that nothing reads any more.
  void removeDue() {
    List<String> due =
        jdbc.sql(
                """
                select distinct sha256 from intake.import due where file_due and not exists (
                  select from intake.import one
                  where one.sha256 = due.sha256 and one.state = 'APPENDING')
                """)
            .query(String.class)
            .list();
    due.forEach(this::remove);
  }

  /// What fails half-way is due still and is done again.
  private void remove(String sha256) {
    files.remove(sha256);
    Long[] imports =
        jdbc.sql("select id from intake.import where sha256 = ?")
            .param(sha256)
            .query(Long.class)
            .list()
            .toArray(Long[]::new);
    for (String table :
        List.of("quarantine", "quarantine_rule", "unrecognised", "ordinal", "ordinal_preview")) {
      jdbc.sql("delete from intake.%s where import = any (?)".formatted(table))
          .param(imports)
          .update();
    }
    jdbc.sql(
            """
            update intake.import set file_due = false, file_removed = :now, preview = null
            where id = any (:imports)
            """)
        .param("now", ImportJobs.timestamp(Instant.now(clock)))
        .param("imports", imports)
        .update();
  }

  /// What was arriving, and what was due, when the node stopped.
  void tidy() {
    files.tidy();
    removeDue();
  }
}

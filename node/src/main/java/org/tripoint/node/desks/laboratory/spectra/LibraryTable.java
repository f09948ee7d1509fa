package org.tripoint.node.desks.laboratory.spectra;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.RecordId;

/// Libraries that stand, kept from the ledger in `laboratory.spectral_library`.
@Component
class LibraryTable implements LedgerReader {

  private final JdbcClient jdbc;
  private final RecordKinds kinds;
  private final KeptInMemory<List<Library>> known = new KeptInMemory<>(this::read);

  LibraryTable(JdbcClient jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// A library as its record stands.
  ///
  /// @param actor who handed it in
  /// @param at when it was first handed in
  record Library(RecordId record, String actor, Instant at, ImportedLibrary content) {}

  /// The oldest first.
  List<Library> list() {
    return known.get();
  }

  Optional<Library> find(String record) {
    return list().stream().filter(one -> one.record().toString().equals(record)).findFirst();
  }

  private List<Library> read() {
    return jdbc.sql(
            "select record, actor, at, content from laboratory.spectral_library order by at,"
                + " record")
        .query((row, i) ->
            new Library(
                new RecordId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getTimestamp(3).toInstant(),
                kinds.parse(ImportedLibrary.KIND, row.getString(4))))
        .list();
  }

  @Override
  public String name() {
    return "laboratory.spectral-libraries";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ImportedLibrary.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        keep(change.version());
      }
    }
    known.forgetAfterCommit();
  }

  private void keep(RecordVersion version) {
    VersionHeader header = version.header();
    jdbc.sql("delete from laboratory.spectral_library where record = ?")
        .param(header.record().value())
        .update();
    version
        .content(ImportedLibrary.KIND)
        .ifPresent(content ->
            jdbc.sql(
                    """
                    insert into laboratory.spectral_library (record, sequence, actor, at, content)
                    values (?, ?, ?, ?, ?)
                    """)
                .param(header.record().value())
                .param(header.sequence())
                .param(header.actor())
                .param(Timestamp.from(header.published()))
                .param(kinds.write(ImportedLibrary.KIND, content))
                .update());
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from laboratory.spectral_library where record = ? and sequence = ?")
        .params(version.header().record().value(), version.header().sequence())
        .update();
    known.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate laboratory.spectral_library").update();
    known.forgetAfterCommit();
  }
}

package org.tripoint.node.desks.laboratory.spectra;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.database.Sight;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.RecordId;

/// Kept unknowns that stand, kept from the ledger in `laboratory.kept_spectrum`.
@Component
class KeptSpectra implements LedgerReader {

  private final JdbcClient jdbc;
  private final RecordKinds kinds;
  private final KeptInMemory<List<Kept>> known = new KeptInMemory<>(this::read);

  KeptSpectra(JdbcClient jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// A kept spectrum as its record stands.
  ///
  /// @param sequence of the version
  /// @param source who published it
  /// @param actor who kept it
  /// @param at when it was published
  record Kept(
      RecordId record,
      long sequence,
      String source,
      String actor,
      Instant at,
      KeptSpectrum content) {

    /// Whether it was kept on this node.
    boolean isOwn() {
      return PartnerSource.partnerOf(source) == null;
    }
  }

  /// In the order of the ledger, those that may be seen by whoever asks. The same list as long as
  /// nothing changed, for whom no marking keeps anything back.
  List<Kept> list() {
    return Sight.now().isPresent() ? read() : known.get();
  }

  private List<Kept> read() {
    return List.copyOf(
        jdbc.sql(
                "select record, sequence, source, actor, at, content from laboratory.kept_spectrum"
                    + " order by sequence")
            .query((row, i) ->
                new Kept(
                    new RecordId(row.getObject(1, UUID.class)),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant(),
                    kinds.parse(KeptSpectrum.KIND, row.getString(6))))
            .list());
  }

  @Override
  public String name() {
    return "laboratory.kept-spectra";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KeptSpectrum.KIND.name());
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
    delete("kept_spectrum", header);
    Optional<KeptSpectrum> content = version.content(KeptSpectrum.KIND);
    if (content.isEmpty()) {
      delete("kept_answer", header);
      return;
    }
    jdbc.sql(
            """
            insert into laboratory.kept_spectrum (record, sequence, source, actor, at, content)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(header.record().value())
        .param(header.sequence())
        .param(header.source())
        .param(header.actor())
        .param(Timestamp.from(header.published()))
        .param(kinds.write(KeptSpectrum.KIND, content.get()))
        .update();
  }

  private void delete(String table, VersionHeader header) {
    jdbc.sql("delete from laboratory." + table + " where record = ?")
        .param(header.record().value())
        .update();
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  /// With what was last said of it.
  @Override
  public void emptied(RecordVersion version) {
    VersionHeader header = version.header();
    for (String table : List.of("kept_spectrum", "kept_answer")) {
      jdbc.sql("delete from laboratory." + table + " where record = ? and sequence = ?")
          .params(header.record().value(), header.sequence())
          .update();
    }
    known.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate laboratory.kept_spectrum").update();
    known.forgetAfterCommit();
  }
}

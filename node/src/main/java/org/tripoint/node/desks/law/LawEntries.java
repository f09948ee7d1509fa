package org.tripoint.node.desks.law;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// What the records of this desk say now, in `law.entry`; readings of a person's, reviews and facts
/// are few and are held in memory.
@Component
public class LawEntries implements LedgerReader {

  private final JdbcClient jdbc;
  private final RecordKinds kinds;
  private final KeptInMemory<List<Row>> rows = new KeptInMemory<>(this::read);

  LawEntries(JdbcClient jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  private record Row(
      RecordId record,
      String kind,
      @Nullable String origin,
      String actor,
      Instant at,
      String key,
      String content) {}

  /// A record as it stands.
  ///
  /// @param origin short name of the partner whose record it is, or null for this node
  /// @param actor who handed it in here
  /// @param at when it was published
  public record Kept<C extends Record>(
      RecordId record, @Nullable String origin, String actor, Instant at, String key, C content) {}

  /// All of a kind, the newest first.
  public <C extends Record> List<Kept<C>> list(Kind<C> kind) {
    return rows.get().stream()
        .filter(row -> row.kind().equals(kind.name()))
        .map(row ->
            new Kept<>(
                row.record(),
                row.origin(),
                row.actor(),
                row.at(),
                row.key(),
                kinds.parse(kind, row.content())))
        .toList();
  }

  /// The same object while nothing of this desk changes.
  public Object state() {
    return rows.get();
  }

  private List<Row> read() {
    return jdbc.sql(
            """
            select record, kind, origin, actor, at, key, content from law.entry
            order by at desc, sequence desc
            """)
        .query((row, i) ->
            new Row(
                new RecordId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getString(7)))
        .list();
  }

  @Override
  public String name() {
    return "law.entries";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        GapReviewed.KIND.name(),
        LawReading.KIND.name(),
        LawReview.KIND.name(),
        ControlFact.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        keep(change.version());
      }
    }
    rows.forgetAfterCommit();
  }

  private void keep(RecordVersion version) {
    VersionHeader header = version.header();
    jdbc.sql("delete from law.entry where record = ?").param(header.record().value()).update();
    switch (header.kind()) {
      case "gap-review" -> keep(version, GapReviewed.KIND);
      case "law-reading" -> keep(version, LawReading.KIND);
      case "law-review" -> keep(version, LawReview.KIND);
      default -> keep(version, ControlFact.KIND);
    }
  }

  private <C extends Record> void keep(RecordVersion version, Kind<C> kind) {
    VersionHeader header = version.header();
    version
        .content(kind)
        .ifPresent(content ->
            jdbc.sql(
                    """
                    insert into law.entry (record, kind, sequence, origin, actor, at, key, content)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .param(header.record().value())
                .param(header.kind())
                .param(header.sequence())
                .param(PartnerSource.partnerOf(header.source()))
                .param(header.actor())
                .param(Timestamp.from(header.published()))
                .param(version.key().orElse(""))
                .param(kinds.write(kind, content))
                .update());
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from law.entry where record = ? and sequence = ?")
        .params(version.header().record().value(), version.header().sequence())
        .update();
    rows.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate law.entry").update();
    rows.forgetAfterCommit();
  }
}

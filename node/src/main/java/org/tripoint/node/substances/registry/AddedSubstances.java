package org.tripoint.node.substances.registry;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.RecordId;

/// Substances that people added, kept from the ledger in `substances.added`, and in memory behind
/// those that ship.
@Component
class AddedSubstances implements LedgerReader, ReadRegistry {

  private final JdbcClient jdbc;
  private final RecordKinds kinds;
  private final Chemistry chemistry;
  private final KeptInMemory<Known> known = new KeptInMemory<>(this::read);

  AddedSubstances(JdbcClient jdbc, RecordKinds kinds, Chemistry chemistry) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.chemistry = chemistry;
  }

  /// A record as it stands.
  ///
  /// @param origin short name of the partner whose record it is, or null for this node
  /// @param actor who handed it in here
  /// @param at when it was published
  /// @param sound false when the structure has another key or formula than the record says
  record Kept(
      RecordId record,
      @Nullable String origin,
      String actor,
      Instant at,
      AddedSubstance content,
      boolean sound) {}

  private record Known(List<Kept> added, Registry registry) {}

  /// The oldest first.
  List<Kept> list() {
    return known.get().added();
  }

  @Override
  public Registry registry() {
    return known.get().registry();
  }

  Optional<Kept> find(String id) {
    return list().stream().filter(one -> one.record().toString().equals(id)).findFirst();
  }

  private Known read() {
    List<Kept> added = rows();
    List<Substance> sound =
        added.stream()
            .filter(Kept::sound)
            .map(one -> one.content().inRegistry(one.record().toString()))
            .toList();
    return new Known(added, chemistry.shipped().plus(sound));
  }

  private List<Kept> rows() {
    return jdbc.sql(
            "select record, origin, actor, at, content from substances.added order by at, record")
        .query((row, i) -> {
          AddedSubstance content = kinds.parse(AddedSubstance.KIND, row.getString(5));
          return new Kept(
              new RecordId(row.getObject(1, UUID.class)),
              row.getString(2),
              row.getString(3),
              row.getTimestamp(4).toInstant(),
              content,
              chemistry.fits(content));
        })
        .list();
  }

  @Override
  public String name() {
    return "substances.added";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(AddedSubstance.KIND.name());
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
    jdbc.sql("delete from substances.added where record = ?")
        .param(header.record().value())
        .update();
    version
        .content(AddedSubstance.KIND)
        .ifPresent(content ->
            jdbc.sql(
                    """
                    insert into substances.added (record, sequence, origin, actor, at, content)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .param(header.record().value())
                .param(header.sequence())
                .param(PartnerSource.partnerOf(header.source()))
                .param(header.actor())
                .param(Timestamp.from(header.published()))
                .param(kinds.write(AddedSubstance.KIND, content))
                .update());
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.sql("delete from substances.added where record = ? and sequence = ?")
        .params(version.header().record().value(), version.header().sequence())
        .update();
    known.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.sql("truncate substances.added").update();
    known.forgetAfterCommit();
  }
}

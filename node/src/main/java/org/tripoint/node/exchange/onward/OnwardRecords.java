package org.tripoint.node.exchange.onward;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.OnwardAnswer;
import org.tripoint.node.sharing.OnwardCopies;
import org.tripoint.node.sharing.OnwardQuestion;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Questions, answers and what was told of copies, as the ledger now says.
@Component
class OnwardRecords implements LedgerReader {

  private static final String NAME = "exchange.onward";

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;

  OnwardRecords(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /// A record as it stands.
  ///
  /// @param partner short name of the partner whose node made it; null for this node
  record Kept<C extends Record>(RecordId record, @Nullable String partner, C content) {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isSeenOutside() {
    return true;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(OnwardQuestion.KIND.name(), OnwardAnswer.KIND.name(), OnwardCopies.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        RecordVersion version = change.version();
        VersionHeader header = version.header();
        jdbc.update("delete from exchange.onward where record = ?", header.record().value());
        if (version.isHeld()) {
          put(version, header);
        }
      }
    }
  }

  private void put(RecordVersion version, VersionHeader header) {
    switch (header.kind()) {
      case "onward-question" ->
          version
              .content(OnwardQuestion.KIND)
              .ifPresent(said ->
                  put(header, OnwardQuestion.KIND, said, said.number(), said.object(), said.at()));
      case "onward-answer" ->
          version
              .content(OnwardAnswer.KIND)
              .ifPresent(said ->
                  put(header, OnwardAnswer.KIND, said, said.question(), said.object(), said.at()));
      default ->
          version
              .content(OnwardCopies.KIND)
              .ifPresent(said ->
                  put(header, OnwardCopies.KIND, said, "", said.object(), header.published()));
    }
  }

  private <C extends Record> void put(
      VersionHeader header, Kind<C> kind, C content, String number, String object, Instant at) {
    jdbc.update(
        """
        insert into exchange.onward
          (record, sequence, kind, partner, number, object, at, content)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        header.record().value(),
        header.sequence(),
        kind.name(),
        PartnerSource.partnerOf(header.source()),
        number,
        object,
        OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
        kinds.write(kind, content));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from exchange.onward where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
  }

  @Override
  public void clear() {
    jdbc.execute("truncate exchange.onward");
  }

  /// The latest, latest first.
  <C extends Record> List<Kept<C>> list(Kind<C> kind, int limit) {
    return query(kind, "order by at desc, sequence desc limit ?", limit);
  }

  /// Those of a question.
  <C extends Record> List<Kept<C>> listOf(Kind<C> kind, String number) {
    return query(kind, "and number = ? order by sequence", number);
  }

  /// Those about any of the objects.
  <C extends Record> List<Kept<C>> listAbout(Kind<C> kind, Collection<String> objects) {
    return query(
        kind, "and object = any (?) order by sequence", (Object) objects.toArray(String[]::new));
  }

  private <C extends Record> List<Kept<C>> query(Kind<C> kind, String which, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = kind.name();
    System.arraycopy(values, 0, all, 1, values.length);
    return jdbc.query(
        "select record, partner, content from exchange.onward where kind = ? " + which,
        (row, number) -> kept(kind, row),
        all);
  }

  private <C extends Record> Kept<C> kept(Kind<C> kind, ResultSet row) throws SQLException {
    return new Kept<>(
        new RecordId(row.getObject(1, UUID.class)),
        row.getString(2),
        kinds.parse(kind, row.getString(3)));
  }

  /// The record of this node that a partner was given as this object.
  Optional<RecordId> givenAs(String object) {
    return jdbc
        .queryForList(
            "select record from exchange.object where id = ? and record is not null limit 1",
            UUID.class,
            object)
        .stream()
        .findFirst()
        .map(RecordId::new);
  }

  /// The objects as which a record of this node was given.
  List<String> objectsOf(RecordId record) {
    return jdbc.queryForList(
        "select distinct id from exchange.object where record = ?", String.class, record.value());
  }
}

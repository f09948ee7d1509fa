package org.tripoint.node.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.retention.RetentionDecision.Verdict;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// What people decided: rules, holds, decisions and lots as they stand, and the agreements with
/// partners.
@Component
class Decided {

  /// Kinds whose records are listed whole.
  private static final Map<String, Kind<?>> LISTED =
      Map.of(
          RetentionRule.KIND.name(), RetentionRule.KIND,
          LegalHold.KIND.name(), LegalHold.KIND,
          RetentionLot.KIND.name(), RetentionLot.KIND,
          PartnerAgreement.KIND.name(), PartnerAgreement.KIND);

  /// Kinds on which every date depends.
  private static final Set<String> MOVING =
      Set.of(RetentionRule.KIND.name(), PartnerAgreement.KIND.name());

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Country here;

  Decided(JdbcTemplate jdbc, RecordKinds kinds, @Value("${tripoint.node.country}") String country) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.here = Country.of(country);
  }

  /// A record of this room as it stands.
  ///
  /// @param key the key under which it is kept
  record Standing<C extends Record>(RecordId record, String key, long sequence, C content) {}

  static boolean isDecision(String kind) {
    return LISTED.containsKey(kind) || kind.equals(RetentionDecision.KIND.name());
  }

  /// True when it may change what is due for every record.
  static boolean movesDates(String kind) {
    return MOVING.contains(kind);
  }

  /// What rules and agreements ask for now.
  DueDates dates() {
    return new DueDates(
        list(RetentionRule.KIND).stream().map(Standing::content).toList(),
        list(PartnerAgreement.KIND).stream().map(Standing::content).toList(),
        here);
  }

  /// Takes a version that its record now says.
  void apply(RecordVersion version) {
    VersionHeader header = version.header();
    if (header.kind().equals(RetentionDecision.KIND.name())) {
      applyDecision(version);
      return;
    }
    jdbc.update("delete from retention.entry where record = ?", header.record().value());
    jdbc.update("delete from retention.hold where record = ?", header.record().value());
    Kind<?> kind = LISTED.get(header.kind());
    if (kind != null) {
      put(version, kind);
    }
  }

  private <C extends Record> void put(RecordVersion version, Kind<C> kind) {
    Optional<C> content = version.content(kind);
    if (content.isEmpty()) {
      return;
    }
    VersionHeader header = version.header();
    jdbc.update(
        "insert into retention.entry (record, kind, key, sequence, content) values (?, ?, ?, ?, ?)",
        header.record().value(),
        header.kind(),
        version.key().orElse(""),
        header.sequence(),
        kinds.write(kind, content.get()));
    if (content.get() instanceof LegalHold hold) {
      jdbc.update(
          "insert into retention.hold (record, of_record, kind, source, until)"
              + " values (?, ?, ?, ?, ?)",
          header.record().value(),
          hold.record() == null ? null : hold.record().value(),
          hold.kind(),
          hold.source(),
          hold.until());
    }
  }

  private void applyDecision(RecordVersion version) {
    UUID decision = version.header().record().value();
    jdbc.update("delete from retention.kept where decision = ?", decision);
    Optional<RetentionDecision> said = version.content(RetentionDecision.KIND);
    if (said.isPresent() && said.get().verdict() == Verdict.KEEP) {
      jdbc.update(
          """
          insert into retention.kept (of_record, decision, sequence, until) values (?, ?, ?, ?)
          on conflict (of_record) do update
          set decision = excluded.decision, sequence = excluded.sequence, until = excluded.until
          """,
          said.get().record().value(),
          decision,
          version.header().sequence(),
          said.get().until());
    }
  }

  /// What a decision said goes with its content.
  void emptied(VersionHeader header) {
    jdbc.update(
        "delete from retention.kept where decision = ? and sequence = ?",
        header.record().value(),
        header.sequence());
    int gone =
        jdbc.update(
            "delete from retention.entry where record = ? and sequence = ?",
            header.record().value(),
            header.sequence());
    if (gone > 0) {
      jdbc.update("delete from retention.hold where record = ?", header.record().value());
    }
  }

  <C extends Record> List<Standing<C>> list(Kind<C> kind) {
    return query(kind, "order by sequence");
  }

  <C extends Record> Optional<Standing<C>> find(Kind<C> kind, RecordId record) {
    return query(kind, "and record = ?", record.value()).stream().findFirst();
  }

  private <C extends Record> List<Standing<C>> query(
      Kind<C> kind, String which, @Nullable Object... values) {
    @Nullable Object[] all = new @Nullable Object[values.length + 1];
    all[0] = kind.name();
    System.arraycopy(values, 0, all, 1, values.length);
    return jdbc.query(
        "select record, key, sequence, content from retention.entry where kind = ? " + which,
        (row, number) ->
            new Standing<>(
                new RecordId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getLong(3),
                kinds.parse(kind, row.getString(4))),
        all);
  }

  /// True when somebody's hold is over the record today.
  boolean isHeld(RecordId record, String kind, String source, LocalDate today) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from retention.hold
              where (until is null or until >= ?)
                and (of_record = ? or (of_record is null and (kind = '' or kind = ?)
                                       and (source = '' or source = ?))))
            """,
            Boolean.class,
            today,
            record.value(),
            kind,
            source));
  }

  void clear() {
    jdbc.execute("truncate retention.entry, retention.hold, retention.kept");
  }
}

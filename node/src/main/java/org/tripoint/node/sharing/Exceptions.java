package org.tripoint.node.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.DisclosureLog.Had;
import org.tripoint.node.sharing.Drafts.Ground;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.node.sharing.SinceWhen.Past;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// Records that two people let go although the rules refuse it. Each goes to an audience beside the
/// one that it is for, with the same people, so that what the rules give and call back never mixes
/// with what was given by exception.
@Component
class Exceptions {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Audiences audiences;
  private final DisclosureLog log;
  private final SinceWhen sinceWhen;

  Exceptions(
      JdbcTemplate jdbc,
      RecordKinds kinds,
      Audiences audiences,
      DisclosureLog log,
      SinceWhen sinceWhen) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.audiences = audiences;
    this.log = log;
    this.sinceWhen = sinceWhen;
  }

  /// What a record is like now.
  ///
  /// @param sequence its version
  record Stands(long sequence, Traits traits) {}

  private record Row(
      UUID release,
      int bit,
      UUID record,
      Variant variant,
      Assurance assurance,
      Instant expires,
      boolean ended) {
    boolean isOver(Instant now) {
      return ended || !now.isBefore(expires);
    }
  }

  /// Takes a release as it now stands; one that holds nothing has been ended.
  void apply(RecordId release, long sequence, Optional<BreakGlassRelease> content) {
    if (content.isEmpty()) {
      jdbc.update("update sharing.break_glass set ended = true where release = ?", release.value());
      return;
    }
    BreakGlassRelease said = content.get();
    Optional<Integer> bit = audiences.beside(said, release);
    if (bit.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into sharing.break_glass
          (release, sequence, audience, record, variant, assurance, reason, asked_by, confirmed_by,
           confirmed_at, expires, ended)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
        on conflict (release) do nothing
        """,
        release.value(),
        sequence,
        bit.get(),
        said.record().value(),
        new Variant(said.parts(), SharingDecision.Naming.SOURCE_NAMED).code(),
        said.assurance().name(),
        said.reason(),
        said.askedBy(),
        said.confirmedBy(),
        OffsetDateTime.ofInstant(said.confirmedAt(), ZoneOffset.UTC),
        OffsetDateTime.ofInstant(said.expires(), ZoneOffset.UTC));
  }

  /// Gives what was let go, newer versions of it too, and calls back what is over.
  ///
  /// @return true when anything was given or called back
  boolean compare(List<Audience> all, Country giver, Drafts drafts, Instant now) {
    Map<List<Object>, Row> chosen = new LinkedHashMap<>();
    for (Row row : rows()) {
      chosen.merge(
          List.of(row.bit(), row.record()),
          row,
          (before, next) -> next.isOver(now) && !before.isOver(now) ? before : next);
    }
    Map<UUID, Map<Integer, Had>> had =
        log.had(chosen.values().stream().map(Row::record).distinct().toList());
    boolean changed = false;
    for (Row row : chosen.values()) {
      Had has = had.getOrDefault(row.record(), Map.of()).get(row.bit());
      if (has == null && row.isOver(now)) {
        continue;
      }
      Optional<Stands> stands = stands(new RecordId(row.record()));
      SharingDecision decision = decide(row, all, stands, giver, now);
      changed |=
          drafts.bring(
              row.bit(),
              Optional.of(ground(row.release())),
              decision,
              row.record(),
              stands.map(one -> version(row.record(), one.sequence(), decision, has)).orElse(-1L),
              has);
    }
    return changed;
  }

  private long version(UUID record, long sequence, SharingDecision decision, @Nullable Had has) {
    if (has != null && has.sequence() == sequence) {
      return sequence;
    }
    Past past = sinceWhen.of(List.of(record)).get(record);
    return past == null ? sequence : past.version(sequence, decision, has);
  }

  private static Ground ground(UUID release) {
    return new Ground(SharingBasis.BREAK_GLASS, SharingBasis.BREAK_GLASS + " " + release);
  }

  private static SharingDecision decide(
      Row row, List<Audience> all, Optional<Stands> stands, Country giver, Instant now) {
    if (row.ended()) {
      return Reason.NO_BASIS.refused();
    }
    if (row.isOver(now)) {
      return Reason.BASIS_NOT_IN_FORCE.refused();
    }
    Optional<Audience> audience = at(all, row.bit());
    if (audience.isEmpty() || base(all, audience.get()).filter(one -> !one.ended()).isEmpty()) {
      return Reason.NO_BASIS.refused();
    }
    return stands.isEmpty()
        ? Reason.NOTHING_HELD.refused()
        : decide(
            stands.get().traits(), audience.get().from(giver), row.variant(), row.assurance(), now);
  }

  /// May it go, by the word of two people?
  static SharingDecision decide(
      Traits traits, Transfer transfer, Variant asked, Assurance assurance, Instant now) {
    return traits.partner() == null
        ? DecideSharing.decideByBreakGlass(
            traits.candidate(null),
            transfer,
            asked.parts(),
            assurance,
            LocalDate.ofInstant(now, ZoneOffset.UTC))
        : Reason.ORIGINATOR_MUST_BE_ASKED.refused();
  }

  private static Optional<Audience> at(List<Audience> all, int bit) {
    return all.stream().filter(one -> one.bit() == bit).findFirst();
  }

  /// The audience beside which this one stands.
  private static Optional<Audience> base(List<Audience> all, Audience exceptional) {
    return all.stream()
        .filter(one -> one.partner().equals(exceptional.partner()))
        .filter(one -> Audiences.beside(one.name()).equals(exceptional.name()))
        .findFirst();
  }

  /// What the record is like now; empty for what never leaves, and for no record at all.
  Optional<Stands> stands(RecordId record) {
    return jdbc
        .query(
            """
            select s.sequence, l.traits from sharing.standing s
            join sharing.likeness l on l.id = s.likeness where s.record = ?
            """,
            (row, number) ->
                new Stands(row.getLong(1), kinds.parse(Traits.AS_TEXT, row.getString(2))),
            record.value())
        .stream()
        .filter(stands -> mayLeave(stands.traits().kind()))
        .findFirst();
  }

  /// What a node keeps for itself has no form outside of it.
  private boolean mayLeave(String kind) {
    return kinds.find(kind).map(kinds.listFromOutside()::contains).orElse(true);
  }

  private List<Row> rows() {
    return jdbc.query(
        """
        select release, audience, record, variant, assurance, expires, ended
        from sharing.break_glass order by sequence
        """,
        (row, number) -> row(row));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject(1, UUID.class),
        row.getInt(2),
        row.getObject(3, UUID.class),
        Variant.of(row.getInt(4)),
        Assurance.valueOf(row.getString(5)),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getBoolean(7));
  }
}

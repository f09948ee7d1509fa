package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Keeps a record that comes by two ways one record: what a partner passed on is set aside while
/// the originator itself gives it, and stands again when the originator no longer gives it to this
/// node. What the originator took back from everybody goes, whoever passed it on.
@Component
class TwoWays {

  private static final String ACTOR = "exchange";

  private final JdbcTemplate jdbc;
  private final AppendRecords ledger;
  private final ReadLedger versions;
  private final PurgeContent purge;
  private final RecordKinds kinds;
  private final TakenObjects taken;

  TwoWays(
      JdbcTemplate jdbc,
      AppendRecords ledger,
      ReadLedger versions,
      PurgeContent purge,
      RecordKinds kinds,
      TakenObjects taken) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.versions = versions;
    this.purge = purge;
    this.kinds = kinds;
    this.taken = taken;
  }

  /// A record as its originator knows it.
  ///
  /// @param country of the originator
  /// @param whole id under which all of it stands there
  record Known(String country, String whole) {}

  /// An audience of this node that no longer has a record.
  record Lost(String partner, String audience, UUID record) {}

  /// Its originator took it back from everybody at that moment, by its own clock.
  void takenBack(Known what, Instant at) {
    jdbc.update(
        """
        insert into exchange.taken_back (country, whole, at) values (?, ?, ?)
        on conflict (country, whole) do update set at = greatest(taken_back.at, excluded.at)
        """,
        what.country(),
        what.whole(),
        at(at));
  }

  /// True when it was taken back after its originator had said this.
  boolean wasTakenBack(Known what, Instant said) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.taken_back where country = ? and whole = ? and at >= ?)
            """,
            Boolean.class,
            what.country(),
            what.whole(),
            at(said)));
  }

  private record Row(
      String partner,
      String audience,
      String object,
      long added,
      String key,
      UUID record,
      long sequence) {}

  /// Brings what was passed on to how it should stand, as everything that came says by now.
  ///
  /// @return who no longer has what
  List<Lost> settle(Set<Known> touched) {
    List<Lost> lost = new ArrayList<>();
    for (Known one : touched) {
      List<Row> passedOn = passedOn(one, "");
      if (!passedOn.isEmpty()) {
        lost.addAll(takeOut(one));
        settle(passedOn(one, ""), isGivenDirectly(one));
      }
    }
    return lost;
  }

  private boolean isGivenDirectly(Known one) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from exchange.held where country = ? and whole = ? and"
                + " direct)",
            Boolean.class,
            one.country(),
            one.whole()));
  }

  private List<Row> passedOn(Known one, String which) {
    return jdbc.query(
        """
        select partner, audience, object, added, key, record, sequence
        from exchange.held h where country = ? and whole = ? and not direct
        """
            + which
            + " order by modified, added",
        (row, n) ->
            new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getLong(7)),
        one.country(),
        one.whole());
  }

  /// What the originator had said before it took it back.
  private List<Lost> takeOut(Known one) {
    List<Row> gone =
        passedOn(
            one,
            """
             and said <= (
              select at from exchange.taken_back t
              where t.country = h.country and t.whole = h.whole)
            """);
    for (Row row : gone) {
      jdbc.update(
          """
          delete from exchange.held
          where partner = ? and audience = ? and object = ? and added = ?
          """,
          row.partner(),
          row.audience(),
          row.object(),
          row.added());
    }
    for (UUID record : records(gone)) {
      if (!isHeld(record)) {
        withdraw(record);
      }
    }
    empty(gone.stream().map(Row::sequence).distinct().filter(this::isUnheld).toList());
    return gone.stream()
        .map(row -> new Lost(row.partner(), row.audience(), row.record()))
        .distinct()
        .toList();
  }

  private static Set<UUID> records(List<Row> rows) {
    Set<UUID> records = new LinkedHashSet<>();
    rows.forEach(row -> records.add(row.record()));
    return records;
  }

  private boolean isHeld(UUID record) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from exchange.held where record = ?)", Boolean.class, record));
  }

  private boolean isUnheld(long sequence) {
    return Boolean.FALSE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from exchange.held where sequence = ?)",
            Boolean.class,
            sequence));
  }

  private void settle(List<Row> passedOn, boolean direct) {
    for (UUID record : records(passedOn)) {
      List<Row> rows = passedOn.stream().filter(row -> row.record().equals(record)).toList();
      boolean stands = current(record).filter(RecordVersion::isHeld).isPresent();
      if (direct && stands) {
        withdraw(record);
      } else if (!direct && !stands) {
        standAgain(rows.getLast());
      }
      jdbc.update(
          "update exchange.held set aside = ? where record = ? and aside <> ?",
          direct,
          record,
          direct);
    }
  }

  private void withdraw(UUID record) {
    current(record)
        .filter(RecordVersion::isHeld)
        .ifPresent(version ->
            append(
                version,
                new Entry.Withdraw(
                    kind(version), key(version), "its originator gives it to this node")));
  }

  /// The same words once more, and the former ones are emptied: each is held once.
  private void standAgain(Row row) {
    Optional<RecordVersion> said = versions.findVersion(row.sequence());
    Optional<RecordVersion> now = current(row.record());
    if (said.isEmpty() || now.isEmpty() || said.get().emptied().isPresent()) {
      return;
    }
    OptionalLong appended = append(now.get(), put(said.get(), kind(said.get()), row.key()));
    if (appended.isEmpty()) {
      return;
    }
    long sequence = appended.getAsLong();
    jdbc.update(
        "update exchange.held set sequence = ? where sequence = ?", sequence, row.sequence());
    jdbc.update(
        "update exchange.taken_object set sequence = ? where sequence = ?",
        sequence,
        row.sequence());
    if (sequence != row.sequence()) {
      empty(List.of(row.sequence()));
    }
  }

  private static <C extends Record> Entry put(RecordVersion version, Kind<C> kind, String key) {
    return new Entry.Put<>(
        kind, key, version.content(kind).orElseThrow(), version.header().marking(), null);
  }

  private OptionalLong append(RecordVersion after, Entry entry) {
    Outcome outcome =
        ledger
            .append(
                new Batch(
                    after.header().source(),
                    null,
                    after.header().published().plus(1, ChronoUnit.MICROS),
                    ACTOR,
                    List.of(entry)))
            .outcomes()
            .getFirst();
    return outcome instanceof Outcome.Appended appended
        ? OptionalLong.of(appended.sequence())
        : OptionalLong.empty();
  }

  private void empty(List<Long> sequences) {
    List<Long> filled =
        versions.listVersions(Set.copyOf(sequences)).stream()
            .filter(version -> version.emptied().isEmpty() && version.isHeld())
            .map(version -> version.header().sequence())
            .sorted()
            .toList();
    if (!filled.isEmpty()) {
      purge.purge(filled, PurgeBasis.RECALL, "recall by its originator", ACTOR);
      taken.forget(filled);
    }
  }

  private Optional<RecordVersion> current(UUID record) {
    return versions.findCurrent(new RecordId(record));
  }

  private Kind<?> kind(RecordVersion version) {
    return kinds
        .find(version.header().kind())
        .orElseThrow(() ->
            new IllegalStateException("expected a kind that is known: " + version.header().kind()));
  }

  private static String key(RecordVersion version) {
    return version
        .key()
        .orElseThrow(() -> new IllegalStateException("expected a version that was not emptied"));
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}

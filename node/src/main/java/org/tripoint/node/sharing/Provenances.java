package org.tripoint.node.sharing;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.sharing.Provenance.How;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.node.sharing.Received.Leave;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// How records of partners came and what their originators have allowed about them, as the ledger
/// says it.
@Component
class Provenances implements ReadProvenance {

  private final JdbcTemplate jdbc;

  Provenances(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes what one batch brought.
  ///
  /// @return the records that it is about
  Set<UUID> apply(Provenance said) {
    Set<UUID> touched = new HashSet<>();
    for (Provenance.Came came : said.came()) {
      Provenance.Way way = said.way(came.audience());
      if (way != null) {
        touched.add(came.record().value());
        put(said.partner(), came, way);
      }
    }
    for (Provenance.Gone gone : said.gone()) {
      touched.add(gone.record().value());
      jdbc.update(
          "delete from sharing.came where record = ? and audience = ?",
          gone.record().value(),
          gone.audience());
    }
    return touched;
  }

  private void put(String partner, Provenance.Came came, Provenance.Way way) {
    Origin origin = came.origin();
    jdbc.update(
        """
        insert into sharing.origin (record, partner, object, country, authority, whole, passed_on)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (record) do update set object = excluded.object
        """,
        came.record().value(),
        partner,
        came.object(),
        origin.country().code(),
        origin.authority(),
        origin.object(),
        origin.passedOn());
    jdbc.update(
        """
        insert into sharing.came (record, audience, purpose, basis, instrument, onward)
        values (?, ?, ?, ?, ?, ?)
        on conflict (record, audience) do update set purpose = excluded.purpose,
          basis = excluded.basis, instrument = excluded.instrument, onward = excluded.onward
        """,
        came.record().value(),
        way.audience(),
        way.purpose().name(),
        way.basis(),
        way.instrument(),
        way.onward().name());
  }

  /// Takes a partner's answer as it now stands.
  ///
  /// @return the records that it is about
  Set<UUID> allow(RecordId answer, String partner, OnwardAnswer said) {
    Set<UUID> touched = forget(answer);
    if (said.allowed() && said.until() != null) {
      jdbc.update(
          """
          insert into sharing.leave
            (answer, partner, object, country, agencies, purpose, variant, until)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          answer.value(),
          partner,
          said.object(),
          said.to().code(),
          said.agencies().toArray(String[]::new),
          said.purpose().name(),
          new Variant(said.parts(), SharingDecision.Naming.SOURCE_NAMED).code(),
          Date.valueOf(said.until()));
      touched.addAll(recordsOf(partner, said.object()));
    }
    return touched;
  }

  /// The answer no longer stands.
  ///
  /// @return the records that it was about
  Set<UUID> forget(RecordId answer) {
    Set<UUID> touched = new HashSet<>();
    jdbc.query(
        "delete from sharing.leave where answer = ? returning partner, object",
        row -> {
          touched.addAll(recordsOf(row.getString(1), row.getString(2)));
        },
        answer.value());
    return touched;
  }

  private List<UUID> recordsOf(String partner, String object) {
    return jdbc.queryForList(
        "select record from sharing.origin where partner = ? and object = ?",
        UUID.class,
        partner,
        object);
  }

  /// As decisions look at it; missing for what nothing is known of.
  Map<UUID, Received> received(Collection<UUID> records) {
    Map<UUID, Received> received = new HashMap<>();
    if (records.isEmpty()) {
      return received;
    }
    UUID[] ids = records.toArray(UUID[]::new);
    Map<UUID, List<Received.Way>> ways = new HashMap<>();
    jdbc.query(
        "select record, onward, purpose from sharing.came where record = any (?)",
        row -> {
          ways.computeIfAbsent(row.getObject(1, UUID.class), record -> new ArrayList<>())
              .add(
                  new Received.Way(
                      Onward.valueOf(row.getString(2)), Purpose.valueOf(row.getString(3))));
        },
        (Object) ids);
    Map<UUID, List<Leave>> leaves = new HashMap<>();
    jdbc.query(
        """
        select o.record, l.country, l.agencies, l.purpose, l.variant, l.until
        from sharing.origin o join sharing.leave l on l.partner = o.partner and l.object = o.object
        where o.record = any (?)
        """,
        row -> {
          leaves
              .computeIfAbsent(row.getObject(1, UUID.class), record -> new ArrayList<>())
              .add(leave(row));
        },
        (Object) ids);
    find(records)
        .forEach((record, how) ->
            received.put(
                record,
                new Received(
                    ways.getOrDefault(record, List.of()),
                    how.origin().country(),
                    how.origin().passedOn(),
                    leaves.getOrDefault(record, List.of()))));
    return received;
  }

  private static Leave leave(ResultSet row) throws SQLException {
    Array agencies = row.getArray(3);
    return new Leave(
        Country.of(row.getString(2)),
        Set.of((String[]) agencies.getArray()),
        Purpose.valueOf(row.getString(4)),
        Variant.of(row.getInt(5)).parts(),
        row.getDate(6).toLocalDate());
  }

  @Override
  public Map<RecordId, How> find(Set<RecordId> records) {
    Map<RecordId, How> found = new HashMap<>();
    find(records.stream().map(RecordId::value).toList())
        .forEach((record, how) -> found.put(new RecordId(record), how));
    return found;
  }

  @Override
  public Optional<RecordId> findByObject(String object) {
    return jdbc
        .queryForList(
            "select record from sharing.origin where object = ? order by record desc limit 1",
            UUID.class,
            object)
        .stream()
        .findFirst()
        .map(RecordId::new);
  }

  private Map<UUID, How> find(Collection<UUID> records) {
    UUID[] ids = records.toArray(UUID[]::new);
    Map<UUID, List<Provenance.Way>> ways = new HashMap<>();
    jdbc.query(
        """
        select record, audience, purpose, basis, instrument, onward from sharing.came
        where record = any (?) order by audience
        """,
        row -> {
          ways.computeIfAbsent(row.getObject(1, UUID.class), record -> new ArrayList<>())
              .add(
                  new Provenance.Way(
                      row.getString(2),
                      Purpose.valueOf(row.getString(3)),
                      row.getString(4),
                      row.getString(5),
                      Onward.valueOf(row.getString(6))));
        },
        (Object) ids);
    Map<UUID, How> found = new HashMap<>();
    jdbc.query(
        """
        select record, partner, object, country, authority, whole, passed_on from sharing.origin
        where record = any (?)
        """,
        row -> {
          UUID record = row.getObject(1, UUID.class);
          found.put(
              record,
              new How(
                  row.getString(2),
                  row.getString(3),
                  new Origin(
                      Country.of(row.getString(4)),
                      row.getString(5),
                      row.getString(6),
                      row.getBoolean(7)),
                  ways.getOrDefault(record, List.of())));
        },
        (Object) ids);
    return found;
  }
}

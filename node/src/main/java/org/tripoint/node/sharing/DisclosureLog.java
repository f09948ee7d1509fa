package org.tripoint.node.sharing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.RecordId;

/// The lines that each audience may read, as the disclosures of the ledger have them.
@Component
class DisclosureLog implements ReadShared {

  private final JdbcTemplate jdbc;
  private final Audiences audiences;

  DisclosureLog(JdbcTemplate jdbc, Audiences audiences) {
    this.jdbc = jdbc;
    this.audiences = audiences;
  }

  /// Takes the disclosure that stands at this place in the ledger.
  void apply(long place, RecordId record, Disclosure disclosure) {
    keep(place, record, disclosure);
    for (Disclosure.Step step : disclosure.steps()) {
      Object[] records = step.records().stream().map(RecordId::value).toArray(UUID[]::new);
      Object[] sequences = step.sequences().toArray(Long[]::new);
      jdbc.update(
          """
          insert into sharing.log
            (audience, date_added, record, sequence, action, variant, disclosure, why, kind)
          select ?, ? + n.place - 1, n.record, n.sequence, ?, ?, ?, ?, l.kind
          from unnest(?::uuid[], ?::bigint[]) with ordinality as n (record, sequence, place)
          left join sharing.standing s on s.record = n.record
          left join sharing.likeness l on l.id = s.likeness
          """,
          disclosure.bit(),
          step.firstAdded(),
          step.action().code(),
          step.variant().code(),
          place,
          step.why() == null ? null : step.why().name(),
          records,
          sequences);
      tell(disclosure.bit(), step.action(), records);
    }
  }

  private void keep(long place, RecordId record, Disclosure disclosure) {
    List<Disclosure.Step> steps = disclosure.steps();
    jdbc.update(
        """
        insert into sharing.disclosure
          (sequence, record, audience, purpose, basis, instrument, first_added, last_added)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        place,
        record.value(),
        disclosure.bit(),
        disclosure.purpose().name(),
        disclosure.basis(),
        disclosure.instrument(),
        steps.stream().mapToLong(Disclosure.Step::firstAdded).min().orElse(0),
        steps.stream()
            .mapToLong(step -> step.firstAdded() + step.records().size() - 1)
            .max()
            .orElse(0));
  }

  /// An older version that is called back leaves the newer one where it is, and what another
  /// audience at the same place in masks has stays.
  private void tell(int bit, Action action, Object[] records) {
    switch (action) {
      case GIVEN ->
          jdbc.update(
              "update sharing.standing set told = told | ? where record = any (?)",
              1L << Audiences.place(bit),
              records);
      case RECALLED ->
          jdbc.update(
              """
              update sharing.standing s set told = told & ~?::bigint
              where s.record = any (?) and not exists (
                select 1 from sharing.log g
                where g.record = s.record and g.audience % 64 = ? and g.action = 0 and not exists (
                  select 1 from sharing.log r
                  where r.record = g.record and r.audience = g.audience and r.action = 1
                    and r.sequence >= g.sequence and r.date_added > g.date_added))
              """,
              1L << Audiences.place(bit), records, Audiences.place(bit));
    }
  }

  /// Microseconds of the audience's last line; -1 when it has none.
  long lastAdded(int audience) {
    Long last =
        jdbc.queryForObject(
            "select max(date_added) from sharing.log where audience = ?", Long.class, audience);
    return last == null ? -1 : last;
  }

  @Override
  public List<Line> list(int audience, long after, int limit) {
    return lines("and date_added > ? order by date_added limit ?", audience, after, limit);
  }

  @Override
  public List<Line> listLatest(int audience, int limit) {
    return lines("order by date_added desc limit ?", audience, limit);
  }

  private List<Line> lines(String which, Object... arguments) {
    return jdbc.query(
        """
        select date_added, record, sequence, action, variant, disclosure, why from sharing.log
        where audience = ?
        """
            + which,
        (row, number) ->
            new Line(
                row.getLong(1),
                new RecordId(row.getObject(2, UUID.class)),
                row.getLong(3),
                Action.of(row.getInt(4)),
                Variant.of(row.getInt(5)),
                row.getLong(6),
                why(row.getString(7))),
        arguments);
  }

  /// How much of which version each of these audiences has, by record and bit. A recall takes the
  /// version it names and those before it: the erasure of an older one leaves the newer.
  Map<UUID, Map<Integer, Had>> had(List<UUID> records) {
    Map<UUID, Map<Integer, Had>> had = new HashMap<>();
    if (!records.isEmpty()) {
      jdbc.query(
          """
          select distinct on (g.record, g.audience) g.record, g.audience, g.sequence, g.variant
          from sharing.log g
          where g.record = any (?) and g.action = 0 and not exists (
            select 1 from sharing.log r
            where r.record = g.record and r.audience = g.audience and r.action = 1
              and r.sequence >= g.sequence and r.date_added > g.date_added)
          order by g.record, g.audience, g.date_added desc
          """,
          row -> {
            had.computeIfAbsent(row.getObject(1, UUID.class), r -> new HashMap<>())
                .put(row.getInt(2), new Had(row.getLong(3), Variant.of(row.getInt(4))));
          },
          (Object) records.toArray(UUID[]::new));
    }
    return had;
  }

  /// @param sequence the version that the audience was given last
  record Had(long sequence, Variant variant) {}

  @Override
  public List<Holder> listHolders(RecordId record) {
    Set<Integer> holding =
        had(List.of(record.value())).getOrDefault(record.value(), Map.of()).keySet();
    return jdbc.query(
        """
        select distinct on (l.audience) a.partner, a.name, l.date_added, l.sequence, l.action,
               l.variant, l.disclosure, l.why, l.audience
        from sharing.log l join sharing.audience a on a.bit = l.audience
        where l.record = ? order by l.audience, l.date_added desc
        """,
        (row, number) ->
            new Holder(
                row.getString(1),
                row.getString(2),
                new Line(
                    row.getLong(3),
                    record,
                    row.getLong(4),
                    Action.of(row.getInt(5)),
                    Variant.of(row.getInt(6)),
                    row.getLong(7),
                    why(row.getString(8))),
                holding.contains(row.getInt(9))),
        record.value());
  }

  @Override
  public Set<RecordId> listEverGiven(String partner, Set<RecordId> records) {
    return Set.copyOf(
        jdbc.query(
            """
            select distinct l.record
            from sharing.log l join sharing.audience a on a.bit = l.audience
            where a.partner = ? and l.record = any (?) and l.action = 0
            """,
            (row, number) -> new RecordId(row.getObject(1, UUID.class)),
            partner,
            records.stream().map(RecordId::value).toArray(UUID[]::new)));
  }

  @Override
  public Sweep sweep() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            select coalesce((select min(swept) from sharing.mask), -1) + 1,
                   coalesce((select max(sequence) from sharing.standing), -1) + 1
            """,
            (row, number) -> new Sweep(Math.min(row.getLong(1), row.getLong(2)), row.getLong(2))));
  }

  private static @Nullable RecallReason why(@Nullable String name) {
    return name == null ? null : RecallReason.valueOf(name);
  }

  @Override
  public List<SharedAudience> listAudiences() {
    return audiences.all().stream()
        .map(audience ->
            new SharedAudience(
                audience.bit(),
                audience.partner(),
                audience.name(),
                audience.terms().country(),
                audience.terms().agencies(),
                audience.terms().purpose(),
                audience.terms().basis(),
                audience.ended()))
        .toList();
  }
}

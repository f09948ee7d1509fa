package org.tripoint.node.retention;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Tables of records by cohort, and of what is due for each cohort.
@Component
class Cohorts {
  private static final int AT_ONCE = 10_000;

  private final JdbcTemplate jdbc;

  Cohorts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A record with the version that counts.
  record Item(UUID record, long sequence, Cohort cohort) {}

  /// The day on which each of these records was first had, as far as it is kept here.
  Map<UUID, LocalDate> received(Collection<UUID> records) {
    Map<UUID, LocalDate> received = new HashMap<>();
    if (!records.isEmpty()) {
      jdbc.query(
          """
          select i.record, c.received from retention.item i
          join retention.cohort c on c.id = i.cohort where i.record = any (?)
          """,
          row -> {
            received.put(
                row.getObject(1, UUID.class), Objects.requireNonNull(day(row, 2), "received"));
          },
          (Object) records.toArray(UUID[]::new));
    }
    return received;
  }

  /// Puts records where they belong now, and takes out those that hold nothing any more.
  ///
  /// @param known records that may be here already
  void move(Collection<UUID> known, Collection<Item> items, DueDates dates) {
    Map<Long, Long> counts = new HashMap<>();
    if (!known.isEmpty()) {
      jdbc.queryForList(
              "delete from retention.item where record = any (?) returning cohort",
              Long.class,
              (Object) known.toArray(UUID[]::new))
          .forEach(cohort -> counts.merge(cohort, -1L, Long::sum));
    }
    Map<Long, Cohort> cohorts = new HashMap<>();
    Map<Cohort, Long> ids = new HashMap<>();
    for (Item item : items) {
      long id = ids.computeIfAbsent(item.cohort(), Cohort::id);
      cohorts.put(id, item.cohort());
      counts.merge(id, 1L, Long::sum);
    }
    make(cohorts, dates);
    put(List.copyOf(items), ids);
    count(counts);
  }

  private void make(Map<Long, Cohort> cohorts, DueDates dates) {
    if (cohorts.isEmpty()) {
      return;
    }
    List<Map.Entry<Long, Cohort>> all = List.copyOf(cohorts.entrySet());
    Set<Long> made =
        new HashSet<>(
            jdbc.queryForList(
                """
                insert into retention.cohort
                  (id, kind, source, parts, received, published, own, expires, review_on, records)
                select n.id, n.kind, n.source, n.parts, n.received::date, n.published::date,
                       n.own::date, n.expires::date, n.review_on::date, 0
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[])
                  as n (id, kind, source, parts, received, published, own, expires, review_on)
                on conflict do nothing returning id
                """,
                Long.class,
                all.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                texts(all, Cohort::kind),
                texts(all, Cohort::source),
                texts(all, Cohort::partsText),
                texts(all, Cohort::received),
                texts(all, Cohort::published),
                texts(all, Cohort::own),
                texts(all, Cohort::expires),
                texts(all, Cohort::reviewOn)));
    cohorts.keySet().retainAll(made);
    put(cohorts, dates);
  }

  private static @Nullable String[] texts(
      List<Map.Entry<Long, Cohort>> all, Function<Cohort, @Nullable Object> of) {
    @Nullable String[] texts = new @Nullable String[all.size()];
    for (int i = 0; i < texts.length; i++) {
      Object value = of.apply(all.get(i).getValue());
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }

  private void put(Map<Long, Cohort> cohorts, DueDates dates) {
    List<Long> of = new ArrayList<>();
    List<Due> dues = new ArrayList<>();
    cohorts.forEach((id, cohort) -> {
      for (Due due : dates.of(cohort)) {
        of.add(id);
        dues.add(due);
      }
    });
    if (dues.isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into retention.due (cohort, action, part, on_day, why)
        select n.cohort, n.action, n.part, n.on_day::date, n.why
        from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[])
          as n (cohort, action, part, on_day, why)
        """,
        of.toArray(Long[]::new),
        dues.stream().map(due -> due.action().name()).toArray(String[]::new),
        dues.stream().map(due -> due.part().name()).toArray(String[]::new),
        dues.stream().map(due -> due.on().toString()).toArray(String[]::new),
        dues.stream().map(Due::why).toArray(String[]::new));
  }

  private void put(List<Item> items, Map<Cohort, Long> ids) {
    if (!items.isEmpty()) {
      jdbc.update(
          """
          insert into retention.item (record, sequence, cohort)
          select n.record, n.sequence, n.cohort
          from unnest(?::uuid[], ?::bigint[], ?::bigint[]) as n (record, sequence, cohort)
          """,
          items.stream().map(Item::record).toArray(UUID[]::new),
          items.stream().map(Item::sequence).toArray(Long[]::new),
          items.stream().map(item -> ids.get(item.cohort())).toArray(Long[]::new));
    }
  }

  /// A cohort without records goes, with what was due for it.
  private void count(Map<Long, Long> counts) {
    counts.values().removeIf(change -> change == 0);
    if (counts.isEmpty()) {
      return;
    }
    Long[] ids = counts.keySet().toArray(Long[]::new);
    jdbc.update(
        """
        update retention.cohort c set records = c.records + n.change
        from unnest(?::bigint[], ?::bigint[]) as n (id, change) where c.id = n.id
        """,
        ids,
        java.util.Arrays.stream(ids).map(counts::get).toArray(Long[]::new));
    jdbc.update(
        """
        with gone as (delete from retention.cohort where id = any (?) and records = 0 returning id)
        delete from retention.due d using gone where d.cohort = gone.id
        """,
        (Object) ids);
  }

  /// Works out anew what is due, for every cohort: rules or agreements have changed.
  void workOut(DueDates dates) {
    jdbc.update("delete from retention.due");
    long after = Long.MIN_VALUE;
    Map<Long, Cohort> some = next(after);
    while (!some.isEmpty()) {
      put(some, dates);
      after = some.keySet().stream().mapToLong(Long::longValue).max().orElseThrow();
      some = next(after);
    }
  }

  private Map<Long, Cohort> next(long after) {
    Map<Long, Cohort> some = new HashMap<>();
    jdbc.query(
        """
        select id, kind, source, parts, received, published, own, expires, review_on
        from retention.cohort where id > ? order by id limit ?
        """,
        row -> {
          some.put(row.getLong(1), cohort(row));
        },
        after,
        AT_ONCE);
    return some;
  }

  private static Cohort cohort(ResultSet row) throws SQLException {
    return new Cohort(
        row.getString(2),
        row.getString(3),
        Cohort.parts(row.getString(4)),
        Objects.requireNonNull(day(row, 5), "received"),
        Objects.requireNonNull(day(row, 6), "published"),
        day(row, 7),
        day(row, 8),
        day(row, 9));
  }

  private static @Nullable LocalDate day(ResultSet row, int column) throws SQLException {
    Date day = row.getDate(column);
    return day == null ? null : day.toLocalDate();
  }

  void clear() {
    jdbc.execute("truncate retention.cohort, retention.item, retention.due");
  }
}

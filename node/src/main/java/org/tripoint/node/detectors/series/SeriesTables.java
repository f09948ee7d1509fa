package org.tripoint.node.detectors.series;

import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.series.SeriesBatch.DeltaKey;
import org.tripoint.node.detectors.series.SeriesBatch.SeriesKey;

/// Writes the series.
@Component
class SeriesTables {

  private final JdbcTemplate jdbc;

  SeriesTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void write(SeriesBatch batch) {
    Map<DeltaKey, Tally> deltas = batch.deltas();
    Map<SeriesKey, Integer> ids =
        numbered(
            deltas.keySet().stream()
                .map(DeltaKey::series)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
    List<Object[]> rows = new ArrayList<>();
    Set<Integer> touched = new TreeSet<>();
    deltas.forEach((key, change) -> {
      int id = ids.getOrDefault(key.series(), 0);
      touched.add(id);
      rows.add(
          new Object[] {
            id,
            Date.valueOf(key.period()),
            Timestamp.from(key.published()),
            key.sequence(),
            batch.recordOf(key.sequence()),
            change.reports(),
            change.lookedFor()
          });
    });
    jdbc.batchUpdate(
        """
        insert into detectors.delta (series, period, published, sequence, record, reports, looked)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
    findFirst(touched);
    jdbc.batchUpdate(
        "insert into detectors.heard (watch, country, day) values (?, ?, ?) on conflict do nothing",
        batch.heard().stream()
            .map(one -> new Object[] {one.watch(), one.country(), Date.valueOf(one.day())})
            .toList());
    jdbc.batchUpdate(
        """
        insert into detectors.moved (watch, sequence) values (?, ?)
        on conflict (watch) do update
        set sequence = greatest(detectors.moved.sequence, excluded.sequence)
        """,
        batch.moved().entrySet().stream()
            .map(one -> new Object[] {one.getKey(), one.getValue()})
            .toList());
  }

  private void findFirst(Set<Integer> touched) {
    jdbc.update(
        """
        update detectors.series s set first = f.first, last = f.last,
          known = (
            select (min(d.published) at time zone 'UTC')::date from detectors.delta d
            where d.series = s.id and d.period = f.first and d.reports > 0),
          heard = (
            select (min(d.published) at time zone 'UTC')::date from detectors.delta d
            where d.series = s.id)
        from (
          select t.id, min(p.period) as first, max(p.period) as last
          from unnest(?) as t (id) left join lateral (
            select d.period from detectors.delta d where d.series = t.id
            group by d.period having sum(d.reports) > 0) p on true
          group by t.id) f
        where s.id = f.id
        """,
        (Object) touched.toArray(Integer[]::new));
  }

  private Map<SeriesKey, Integer> numbered(Set<SeriesKey> keys) {
    Map<SeriesKey, Integer> ids = new HashMap<>();
    Map<String, List<SeriesKey>> byWatch =
        keys.stream().collect(Collectors.groupingBy(SeriesKey::watch));
    byWatch.forEach((watch, some) -> {
      Set<List<String>> wanted = some.stream().map(SeriesKey::at).collect(Collectors.toSet());
      jdbc.query(
          "select id, at from detectors.series where watch = ? and at[2] = any (?)",
          row -> {
            List<String> at = List.of((String[]) row.getArray(2).getArray());
            if (wanted.contains(at)) {
              ids.put(new SeriesKey(watch, at), row.getInt(1));
            }
          },
          watch,
          some.stream().map(one -> one.at().get(1)).distinct().toArray(String[]::new));
    });
    Integer last =
        jdbc.queryForObject("select coalesce(max(id), 0) from detectors.series", Integer.class);
    int next = last == null ? 0 : last;
    List<Object[]> added = new ArrayList<>();
    for (SeriesKey key : keys) {
      if (!ids.containsKey(key)) {
        ids.put(key, ++next);
        added.add(new Object[] {next, key.watch(), key.at().toArray(String[]::new)});
      }
    }
    jdbc.batchUpdate("insert into detectors.series (id, watch, at) values (?, ?, ?)", added);
    return ids;
  }

  /// Judgements go with the series they were made of; which signals were raised is kept.
  void clear() {
    jdbc.execute(
        """
        truncate detectors.series, detectors.delta, detectors.heard, detectors.moved,
          detectors.progress, detectors.frame, detectors.judged, detectors.not_judged
        """);
  }
}

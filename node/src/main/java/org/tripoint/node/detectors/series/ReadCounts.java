package org.tripoint.node.detectors.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.Watch;
import org.tripoint.vocabulary.RecordId;

/// Reads the series as they stand, and how they came to.
@Component
public class ReadCounts {

  private final JdbcTemplate jdbc;

  ReadCounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// A series of a watch.
  ///
  /// @param first first period with a report, or null where nothing is reported now
  /// @param last last period with a report, or null
  /// @param known day on which a report of the first period was first published, or null
  /// @param heard first day on which anything of it was published
  public record Listed(
      List<String> at,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable LocalDate known,
      @Nullable LocalDate heard) {}

  /// Every series of a watch.
  public List<Listed> list(Watch watch) {
    return jdbc.query(
        """
        select at, first, last, known, heard from detectors.series where watch = ? order by id
        """,
        (row, i) ->
            new Listed(
                strings(row.getArray(1)),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class)),
        watch.name());
  }

  /// The last sequence that said something of a watch; -1 before the first.
  public long moved(Watch watch) {
    return last(
        "select coalesce(max(sequence), -1) from detectors.moved where watch = ?", watch.name());
  }

  private long last(String query, Object... arguments) {
    Long last = jdbc.queryForObject(query, Long.class, arguments);
    return last == null ? -1 : last;
  }

  /// Series of a watch that were changed by versions after a sequence.
  public List<List<String>> changedSince(Watch watch, long sequence) {
    return jdbc.query(
        """
        select s.at from detectors.series s
        where s.watch = ? and s.id in (
          select distinct d.series from detectors.delta d where d.sequence > ?)
        """,
        (row, i) -> strings(row.getArray(1)),
        watch.name(),
        sequence);
  }

  /// Today's counts of these series.
  public Known now(Watch watch, Collection<List<String>> series) {
    Known known = new Known();
    jdbc.query(
        """
        select s.at, d.period, sum(d.reports), sum(d.looked)
        from detectors.series s join detectors.delta d on d.series = s.id
        where s.watch = ? and array_to_string(s.at, chr(31)) = any (?)
        group by s.at, d.period
        """,
        row -> {
          known.add(
              strings(row.getArray(1)),
              row.getObject(2, LocalDate.class),
              new Tally(row.getInt(3), row.getInt(4)));
        },
        watch.name(),
        series.stream().map(at -> String.join("\u001f", at)).toArray(String[]::new));
    return known;
  }

  /// Every change of the watch's counts, in the order of publication.
  public List<CountChange> changes(Watch watch) {
    List<CountChange> changes = new ArrayList<>();
    jdbc.query(
        """
        select s.at, d.period, (d.published at time zone 'UTC')::date as day, sum(d.reports), sum(d.looked)
        from detectors.series s join detectors.delta d on d.series = s.id
        where s.watch = ?
        group by s.at, d.period, day order by day
        """,
        row -> {
          changes.add(
              new CountChange(
                  strings(row.getArray(1)),
                  row.getObject(2, LocalDate.class),
                  row.getObject(3, LocalDate.class),
                  new Tally(row.getInt(4), row.getInt(5))));
        },
        watch.name());
    return changes;
  }

  /// Days on which something of the watch was published, by country: those of the three years up to
  /// its last, of which [#totals] are asked, so that a long history costs no more.
  public Map<String, NavigableSet<LocalDate>> heard(Watch watch) {
    Map<String, NavigableSet<LocalDate>> heard = new TreeMap<>();
    jdbc.query(
        """
        select h.country, h.day from detectors.heard h join (
          select country, max(day) as last from detectors.heard where watch = ? group by country) l
          on l.country = h.country
        where h.watch = ? and h.day > l.last - 1096
        """,
        row -> {
          heard
              .computeIfAbsent(row.getString(1), country -> new TreeSet<>())
              .add(row.getObject(2, LocalDate.class));
        },
        watch.name(),
        watch.name());
    return heard;
  }

  /// How a country's counts of some periods came to be: reports by period and day of publication.
  public NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> totals(
      Watch watch, String country, LocalDate from) {
    NavigableMap<LocalDate, NavigableMap<LocalDate, Integer>> totals = new TreeMap<>();
    jdbc.query(
        """
        select d.period, (d.published at time zone 'UTC')::date as day, sum(d.reports)
        from detectors.series s join detectors.delta d on d.series = s.id
        where s.watch = ? and s.at[1] = ? and d.period >= ?
        group by d.period, day
        """,
        row -> {
          totals
              .computeIfAbsent(row.getObject(1, LocalDate.class), period -> new TreeMap<>())
              .put(row.getObject(2, LocalDate.class), row.getInt(3));
        },
        watch.name(),
        country,
        from);
    return totals;
  }

  /// Records that count in these series and periods, the latest first.
  public List<RecordId> recordsBehind(
      Watch watch, Collection<List<String>> series, LocalDate from, LocalDate to, int limit) {
    return jdbc.query(
        """
        select d.record from detectors.series s join detectors.delta d on d.series = s.id
        where s.watch = ? and array_to_string(s.at, chr(31)) = any (?) and d.period between ? and ?
        group by d.record having sum(d.reports) <> 0
        order by max(d.sequence) desc limit ?
        """,
        (row, i) -> new RecordId(row.getObject(1, UUID.class)),
        watch.name(),
        series.stream().map(at -> String.join("\u001f", at)).toArray(String[]::new),
        from,
        to,
        limit);
  }

  /// Every record that counted in these series and periods when the ledger ended with a version.
  public Set<RecordId> countedAt(
      Watch watch, Collection<List<String>> series, LocalDate from, LocalDate to, long last) {
    return Set.copyOf(
        jdbc.query(
            """
            select d.record from detectors.series s join detectors.delta d on d.series = s.id
            where s.watch = ? and array_to_string(s.at, chr(31)) = any (?)
              and d.period between ? and ? and d.sequence <= ?
            group by d.record having sum(d.reports) <> 0
            """,
            (row, i) -> new RecordId(row.getObject(1, UUID.class)),
            watch.name(),
            series.stream().map(at -> String.join("\u001f", at)).toArray(String[]::new),
            from,
            to,
            last));
  }

  /// Records of partners that would count in these series and periods, but may not be used: how
  /// many of each, by its short name.
  public NavigableMap<String, Integer> leftOut(
      Watch watch, Collection<List<String>> series, LocalDate from, LocalDate to) {
    NavigableMap<String, Integer> leftOut = new TreeMap<>();
    String beside = KeptUnder.beside(watch);
    jdbc.query(
        """
        select counted.watch, count(*) from (
          select s.watch, d.record from detectors.series s
          join detectors.delta d on d.series = s.id
          where starts_with(s.watch, ?) and array_to_string(s.at, chr(31)) = any (?)
            and d.period between ? and ?
          group by s.watch, d.record having sum(d.reports) <> 0) counted
        group by counted.watch
        """,
        row -> {
          leftOut.put(row.getString(1).substring(beside.length()), row.getInt(2));
        },
        beside,
        series.stream().map(at -> String.join("\u001f", at)).toArray(String[]::new),
        from,
        to);
    return leftOut;
  }

  private static List<String> strings(java.sql.Array array) throws java.sql.SQLException {
    return List.of((String[]) array.getArray());
  }
}

package org.tripoint.node.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.retention.Decided.Standing;
import org.tripoint.node.retention.Due.Action;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Questions about what is due and what was decided. The cost of an answer follows what is due,
/// never how much the ledger holds.
@Service
public class ReadRetention {

  /// Looks this far ahead.
  public static final int AHEAD_DAYS = 90;

  private static final int MOST_SUMS = 500;
  private static final int MOST_LOTS = 50;

  /// Leaves out records that a person keeps.
  private static final String FREE =
      """
      and not exists (
        select 1 from retention.kept k where k.of_record = i.record and k.until > ?)
      """;

  /// Whether a legal hold is over the record.
  private static final String HELD =
      """
      exists (
        select 1 from retention.hold h
        where (h.until is null or h.until >= ?)
          and (h.of_record = i.record
               or (h.of_record is null and (h.kind = '' or h.kind = c.kind)
                   and (h.source = '' or h.source = c.source))))
      """;

  private final JdbcTemplate jdbc;
  private final Decided decided;
  private final RetentionDay day;

  ReadRetention(JdbcTemplate jdbc, Decided decided, RetentionDay day) {
    this.jdbc = jdbc;
    this.decided = decided;
    this.day = day;
  }

  /// What is due for one reason, among records of one kind and source.
  ///
  /// @param first the soonest day
  /// @param records how many, without those that a person keeps
  /// @param overdue how many of them are due today or were before
  public record Sum(
      Action action,
      Part part,
      String why,
      String kind,
      String source,
      LocalDate first,
      long records,
      long overdue) {}

  /// A record that is due.
  ///
  /// @param held true when a legal hold is over it
  /// @param place where a list goes on after it
  public record DueRecord(
      RecordId record,
      Due due,
      String kind,
      String source,
      LocalDate received,
      LocalDate published,
      boolean held,
      String place) {}

  /// A rule in force.
  public record Rule(RecordId record, RetentionRule rule) {}

  /// A hold, in force until its day.
  ///
  /// @param over true when its last day has passed
  public record Hold(RecordId record, LegalHold hold, boolean over) {}

  /// A lot, done or under way.
  public record Lot(RecordId record, String key, long sequence, RetentionLot lot) {}

  /// A purge that waits for a second person.
  public record Proposal(
      UUID id, String why, Part part, LocalDate day, long count, String askedBy, Instant askedAt) {}

  public LocalDate today() {
    return day.today();
  }

  /// Names of those kinds whose records may become due.
  public List<String> listKinds(List<Kind<?>> kinds) {
    return kinds.stream().map(Kind::name).filter(RetentionReader::mayBeDue).toList();
  }

  /// Rules in force, by name.
  public List<Rule> listRules() {
    return decided.list(RetentionRule.KIND).stream()
        .map(one -> new Rule(one.record(), one.content()))
        .sorted(java.util.Comparator.comparing(one -> one.rule().name()))
        .toList();
  }

  /// The rule in force under a name.
  public Optional<Rule> findRule(String name) {
    return listRules().stream().filter(one -> one.rule().name().equals(name)).findFirst();
  }

  /// Holds that nobody has ended, newest first.
  public List<Hold> listHolds() {
    LocalDate today = day.today();
    return decided.list(LegalHold.KIND).stream()
        .map(one ->
            new Hold(
                one.record(),
                one.content(),
                one.content().until() != null && one.content().until().isBefore(today)))
        .toList()
        .reversed();
  }

  /// The latest lots, newest first.
  public List<Lot> listLots() {
    return decided.list(RetentionLot.KIND).reversed().stream()
        .limit(MOST_LOTS)
        .map(ReadRetention::lot)
        .toList();
  }

  /// Lots of which something may be left to empty.
  List<Lot> listOpenLots() {
    return decided.list(RetentionLot.KIND).stream()
        .filter(one -> one.content().finished() == null)
        .map(ReadRetention::lot)
        .toList();
  }

  private static Lot lot(Standing<RetentionLot> one) {
    return new Lot(one.record(), one.key(), one.sequence(), one.content());
  }

  public List<Proposal> listProposals() {
    return jdbc.query(
        """
        select id, why, part, day, count, asked_by, asked_at from retention.proposal
        order by asked_at
        """,
        (row, number) ->
            new Proposal(
                row.getObject(1, UUID.class),
                row.getString(2),
                Part.valueOf(row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getLong(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant()));
  }

  /// Sums over what is due within the days ahead, overdue first.
  public List<Sum> sums() {
    LocalDate today = day.today();
    return jdbc.query(
        """
        with kept as (
          select i.cohort, count(*) as n from retention.kept k
          join retention.item i on i.record = k.of_record
          where k.until > ? group by i.cohort)
        select d.action, d.part, d.why, c.kind, c.source, min(d.on_day) as first,
               sum(c.records - coalesce(k.n, 0)) as records,
               coalesce(sum(c.records - coalesce(k.n, 0)) filter (where d.on_day <= ?), 0)
                 as overdue
        from retention.due d
        join retention.cohort c on c.id = d.cohort
        left join kept k on k.cohort = c.id
        where d.on_day <= ?
        group by d.action, d.part, d.why, c.kind, c.source
        having sum(c.records - coalesce(k.n, 0)) > 0
        order by first, d.why, c.kind, c.source limit ?
        """,
        (row, number) ->
            new Sum(
                Action.valueOf(row.getString(1)),
                Part.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getLong(7),
                row.getLong(8)),
        today,
        today,
        today.plusDays(AHEAD_DAYS),
        MOST_SUMS);
  }

  /// Records that are due within the days ahead, soonest first.
  ///
  /// @param why empty for every reason
  /// @param kind empty for every kind
  /// @param source empty for every source
  /// @param after place of the last record of the page before; empty for the first page
  public List<DueRecord> list(
      Action action, String why, String kind, String source, String after, int limit) {
    Place place = Place.parse(after);
    LocalDate today = day.today();
    return jdbc.query(
        """
        select i.record, d.action, d.part, d.on_day, d.why, c.kind, c.source, c.received,
               c.published, d.cohort,
        """
            + HELD
            + """
             as held
            from retention.due d
            join retention.cohort c on c.id = d.cohort
            join retention.item i on i.cohort = c.id
            where d.action = ? and d.on_day <= ?
              and (d.on_day, d.cohort, d.part, i.record) > (?, ?, ?, ?)
              and (? = '' or d.why = ?) and (? = '' or c.kind = ?) and (? = '' or c.source = ?)
            """
            + FREE
            + "order by d.on_day, d.cohort, d.part, i.record limit ?",
        ReadRetention::due,
        today,
        action.name(),
        today.plusDays(AHEAD_DAYS),
        place.day(),
        place.cohort(),
        place.part(),
        place.record(),
        why,
        why,
        kind,
        kind,
        source,
        source,
        today,
        limit);
  }

  private static DueRecord due(ResultSet row, int number) throws SQLException {
    Due due =
        new Due(
            Action.valueOf(row.getString(2)),
            Part.valueOf(row.getString(3)),
            row.getObject(4, LocalDate.class),
            row.getString(5));
    UUID record = row.getObject(1, UUID.class);
    return new DueRecord(
        new RecordId(record),
        due,
        row.getString(6),
        row.getString(7),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        row.getBoolean(11),
        new Place(due.on(), row.getLong(10), due.part().name(), record).text());
  }

  /// What is due for one record, on whatever day.
  List<Due> listDue(RecordId record) {
    return jdbc.query(
        """
        select d.action, d.part, d.on_day, d.why from retention.item i
        join retention.due d on d.cohort = i.cohort where i.record = ? order by d.on_day
        """,
        (row, number) ->
            new Due(
                Action.valueOf(row.getString(1)),
                Part.valueOf(row.getString(2)),
                row.getObject(3, LocalDate.class),
                row.getString(4)),
        record.value());
  }

  /// How many records a purge for that reason would empty: due by the day, neither kept nor held.
  long countToPurge(String why, Part part, LocalDate by) {
    Long count =
        jdbc.queryForObject(
            """
            select count(*) from retention.due d
            join retention.cohort c on c.id = d.cohort
            join retention.item i on i.cohort = c.id
            where d.action = 'PURGE' and d.part = ? and d.why = ? and d.on_day <= ? and not
            """
                + HELD
                + FREE,
            Long.class,
            part.name(),
            why,
            by,
            day.today(),
            day.today());
    return count == null ? 0 : count;
  }

  /// The next records of a lot.
  List<RecordId> listToPurge(Lot lot, int limit) {
    return jdbc.query(
        """
        select i.record from retention.due d
        join retention.cohort c on c.id = d.cohort
        join retention.item i on i.cohort = c.id
        where d.action = 'PURGE' and d.part = ? and d.why = ? and d.on_day <= ?
          and i.sequence < ? and not
        """
            + HELD
            + FREE
            + "limit ?",
        (row, number) -> new RecordId(row.getObject(1, UUID.class)),
        lot.lot().part().name(),
        lot.lot().why(),
        lot.lot().day(),
        lot.sequence(),
        day.today(),
        day.today(),
        limit);
  }

  /// Where a list goes on.
  private record Place(LocalDate day, long cohort, String part, UUID record) {
    private static final Place START =
        new Place(LocalDate.parse("1900-01-01"), Long.MIN_VALUE, "", new UUID(0, 0));

    static Place parse(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return START;
      }
      String[] words = text.split("_", -1);
      if (words.length != 4) {
        throw new IllegalArgumentException("expected a place in the list");
      }
      try {
        return new Place(
            LocalDate.parse(words[0]),
            Long.parseLong(words[1]),
            words[2],
            UUID.fromString(words[3]));
      } catch (java.time.DateTimeException e) {
        throw new IllegalArgumentException("expected a place in the list", e);
      }
    }

    String text() {
      return day + "_" + cohort + "_" + part + "_" + record;
    }
  }
}

package org.tripoint.node.desks.seizures.doubles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.vocabulary.RecordId;

/// Looks among new events for reports of one seizure by two agencies: the same or the next day, the
/// same place, the same substance, quantities within 2 %.
///
/// Each new item looks up its own block (substance, place, day) in an index; nothing is scanned. An
/// event that agrees with more than three others is not specific enough to tell anything and raises
/// nothing. How far it has read is kept in the transaction of what it raises.
@Component
class FindDoubleReports {

  private static final int EVENTS_AT_ONCE = 2_000;
  private static final int MOST_MATCHES = 3;

  /// Families that gather what has no other: agreeing in them says little, so the heading itself
  /// must agree.
  private static final Set<String> CATCH_ALL = Set.of("other-drugs", "polysubstance");

  private static final String CANDIDATES =
      """
      with named (substance, family) as (select * from unnest(?::text[], ?::text[])),
      fresh as (
        select i.*, n.family from seizures.item i left join named n using (substance)
        where i.sequence > ? and i.sequence <= ? and i.day_known and i.locality <> '?'
          and i.item_class in ('DRUG', 'PRECURSOR') and i.quantity > 0)
      select f.record a, o.record b, f.country country_a, f.agency agency_a,
        o.country country_b, o.agency agency_b, f.day day_a, o.day day_b, f.locality,
        f.substance = o.substance same_substance, f.name, f.quantity_text, f.unit,
        coalesce(f.kilograms, f.litres, f.counted) amount_a,
        coalesce(o.kilograms, o.litres, o.counted) amount_b,
        (select bool_or(e.joint) from seizures.event e where e.record in (f.record, o.record)) joint
      from fresh f
      cross join lateral (
        select f.substance union select n.substance from named n where n.family = f.family) k
      join seizures.item o on o.substance = k.substance and o.locality = f.locality
        and o.day between f.day - 1 and f.day + 1
      where o.sequence < f.sequence and o.day_known
        and (o.country <> f.country or o.agency <> f.agency)
        and (abs(o.kilograms - f.kilograms) <= 0.02 * greatest(o.kilograms, f.kilograms)
          or abs(o.litres - f.litres) <= 0.02 * greatest(o.litres, f.litres)
          or (o.count_unit = f.count_unit
            and abs(o.counted - f.counted) <= 0.02 * greatest(o.counted, f.counted)))
        and not exists (select from seizures.report_pair p
          where (p.first = f.record and p.second = o.record)
            or (p.first = o.record and p.second = f.record))
      order by f.sequence, o.sequence, f.number, o.number
      limit 20000
      """;

  private final JdbcTemplate jdbc;
  private final ReadSubstances substances;
  private final RaiseSignal signals;
  private final TransactionTemplate transaction;

  FindDoubleReports(
      JdbcTemplate jdbc,
      ReadSubstances substances,
      RaiseSignal signals,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.substances = substances;
    this.signals = signals;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Reads every event that has come since, and raises what it finds.
  ///
  /// @return pairs raised
  int catchUp() {
    int raised = 0;
    Step step = next();
    while (step.read() > 0) {
      raised += step.raised();
      step = next();
    }
    return raised;
  }

  private Step next() {
    Step step = transaction.execute(status -> step());
    return step == null ? new Step(0, 0) : step;
  }

  private Step step() {
    Long position =
        jdbc.queryForObject("select position from seizures.detection for update", Long.class);
    long from = position == null ? -1 : position;
    List<Long> sequences =
        jdbc.queryForList(
            "select sequence from seizures.event where sequence > ? order by sequence limit ?",
            Long.class,
            from,
            EVENTS_AT_ONCE);
    if (sequences.isEmpty()) {
      return new Step(0, 0);
    }
    long to = sequences.getLast();
    List<LikelyPair> pairs = specific(candidates(from, to));
    pairs.forEach(pair -> signals.raise(pair.toSignal()));
    jdbc.update("update seizures.detection set position = ?", to);
    return new Step(sequences.size(), pairs.size());
  }

  private List<LikelyPair> candidates(long from, long to) {
    List<String> keys = new ArrayList<>();
    List<String> families = new ArrayList<>();
    for (Family family : substances.listFamilies()) {
      if (!CATCH_ALL.contains(family.code())) {
        for (String key : substances.keysOf(family.code())) {
          keys.add(key);
          families.add(family.code());
        }
      }
    }
    Map<String, LikelyPair> pairs = new LinkedHashMap<>();
    jdbc.query(
        CANDIDATES,
        row -> {
          LikelyPair pair = pair(row);
          pairs.putIfAbsent(pair.key(), pair);
        },
        keys.toArray(new String[0]),
        families.toArray(new String[0]),
        from,
        to);
    return List.copyOf(pairs.values());
  }

  private static LikelyPair pair(ResultSet row) throws SQLException {
    RecordId a = new RecordId(row.getObject("a", UUID.class));
    RecordId b = new RecordId(row.getObject("b", UUID.class));
    BigDecimal one = row.getBigDecimal("amount_a");
    BigDecimal other = row.getBigDecimal("amount_b");
    LocalDate day = row.getObject("day_a", LocalDate.class);
    long apart = Math.abs(ChronoUnit.DAYS.between(day, row.getObject("day_b", LocalDate.class)));
    boolean ordered = a.compareTo(b) < 0;
    return new LikelyPair(
        ordered ? a : b,
        ordered ? b : a,
        List.of(
            row.getString("country_a") + " " + row.getString("agency_a"),
            row.getString("country_b") + " " + row.getString("agency_b")),
        day,
        (int) apart,
        row.getString("locality"),
        row.getBoolean("same_substance"),
        one.subtract(other).abs().divide(one.max(other), 6, RoundingMode.HALF_UP),
        row.getString("name") + " " + row.getString("quantity_text") + " " + row.getString("unit"),
        row.getBoolean("joint"));
  }

  /// Pairs of events that agree with few others.
  private static List<LikelyPair> specific(List<LikelyPair> pairs) {
    Map<RecordId, Integer> matches = new HashMap<>();
    for (LikelyPair pair : pairs) {
      matches.merge(pair.first(), 1, Integer::sum);
      matches.merge(pair.second(), 1, Integer::sum);
    }
    return pairs.stream()
        .filter(pair ->
            matches.getOrDefault(pair.first(), 0) <= MOST_MATCHES
                && matches.getOrDefault(pair.second(), 0) <= MOST_MATCHES)
        .toList();
  }

  /// @param read events read
  /// @param raised pairs raised
  private record Step(int read, int raised) {}
}

package org.tripoint.node.desks.seizures.doubles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.vocabulary.RecordId;

/// Pairs of reports by two agencies that agree in day (± 1), place, substance and quantity (within
/// 2 %), each with how likely chance alone would bring such a pair about. Drugs and precursors
/// agree in their substance, equipment in its form, money in its currency.
///
/// Each new item looks up its own block (substance, place, days) in an index; nothing is scanned.
/// Chance is judged by the other agencies' reports of the substance in the place over the 361 days
/// around: how many are of a like size (within a factor of 1.5, where quantities spread about
/// evenly on a logarithmic scale) and how many of this very amount. A pair that agrees in several
/// items is as unlikely as all of them together.
///
/// What is judged is one report among tens of thousands, so a pair that chance brings about once in
/// a hundred reports comes about hundreds of times: how rare is rare enough depends on what the
/// reports say; see [SaidOfPartners].
@Component
class AlikeReports {

  /// Days on either side that chance is judged by.
  private static final int AROUND_DAYS = 180;

  /// Reports of a like size within three days, the pair's own among them, that tell at once that
  /// agreement in size means nothing.
  private static final int CROWD = 2;

  /// The same for pairs that were reported as joint. Where more are around, they alone tell how
  /// likely chance is, and nothing further is counted.
  private static final int CROWD_OF_JOINT = 6;

  /// Share of the reports within a factor of 1.5 that lie within 2 %.
  private static final double SHARE_ALIKE = 0.02 / Math.log(1.5);

  /// Share of the days around that are one of the three.
  private static final double SHARE_OF_DAYS = 3.0 / (2 * AROUND_DAYS + 1);

  /// Share of a report on one of the days further off that falls on one of the three.
  private static final double CHANCE_OF_ONE_SAME_SIZE = 3.0 / (2 * AROUND_DAYS - 2);

  /// Families that gather what has no other: agreeing in them says little, so the heading itself
  /// must agree.
  private static final Set<String> CATCH_ALL = Set.of("other-drugs", "polysubstance");

  private static final String BETWEEN_KEYS = "\u001f";

  /// How much an item is and in what, as far as two reports of it can be compared. Money is
  /// compared in its own currency.
  private static final String AMOUNT =
      "coalesce(<of>.kilograms, <of>.litres, <of>.counted,"
          + " case when <of>.item_class = 'CURRENCY' then <of>.quantity end)";

  private static final String MEASURE =
      "case when <of>.kilograms is not null then 'kg' when <of>.litres is not null then 'L'"
          + " when <of>.item_class = 'CURRENCY' then <of>.unit else <of>.count_unit end";

  /// Things without a substance agree where class and form do.
  private static final String ALIKE =
      """
      with named (substance, keys) as (
        select s, string_to_array(k, '\u001f') from unnest(?::text[], ?::text[]) as n (s, k)),
      fresh as (
        select i.*, coalesce(n.keys, array[i.substance]) keys, <amount i> amount,
          <measure i> measure
        from seizures.item i left join named n using (substance)
        where <fresh> and i.day_known and i.locality <> '?'
          and i.item_class in ('DRUG', 'PRECURSOR', 'EQUIPMENT', 'CURRENCY') and i.quantity > 0),
      near as materialized (
        select f.record a, f.number, o.record b, f.sequence, o.sequence other, f.keys, f.measure,
          f.country country_a, f.agency agency_a, o.country country_b, o.agency agency_b,
          f.day day_a, o.day day_b, f.place, f.locality, f.substance, f.item_class, f.form,
          f.substance = o.substance same_substance, f.name,
          f.quantity_text, f.unit, f.amount amount_a, <amount o> amount_b,
          count(*) over (partition by f.record, f.number) crowd
        from fresh f
        join seizures.item o on o.substance = any (f.keys) and o.place = f.place
          and o.locality = f.locality and o.day between f.day - 1 and f.day + 1
          and (f.substance <> '' or (o.item_class = f.item_class and o.form = f.form))
        where <other> and o.day_known
          and (o.country <> f.country or o.agency <> f.agency)
          and f.measure = <measure o>
          and <amount o> between f.amount / 1.5 and f.amount * 1.5),
      alike as materialized (
        select near.*, (select bool_or(e.joint) from seizures.event e
          where e.record in (near.a, near.b)) joint
        from near
        where abs(amount_b - amount_a) <= 0.02 * greatest(amount_a, amount_b))
      select alike.*, around.like_size, around.same_size
      from alike cross join lateral (
        select count(*) like_size, count(*) filter (
            where abs(w.amount - alike.amount_a) <= 0.02 * greatest(w.amount, alike.amount_a)
              and w.day not between alike.day_a - 1 and alike.day_a + 1) same_size
        from (
          select i.day, <amount i> amount
          from seizures.item i
          where i.substance = any (alike.keys) and i.place = alike.place
            and i.locality = alike.locality
            and i.day between alike.day_a - <days> and alike.day_a + <days>
            and (alike.substance <> ''
              or (i.item_class = alike.item_class and i.form = alike.form))
            and alike.crowd <= <crowd of joint> and i.record not in (alike.a, alike.b)
            and (i.country <> alike.country_a or i.agency <> alike.agency_a)
            and alike.measure = <measure i>) w
        where w.amount between alike.amount_a / 1.5 and alike.amount_a * 1.5) around
      where <kept>
      order by alike.sequence, alike.other, alike.number
      limit <most>
      """
          .replace("<days>", Integer.toString(AROUND_DAYS))
          .replace("<crowd of joint>", Integer.toString(CROWD_OF_JOINT));

  /// New reports with earlier ones, those that chance clearly explains left out.
  private static final String AMONG_NEW =
      sql(
          "i.sequence > ? and i.sequence <= ?",
          "o.sequence < f.sequence",
          "(alike.joint or alike.crowd <= "
              + CROWD
              + ")"
              + " and not exists (select from seizures.report_pair p"
              + " where (p.first = alike.a and p.second = alike.b)"
              + " or (p.first = alike.b and p.second = alike.a))",
          20_000);

  /// One report with every other, however likely chance is.
  private static final String OF_ONE = sql("i.record = ?", "o.record <> f.record", "true", 200);

  private static String sql(String fresh, String other, String kept, int most) {
    String sql = ALIKE;
    for (String alias : List.of("i", "o")) {
      sql =
          sql.replace("<amount " + alias + ">", AMOUNT.replace("<of>", alias))
              .replace("<measure " + alias + ">", MEASURE.replace("<of>", alias));
    }
    return sql.replace("<fresh>", fresh)
        .replace("<other>", other)
        .replace("<kept>", kept)
        .replace("<most>", Integer.toString(most));
  }

  private final JdbcTemplate jdbc;
  private final ReadSubstances substances;

  AlikeReports(JdbcTemplate jdbc, ReadSubstances substances) {
    this.jdbc = jdbc;
    this.substances = substances;
  }

  /// Pairs of the reports at places after `from` up to `to` in the ledger with earlier ones, that
  /// nobody has raised or decided yet.
  List<LikelyPair> list(long from, long to) {
    return list(AMONG_NEW, from, to);
  }

  /// Pairs of this report with every other that agrees with it, raised or decided or neither.
  List<LikelyPair> listOf(RecordId report) {
    return list(OF_ONE, report.value());
  }

  private List<LikelyPair> list(String sql, Object... which) {
    List<String> keys = new ArrayList<>();
    List<String> families = new ArrayList<>();
    for (Family family : substances.listFamilies()) {
      if (!CATCH_ALL.contains(family.code())) {
        Set<String> members = substances.keysOf(family.code());
        for (String key : members) {
          keys.add(key);
          families.add(String.join(BETWEEN_KEYS, members));
        }
      }
    }
    List<Object> arguments = new ArrayList<>();
    arguments.add(keys.toArray(new String[0]));
    arguments.add(families.toArray(new String[0]));
    arguments.addAll(List.of(which));
    Map<String, LikelyPair> pairs = new LinkedHashMap<>();
    jdbc.query(
        sql,
        row -> {
          LikelyPair pair = pair(row);
          pairs.merge(pair.key(), pair, LikelyPair::and);
        },
        arguments.toArray());
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
        row.getBoolean("joint") ? SaidOfPartners.JOINT : SaidOfPartners.NOTHING,
        row.getLong("crowd") > CROWD_OF_JOINT
            ? chanceInCrowd(row.getLong("crowd"))
            : chance(row.getLong("like_size"), row.getLong("same_size")));
  }

  /// How many such pairs chance alone would bring about for this report. The match itself is
  /// counted as the one report of a like size that nothing else may be around to show.
  static double chance(long likeSize, long sameSize) {
    return Math.min(
        1,
        Math.max((likeSize + 1) * SHARE_ALIKE * SHARE_OF_DAYS, sameSize * CHANCE_OF_ONE_SAME_SIZE));
  }

  /// The same where so many reports of a like size lie within the three days.
  static double chanceInCrowd(long crowd) {
    return Math.min(1, crowd * SHARE_ALIKE);
  }
}

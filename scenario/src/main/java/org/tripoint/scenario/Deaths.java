package org.tripoint.scenario;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The true monthly deaths of a country, by area and class. Classes overlap: one death can be in
/// several.
///
/// Yearly levels are round numbers near those the three countries have published.
final class Deaths {

  static final YearMonth FIRST = Timeline.FIRST_MONTH.minusMonths(11);
  static final String ALL = "overdose";

  /// Yearly overdose deaths of the country.
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  private Deaths() {}

  /// A class of deaths and its part of all overdose deaths.
  record DeathClass(String code, Curve share) {}

  static final List<DeathClass> CLASSES =
      List.of(
          new DeathClass("opioids", Curve.parse("2018-01=0.69 2022-06=0.76 2026-10=0.68")),
          new DeathClass("T40.1", Curve.parse("2018-01=0.22 2022-06=0.06 2026-10=0.03")),
          new DeathClass("T40.2", Curve.parse("2018-01=0.19 2022-06=0.11 2026-10=0.1")),
          new DeathClass("T40.3", Curve.parse("2018-01=0.045 2026-10=0.04")),
          new DeathClass("T40.4", Curve.parse("2018-01=0.44 2022-06=0.69 2026-10=0.59")),
          new DeathClass("T40.5", Curve.parse("2018-01=0.21 2026-10=0.28")),
          new DeathClass("T43.6", Curve.parse("2018-01=0.17 2026-10=0.37")));

  static Deaths of(long seed, String country, Curve yearly, List<Jurisdiction> areas) {
    Deaths deaths = new Deaths();
    double whole = areas.stream().mapToDouble(Jurisdiction::weight).sum();
    for (Jurisdiction area : areas) {
      Chance chance = Chance.of(seed, "deaths/" + country + "/" + area.iso());
      List<YearMonth> months = months();
      int[] all = new int[months.size()];
      List<int[]> classes = new ArrayList<>();
      CLASSES.forEach(c -> classes.add(new int[months.size()]));
      for (int i = 0; i < all.length; i++) {
        YearMonth month = months.get(i);
        double wave = 1 + 0.04 * StrictMath.cos(2 * Math.PI * (month.getMonthValue() - 6) / 12);
        all[i] = chance.poisson(yearly.at(month) / 12 * area.weight() / whole * wave);
        for (int k = 0; k < CLASSES.size(); k++) {
          double share = CLASSES.get(k).share().at(month) * chance.between(0.93, 1.07);
          classes.get(k)[i] = (int) Math.min(all[i], StrictMath.rint(all[i] * share));
        }
      }
      deaths.counts.put(area.iso() + "/" + ALL, all);
      for (int k = 0; k < CLASSES.size(); k++) {
        deaths.counts.put(area.iso() + "/" + CLASSES.get(k).code(), classes.get(k));
      }
    }
    return deaths;
  }

  /// From [#FIRST], so that the first month told about has twelve months behind it.
  static List<YearMonth> months() {
    return Timeline.months(FIRST, Timeline.LAST_MONTH);
  }

  int in(String iso, String deathClass, YearMonth month) {
    int[] all = counts.get(iso + "/" + deathClass);
    if (all == null) {
      throw new IllegalArgumentException(
          "expected a known area and class, found " + iso + "/" + deathClass);
    }
    return all[(int) FIRST.until(month, java.time.temporal.ChronoUnit.MONTHS)];
  }
}

package org.tripoint.node.desks.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.HealthQueries.Available;
import org.tripoint.node.desks.health.HealthQueries.Wanted;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;

/// What a page shows: what its address asks for, as far as it exists, and else what people mostly
/// want. Pure.
///
/// @param area the jurisdiction
/// @param available every series of it
/// @param measure one of those available
/// @param period one of those available under the measure
/// @param strata one of those available under measure and period; "" for everyone
/// @param indicator the one asked for; "" for all
record HealthSelection(
    Area area,
    List<Available> available,
    Measure measure,
    PeriodKind period,
    String strata,
    String indicator) {

  /// All deaths of a country dwarf those by overdose: they are drawn when asked for.
  static final String ALL_DEATHS = VsrrFormat.ID + ":deaths";

  /// Overdose deaths as each list counts them, in the order they are asked for.
  static final List<String> HEADLINES =
      List.of(
          VsrrFormat.ID + ":overdose-deaths",
          PhacHarmsFormat.ID + ":total-apparent-opioid-toxicity-deaths",
          PhacHarmsFormat.ID + ":total-apparent-stimulant-toxicity-deaths");

  private static final List<PeriodKind> PERIODS =
      List.of(
          PeriodKind.ROLLING_12,
          PeriodKind.MONTH,
          PeriodKind.QUARTER,
          PeriodKind.WEEK,
          PeriodKind.YEAR,
          PeriodKind.PART_OF_YEAR);

  private static final int MOST_CHARTS = 8;

  /// What an address asks for; "" where it does not.
  record Asked(String measure, String period, String strata, String indicator) {}

  static HealthSelection of(Area area, List<Available> available, Asked asked) {
    Measure measure =
        pick(
            available.stream().map(a -> a.key().measure()).toList(),
            asked.measure(),
            Comparator.naturalOrder());
    List<Available> measured =
        available.stream().filter(a -> a.key().measure() == measure).toList();
    PeriodKind period =
        pick(
            measured.stream().map(a -> a.key().period()).toList(),
            asked.period(),
            Comparator.comparingInt(PERIODS::indexOf));
    List<Available> timed = measured.stream().filter(a -> a.key().period() == period).toList();
    String strata =
        pick(
            timed.stream().map(a -> a.key().strata()).toList(),
            asked.strata(),
            Comparator.naturalOrder());
    boolean known =
        timed.stream()
            .filter(a -> a.key().strata().equals(strata))
            .anyMatch(a -> a.key().indicator().equals(asked.indicator()));
    return new HealthSelection(
        area, available, measure, period, strata, known ? asked.indicator() : "");
  }

  /// The one whose name is asked for, or the first in order.
  private static <T extends Comparable<? super T>> T pick(
      List<T> values, String asked, Comparator<T> order) {
    return values.stream()
        .filter(value -> value.toString().equals(asked) && !asked.isEmpty())
        .findFirst()
        .orElseGet(() -> values.stream().min(order).orElseThrow());
  }

  List<Measure> measures() {
    return distinct(available, a -> a.key().measure());
  }

  List<PeriodKind> periods() {
    return distinct(
        available.stream().filter(a -> a.key().measure() == measure).toList(),
        a -> a.key().period());
  }

  List<String> allStrata() {
    return distinct(
        available.stream()
            .filter(a -> a.key().measure() == measure && a.key().period() == period)
            .toList(),
        a -> a.key().strata());
  }

  /// Series that could be drawn together, one an indicator.
  List<Available> choices() {
    TreeSet<String> seen = new TreeSet<>();
    return available.stream()
        .filter(a -> a.key().measure() == measure && a.key().period() == period)
        .filter(a -> a.key().strata().equals(strata) && seen.add(a.key().indicator()))
        .sorted(Comparator.comparingInt(a -> rank(a.key().indicator())))
        .toList();
  }

  private static int rank(String indicator) {
    int headline = HEADLINES.indexOf(indicator);
    if (headline >= 0) {
      return headline;
    }
    return switch (indicator) {
      case ALL_DEATHS -> 1_000;
      case VsrrFormat.ID + ":T40.2-T40.3", VsrrFormat.ID + ":T40.2-T40.4" -> 200;
      default -> 100;
    };
  }

  /// The indicators that are drawn.
  List<String> shown() {
    if (!indicator.isEmpty()) {
      return List.of(indicator);
    }
    List<String> all = choices().stream().map(a -> a.key().indicator()).toList();
    List<String> some =
        all.stream().filter(one -> !one.equals(ALL_DEATHS)).limit(MOST_CHARTS).toList();
    return some.isEmpty() ? all : some;
  }

  Wanted wanted() {
    return new Wanted(area.key(), shown(), measure, period, strata);
  }

  /// The area asked for; else the node's own country, or the first there is.
  static Optional<Area> findArea(List<Area> areas, String asked, String nodeCountry) {
    return areas.stream()
        .filter(area -> area.key().equals(asked))
        .findFirst()
        .or(() -> areas.stream().filter(area -> area.key().equals(nodeCountry)).findFirst())
        .or(() -> areas.stream().findFirst());
  }

  private static <T extends Comparable<? super T>> List<T> distinct(
      List<Available> available, Function<Available, T> what) {
    return List.copyOf(new TreeSet<>(available.stream().map(what).toList()));
  }
}

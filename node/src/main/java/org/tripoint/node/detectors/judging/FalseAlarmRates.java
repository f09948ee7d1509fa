package org.tripoint.node.detectors.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.ShippedRows;

/// How often a setting alarms in one period without anything new: by the bounds of methods that
/// state a chance, and by simulation (`detectors/false-alarm-rates.csv`) for others.
///
/// The rate is that of one judged series, but for first sightings: those are judged only when there
/// is something to judge, and theirs is that of one place, or of a country where the setting tells
/// no places apart.
final class FalseAlarmRates {

  private record Measured(Method method, Step step) {}

  private static final Map<Measured, NavigableMap<Double, Double>> MEASURED = measured();

  private FalseAlarmRates() {}

  private static Map<Measured, NavigableMap<Double, Double>> measured() {
    Map<Measured, NavigableMap<Double, Double>> rates = new HashMap<>();
    for (List<String> row : ShippedRows.of("/detectors/false-alarm-rates.csv")) {
      double by = row.get(2).isEmpty() ? 0 : Double.parseDouble(row.get(2));
      rates
          .computeIfAbsent(
              new Measured(Method.valueOf(row.get(0)), Step.valueOf(row.get(1))),
              key -> new TreeMap<>())
          .put(by, Double.valueOf(row.get(3)));
    }
    return Map.copyOf(rates);
  }

  /// Empty where nobody knows.
  static OptionalDouble of(DetectorSetting setting, Step step) {
    if (setting.method().statesChance()) {
      return OptionalDouble.of(TunedMethods.chanceOf(setting));
    }
    NavigableMap<Double, Double> rates = MEASURED.get(new Measured(setting.method(), step));
    if (rates == null) {
      return OptionalDouble.empty();
    }
    return switch (setting.method()) {
      case EARS_C3 -> OptionalDouble.of(between(rates, setting.chance().doubleValue()));
      case FIRST_SIGHTING, COMBINATION -> atLeast(rates, setting.leastReports());
      default -> atLeast(rates, 0);
    };
  }

  /// How many false alarms to expect in one period.
  ///
  /// @param series how many are judged
  /// @param places how many have series
  static OptionalDouble expected(DetectorSetting setting, Step step, long series, long places) {
    OptionalDouble rate = of(setting, step);
    long among = setting.method().looksFor() == LooksFor.FIRST ? places : series;
    return rate.isPresent() ? OptionalDouble.of(rate.getAsDouble() * among) : rate;
  }

  /// Between two measured chances as on a straight line of both logarithms; beyond them the
  /// nearest.
  private static double between(NavigableMap<Double, Double> rates, double chance) {
    Map.Entry<Double, Double> low = rates.floorEntry(chance);
    Map.Entry<Double, Double> high = rates.ceilingEntry(chance);
    if (low == null || high == null) {
      return (low == null ? rates.firstEntry() : rates.lastEntry()).getValue();
    }
    if (low.getKey().equals(high.getKey())) {
      return low.getValue();
    }
    double way = Math.log(chance / low.getKey()) / Math.log(high.getKey() / low.getKey());
    return low.getValue() * Math.pow(high.getValue() / low.getValue(), way);
  }

  /// What was measured at the largest bound that is no larger.
  private static OptionalDouble atLeast(NavigableMap<Double, Double> rates, double least) {
    Map.Entry<Double, Double> row = rates.floorEntry(least);
    return row == null ? OptionalDouble.empty() : OptionalDouble.of(row.getValue());
  }
}

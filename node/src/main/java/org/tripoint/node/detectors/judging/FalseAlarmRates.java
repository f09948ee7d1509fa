package org.tripoint.node.detectors.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.ShippedRows;

/// How often a setting alarms in one period of one series without anything new: by the bounds of
/// methods that state a chance, and by simulation (`detectors/false-alarm-rates.csv`) for others.
/// First sightings and combinations have none: whether a report is true is no matter of chance.
final class FalseAlarmRates {

  private record Measured(Method method, Step step) {}

  private static final Map<Measured, Double> MEASURED = measured();

  private FalseAlarmRates() {}

  private static Map<Measured, Double> measured() {
    Map<Measured, Double> rates = new HashMap<>();
    for (List<String> row : ShippedRows.of("/detectors/false-alarm-rates.csv")) {
      rates.put(
          new Measured(Method.valueOf(row.get(0)), Step.valueOf(row.get(1))),
          Double.valueOf(row.get(2)));
    }
    return Map.copyOf(rates);
  }

  /// Empty where nobody knows.
  static OptionalDouble of(DetectorSetting setting, Step step) {
    if (setting.method().statesChance()) {
      return OptionalDouble.of(TunedMethods.chanceOf(setting));
    }
    Double rate = MEASURED.get(new Measured(setting.method(), step));
    return rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate);
  }
}

package org.tripoint.node.detectors.judging;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.JudgedTogether.One;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.vocabulary.RecordId;

/// How many series a setting judges, and what to expect of it.
@Component
public class StandingOfSettings {

  private final JudgedTables tables;
  private final ToldTable told;
  private final Watches watches;

  StandingOfSettings(JudgedTables tables, ToldTable told, Watches watches) {
    this.tables = tables;
    this.told = told;
    this.watches = watches;
  }

  /// Every signal that a setting has raised.
  public List<RecordId> signalsOf(DetectorSetting setting) {
    return told.signals(setting.name());
  }

  /// What a setting judges and shows.
  ///
  /// @param series judged in their latest periods
  /// @param standing alarms in those periods
  /// @param open signals that stand
  /// @param expectedFalse alarms a month that chance alone would give by the method's own bounds,
  ///   before all series are judged together; not a number where the method states no chance
  public record Sums(long series, long standing, long open, double expectedFalse) {}

  public Sums of(DetectorSetting setting) {
    List<One> judged = tables.judged(setting.name());
    long series = judged.stream().map(One::at).distinct().count();
    double perMonth =
        Periods.perMonth(watches.get(setting.watch()).step())
            * TunedMethods.chanceOf(setting)
            * series;
    return new Sums(
        series,
        JudgedTogether.shown(setting, judged).size(),
        told.listOpen(setting.name()).size(),
        setting.method().statesChance() ? perMonth : Double.NaN);
  }
}

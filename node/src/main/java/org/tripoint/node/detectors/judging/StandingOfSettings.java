package org.tripoint.node.detectors.judging;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
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
  /// @param notJudged series whose latest period is not judged, by reason
  /// @param expectedFalse alarms a month that chance alone would give by the method's own bounds or
  ///   as measured, before all series are judged together; not a number where no rate is known
  public record Sums(
      long series, long standing, long open, Map<NotJudged, Long> notJudged, double expectedFalse) {

    /// Series that are not judged, for whatever reason.
    public long allNotJudged() {
      return notJudged.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// Series of a setting that are not judged for one reason, in their order.
  public List<List<String>> notJudged(DetectorSetting setting, NotJudged reason, int limit) {
    return tables.notJudged(setting.name(), reason, limit);
  }

  public Sums of(DetectorSetting setting) {
    List<One> judged = tables.judged(setting.name());
    long series = judged.stream().map(One::at).distinct().count();
    Step step = watches.get(setting.watch()).step();
    double expected =
        FalseAlarmRates.expected(setting, step, series, tables.frames(setting.name()).size())
            .orElse(Double.NaN);
    return new Sums(
        series,
        JudgedTogether.shown(setting, judged).size(),
        told.listOpen(setting.name()).size(),
        tables.notJudged(setting.name()),
        Periods.perMonth(step) * expected);
  }
}

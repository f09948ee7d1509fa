package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.detect.Finding;
import org.tripoint.engines.surveillance.detect.PartlyReported;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// Judges counts: a whole period by the setting's method, one that is still filling up against an
/// equally incomplete expectation. Periods of the baseline that still fill up are left out.
final class JudgeSeries {

  private final Step step;
  private final boolean absentIsZero;
  private final int leastReports;
  private final Detector detector;
  private final PartlyReported partly;

  JudgeSeries(DetectorSetting setting, Watch watch) {
    this.step = watch.step();
    this.absentIsZero = watch.absentIsZero();
    this.leastReports = setting.leastReports();
    this.detector = TunedMethods.of(setting, step);
    this.partly = TunedMethods.partly(setting, step);
  }

  /// The counts inside a frame.
  CountSeries series(Frame frame, NavigableMap<LocalDate, Tally> counts) {
    @Nullable Integer[] values = new @Nullable Integer[frame.length(step)];
    Arrays.fill(values, absentIsZero ? Integer.valueOf(0) : null);
    counts
        .subMap(frame.first(), true, frame.last(), true)
        .forEach((period, tally) -> {
          values[Periods.between(step, frame.first(), period)] = Math.max(0, tally.reports());
        });
    return CountSeries.of(step, frame.first(), Arrays.asList(values));
  }

  /// Judges one period; empty where it cannot be judged.
  Optional<Judgement> judge(List<String> at, Frame frame, CountSeries series, LocalDate period) {
    int position = Periods.between(step, frame.first(), period);
    List<Double> shares = frame.shares().getOrDefault(period, List.of());
    CountSeries complete = series;
    List<LocalDate> filling = new ArrayList<>(frame.shares().headMap(period, false).keySet());
    for (LocalDate one : filling) {
      int its = Periods.between(step, frame.first(), one);
      complete = complete.has(its) ? complete.without(its) : complete;
    }
    Finding finding =
        shares.isEmpty()
            ? detector.judge(complete, position)
            : partly.judge(complete, position, shares);
    double share = shares.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    return evidence(finding)
        .map(evidence ->
            new Judgement(
                at,
                period,
                finding.alarms() && evidence.observed() >= leastReports,
                evidence.chance(),
                new Why.Counted(evidence, share, filling.size())));
  }

  private static Optional<Evidence> evidence(Finding finding) {
    return switch (finding) {
      case Finding.Alarm alarm -> Optional.of(alarm.evidence());
      case Finding.Quiet quiet -> Optional.of(quiet.evidence());
      case Finding.NotJudged _ -> Optional.empty();
    };
  }
}

package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.detect.Finding;
import org.tripoint.engines.surveillance.detect.Finding.Reason;
import org.tripoint.engines.surveillance.detect.PartlyReported;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;

/// Judges counts: a whole period by the setting's method, or by the exact rule for few reports
/// where that has too little history; one that is still filling up against an equally incomplete
/// expectation. Periods of the baseline that still fill up are left out.
final class JudgeSeries implements JudgePeriods {

  private static final Set<Reason> LACKS_HISTORY =
      Set.of(Reason.SHORT_HISTORY, Reason.FEW_REPORTS, Reason.NO_FIT);

  /// Reports a period above which counts vary more than the exact rule lets them.
  private static final double MOST_EXPECTED = 5;

  private final Step step;
  private final CountsInFrame counts;
  private final int leastReports;
  private final Detector detector;
  private final Optional<Detector> ofFew;
  private final PartlyReported partly;

  JudgeSeries(DetectorSetting setting, Watch watch) {
    this.step = watch.step();
    this.counts = new CountsInFrame(watch);
    this.leastReports = setting.leastReports();
    this.detector = TunedMethods.of(setting, step);
    this.ofFew = TunedMethods.ofFew(setting, step);
    this.partly = TunedMethods.partly(setting, step);
  }

  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting all) {
    CountSeries series = counts.of(frame, all.countsOf(at));
    return Stream.iterate(
            from, period -> !period.isAfter(to), period -> Periods.after(step, period, 1))
        .flatMap(period -> judge(at, frame, series, period).stream())
        .toList();
  }

  /// Judges one period; empty where it cannot be judged.
  private Optional<Judgement> judge(
      List<String> at, Frame frame, CountSeries series, LocalDate period) {
    int position = Periods.between(step, frame.first(), period);
    List<Double> shares = frame.shares().getOrDefault(period, List.of());
    CountSeries complete = series;
    List<LocalDate> filling = new ArrayList<>(frame.shares().headMap(period, false).keySet());
    for (LocalDate one : filling) {
      int its = Periods.between(step, frame.first(), one);
      complete = complete.has(its) ? complete.without(its) : complete;
    }
    Finding finding =
        shares.isEmpty() ? whole(complete, position) : partly.judge(complete, position, shares);
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

  /// By the method; what it has too little history for, by the exact rule, as long as so few
  /// reports are expected that the rule's constant rate is no bold guess.
  private Finding whole(CountSeries complete, int position) {
    Finding finding = detector.judge(complete, position);
    if (finding instanceof Finding.NotJudged its && LACKS_HISTORY.contains(its.reason())) {
      return ofFew
          .map(rule -> rule.judge(complete, position))
          .filter(
              other -> evidence(other).filter(one -> one.expected() <= MOST_EXPECTED).isPresent())
          .orElse(finding);
    }
    return finding;
  }

  private static Optional<Evidence> evidence(Finding finding) {
    return switch (finding) {
      case Finding.Alarm alarm -> Optional.of(alarm.evidence());
      case Finding.Quiet quiet -> Optional.of(quiet.evidence());
      case Finding.NotJudged _ -> Optional.empty();
    };
  }
}

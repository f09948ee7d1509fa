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

  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting all) {
    Asked asked = asked(frame, counts.of(frame, all.countsOf(at)), frame.last());
    return finding(asked) instanceof Finding.NotJudged its
        ? Optional.of(
            switch (its.reason()) {
              case MISSING -> NotJudged.MISSING;
              case SHORT_HISTORY -> whyShort(asked);
              case NO_FIT -> NotJudged.NO_FIT;
              case FEW_REPORTS -> NotJudged.SILENT;
              case TOO_INCOMPLETE -> NotJudged.FILLING_UP;
            })
        : Optional.empty();
  }

  /// Whether nothing was reported before, figures are missing that would be enough, or the series
  /// is young.
  private NotJudged whyShort(Asked asked) {
    CountSeries filled = asked.complete;
    boolean gaps = false;
    boolean any = false;
    for (int i = 0; i < asked.position; i++) {
      any |= filled.has(i) && filled.count(i) > 0;
      if (!filled.has(i)) {
        filled = filled.with(i, 1);
        gaps = true;
      }
    }
    boolean enough =
        gaps
            && !(finding(asked.with(filled)) instanceof Finding.NotJudged its
                && its.reason() == Reason.SHORT_HISTORY);
    return enough ? NotJudged.GAPS : any ? NotJudged.TOO_YOUNG : NotJudged.SILENT;
  }

  /// One period that is to be judged.
  ///
  /// @param complete the series without the earlier periods that still fill up
  /// @param shares of the period that are likely to be reported by now; empty when it is complete
  /// @param filling how many earlier periods were left out
  private record Asked(CountSeries complete, int position, List<Double> shares, int filling) {

    Asked with(CountSeries other) {
      return new Asked(other, position, shares, filling);
    }
  }

  private Asked asked(Frame frame, CountSeries series, LocalDate period) {
    CountSeries complete = series;
    List<LocalDate> filling = new ArrayList<>(frame.shares().headMap(period, false).keySet());
    for (LocalDate one : filling) {
      int its = Periods.between(step, frame.first(), one);
      complete = complete.has(its) ? complete.without(its) : complete;
    }
    return new Asked(
        complete,
        Periods.between(step, frame.first(), period),
        frame.shares().getOrDefault(period, List.of()),
        filling.size());
  }

  private Finding finding(Asked asked) {
    return asked.shares.isEmpty()
        ? whole(asked.complete, asked.position)
        : partly.judge(asked.complete, asked.position, asked.shares);
  }

  /// Judges one period; empty where it cannot be judged.
  private Optional<Judgement> judge(
      List<String> at, Frame frame, CountSeries series, LocalDate period) {
    Asked asked = asked(frame, series, period);
    Finding finding = finding(asked);
    double share = asked.shares.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    return evidence(finding)
        .map(evidence ->
            new Judgement(
                at,
                period,
                finding.alarms() && evidence.observed() >= leastReports,
                evidence.chance(),
                new Why.Counted(evidence, share, asked.filling)));
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

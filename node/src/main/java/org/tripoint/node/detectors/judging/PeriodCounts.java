package org.tripoint.node.detectors.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.signals.About.PeriodCount;

/// The counts that an alarm stands out of, period by period up to its last one: about half a year
/// of weeks, two years of months. Where its method judges counts, with what it expected and above
/// what it alarms.
final class PeriodCounts {

  private final DetectorSetting setting;
  private final Watch watch;
  private final SeriesOfSetting series;

  PeriodCounts(DetectorSetting setting, Watch watch, SeriesOfSetting series) {
    this.setting = setting;
    this.watch = watch;
    this.series = series;
  }

  private static int shown(Step step) {
    return switch (step) {
      case DAY -> 28;
      case WEEK -> 26;
      case MONTH -> 24;
      case HALF_YEAR -> 8;
    };
  }

  /// Oldest first; a period of which nothing is known is left out.
  List<PeriodCount> of(List<String> at, LocalDate last) {
    Frame frame = series.frameOf(at).orElse(null);
    if (frame == null) {
      return List.of();
    }
    Step step = watch.step();
    LocalDate earliest = Periods.after(step, last, 1 - shown(step));
    LocalDate first = earliest.isBefore(frame.first()) ? frame.first() : earliest;
    Map<LocalDate, Evidence> judged = judged(at, first, last);
    NavigableMap<LocalDate, Tally> counts = series.countsOf(at);
    List<PeriodCount> all = new ArrayList<>();
    for (LocalDate from = first; !from.isAfter(last); from = Periods.after(step, from, 1)) {
      if (counts.containsKey(from) || watch.absentIsZero()) {
        int reports = Math.max(0, counts.getOrDefault(from, Tally.NONE).reports());
        LocalDate to = Periods.after(step, from, 1).minusDays(1);
        Evidence evidence = judged.get(from);
        all.add(new PeriodCount(from, to, reports, expectation(evidence), bound(evidence)));
      }
    }
    return all;
  }

  private Map<LocalDate, Evidence> judged(List<String> at, LocalDate first, LocalDate last) {
    Map<LocalDate, Evidence> judged = new HashMap<>();
    if (setting.method().looksFor() == LooksFor.SURGE) {
      for (Judgement one : series.judge(at, first, last)) {
        if (one.why() instanceof Why.Counted counted) {
          judged.put(one.period(), counted.evidence());
        }
      }
    }
    return judged;
  }

  private static @Nullable BigDecimal expectation(@Nullable Evidence evidence) {
    return evidence == null ? null : rounded(evidence.expected() / evidence.periods());
  }

  /// A bound on the sum of several periods is none on one.
  private static @Nullable BigDecimal bound(@Nullable Evidence evidence) {
    return evidence == null || evidence.periods() > 1 ? null : rounded(evidence.bound());
  }

  private static @Nullable BigDecimal rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(
            BigDecimal.valueOf(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString())
        : null;
  }
}

package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tripoint.engines.surveillance.detect.SeasonalModel;
import org.tripoint.engines.surveillance.scan.SpaceTimeScan.Region;
import org.tripoint.engines.surveillance.series.CountSeries;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why.Before;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;

/// What was counted lately in one place, and what its earlier periods let expect of it: by level,
/// trend and season where there are figures enough, else by the mean of up to two years. Periods
/// that are still filling up are held against as much less.
final class ExpectLately {

  private final Step step;
  private final CountsInFrame counts;
  private final int periods;
  private final SeasonalModel.Settings settings;

  /// @param periods how many, ending with the judged one
  ExpectLately(Watch watch, int periods) {
    this.step = watch.step();
    this.counts = new CountsInFrame(watch);
    this.periods = periods;
    this.settings = TunedMethods.model(step, Periods.window(step));
  }

  /// The latest periods of a place, oldest first.
  ///
  /// @param dispersion variance over mean of the earlier ones, at least 1
  record Lately(List<Integer> counts, List<Double> expected, double dispersion) {

    int observed() {
      return observed(counts.size());
    }

    /// The count of so many periods up to the last.
    int observed(int periods) {
      return counts.subList(counts.size() - periods, counts.size()).stream()
          .mapToInt(Integer::intValue)
          .sum();
    }

    double expected(int periods) {
      return expected.subList(expected.size() - periods, expected.size()).stream()
          .mapToDouble(Double::doubleValue)
          .sum();
    }

    /// Count and expectation as of a Poisson count.
    Region scaled() {
      return new Region(
          counts.stream().map(count -> (int) Math.round(count / dispersion)).toList(),
          expected.stream().map(one -> one / dispersion).toList());
    }
  }

  /// Which earlier periods an expectation comes from.
  ///
  /// @param since the first period of the place
  /// @param places that are left out
  Before before(LocalDate since, LocalDate period, int places) {
    LocalDate earliest =
        Periods.after(step, period, -(int) Math.round(settings.years() * step.perYear()));
    return new Before(
        since.isBefore(earliest) ? earliest : since,
        Periods.after(step, period, -periods - settings.guard()),
        settings.guard(),
        places);
  }

  /// Why nothing can be expected of a place; empty where something can.
  Optional<NotJudged> whyNot(Frame frame, NavigableMap<LocalDate, Tally> its, LocalDate period) {
    int last = Periods.between(step, frame.first(), period);
    int first = last - periods + 1;
    if (period.isAfter(frame.last())) {
      return Optional.of(NotJudged.NO_PERIOD_OVER);
    }
    if (first < step.perYear() / 2 + settings.guard()) {
      return Optional.of(NotJudged.TOO_YOUNG);
    }
    CountSeries series = counts.of(frame, its);
    return IntStream.rangeClosed(first, last).allMatch(series::has)
        ? Optional.empty()
        : Optional.of(NotJudged.MISSING);
  }

  /// Empty where the frame does not hold the periods, one of them is missing, or less than half a
  /// year comes before them.
  Optional<Lately> of(Frame frame, NavigableMap<LocalDate, Tally> its, LocalDate period) {
    if (whyNot(frame, its, period).isPresent()) {
      return Optional.empty();
    }
    int last = Periods.between(step, frame.first(), period);
    int first = last - periods + 1;
    CountSeries series = counts.of(frame, its);
    List<Integer> found = IntStream.rangeClosed(first, last).mapToObj(series::count).toList();
    SeasonalModel model = SeasonalModel.find(series, first, settings);
    Mean mean = mean(series, first - settings.guard());
    List<Double> expected = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      double share =
          frame.shares().getOrDefault(Periods.after(step, frame.first(), i), List.of()).stream()
              .mapToDouble(Double::doubleValue)
              .average()
              .orElse(1);
      double whole = model == null ? mean.mean : model.expected(i);
      expected.add(Math.max(whole, mean.least) * share);
    }
    return Optional.of(
        new Lately(found, expected, model == null ? mean.dispersion : model.dispersion()));
  }

  /// A mean of earlier periods.
  ///
  /// @param least half a report in all of them, so that it is never 0
  private record Mean(double mean, double least, double dispersion) {}

  private Mean mean(CountSeries series, int end) {
    int used = 0;
    double sum = 0;
    double squares = 0;
    for (int i = Math.max(0, end - 2 * step.perYear()); i < end; i++) {
      if (series.has(i)) {
        used++;
        sum += series.count(i);
        squares += (double) series.count(i) * series.count(i);
      }
    }
    double least = 0.5 / (used + 1);
    double mean = (sum + 0.5) / (used + 1);
    double variance = used < 2 ? 0 : (squares - sum * sum / used) / (used - 1);
    return new Mean(mean, least, Math.max(1, variance / mean));
  }
}

package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.StillComing;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.CountrySource.Absent;
import org.tripoint.node.metrics.definitions.CountrySource.Requirement;
import org.tripoint.node.metrics.figures.SourceCells.Amount;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Period;

/// One source's values over time, by one definition. Pure.
///
/// A period's value is the sum over its months, or over its quarters where the source publishes
/// quarters; a source that publishes twelve-month sums is never added. A ratio is formed over the
/// whole period, not from monthly ratios. A period is only as good as its worst month: withheld,
/// missing and not published go before incomplete.
public final class MetricSeries {

  /// Ratios are rounded to twelve significant digits, half even: the same on every node.
  private static final MathContext RATIO_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

  private final CountrySource source;
  private final SourceCells cells;
  private final int usualLagDays;
  private final Instant knownUntil;

  /// @param knownUntil until when the source has been heard of: months whose usual lag ends after
  ///   it are incomplete
  MetricSeries(CountrySource source, SourceCells cells, int usualLagDays, Instant knownUntil) {
    this.source = source;
    this.cells = cells;
    this.usualLagDays = usualLagDays;
    this.knownUntil = knownUntil;
  }

  /// First month that the source says anything about.
  public Optional<YearMonth> firstMonth() {
    return cells.covered().isEmpty() ? Optional.empty() : Optional.of(cells.covered().first());
  }

  public Optional<YearMonth> lastMonth() {
    return cells.covered().isEmpty() ? Optional.empty() : Optional.of(cells.covered().last());
  }

  /// Number of months between the first and the last about which the source says nothing.
  public int monthsNotCovered() {
    return (int) months().stream().filter(m -> !cells.covered().contains(m)).count();
  }

  /// Months that one published value covers: 1, 3 or 12.
  public int monthsOfValue() {
    return source.months();
  }

  /// Months that stand on what the definition lets stand before the source, oldest first.
  public SortedSet<YearMonth> earlierMonths() {
    return cells.earlier();
  }

  /// Ids of how the months from a first to a last are counted, both inside; earlier ones first.
  public List<String> countedAs(YearMonth first, YearMonth last) {
    int earlier = cells.earlier().subSet(first, last.plusMonths(1)).size();
    long months = first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
    List<String> ids = new ArrayList<>();
    if (source.earlier() != null && earlier > 0) {
      ids.add(source.earlier().countedAs().id());
    }
    if (earlier < months) {
      ids.add(source.countedAs().id());
    }
    return ids;
  }

  /// One point for each value as the source publishes them: each month, each quarter by its last
  /// month, or each twelve months by their last.
  public List<FigurePoint> published() {
    List<FigurePoint> points = new ArrayList<>();
    for (YearMonth month : months()) {
      if (source.months() == 1 || cells.covered().contains(month)) {
        points.add(over(List.of(month), month));
      }
    }
    return points;
  }

  /// What the source itself expects the published values to become, where it says so: a second
  /// series beside [#published()], over the same periods.
  public List<FigurePoint> predicted() {
    return predicted(source.months());
  }

  /// As [#predicted()], over twelve months.
  public List<FigurePoint> predicted12() {
    return predicted(12);
  }

  private List<FigurePoint> predicted(int length) {
    List<FigurePoint> points = new ArrayList<>();
    for (YearMonth month : cells.predicted().keySet()) {
      List<Amount> amounts = new ArrayList<>();
      for (YearMonth step : steps(month.minusMonths(length - 1L), month)) {
        Amount amount = cells.predicted().get(step);
        if (amount != null && amount.reported()) {
          amounts.add(amount);
        }
      }
      if (amounts.size() * source.months() == Math.max(length, source.months())) {
        BigDecimal sum =
            amounts.stream().map(Amount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        points.add(new FigurePoint(month, FigureState.PREDICTED, sum));
      }
    }
    return points;
  }

  /// Twelve months ending with each month for which there can be such a sum.
  public List<FigurePoint> rolling12() {
    return totals(12);
  }

  /// As many months ending with each month for which there can be such a sum; empty where published
  /// values never make one up.
  public List<FigurePoint> totals(int length) {
    List<FigurePoint> points = new ArrayList<>();
    boolean isMadeUp = source.months() == 12 ? length == 12 : length % source.months() == 0;
    if (!isMadeUp) {
      return points;
    }
    for (YearMonth month : months()) {
      if (source.months() != 1 && !cells.covered().contains(month)) {
        continue;
      }
      YearMonth first = month.minusMonths(length - 1L);
      if (source.months() == 12 || !first.isBefore(firstStart())) {
        points.add(over(steps(first, month), month));
      }
    }
    return points;
  }

  /// The value of a period.
  ///
  /// @return not published when the period is not made of whole published values, or some are
  ///   absent
  public FigurePoint over(Period period) {
    return over(YearMonth.from(period.first()), YearMonth.from(period.last()));
  }

  /// The value from a first to a last month, both inside.
  public FigurePoint over(YearMonth first, YearMonth last) {
    long length = first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
    boolean whole =
        switch (source.months()) {
          case 1 -> true;
          case 3 -> length % 3 == 0 && first.getMonthValue() % 3 == 1;
          default -> length == 12;
        };
    return whole
        ? over(steps(first, last), last)
        : FigurePoint.without(last, FigureState.NOT_PUBLISHED);
  }

  /// Every period of the calendar that the source's months touch, oldest first. The last one runs
  /// to the last month there is when it is not over: it is incomplete.
  public List<PeriodFigure> periods(Calendar calendar) {
    List<PeriodFigure> figures = new ArrayList<>();
    for (YearMonth month : months()) {
      Period period = calendar.periodOf(month.atDay(1));
      if (figures.isEmpty() || !figures.getLast().period().equals(period)) {
        figures.add(periodFigure(period));
      }
    }
    return figures;
  }

  private PeriodFigure periodFigure(Period period) {
    YearMonth first = YearMonth.from(period.first());
    YearMonth last = YearMonth.from(period.last());
    YearMonth known = lastMonth().orElse(last);
    if (!last.isAfter(known)) {
      return new PeriodFigure(period, over(first, last), false);
    }
    FigurePoint toDate = over(first, known);
    FigureState state =
        toDate.state() == FigureState.REPORTED ? FigureState.INCOMPLETE : toDate.state();
    return new PeriodFigure(period, new FigurePoint(known, state, toDate.value()), true);
  }

  /// The figure of a period.
  ///
  /// @param toDate true when the period is not over: the value runs to the point's month
  public record PeriodFigure(Period period, FigurePoint point, boolean toDate) {}

  private FigurePoint over(List<YearMonth> steps, YearMonth last) {
    Gathered counted = gather(cells.counted(), steps);
    if (counted.state != FigureState.REPORTED) {
      return FigurePoint.without(last, counted.state);
    }
    BigDecimal value = counted.sum;
    if (source.counted() instanceof Counted.Ratio ratio) {
      Gathered denominator = gather(cells.denominator(), steps);
      if (denominator.state != FigureState.REPORTED) {
        return FigurePoint.without(last, denominator.state);
      }
      if (denominator.sum.signum() == 0) {
        return FigurePoint.without(last, FigureState.NO_DENOMINATOR);
      }
      value = value.multiply(ratio.times()).divide(denominator.sum, RATIO_DIGITS);
    }
    if (!isRequirementMet(last)) {
      return FigurePoint.without(last, FigureState.NOT_SHOWN);
    }
    return new FigurePoint(
        last, isIncomplete(last) ? FigureState.INCOMPLETE : FigureState.REPORTED, value);
  }

  private record Gathered(FigureState state, BigDecimal sum) {}

  private Gathered gather(SortedMap<YearMonth, Amount> amounts, List<YearMonth> steps) {
    BigDecimal sum = BigDecimal.ZERO;
    FigureState worst = FigureState.REPORTED;
    for (YearMonth step : steps) {
      FigureState state = stateOf(amounts.get(step), step);
      if (state != FigureState.REPORTED) {
        worst = worst == FigureState.REPORTED || state.compareTo(worst) < 0 ? state : worst;
      } else {
        Amount amount = amounts.get(step);
        sum = amount == null ? sum : sum.add(amount.amount());
      }
    }
    return new Gathered(worst, sum);
  }

  private FigureState stateOf(@Nullable Amount amount, YearMonth step) {
    if (amount == null) {
      boolean zero = source.absent() == Absent.ZERO && cells.covered().contains(step);
      return zero ? FigureState.REPORTED : FigureState.NOT_PUBLISHED;
    }
    if (amount.suppressed()) {
      return FigureState.SUPPRESSED;
    }
    if (amount.missing()) {
      return FigureState.MISSING;
    }
    return amount.reported() ? FigureState.REPORTED : FigureState.NOT_PUBLISHED;
  }

  private boolean isRequirementMet(YearMonth last) {
    Requirement requirement = source.requires();
    if (requirement == null) {
      return true;
    }
    Amount found = cells.required().get(last);
    return found != null
        && found.reported()
        && found.amount().compareTo(requirement.atLeast()) >= 0;
  }

  private boolean isIncomplete(YearMonth last) {
    return StillComing.after(knownUntil).isWithin(last.atEndOfMonth(), usualLagDays);
  }

  private List<YearMonth> steps(YearMonth first, YearMonth last) {
    if (source.months() == 12) {
      return List.of(last);
    }
    List<YearMonth> steps = new ArrayList<>();
    for (YearMonth m = first.plusMonths(source.months() - 1L);
        !m.isAfter(last);
        m = m.plusMonths(source.months())) {
      steps.add(m);
    }
    return steps;
  }

  private YearMonth firstStart() {
    return cells.covered().first().minusMonths(source.months() - 1L);
  }

  private List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    if (!cells.covered().isEmpty()) {
      for (YearMonth m = cells.covered().first();
          !m.isAfter(cells.covered().last());
          m = m.plusMonths(1)) {
        months.add(m);
      }
    }
    return months;
  }
}

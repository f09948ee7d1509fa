package org.tripoint.engines.surveillance.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.surveillance.detect.SeasonalModel.Settings;
import org.tripoint.engines.surveillance.regression.LogLinearFit;
import org.tripoint.engines.surveillance.series.CountSeries;

/// The figures of a baseline and the columns that may explain them. Does not change.
final class BaselineRows {

  /// Turns are looked for four times a year.
  private static final int TURNS_A_YEAR = 4;

  /// Fewest periods after a turn, and before it.
  private static final int LEAST_AROUND_TURN = 26;

  final int first;
  final int last;
  final int guard;
  final double yearLength;
  final double[] counts;
  private final int[] periods;
  private final double[] offsets;
  private final double[] trend;
  private final double[][] waves;
  final double total;

  /// From a period on another level, or another slope.
  record Turn(int period, boolean step) {

    double at(int now, double yearLength) {
      int since = Math.max(0, now - period);
      return step ? Math.min(1, since) : since / yearLength;
    }
  }

  /// Which columns are used.
  ///
  /// @param turns of the trend; none without one
  record Shape(boolean trend, List<Turn> turns, int waves) {

    static final Shape LEVEL = new Shape(false, List.of(), 0);

    /// The period of the last step.
    Optional<Integer> lastStep() {
      return turns.stream().filter(Turn::step).map(Turn::period).max(Integer::compare);
    }

    int columns() {
      return 1 + (trend ? 1 : 0) + turns.size() + 2 * waves;
    }

    Shape withWaves(int some) {
      return new Shape(trend, turns, some);
    }

    Shape with(Turn turn) {
      return new Shape(trend, Stream.concat(turns.stream(), Stream.of(turn)).toList(), waves);
    }
  }

  BaselineRows(CountSeries series, int period, Settings settings) {
    guard = settings.guard();
    yearLength = settings.yearLength();
    last = period - guard - 1;
    first = Math.max(0, period - (int) Math.round(settings.years() * yearLength));
    int most = Math.max(0, last - first + 1);
    double[] found = new double[most];
    int[] at = new int[most];
    int used = 0;
    double sum = 0;
    for (int t = first; t <= last; t++) {
      if (series.has(t)) {
        found[used] = series.count(t);
        sum += found[used];
        at[used++] = t;
      }
    }
    total = sum;
    counts = Arrays.copyOf(found, used);
    periods = Arrays.copyOf(at, used);
    offsets = new double[used];
    trend = new double[used];
    waves = new double[2 * settings.mostWaves()][used];
    for (int i = 0; i < used; i++) {
      trend[i] = time(at[i]);
      for (int wave = 0; wave < settings.mostWaves(); wave++) {
        double angle = angle(wave + 1, at[i]);
        waves[2 * wave][i] = Math.cos(angle);
        waves[2 * wave + 1][i] = Math.sin(angle);
      }
    }
  }

  private double time(int period) {
    return (period - (first + last) / 2.0) / yearLength;
  }

  /// Bends and steps that may be looked for, the latest first, with enough periods on both sides.
  List<Turn> turns() {
    List<Turn> turns = new ArrayList<>();
    int apart = Math.max(1, (int) Math.round(yearLength / TURNS_A_YEAR));
    for (int at = last - LEAST_AROUND_TURN; at >= first + LEAST_AROUND_TURN; at -= apart) {
      turns.add(new Turn(at, true));
      turns.add(new Turn(at, false));
    }
    return turns;
  }

  /// How many rows are of periods before one.
  int before(int period) {
    return (int) Arrays.stream(periods).filter(one -> one < period).count();
  }

  double[] columnOf(Turn turn) {
    double[] column = new double[periods.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = turn.at(periods[i], yearLength);
    }
    return column;
  }

  private double angle(int wave, int period) {
    return 2 * Math.PI * wave * (period + 1) / yearLength;
  }

  @Nullable LogLinearFit fit(Shape shape, double[] weights, double @Nullable [] start) {
    double[][] columns = new double[shape.columns()][];
    int column = 0;
    double[] ones = new double[counts.length];
    Arrays.fill(ones, 1);
    columns[column++] = ones;
    if (shape.trend) {
      columns[column++] = trend;
    }
    for (Turn turn : shape.turns) {
      columns[column++] = columnOf(turn);
    }
    for (int wave = 0; wave < 2 * shape.waves; wave++) {
      columns[column++] = waves[wave];
    }
    return LogLinearFit.find(columns, counts, weights, offsets, start);
  }

  double[] columnsOf(Shape shape, int period) {
    double[] x = new double[shape.columns()];
    int column = 0;
    x[column++] = 1;
    if (shape.trend) {
      x[column++] = time(period);
    }
    for (Turn turn : shape.turns) {
      x[column++] = turn.at(period, yearLength);
    }
    for (int wave = 1; wave <= shape.waves; wave++) {
      x[column++] = Math.cos(angle(wave, period));
      x[column++] = Math.sin(angle(wave, period));
    }
    return x;
  }
}

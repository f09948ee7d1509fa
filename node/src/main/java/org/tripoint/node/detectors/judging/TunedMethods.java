package org.tripoint.node.detectors.judging;

import java.util.List;
import java.util.Optional;
import org.tripoint.engines.surveillance.detect.Cusum;
import org.tripoint.engines.surveillance.detect.Detector;
import org.tripoint.engines.surveillance.detect.Ears;
import org.tripoint.engines.surveillance.detect.Farrington;
import org.tripoint.engines.surveillance.detect.FarringtonSettings;
import org.tripoint.engines.surveillance.detect.FewCounts;
import org.tripoint.engines.surveillance.detect.LevelShift;
import org.tripoint.engines.surveillance.detect.LikelihoodRatioChart;
import org.tripoint.engines.surveillance.detect.PartlyReported;
import org.tripoint.engines.surveillance.detect.RecentSums;
import org.tripoint.engines.surveillance.detect.SeasonalModel;
import org.tripoint.engines.surveillance.probability.Normal;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;

/// The engine's methods with the chance of a setting, fit for the length of the periods.
final class TunedMethods {

  /// The sum of two periods may alarm that much more often than one alone:
  /// docs/design/surveillance.md.
  private static final double SUM_OF_TWO = 3.5;

  private static final double REWEIGHT_ABOVE = 2.58;
  private static final double LEAST_COMPLETE = 0.2;

  private TunedMethods() {}

  /// The method for whole periods.
  ///
  /// @throws IllegalArgumentException for methods that do not judge one series by itself
  static Detector of(DetectorSetting setting, Step step) {
    double chance = setting.chance().doubleValue();
    return switch (setting.method()) {
      case RECENT_SUMS ->
          new RecentSums(model(step, guard(step)), List.of(chance, SUM_OF_TWO * chance));
      case FARRINGTON_IMPROVED ->
          new Farrington(
              (step == Step.MONTH
                      ? FarringtonSettings.improvedMonthly()
                      : FarringtonSettings.improved())
                  .withChance(chance));
      case FARRINGTON_ORIGINAL -> new Farrington(FarringtonSettings.original().withChance(chance));
      case EARS_C1 -> new Ears(Ears.Kind.C1, Normal.quantile(1 - chance), 0.5);
      case EARS_C2 -> new Ears(Ears.Kind.C2, Normal.quantile(1 - chance), 0.5);
      case EARS_C3 -> new Ears(Ears.Kind.C3, Normal.quantile(1 - chance), 0.5);
      case FEW_COUNTS -> fewCounts(step, chance);
      case CUSUM -> new Cusum(model(step, 12), 1.04, 2.26);
      case LIKELIHOOD_RATIO -> new LikelihoodRatioChart(model(step, 12), 5);
      case LEVEL_SHIFT -> new LevelShift(200, 8, 0.9, 1.3);
      case FIRST_SIGHTING, COMBINATION, SPREAD, SPACE_TIME_SCAN ->
          throw new IllegalArgumentException("expected a method for one series");
    };
  }

  /// The exact rule, for what the setting's method cannot judge yet: series that are young, or
  /// silent for long. Empty where the method judges those itself.
  static Optional<Detector> ofFew(DetectorSetting setting, Step step) {
    return switch (setting.method()) {
      case RECENT_SUMS, FARRINGTON_IMPROVED, FARRINGTON_ORIGINAL ->
          Optional.of(fewCounts(step, setting.chance().doubleValue()));
      default -> Optional.empty();
    };
  }

  private static FewCounts fewCounts(Step step, double chance) {
    return new FewCounts(2 * step.perYear(), Math.max(1, step.perYear() / 2), chance);
  }

  /// The method for periods that are still filling up.
  static PartlyReported partly(DetectorSetting setting, Step step) {
    return new PartlyReported(
        model(step, guard(step)), setting.chance().doubleValue(), LEAST_COMPLETE);
  }

  /// Chance of a false alarm that a series has in one period, by the method's own bounds.
  static double chanceOf(DetectorSetting setting) {
    double chance = setting.chance().doubleValue();
    return setting.method() == Method.RECENT_SUMS ? (1 + SUM_OF_TWO) * chance : chance;
  }

  private static int guard(Step step) {
    return switch (step) {
      case DAY -> 14;
      case WEEK -> 4;
      case MONTH -> 2;
      case HALF_YEAR -> 1;
    };
  }

  static SeasonalModel.Settings model(Step step, int guard) {
    return switch (step) {
      case DAY -> settings(3, 120, 1, guard, step);
      case WEEK -> settings(10, 100, 2, guard, step);
      case MONTH -> settings(10, 24, 1, guard, step);
      case HALF_YEAR -> settings(10, 6, 0, guard, step);
    };
  }

  private static SeasonalModel.Settings settings(
      double years, int least, int waves, int guard, Step step) {
    return new SeasonalModel.Settings(
        years, least, waves, guard, REWEIGHT_ABOVE, step.yearLength());
  }
}

package org.tripoint.scenario;

import java.util.Arrays;
import java.util.Locale;

/// How much is written.
///
/// Published figures have their real density in `demo`, `monthly` and `large`; only the number of
/// single seizure records grows.
enum ScenarioSize {
  /// For tests: a few areas, a few vintages.
  TINY(0.02, 12, 3, 24, true),
  /// For looking at: imported in minutes.
  DEMO(1, 6, 12, 24, false),
  /// As `demo`, with a release for each month of all eight years: imported in tens of minutes.
  MONTHLY(1, 1, 12, 24, false),
  /// For measuring: about five million seizure records.
  LARGE(105, 3, 24, 36, false);

  /// Multiplies the number of seizure records.
  final double recordScale;

  /// Months between the older vintages.
  final int oldVintageMonths;

  /// How many of the last months have a vintage each.
  final int monthlyVintages;

  /// How many months one mortality release reaches back.
  final int mortalityWindowMonths;

  /// True when only some areas are written.
  final boolean fewAreas;

  ScenarioSize(
      double recordScale,
      int oldVintageMonths,
      int monthlyVintages,
      int mortalityWindowMonths,
      boolean fewAreas) {
    this.recordScale = recordScale;
    this.oldVintageMonths = oldVintageMonths;
    this.monthlyVintages = monthlyVintages;
    this.mortalityWindowMonths = mortalityWindowMonths;
    this.fewAreas = fewAreas;
  }

  /// Reads `tiny`, `demo`, `monthly` or `large`.
  ///
  /// @throws IllegalArgumentException on anything else
  static ScenarioSize parse(String text) {
    return Arrays.stream(values())
        .filter(size -> size.word().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected the size tiny, demo, monthly or large, found '" + text + "'"));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

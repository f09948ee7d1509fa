package org.tripoint.engines.surveillance.detect;

/// What [Farrington] compares with, and how its bound is taken.
///
/// @param years how many years back, 1 or more
/// @param halfWindow periods on either side of the same time of year that count as the same season
/// @param seasons parts of the year with a level each; 1 looks at the windows alone
/// @param guard latest periods before the judged one that are left out
/// @param reweightAbove Anscombe residual above which an earlier period counts less
/// @param trendBelow the trend is kept when so steep a one by chance is less probable; above 1:
///   always
/// @param bound how the bound is taken
/// @param chance one-sided probability that a period without anything new is above the bound
/// @param fewest a period is not judged when the last `lately` periods hold fewer reports; 0 to
///   judge
/// @param lately how many periods that looks at, the judged one included
public record FarringtonSettings(
    String name,
    int years,
    int halfWindow,
    int seasons,
    int guard,
    double reweightAbove,
    double trendBelow,
    Bound bound,
    double chance,
    int fewest,
    int lately) {

  /// How the bound follows from the fitted mean and dispersion.
  public enum Bound {
    /// Normal after raising to 2/3, with the error of the fit.
    TWO_THIRDS,
    /// Quantile of the negative binomial at the fitted mean.
    NEGATIVE_BINOMIAL,
    /// The same at the upper end of the fitted mean.
    NEGATIVE_BINOMIAL_UPPER_MEAN
  }

  public FarringtonSettings {
    if (years < 1 || halfWindow < 0 || seasons < 1 || guard < 0 || lately < 0 || fewest < 0) {
      throw new IllegalArgumentException("expected counts of 0 or more and at least one year");
    }
    if (!(chance > 0 && chance < 1) || !(reweightAbove > 0)) {
      throw new IllegalArgumentException("expected a chance in (0, 1) and a residual above 0");
    }
  }

  /// Farrington et al. 1996 with a one-sided chance of 0.005.
  public static FarringtonSettings original() {
    return new FarringtonSettings(
        "farrington-original", 5, 3, 1, 3, 1, 0.05, Bound.TWO_THIRDS, 0.005, 5, 4);
  }

  /// Noufaily et al. 2013 with a one-sided chance of 0.005.
  public static FarringtonSettings improved() {
    return new FarringtonSettings(
        "farrington-improved", 5, 3, 10, 26, 2.58, 2, Bound.NEGATIVE_BINOMIAL, 0.005, 5, 4);
  }

  /// The improved method for monthly figures: three months are a season, three months left out.
  public static FarringtonSettings improvedMonthly() {
    return new FarringtonSettings(
        "farrington-improved", 5, 1, 4, 3, 2.58, 0.05, Bound.NEGATIVE_BINOMIAL, 0.005, 5, 4);
  }

  /// These without the rule on few reports.
  public FarringtonSettings whateverFew() {
    return new FarringtonSettings(
        name, years, halfWindow, seasons, guard, reweightAbove, trendBelow, bound, chance, 0, 0);
  }

  /// These with another bound.
  public FarringtonSettings withBound(Bound other) {
    return new FarringtonSettings(
        name,
        years,
        halfWindow,
        seasons,
        guard,
        reweightAbove,
        trendBelow,
        other,
        chance,
        fewest,
        lately);
  }

  /// These with another chance of a false alarm.
  public FarringtonSettings withChance(double other) {
    return new FarringtonSettings(
        name,
        years,
        halfWindow,
        seasons,
        guard,
        reweightAbove,
        trendBelow,
        bound,
        other,
        fewest,
        lately);
  }
}

package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The yearly judgement, from summer to summer: twelve months ending with the anchor month against
/// the twelve before. Pure.
///
/// Officials speak of an annual judgement "from summer to summer" and do not say which month summer
/// is: the anchor is a setting, and its neighbours are judged beside it so that a reader sees
/// whether the answer hangs on it. The change from the last anchor to this one decides; whether it
/// continues or turns the change before is said apart.
public final class SummerJudgement {

  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SummerJudgement() {}

  /// What the judgement is made by.
  ///
  /// @param anchor month that a judged year ends with
  /// @param tolerancePercent a change of at most so many per cent is flat; at least 0
  public record Settings(Month anchor, BigDecimal tolerancePercent) {
    public static final Settings USUAL = new Settings(Month.JUNE, new BigDecimal("2"));

    public Settings {
      if (tolerancePercent.signum() < 0 || tolerancePercent.compareTo(HUNDRED) > 0) {
        throw new IllegalArgumentException(
            "expected a tolerance from 0 to 100 per cent, found " + tolerancePercent);
      }
    }
  }

  /// What is judged.
  public enum Verdict {
    RISE,
    FLAT,
    DECLINE,
    /// The newest judged year's reports are still coming in and there is no earlier one to judge.
    TOO_EARLY,
    /// There are no two years to compare.
    NOT_JUDGED;

    public String messageKey() {
      return "metrics.verdict." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// How this year's change stands to the year before's.
  public enum Course {
    /// The same way for two years.
    CONTINUED,
    /// It rose and now declines.
    PEAKED,
    /// It declined and now rises.
    BOTTOMED_OUT,
    /// One of the two years was flat, or there is only one.
    UNCLEAR;

    public String messageKey() {
      return "metrics.course." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// The verdict with what it rests on.
  ///
  /// @param settings by which it was judged
  /// @param verdict on the newest complete anchor
  /// @param course against the year before
  /// @param changePercent from the anchor before; null when not judged
  /// @param anchors the last three anchors, oldest first, as far as there are any
  /// @param tooEarly the newer anchor whose year is incomplete, or null
  /// @param neighbours the same judgement one month earlier and one and two months later
  public record Judgement(
      Settings settings,
      Verdict verdict,
      Course course,
      @Nullable BigDecimal changePercent,
      List<FigurePoint> anchors,
      @Nullable FigurePoint tooEarly,
      List<Neighbour> neighbours) {
    public Judgement {
      anchors = List.copyOf(anchors);
      neighbours = List.copyOf(neighbours);
    }

    /// True when every neighbour that can be judged says the same.
    public boolean isRobust() {
      return neighbours.stream()
          .filter(n -> n.changePercent() != null)
          .allMatch(n -> n.verdict() == verdict);
    }
  }

  /// The judgement by another anchor month.
  public record Neighbour(YearMonth anchor, Verdict verdict, @Nullable BigDecimal changePercent) {}

  /// Judges the newest complete anchor against the one before.
  ///
  /// @param rolling twelve-month values, oldest first
  public static Judgement judge(List<FigurePoint> rolling, Settings settings) {
    List<FigurePoint> anchors =
        rolling.stream().filter(p -> p.month().getMonth() == settings.anchor()).toList();
    FigurePoint tooEarly = null;
    if (!anchors.isEmpty() && anchors.getLast().state() == FigureState.INCOMPLETE) {
      tooEarly = anchors.getLast();
      anchors = anchors.subList(0, anchors.size() - 1);
    }
    List<FigurePoint> lastThree = anchors.subList(Math.max(0, anchors.size() - 3), anchors.size());
    Optional<BigDecimal> change = changeAt(lastThree, lastThree.size() - 1);
    Verdict verdict =
        change
            .map(c -> verdictOf(c, settings.tolerancePercent()))
            .orElse(tooEarly == null ? Verdict.NOT_JUDGED : Verdict.TOO_EARLY);
    Optional<BigDecimal> before = changeAt(lastThree, lastThree.size() - 2);
    return new Judgement(
        settings,
        verdict,
        courseOf(before.map(c -> verdictOf(c, settings.tolerancePercent())), verdict),
        change.orElse(null),
        lastThree,
        tooEarly,
        lastThree.isEmpty() ? List.of() : neighbours(rolling, settings, lastThree.getLast()));
  }

  private static List<Neighbour> neighbours(
      List<FigurePoint> rolling, Settings settings, FigurePoint anchor) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (int shift : new int[] {-1, 1, 2}) {
      YearMonth month = anchor.month().plusMonths(shift);
      List<FigurePoint> pair = new ArrayList<>();
      find(rolling, month.minusYears(1)).ifPresent(pair::add);
      find(rolling, month).ifPresent(pair::add);
      boolean early = !pair.isEmpty() && pair.getLast().state() == FigureState.INCOMPLETE;
      Optional<BigDecimal> change = pair.size() == 2 ? changeAt(pair, 1) : Optional.empty();
      neighbours.add(
          new Neighbour(
              month,
              change
                  .map(c -> verdictOf(c, settings.tolerancePercent()))
                  .orElse(early ? Verdict.TOO_EARLY : Verdict.NOT_JUDGED),
              change.orElse(null)));
    }
    return neighbours;
  }

  /// Change in per cent from the value before; empty when one of the two is absent or incomplete,
  /// or the earlier one is zero.
  private static Optional<BigDecimal> changeAt(List<FigurePoint> points, int index) {
    if (index < 1 || index >= points.size()) {
      return Optional.empty();
    }
    BigDecimal now = judged(points.get(index));
    BigDecimal before = judged(points.get(index - 1));
    boolean follows = points.get(index - 1).month().plusYears(1).equals(points.get(index).month());
    if (now == null || before == null || before.signum() == 0 || !follows) {
      return Optional.empty();
    }
    return Optional.of(now.subtract(before).multiply(HUNDRED).divide(before, DIGITS));
  }

  private static @Nullable BigDecimal judged(FigurePoint point) {
    return point.state() == FigureState.REPORTED ? point.value() : null;
  }

  private static Verdict verdictOf(BigDecimal changePercent, BigDecimal tolerancePercent) {
    if (changePercent.abs().compareTo(tolerancePercent) <= 0) {
      return Verdict.FLAT;
    }
    return changePercent.signum() > 0 ? Verdict.RISE : Verdict.DECLINE;
  }

  private static Course courseOf(Optional<Verdict> before, Verdict now) {
    if (before.isEmpty() || before.get() == Verdict.FLAT) {
      return Course.UNCLEAR;
    }
    return switch (now) {
      case RISE -> before.get() == Verdict.RISE ? Course.CONTINUED : Course.BOTTOMED_OUT;
      case DECLINE -> before.get() == Verdict.DECLINE ? Course.CONTINUED : Course.PEAKED;
      case FLAT, TOO_EARLY, NOT_JUDGED -> Course.UNCLEAR;
    };
  }

  private static Optional<FigurePoint> find(List<FigurePoint> rolling, YearMonth month) {
    return rolling.stream().filter(p -> p.month().equals(month)).findFirst();
  }
}

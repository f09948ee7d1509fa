package org.tripoint.node.metrics.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The yearly judgement, from summer to summer: twelve months ending with the anchor month against
/// the twelve before. Pure.
///
/// Officials speak of an annual judgement "from summer to summer" and do not say which month summer
/// is: the anchor is a setting, and its neighbours are judged beside it so that a reader sees
/// whether the answer hangs on it. The change from the last anchor to this one decides; whether it
/// continues or turns the change before is said apart.
///
/// A year that may still change is judged by what it is expected to become, and only where both
/// ends of what is to be expected say the same; else it is too early. Where nothing can be said yet
/// of one of the two years, it is too early whatever has been reported so far.
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
    /// Reports of the year are still coming in and leave the answer open.
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
  /// @param mayStillChange true where the change rests on what a year is expected to become
  /// @param anchors the last three anchors, oldest first, as far as there are any
  /// @param tooEarly newer anchors whose years leave the answer open, oldest first
  /// @param neighbours the same judgement one month earlier and one and two months later
  public record Judgement(
      Settings settings,
      Verdict verdict,
      Course course,
      @Nullable BigDecimal changePercent,
      boolean mayStillChange,
      List<FigurePoint> anchors,
      List<FigurePoint> tooEarly,
      List<Neighbour> neighbours) {
    public Judgement {
      tooEarly = List.copyOf(tooEarly);
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

  /// What two values a year apart say.
  ///
  /// @param changePercent null when nothing is judged
  private record Step(Verdict verdict, @Nullable BigDecimal changePercent) {}

  /// Judges the newest anchor that can be judged against the one before, by reported values alone.
  public static Judgement judge(List<FigurePoint> rolling, Settings settings) {
    return judge(rolling, settings, Map.of());
  }

  /// Judges the newest anchor that can be judged against the one before.
  ///
  /// @param rolling twelve-month values, oldest first
  /// @param outlooks what those that may still change are expected to become, by month
  public static Judgement judge(
      List<FigurePoint> rolling, Settings settings, Map<YearMonth, Outlook> outlooks) {
    List<FigurePoint> anchors =
        rolling.stream().filter(p -> p.month().getMonth() == settings.anchor()).toList();
    Judged judged = new Judged(settings.tolerancePercent(), outlooks);
    int known = anchors.size();
    while (known > 0 && judged.at(anchors, known - 1).verdict() == Verdict.TOO_EARLY) {
      known--;
    }
    List<FigurePoint> lastThree = anchors.subList(Math.max(0, known - 3), known);
    List<FigurePoint> tooEarly = anchors.subList(known, anchors.size());
    Step now = judged.at(lastThree, lastThree.size() - 1);
    Step before = judged.at(lastThree, lastThree.size() - 2);
    boolean isJudged = now.changePercent() != null;
    Verdict verdict = isJudged || tooEarly.isEmpty() ? now.verdict() : Verdict.TOO_EARLY;
    return new Judgement(
        settings,
        verdict,
        courseOf(before, verdict),
        now.changePercent(),
        isJudged && lastThree.stream().skip(lastThree.size() - 2L).anyMatch(judged::mayChange),
        lastThree,
        tooEarly,
        lastThree.isEmpty() ? List.of() : neighbours(rolling, lastThree.getLast(), judged));
  }

  private static List<Neighbour> neighbours(
      List<FigurePoint> rolling, FigurePoint anchor, Judged judged) {
    List<Neighbour> neighbours = new ArrayList<>();
    for (int shift : new int[] {-1, 1, 2}) {
      YearMonth month = anchor.month().plusMonths(shift);
      List<FigurePoint> pair = new ArrayList<>();
      find(rolling, month.minusYears(1)).ifPresent(pair::add);
      find(rolling, month).ifPresent(pair::add);
      Step step = judged.at(pair, pair.size() - 1);
      neighbours.add(new Neighbour(month, step.verdict(), step.changePercent()));
    }
    return neighbours;
  }

  /// How two values a year apart are judged.
  private record Judged(BigDecimal tolerancePercent, Map<YearMonth, Outlook> outlooks) {

    /// The value at a place against the one before it.
    Step at(List<FigurePoint> points, int index) {
      if (index < 0) {
        return new Step(Verdict.NOT_JUDGED, null);
      }
      FigurePoint now = points.get(index);
      if (isOpen(now)) {
        return new Step(Verdict.TOO_EARLY, null);
      }
      FigurePoint before = index == 0 ? null : points.get(index - 1);
      if (before == null || !before.month().plusYears(1).equals(now.month())) {
        return new Step(Verdict.NOT_JUDGED, null);
      }
      Outlook.Between later = outlook(now);
      if (later != null && isOpen(before)) {
        return new Step(Verdict.TOO_EARLY, null);
      }
      Outlook.Between earlier = outlook(before);
      return later == null || earlier == null || earlier.low().signum() <= 0
          ? new Step(Verdict.NOT_JUDGED, null)
          : compared(earlier, later);
    }

    private Step compared(Outlook.Between earlier, Outlook.Between later) {
      Verdict low = verdictOf(change(earlier.high(), later.low()), tolerancePercent);
      Verdict high = verdictOf(change(earlier.low(), later.high()), tolerancePercent);
      return low == high
          ? new Step(low, change(earlier.median(), later.median()))
          : new Step(Verdict.TOO_EARLY, null);
    }

    /// A value that may still change and of which nothing can be said yet.
    private boolean isOpen(FigurePoint point) {
      return point.value() != null && outlook(point) == null;
    }

    boolean mayChange(FigurePoint point) {
      return outlooks.containsKey(point.month());
    }

    /// What a value will be: what is reported where that is final; null where there is none or
    /// nothing can be said yet.
    private Outlook.@Nullable Between outlook(FigurePoint point) {
      BigDecimal value = point.value();
      if (value == null) {
        return null;
      }
      return switch (outlooks.get(point.month())) {
        case Outlook.Between between -> between;
        case Outlook.Unknown _ -> null;
        case null ->
            point.state() == FigureState.REPORTED ? new Outlook.Between(value, value, value) : null;
      };
    }
  }

  /// In per cent of the value before.
  private static BigDecimal change(BigDecimal before, BigDecimal now) {
    return now.subtract(before).multiply(HUNDRED).divide(before, DIGITS);
  }

  private static Verdict verdictOf(BigDecimal changePercent, BigDecimal tolerancePercent) {
    if (changePercent.abs().compareTo(tolerancePercent) <= 0) {
      return Verdict.FLAT;
    }
    return changePercent.signum() > 0 ? Verdict.RISE : Verdict.DECLINE;
  }

  private static Course courseOf(Step before, Verdict now) {
    if (before.changePercent() == null || before.verdict() == Verdict.FLAT) {
      return Course.UNCLEAR;
    }
    return switch (now) {
      case RISE -> before.verdict() == Verdict.RISE ? Course.CONTINUED : Course.BOTTOMED_OUT;
      case DECLINE -> before.verdict() == Verdict.DECLINE ? Course.CONTINUED : Course.PEAKED;
      case FLAT, TOO_EARLY, NOT_JUDGED -> Course.UNCLEAR;
    };
  }

  private static Optional<FigurePoint> find(List<FigurePoint> rolling, YearMonth month) {
    return rolling.stream().filter(p -> p.month().equals(month)).findFirst();
  }
}

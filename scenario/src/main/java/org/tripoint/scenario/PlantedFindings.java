package org.tripoint.scenario;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.scenario.Laboratory.Analyte;

/// What laboratories find on purpose: two substances that were never in one item begin to come
/// together, and a substance that nobody had goes from state to state.
final class PlantedFindings {

  private static final LocalDate TOGETHER_FROM = LocalDate.of(2026, 2, 2);
  private static final int TOGETHER_WEEKS = 8;
  private static final LocalDate SPREAD_FROM = LocalDate.of(2026, 5, 4);
  private static final int WEEKS_A_STEP = 3;

  /// None nearer to the first than the one before it.
  private static final List<String> WAY =
      List.of("Detroit", "Cincinnati", "Chicago", "Louisville", "Memphis", "Atlanta", "Miami");

  private PlantedFindings() {}

  /// An item with what is in it, the main substance first.
  record Finding(String number, LocalDate day, Spot spot, List<Analyte> substances) {
    Finding {
      substances = List.copyOf(substances);
    }
  }

  /// What a laboratory finds in a month.
  static List<Finding> of(Laboratory laboratory, YearMonth month) {
    return laboratory.equals(Laboratory.UNITED_STATES)
        ? all().stream().filter(one -> YearMonth.from(one.day()).equals(month)).toList()
        : List.of();
  }

  private static List<Finding> all() {
    List<Finding> all = new ArrayList<>();
    for (int week = 0; week < TOGETHER_WEEKS; week++) {
      all.add(
          new Finding(
              "TOGETHER-" + (week + 1),
              TOGETHER_FROM.plusWeeks(week).plusDays(1),
              spot(week % 2 == 0 ? "San Diego" : "Los Angeles"),
              List.of(Laboratory.HEROIN, Laboratory.BROMAZOLAM)));
    }
    for (int step = 0; step < WAY.size(); step++) {
      all.add(
          new Finding(
              "SPREAD-" + (step + 1),
              arrival(step),
              spot(WAY.get(step)),
              List.of(Laboratory.FENTANYL, Laboratory.METONITAZENE)));
    }
    return all;
  }

  private static LocalDate arrival(int step) {
    return SPREAD_FROM.plusWeeks((long) WEEKS_A_STEP * step).plusDays(2);
  }

  private static Spot spot(String name) {
    return Spot.named(Spot.UNITED_STATES, name);
  }

  static void plant(Laboratory laboratory, GroundTruth truth) {
    if (!laboratory.equals(Laboratory.UNITED_STATES)) {
      return;
    }
    truth.plant(
        "combination-1",
        "new-combination",
        "source",
        laboratory.source(),
        "substances",
        List.of(Laboratory.HEROIN.name(), Laboratory.BROMAZOLAM.name()),
        "fromWeek",
        TOGETHER_FROM,
        "weeks",
        TOGETHER_WEEKS,
        "added",
        TOGETHER_WEEKS);
    List<Object> arrivals = new ArrayList<>();
    for (int step = 0; step < WAY.size(); step++) {
      arrivals.add(GroundTruth.fields("place", spot(WAY.get(step)).area(), "day", arrival(step)));
    }
    truth.plant(
        "spread-1",
        "spread",
        "source",
        laboratory.source(),
        "substance",
        Laboratory.METONITAZENE.name(),
        "arrivals",
        arrivals);
  }
}

package org.tripoint.scenario;

import java.util.List;

/// One drug type of the CBP files with its usual size, as round numbers near public yearly totals.
///
/// @param name in the files' own spelling
/// @param southwest part of the events on the southwest border
/// @param northern part of the events on the northern border; the rest is coastal and interior
/// @param fieldEvents events a year of Office of Field Operations
/// @param fieldPounds pounds a year of the same
/// @param patrolEvents events a year of U.S. Border Patrol
/// @param patrolPounds pounds a year of the same
/// @param airEvents events a year of Air and Marine Operations
/// @param airPounds pounds a year of the same
/// @param byFiscalYear factor of each fiscal year from 2019 to 2027
record CbpDrug(
    String name,
    double southwest,
    double northern,
    double fieldEvents,
    double fieldPounds,
    double patrolEvents,
    double patrolPounds,
    double airEvents,
    double airPounds,
    List<Double> byFiscalYear) {

  private static final List<Double> LEVEL = List.of(1.0, 0.9, 0.95, 1.0, 1.0, 1.0, 1.0, 0.95, 0.95);
  private static final List<Double> RISE_AND_FALL =
      List.of(0.13, 0.22, 0.5, 0.68, 1.25, 1.0, 0.55, 0.48, 0.45);
  private static final List<Double> DECLINE = List.of(4.2, 3.9, 2.6, 1.5, 1.1, 1.0, 0.9, 0.8, 0.8);

  static final List<CbpDrug> ALL =
      List.of(
          drug("Cocaine", 0.35, 0.06, 1900, 55_000, 440, 13_000, 140, 75_000, LEVEL),
          drug("Ecstasy", 0.05, 0.1, 1200, 500, 25, 60, 0, 0, LEVEL),
          drug("Fentanyl", 0.9, 0.02, 850, 19_000, 300, 2_900, 45, 600, RISE_AND_FALL),
          drug("Heroin", 0.5, 0.06, 300, 1_100, 45, 140, 8, 60, DECLINE),
          drug("Ketamine", 0.03, 0.12, 1000, 7_000, 0, 0, 0, 0, LEVEL),
          drug("Khat (Catha Edulis)", 0.01, 0.12, 130, 30_000, 0, 0, 0, 0, LEVEL),
          drug("Lsd", 0.03, 0.12, 340, 13, 0, 0, 0, 0, LEVEL),
          drug("Marijuana", 0.12, 0.2, 18_000, 120_000, 2_400, 44_000, 110, 9_000, DECLINE),
          drug("Methamphetamine", 0.7, 0.08, 2700, 150_000, 560, 14_000, 90, 5_500, LEVEL),
          drug("Other Drugs**", 0.12, 0.12, 22_000, 88_000, 400, 1_400, 30, 700, LEVEL));

  private static CbpDrug drug(
      String name,
      double southwest,
      double northern,
      double fieldEvents,
      double fieldPounds,
      double patrolEvents,
      double patrolPounds,
      double airEvents,
      double airPounds,
      List<Double> byFiscalYear) {
    return new CbpDrug(
        name,
        southwest,
        northern,
        fieldEvents,
        fieldPounds,
        patrolEvents,
        patrolPounds,
        airEvents,
        airPounds,
        byFiscalYear);
  }

  /// Events expected in one month of a fiscal year in one area, without season.
  double monthlyEvents(CbpArea area, int fiscalYear) {
    double yearly =
        switch (area.component()) {
          case CbpArea.FIELD_OPERATIONS -> fieldEvents;
          case CbpArea.BORDER_PATROL -> patrolEvents;
          default -> airEvents;
        };
    double regionShare =
        switch (area.region()) {
          case CbpArea.SOUTHWEST -> patrols(area) ? 0.5 + southwest / 2 : southwest;
          case CbpArea.NORTHERN -> northern;
          default -> patrols(area) ? 0.1 : 1 - southwest - northern;
        };
    return yearly * regionShare * area.share() * factor(fiscalYear) / 12;
  }

  /// Mean pounds of one event.
  double meanPounds(CbpArea area) {
    return switch (area.component()) {
      case CbpArea.FIELD_OPERATIONS -> fieldPounds / fieldEvents;
      case CbpArea.BORDER_PATROL -> patrolPounds / patrolEvents;
      default -> airPounds / airEvents;
    };
  }

  private double factor(int fiscalYear) {
    return byFiscalYear.get(Math.clamp(fiscalYear - 2019, 0, byFiscalYear.size() - 1));
  }

  private static boolean patrols(CbpArea area) {
    return area.component().equals(CbpArea.BORDER_PATROL);
  }
}

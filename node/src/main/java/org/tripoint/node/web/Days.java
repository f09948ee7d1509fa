package org.tripoint.node.web;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Days as addresses have them.
public final class Days {

  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

  private Days() {}

  /// The day that was asked for; today when none was, or none that can be meant.
  public static LocalDate asked(String on, LocalDate today) {
    try {
      LocalDate day = LocalDate.parse(on);
      return day.isBefore(FIRST) || day.isAfter(LAST) ? today : day;
    } catch (DateTimeException e) {
      return today;
    }
  }
}

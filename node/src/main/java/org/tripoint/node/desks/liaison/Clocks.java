package org.tripoint.node.desks.liaison;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.liaison.RequestForInformation.Urgency;

/// How soon requests are to be answered. The clocks are this node's own settings; a request carries
/// when it is due, so both countries see the same.
///
/// @param urgent `tripoint.liaison.urgent`
/// @param priority `tripoint.liaison.priority`
/// @param routineDays `tripoint.liaison.routine-days`: working days, Monday to Friday
@Component
public record Clocks(
    @Value("${tripoint.liaison.urgent:4h}") Duration urgent,
    @Value("${tripoint.liaison.priority:24h}") Duration priority,
    @Value("${tripoint.liaison.routine-days:10}") int routineDays) {
  public Clocks {
    if (urgent.isNegative() || urgent.isZero() || priority.compareTo(urgent) < 0) {
      throw new IllegalArgumentException(
          "expected tripoint.liaison.urgent above 0 and no longer than tripoint.liaison.priority");
    }
    if (routineDays < 1 || routineDays > ContactRule.MOST_DAYS) {
      throw new IllegalArgumentException("expected tripoint.liaison.routine-days of 1 to 365");
    }
  }

  /// When an answer is due.
  ///
  /// @param zone where working days are counted
  Instant dueAfter(Instant asked, Urgency urgency, ZoneId zone) {
    return switch (urgency) {
      case URGENT -> asked.plus(urgent);
      case PRIORITY -> asked.plus(priority);
      case ROUTINE -> {
        ZonedDateTime at = asked.atZone(zone);
        yield ContactRule.workingDays(at.toLocalDate(), routineDays)
            .atTime(at.toLocalTime())
            .atZone(zone)
            .toInstant();
      }
    };
  }
}

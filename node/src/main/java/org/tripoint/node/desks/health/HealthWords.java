package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.health.Figure.State;
import org.tripoint.node.desks.health.HealthCell.Area;
import org.tripoint.node.desks.health.HealthCell.Complete;
import org.tripoint.node.desks.health.HealthCell.Said;
import org.tripoint.node.desks.health.HealthCell.SeriesKey;
import org.tripoint.node.desks.health.HealthObservation.Measure;
import org.tripoint.node.desks.health.ObservedPeriod.PeriodKind;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.PointState;

/// Places, indicators, periods and states in the page's language.
record HealthWords(Page page) {

  String place(Area area) {
    return switch (area.scheme()) {
      case "COUNTRY", "ADMIN1" -> known("place." + area.code(), area.code());
      case "VITAL_STATISTICS_AREA" -> known("health.place." + area.code(), area.code());
      default -> area.code();
    };
  }

  String indicator(SeriesKey key) {
    return indicator(key.indicator(), key.indicatorText());
  }

  String indicator(String key, String text) {
    return known("health.indicator." + key.replace(':', '.'), text);
  }

  String measure(Measure measure) {
    return page.t("health.measure." + measure);
  }

  String periodKind(PeriodKind kind) {
    return page.t("health.period-kind." + kind);
  }

  /// `sex=Male; age=20 to 29 years` as people read it; "everyone" when empty.
  String strata(String strata) {
    if (strata.isEmpty()) {
      return page.t("health.strata.everyone");
    }
    return Arrays.stream(strata.split("; "))
        .map(part -> {
          int equals = part.indexOf('=');
          String name = equals < 0 ? part : part.substring(0, equals);
          return known("health.stratum." + name, name) + ": " + part.substring(equals + 1);
        })
        .collect(Collectors.joining("; "));
  }

  String period(PeriodKind kind, LocalDate first, LocalDate last) {
    String year = String.valueOf(first.getYear());
    return switch (kind) {
      case WEEK -> page.t("health.period.WEEK", page.day(first));
      case MONTH -> page.month(YearMonth.from(first));
      case QUARTER ->
          page.t("health.period.QUARTER", first.get(IsoFields.QUARTER_OF_YEAR) + "", year);
      case YEAR -> year;
      case PART_OF_YEAR ->
          page.t(
              "health.period.PART_OF_YEAR",
              page.month(YearMonth.from(first)),
              page.month(YearMonth.from(last)));
      case ROLLING_12 -> page.t("health.period.ROLLING_12", page.month(YearMonth.from(last)));
    };
  }

  String number(@Nullable BigDecimal value) {
    return value == null ? "–" : page.number(value, 2);
  }

  String state(State state) {
    return page.t("health.state." + state);
  }

  /// The value, or the word for why there is none.
  String value(Said said) {
    return said.value() != null ? page.number(said.value(), 2) : state(said.state());
  }

  /// `99.5 % or more; 0.2 % pending`; "" when its source says nothing.
  String completeness(Complete complete) {
    BigDecimal percent = complete.percent();
    if (percent == null) {
      return "";
    }
    String number = page.number(percent, 1);
    return page.t(
        complete.atLeast() ? "health.complete.at-least" : "health.complete.exactly", number);
  }

  String pending(Complete complete) {
    BigDecimal pending = complete.pending();
    return pending == null ? "" : page.t("health.complete.exactly", page.number(pending, 2));
  }

  /// The page's own tag for a state, as the style sheet knows it.
  static String tag(State state) {
    return switch (state) {
      case REPORTED -> "reported";
      case PREDICTED -> "predicted";
      case SUPPRESSED -> "suppressed";
      case NOT_AVAILABLE -> "missing";
    };
  }

  static PointState pointState(State state) {
    return switch (state) {
      case REPORTED -> PointState.REPORTED;
      case PREDICTED -> PointState.PREDICTED;
      case SUPPRESSED -> PointState.SUPPRESSED;
      case NOT_AVAILABLE -> PointState.MISSING;
    };
  }

  private String known(String key, String otherwise) {
    return page.has(key) ? page.t(key) : otherwise;
  }
}

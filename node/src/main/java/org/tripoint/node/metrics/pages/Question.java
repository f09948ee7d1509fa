package org.tripoint.node.metrics.pages;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.SummerJudgement.Settings;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Decimals;

/// What an address asks of a metric; the same address gives the same view again.
///
/// @param source the country's source
/// @param apart wanted values of dimensions that are kept apart
/// @param settings of the judgement
/// @param moment the day asked for
/// @param calendar whose periods are totalled
record Question(
    CountrySource source,
    Map<String, String> apart,
    Settings settings,
    Moment moment,
    Calendar calendar) {

  private static final String HERE = "here";

  /// @throws IllegalArgumentException if a parameter is none of what the page offers
  static Question parse(MetricDefinition definition, Map<String, String> parameters) {
    String code = text(parameters, "country", definition.sources().getFirst().country().code());
    CountrySource source =
        definition
            .source(Country.of(code))
            .orElseThrow(() ->
                new IllegalArgumentException("expected a country of the metric, found " + code));
    Map<String, String> apart = new TreeMap<>();
    for (String dimension : source.keptApart().keySet()) {
      String wanted = text(parameters, dimension, "");
      if (!wanted.isEmpty()) {
        apart.put(dimension, wanted);
      }
    }
    return new Question(
        givenBy(source, text(parameters, "from", "")),
        apart,
        settings(parameters),
        Moment.parse(text(parameters, "clock", "published"), text(parameters, "at", "")),
        Calendar.parse(text(parameters, "calendar", usualCalendar(source.country()))));
  }

  /// Blank for whose records count usually, `here` for this node's own, else a partner.
  private static CountrySource givenBy(CountrySource source, String from) {
    return switch (from) {
      case "" -> source;
      case HERE -> source.givenBy(Givers.OWN);
      default -> source.givenBy(new Givers.Partner(from));
    };
  }

  /// How an address names whose records are counted.
  static String nameOf(Givers givers) {
    return switch (givers) {
      case Givers.All _ -> "";
      case Givers.Own _ -> HERE;
      case Givers.Partner(var name) -> name;
    };
  }

  /// The same question about what others counted.
  Question over(CountrySource others) {
    return new Question(others, apart, settings, moment, calendar);
  }

  private static Settings settings(Map<String, String> parameters) {
    String tolerance = text(parameters, "tolerance", "");
    BigDecimal percent =
        tolerance.isEmpty()
            ? Settings.USUAL.tolerancePercent()
            : Decimals.parse(tolerance.replace(',', '.'));
    try {
      int anchor = Integer.parseInt(text(parameters, "anchor", "6"));
      return new Settings(Month.of(anchor), percent);
    } catch (NumberFormatException | DateTimeException e) {
      throw new IllegalArgumentException("expected an anchor month from 1 to 12", e);
    }
  }

  static String usualCalendar(Country country) {
    return switch (country.code()) {
      case "US" -> "us-fiscal";
      case "CA" -> "ca-fiscal";
      default -> "calendar-year";
    };
  }

  /// The address of a page under `/metrics/{id}` with what this question asks, but its judgement.
  String address(String id, String page, Map<String, String> more) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("country", source.country().code());
    if (source.givers() instanceof Givers.Partner(var partner)) {
      parameters.put("from", partner);
    }
    parameters.putAll(apart);
    if (!moment.at().isEmpty()) {
      parameters.put("clock", moment.clock());
      parameters.put("at", moment.at());
    }
    parameters.putAll(more);
    return "/metrics/"
        + id
        + page
        + "?"
        + parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  private static String text(Map<String, String> parameters, String name, String otherwise) {
    String value = parameters.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}

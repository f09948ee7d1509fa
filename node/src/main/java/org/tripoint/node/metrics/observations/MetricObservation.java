package org.tripoint.node.metrics.observations;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// One figure as the node of its country states it, for partners: what is compared across a border
/// is stated under one version of one definition.
///
/// @param metric id of the definition, such as `M01`
/// @param version its version
/// @param document SHA-256 of the definition's text, hex: the same version of another text is not
///   the same
/// @param country whose figure it is
/// @param apart the value of each dimension that is kept apart
/// @param countedAs how the country's sources count it
/// @param calendar the definition's calendar
/// @param months length of the period
/// @param month its last month
/// @param unit unit of the value
/// @param state how it stands
/// @param value exact; null where the state has none
/// @param outlook what a recent value is expected to become, beside the value and never in its
///   place; null where it is settled, nothing can be said, or small numbers are withheld from the
///   same act
/// @param checkpoint commitment to the signed checkpoint it rests on: SHA-256 of a salt and the
///   note, hex. The node that states it can open it; the note itself would tell how much there is
@StatedByNode
public record MetricObservation(
    String metric,
    int version,
    String document,
    Country country,
    Map<String, String> apart,
    String countedAs,
    String calendar,
    int months,
    YearMonth month,
    String unit,
    FigureState state,
    @Nullable BigDecimal value,
    @Nullable StatedExpectation outlook,
    String checkpoint) {

  /// The kind of record that an observation is.
  public static final Kind<MetricObservation> KIND =
      Kind.of("metric-observation", 1, MetricObservation.class);

  private static final int LONGEST = 200;

  public MetricObservation {
    apart = Collections.unmodifiableMap(new TreeMap<>(apart));
    requireShort("a metric", metric);
    requireShort("a document's hash", document);
    requireShort("a way of counting", countedAs);
    requireShort("a calendar", calendar);
    requireShort("a unit", unit);
    requireShort("a commitment", checkpoint);
    if (version < 1 || months < 1 || months > 1_200 || apart.size() > 6) {
      throw new IllegalArgumentException(
          "expected a version and months from 1 and at most 6 dimensions");
    }
    if (state.hasValue() != (value != null)) {
      throw new IllegalArgumentException("expected a value exactly where " + state + " has one");
    }
    if (outlook != null && value == null) {
      throw new IllegalArgumentException("expected an outlook only beside a value");
    }
  }

  private static void requireShort(String what, String text) {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("expected " + what + " of 1 to 200 characters");
    }
  }

  /// Its key at the node that states it.
  String key() {
    return "%s@%d|%s|%s|%d|%s".formatted(metric, version, country.code(), apart, months, month);
  }
}

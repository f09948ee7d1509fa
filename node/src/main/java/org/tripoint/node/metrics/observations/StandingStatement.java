package org.tripoint.node.metrics.observations;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// A steward's decision that this node goes on stating its figures of a metric to partners,
/// whenever they change.
///
/// @param metric id of the definition, such as `M01`; its newest version is stated
/// @param apart the value of each dimension that is kept apart; usual ones where absent
/// @param countries to whom
@MadeHere
public record StandingStatement(String metric, Map<String, String> apart, Set<Country> countries) {

  /// The kind of record that the decision is.
  public static final Kind<StandingStatement> KIND =
      Kind.of("standing-statement", 1, StandingStatement.class);

  public StandingStatement {
    apart = Collections.unmodifiableMap(new TreeMap<>(apart));
    countries = Set.copyOf(countries);
    if (countries.isEmpty()) {
      throw new IllegalArgumentException("expected at least one country");
    }
  }

  /// Under which its record stands.
  String key() {
    return metric + " " + ObservationStore.apart(apart);
  }
}

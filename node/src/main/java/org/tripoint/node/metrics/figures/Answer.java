package org.tripoint.node.metrics.figures;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.MetricDefinition;

/// Everything a definition gives for one country, with what is needed to ask for the same again.
///
/// @param definition the definition, with its version
/// @param source the country's source
/// @param chosen the value of each dimension that is kept apart
/// @param choices the values there are of each of them
/// @param series the values
/// @param parts the same by the source's parts, by their value; empty when it has none
/// @param basis where in the ledger it stands
/// @param emptied facts in it whose records have been emptied since
public record Answer(
    MetricDefinition definition,
    CountrySource source,
    Map<String, String> chosen,
    Map<String, java.util.List<String>> choices,
    MetricSeries series,
    Map<String, MetricSeries> parts,
    Basis basis,
    long emptied) {
  public Answer {
    chosen = Collections.unmodifiableMap(new TreeMap<>(chosen));
    choices = Collections.unmodifiableMap(new TreeMap<>(choices));
    parts = Collections.unmodifiableMap(new TreeMap<>(parts));
  }

  /// Where in the ledger a figure stands.
  ///
  /// @param moment the day it was asked for
  /// @param checkpoint the signed checkpoint it rests on; null while there is none
  /// @param size ledger size it was computed at
  /// @param behind versions in the ledger that the cells have not taken in yet
  public record Basis(Moment moment, @Nullable Checkpoint checkpoint, long size, long behind) {
    /// Root of the checkpoint in hex.
    public Optional<String> root() {
      return Optional.ofNullable(checkpoint).map(c -> c.root().hex());
    }
  }

  /// The latest value that has one, twelve months; empty when there is none.
  public Optional<FigurePoint> latest() {
    return series.rolling12().reversed().stream().filter(p -> p.state().hasValue()).findFirst();
  }
}

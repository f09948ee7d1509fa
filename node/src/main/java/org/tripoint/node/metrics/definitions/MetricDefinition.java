package org.tripoint.node.metrics.definitions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tripoint.vocabulary.Calendar;
import org.tripoint.vocabulary.Country;

/// What a metric counts, in one version: two countries' values are the same metric only under the
/// same id and version.
///
/// @param id such as `M01`
/// @param version from 1; every change of what is counted is a new one
/// @param issued day it was issued
/// @param title what people call it
/// @param description what is counted, and what is not
/// @param caveats what a reader must know, the first one beside every figure
/// @param unit code of the unit: `kg`, `tablets`, `events`, `sites`, `devices`, `deaths`, `percent`
/// @param decimals that figures are shown with, at most
/// @param calendar the calendar it is judged by
/// @param usualLagDays days after a month until its figure can be taken as complete
/// @param revisionPolicy how and how long figures change after they were published
/// @param scenarioOnly true while no real source exists
/// @param sources one for each country and way of counting
public record MetricDefinition(
    String id,
    int version,
    LocalDate issued,
    Texts title,
    Texts description,
    List<Texts> caveats,
    String unit,
    int decimals,
    Calendar calendar,
    int usualLagDays,
    Texts revisionPolicy,
    boolean scenarioOnly,
    List<CountrySource> sources) {
  public MetricDefinition {
    caveats = List.copyOf(caveats);
    sources = List.copyOf(sources);
  }

  /// `M01@1`, its key in the ledger.
  public String key() {
    return id + "@" + version;
  }

  public Optional<CountrySource> source(Country country) {
    return sources.stream().filter(s -> s.country().equals(country)).findFirst();
  }
}

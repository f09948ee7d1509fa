package org.tripoint.node.desks.laboratory.lists;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.vocabulary.Place;

/// One sample as trends count it, whichever kind of record tells of it.
///
/// @param day it is counted under
/// @param area first-level subdivision, or `?`
/// @param origin code of where it comes from and, for infrared drug checks, of how it was analysed
/// @param scope by which its results name what was looked for, or [#UNSTATED]
/// @param expected key of what it was sold or taken as, or null where nobody said so
/// @param found keys of what was found, each once
record Analysed(
    LocalDate day,
    String area,
    String origin,
    String scope,
    @Nullable String expected,
    Set<String> found) {

  /// Stands for a scope that is not stated.
  static final String UNSTATED = "-";

  private static final String UNKNOWN = "?";

  static Analysed of(LabResult result) {
    return new Analysed(
        result.day(),
        LabResultsCube.area(result),
        result.sampleOrigin().name(),
        scope(result.laboratory(), result.scope(), result.scopeVersion()),
        result.expected() == null ? null : result.expected().substance().key(),
        LabResultsCube.found(result));
  }

  /// Empty where no spectrometer's operator entered anything: an immunoassay strip or a quantity
  /// alone is no search for everything.
  static Optional<Analysed> of(DrugCheckSample sample) {
    if (sample.found().isEmpty()) {
      return Optional.empty();
    }
    Set<String> found = new LinkedHashSet<>();
    sample.identified().forEach(substance -> found.add(substance.key()));
    return Optional.of(
        new Analysed(
            sample.day(),
            area(sample.province()),
            ReadTrends.INFRARED,
            UNSTATED,
            sample.expected().substance().key(),
            found));
  }

  /// A scope by how results name it.
  static String scope(String laboratory, String scope, String version) {
    return scope.isBlank() ? UNSTATED : laboratory + "/" + scope + "/" + version;
  }

  /// The first-level subdivision, where the place's code tells it.
  static String area(Place place) {
    return place.admin1Code().orElse(UNKNOWN);
  }
}

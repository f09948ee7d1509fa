package org.tripoint.node.desks.laboratory.results;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.SubstanceId;

/// What a laboratory looks for: the content of kind `analysis-scope`. A "not detected" of anything
/// else says nothing.
///
/// @param laboratory short name of the laboratory
/// @param country of the laboratory
/// @param scope id of the scope
/// @param version of the scope
/// @param validFrom first day
/// @param validTo last day, or null
/// @param matrix what it is for, such as `powders and tablets`, `femoral blood`
/// @param analytes what is looked for, each once
public record AnalysisScope(
    @NamesSource String laboratory,
    Country country,
    @NamesSource String scope,
    String version,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String matrix,
    List<ScopeAnalyte> analytes) {

  /// The kind of record that a scope is.
  public static final Kind<AnalysisScope> KIND = Kind.of("analysis-scope", 1, AnalysisScope.class);

  private static final int MOST_ANALYTES = 5_000;

  public AnalysisScope {
    analytes = Texts.atMost("analytes", analytes, MOST_ANALYTES);
    Texts.require("a laboratory", laboratory, 1, 60);
    Texts.require("a scope", scope, 1, Texts.LONGEST_ID);
    Texts.require("a version of a scope", version, 1, 60);
    Texts.require("a matrix", matrix, 0, 200);
    if (validTo != null && validTo.isBefore(validFrom)) {
      throw new IllegalArgumentException("expected a last day on or after the first");
    }
    if (analytes.isEmpty()) {
      throw new IllegalArgumentException("expected at least one analyte");
    }
    if (analytes.stream().map(ScopeAnalyte::substance).distinct().count() != analytes.size()) {
      throw new IllegalArgumentException("expected each analyte once");
    }
  }

  /// The key of a record of this kind at its source.
  public String key() {
    return laboratory + "/" + scope + "/" + version;
  }

  /// True when the substance is looked for on that day.
  public boolean covers(SubstanceId substance, LocalDate day) {
    return !day.isBefore(validFrom)
        && (validTo == null || !day.isAfter(validTo))
        && analytes.stream().anyMatch(analyte -> analyte.substance().equals(substance));
  }

  /// A substance that is looked for.
  ///
  /// @param name as the laboratory writes it
  /// @param substance what that stands for
  /// @param limits what can be seen and measured of it, or null
  public record ScopeAnalyte(String name, SubstanceId substance, @Nullable DetectionLimits limits) {
    public ScopeAnalyte {
      Texts.require("a name of a substance", name, 1, 500);
    }
  }
}

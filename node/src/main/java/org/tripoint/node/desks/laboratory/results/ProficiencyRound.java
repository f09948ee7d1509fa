package org.tripoint.node.desks.laboratory.results;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Several laboratories measured the same material: the content of kind `proficiency-round`.
///
/// @param provider who ran it
/// @param round its number
/// @param sample the material that was sent round
/// @param closedOn last day of reporting
/// @param name the substance measured, as the provider writes it
/// @param substance what that stands for
/// @param unit of every value
/// @param quantityBasis of every value
/// @param assigned the assigned value
/// @param sigmaPt standard deviation for proficiency assessment, above 0
/// @param assignedUncertainty standard uncertainty of the assigned value, or null
/// @param results one for each laboratory
public record ProficiencyRound(
    String provider,
    String round,
    String sample,
    LocalDate closedOn,
    String name,
    SubstanceId substance,
    ConcentrationUnit unit,
    QuantityBasis quantityBasis,
    ReportedNumber assigned,
    ReportedNumber sigmaPt,
    @Nullable ReportedNumber assignedUncertainty,
    List<RoundResult> results) {

  /// The kind of record that a round is.
  public static final Kind<ProficiencyRound> KIND =
      Kind.of("proficiency-round", 1, ProficiencyRound.class);

  public ProficiencyRound {
    results = Texts.atMost("results", results, 1_000);
    Texts.require("a provider", provider, 1, 200);
    Texts.require("a round", round, 1, 60);
    Texts.require("a sample", sample, 1, 60);
    Texts.require("a name of a substance", name, 1, 500);
    Texts.requireNoneBelowZero("an assigned value", assigned);
    Texts.requireAboveZero("a standard deviation", sigmaPt);
    Texts.requireNoneBelowZero("an uncertainty", assignedUncertainty);
    if (results.stream().map(RoundResult::participant).distinct().count() != results.size()) {
      throw new IllegalArgumentException("expected each laboratory once");
    }
  }

  /// The key of a record of this kind at its source.
  public String key() {
    return provider + "/" + round + "/" + sample + "/" + name;
  }

  /// What one laboratory found.
  ///
  /// @param participant its short name, or its code in the round
  /// @param value what it found
  /// @param uncertainty expanded uncertainty, or null
  /// @param coverageFactor of that uncertainty, or null
  public record RoundResult(
      String participant,
      ReportedNumber value,
      @Nullable ReportedNumber uncertainty,
      @Nullable ReportedNumber coverageFactor) {
    public RoundResult {
      Texts.require("a laboratory", participant, 1, 60);
      Texts.requireNoneBelowZero("a value", value);
      Texts.requireNoneBelowZero("an uncertainty", uncertainty);
      Texts.requireAboveZero("a coverage factor", coverageFactor);
    }
  }
}

package org.tripoint.node.substances.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.substances.ControlOutcome;

/// Whose rules take a structure in on a day, for programs.
@Component
class ControlAnswers {

  private final Chemistry chemistry;

  ControlAnswers(Chemistry chemistry) {
    this.chemistry = chemistry;
  }

  /// @param answer IN, CHEMIST, EXCEPTED, NOT_CONTROLLED, PENDING or NO_RULE, which is not
  ///   NOT_CONTROLLED
  /// @param nearMisses classes that one difference keeps it out of
  record Answered(
      Jurisdiction jurisdiction, String answer, List<Reason> grounds, List<Reason> nearMisses) {}

  /// @param how LISTED, EXCEPTED, PENDING, CLASS or MIXTURE
  /// @param match how the structure meets an entry by name, such as ITSELF
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(
      String how,
      @Nullable String match,
      @Nullable String entry,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Validity.@Nullable DateKind dateKind,
      Validity.@Nullable Certainty certainty,
      @Nullable String source,
      List<Changed> differences) {}

  /// @param atoms numbers in the SMILES, from 0
  record Changed(
      String place, String group, Set<String> clauses, String verdict, Set<Integer> atoms) {}

  /// One answer for each jurisdiction.
  List<Answered> of(Structure structure, LocalDate day) {
    List<Answered> answers = new ArrayList<>();
    for (Jurisdiction one : Jurisdiction.values()) {
      Coverage coverage = chemistry.decide(one, structure, day);
      answers.add(
          new Answered(
              one,
              ControlOutcome.of(coverage).name(),
              coverage.grounds().stream().map(ControlAnswers::reason).toList(),
              coverage.nearMisses().stream().map(ControlAnswers::reason).toList()));
    }
    return answers;
  }

  private static Reason reason(Ground ground) {
    return switch (ground) {
      case Ground.Listed(Listing listing, Ground.Match match) ->
          reason("LISTED", match.name(), listing.entry(), listing.validity(), List.of());
      case Ground.Excepted(Listing listing, Ground.Match match) ->
          reason("EXCEPTED", match.name(), listing.entry(), listing.validity(), List.of());
      case Ground.Pending(Listing listing) ->
          reason("PENDING", null, listing.entry(), listing.validity(), List.of());
      case Ground.NotControlled(Listing listing) ->
          reason("NOT_CONTROLLED", null, listing.entry(), listing.validity(), List.of());
      case Ground.ByClass(var rule, var reading) ->
          reason(
              "CLASS",
              null,
              rule.entry(),
              rule.validity(),
              reading.differences().stream()
                  .map(one ->
                      new Changed(
                          one.site(),
                          one.group().word(),
                          one.clauses(),
                          one.verdict().name(),
                          one.atoms()))
                  .toList());
      case Ground.Mixture ignored ->
          new Reason("MIXTURE", null, null, null, null, null, null, null, List.of());
    };
  }

  private static Reason reason(
      String how, @Nullable String match, String entry, Validity validity, List<Changed> changed) {
    return new Reason(
        how,
        match,
        entry,
        validity.from().orElse(null),
        validity.until().orElse(null),
        validity.kind(),
        validity.certainty(),
        validity.source(),
        changed);
  }
}

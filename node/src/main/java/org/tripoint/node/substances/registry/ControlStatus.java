package org.tripoint.node.substances.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.ClassRule;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Difference;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Mark;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRules;
import org.tripoint.node.substances.registry.StatusView.DifferenceView;
import org.tripoint.node.substances.registry.StatusView.GroundView;
import org.tripoint.node.substances.registry.StatusView.Turn;

/// Whose rules take a substance in on a day, why, and when that changed.
@Component
class ControlStatus {

  private final Chemistry chemistry;

  ControlStatus(Chemistry chemistry) {
    this.chemistry = chemistry;
  }

  /// One answer for each jurisdiction, with the days on which it became another one.
  List<StatusView> list(Substance substance, LocalDate day, SubstanceWords words) {
    return list(
        chemistry.structureOf(substance),
        day,
        words,
        jurisdiction -> turns(jurisdiction, substance, words));
  }

  /// One answer for each jurisdiction about a structure that the registry need not hold.
  List<StatusView> list(Structure structure, LocalDate day, SubstanceWords words) {
    return list(structure, day, words, jurisdiction -> List.of());
  }

  private List<StatusView> list(
      Structure structure,
      LocalDate day,
      SubstanceWords words,
      Function<Jurisdiction, List<Turn>> turns) {
    List<StatusView> all = new ArrayList<>();
    for (Jurisdiction jurisdiction : Jurisdiction.values()) {
      Coverage coverage = chemistry.decide(jurisdiction, structure, day);
      ControlOutcome outcome = ControlOutcome.of(coverage);
      all.add(
          new StatusView(
              jurisdiction.name(),
              words.page().t("substances.jurisdiction." + jurisdiction.name()),
              words.outcome(outcome),
              outcome.tone(),
              coverage.grounds().stream()
                  .map(ground -> ground(ground, coverage.parent(), words))
                  .toList(),
              coverage.nearMisses().stream()
                  .map(near -> byClass(near, coverage.parent(), words))
                  .toList(),
              turns.apply(jurisdiction)));
    }
    return all;
  }

  private GroundView ground(Ground ground, Parent parent, SubstanceWords words) {
    return switch (ground) {
      case Ground.Listed listed -> named(ground, listed.listing(), words);
      case Ground.Excepted excepted -> named(ground, excepted.listing(), words);
      case Ground.Pending pending -> named(ground, pending.listing(), words);
      case Ground.NotControlled free -> named(ground, free.listing(), words);
      case Ground.ByClass byClass -> byClass(byClass, parent, words);
      case Ground.Mixture ignored ->
          new GroundView(words.how(ground), "", "", "", "", "", Optional.empty(), List.of());
    };
  }

  private static GroundView named(Ground ground, Listing listing, SubstanceWords words) {
    Validity validity = listing.validity();
    return new GroundView(
        words.how(ground),
        listing.entry(),
        words.covers(ground),
        words.dates(validity),
        words.certainty(validity),
        validity.source(),
        Optional.empty(),
        List.of());
  }

  private GroundView byClass(Ground.ByClass ground, Parent parent, SubstanceWords words) {
    List<Mark> marks = new ArrayList<>();
    List<DifferenceView> differences = new ArrayList<>();
    for (Difference difference : ground.reading().differences()) {
      int number = 0;
      if (!difference.atoms().isEmpty()) {
        number = marks.size() + 1;
        marks.add(new Mark(difference.atoms(), String.valueOf(number)));
      }
      differences.add(difference(number, difference, ground.rule(), words));
    }
    Validity validity = ground.rule().validity();
    return new GroundView(
        words.how(ground),
        ground.rule().entry(),
        "",
        words.dates(validity),
        words.certainty(validity),
        validity.source(),
        switch (parent) {
          case Parent.Of of ->
              Optional.of(
                  chemistry.draw(
                      of.structure(),
                      words.page().t("substances.drawing.marked", ground.rule().entry()),
                      marks));
          case Parent.Mixture ignored -> Optional.empty();
        },
        differences);
  }

  private static DifferenceView difference(
      int number, Difference difference, ClassRule rule, SubstanceWords words) {
    List<String> clauses =
        difference.clauses().stream()
            .map(clause -> clause + ": " + rule.texts().getOrDefault(clause, ""))
            .toList();
    ControlOutcome outcome =
        switch (difference.verdict()) {
          case IN -> ControlOutcome.IN;
          case NEEDS_A_CHEMIST -> ControlOutcome.CHEMIST;
          case OUT -> ControlOutcome.NO_RULE;
        };
    return new DifferenceView(
        number,
        words.word("place", difference.site()),
        words.page().t("substances.group." + difference.group().name()),
        clauses,
        words.page().t("substances.allowed." + difference.verdict().name()),
        outcome.tone());
  }

  /// The days on which the answer became another one, the newest first.
  private List<Turn> turns(Jurisdiction jurisdiction, Substance substance, SubstanceWords words) {
    List<Turn> turns = new ArrayList<>();
    for (ReadRules.Standing one : chemistry.history(substance, jurisdiction)) {
      one.since()
          .ifPresent(day ->
              turns.addFirst(
                  new Turn(day.toString(), words.page().day(day), words.outcome(one.outcome()))));
    }
    return turns;
  }
}

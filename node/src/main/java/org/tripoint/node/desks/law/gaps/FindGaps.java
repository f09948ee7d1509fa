package org.tripoint.node.desks.law.gaps;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRules;
import org.tripoint.node.substances.ReadRules.Standing;

/// Asks the questions about substances (1 to 5 and 7) for one day. Reads only what had happened by
/// then, but for ends of orders that lie ahead.
final class FindGaps {

  private static final int MONTHS_TO_TRANSPOSE = 12;
  private static final int DAYS_AHEAD = 180;
  private static final List<Jurisdiction> THREE =
      List.of(Jurisdiction.US, Jurisdiction.CA, Jurisdiction.MX);

  private final ReadRules rules;
  private final Derivatives derivatives;
  private final LocalDate day;
  private final Map<String, Map<Jurisdiction, Coverage>> answers;

  /// @param answers of the day by id of the substance
  FindGaps(
      ReadRules rules,
      Derivatives derivatives,
      LocalDate day,
      Map<String, Map<Jurisdiction, Coverage>> answers) {
    this.rules = rules;
    this.derivatives = derivatives;
    this.day = day;
    this.answers = answers;
  }

  List<Gap> of(Substance one) {
    List<Gap> gaps = new ArrayList<>();
    controlledElsewhere(one, gaps);
    notTransposed(one, gaps);
    ordersThatEnd(one, gaps);
    narrower(one, gaps);
    adulterant(one, gaps);
    return gaps;
  }

  private Coverage answer(Substance one, Jurisdiction whose) {
    Coverage answer = answers.getOrDefault(one.id(), Map.of()).get(whose);
    return answer == null
        ? Objects.requireNonNull(rules.decide(one, day).get(whose), "every jurisdiction answers")
        : answer;
  }

  private ControlOutcome outcome(Substance one, Jurisdiction whose) {
    return ControlOutcome.of(answer(one, whose));
  }

  /// Silence is a gap only where every list was read whole.
  private Gap.Standing standing(ControlOutcome outcome, Jurisdiction where) {
    return outcome == ControlOutcome.NO_RULE && !rules.isReadWhole(where, day)
        ? Gap.Standing.NO_RULE_KNOWN
        : Gap.Standing.GAP;
  }

  /// Since when the answer of the day has stood.
  private Optional<LocalDate> since(Substance one, Jurisdiction whose) {
    return rules.history(one, whose).stream()
        .filter(standing -> standing.since().filter(from -> from.isAfter(day)).isEmpty())
        .reduce((_, later) -> later)
        .flatMap(Standing::since);
  }

  private void controlledElsewhere(Substance one, List<Gap> gaps) {
    if (outcome(one, Jurisdiction.US) == ControlOutcome.IN) {
      for (Jurisdiction where : List.of(Jurisdiction.CA, Jurisdiction.MX)) {
        against(Question.Q1, one, where, Jurisdiction.US, gaps);
      }
    }
  }

  private void notTransposed(Substance one, List<Gap> gaps) {
    if (outcome(one, Jurisdiction.UN) != ControlOutcome.IN) {
      return;
    }
    Optional<LocalDate> since = since(one, Jurisdiction.UN);
    if (since.filter(from -> from.isAfter(day.minusMonths(MONTHS_TO_TRANSPOSE))).isEmpty()) {
      THREE.forEach(where -> against(Question.Q2, one, where, Jurisdiction.UN, gaps));
    }
  }

  private void against(
      Question question, Substance one, Jurisdiction where, Jurisdiction other, List<Gap> gaps) {
    ControlOutcome outcome = outcome(one, where);
    if (outcome == ControlOutcome.IN) {
      return;
    }
    Optional<LocalDate> since = since(one, other);
    List<Citation> citations = new ArrayList<>(Citation.first(other, answer(one, other)));
    citations.addAll(Citation.first(where, answer(one, where)));
    gaps.add(
        new Gap(
            question,
            one,
            where,
            outcome,
            standing(outcome, where),
            Optional.of(other),
            since,
            since.map(from -> ChronoUnit.DAYS.between(from, day)),
            Optional.empty(),
            citations));
  }

  private void ordersThatEnd(Substance one, List<Gap> gaps) {
    for (Jurisdiction where : Jurisdiction.values()) {
      List<Standing> history = rules.history(one, where);
      for (int i = 1; i < history.size(); i++) {
        Optional<LocalDate> end = history.get(i).since();
        if (history.get(i - 1).outcome() == ControlOutcome.IN
            && history.get(i).outcome() != ControlOutcome.IN
            && end.isPresent()
            && Math.abs(ChronoUnit.DAYS.between(day, end.get())) <= DAYS_AHEAD) {
          gaps.add(ends(one, where, end.get(), history.get(i)));
        }
      }
    }
  }

  private Gap ends(Substance one, Jurisdiction where, LocalDate end, Standing then) {
    List<Citation> citations = new ArrayList<>();
    Coverage before = rules.decide(one, end.minusDays(1)).get(where);
    if (before != null) {
      citations.addAll(Citation.first(where, before));
    }
    citations.addAll(Citation.first(where, then.coverage()));
    return new Gap(
        Question.Q3,
        one,
        where,
        then.outcome(),
        Gap.Standing.GAP,
        Optional.empty(),
        Optional.of(end),
        Optional.of(ChronoUnit.DAYS.between(end, day)),
        Optional.empty(),
        citations);
  }

  /// Derivatives that another jurisdiction controls beside the base, and salts.
  private void narrower(Substance base, List<Gap> gaps) {
    for (Jurisdiction where : THREE) {
      if (outcome(base, where) != ControlOutcome.IN) {
        continue;
      }
      for (Substance derivative : derivatives.of(base.id())) {
        derivative(base, derivative, where, gaps);
      }
      salts(base, where, gaps);
    }
  }

  private void derivative(
      Substance base, Substance derivative, Jurisdiction where, List<Gap> gaps) {
    if (outcome(derivative, where) == ControlOutcome.IN) {
      return;
    }
    for (Jurisdiction other : Jurisdiction.values()) {
      if (other != where
          && outcome(base, other) == ControlOutcome.IN
          && outcome(derivative, other) == ControlOutcome.IN) {
        List<Gap> one = new ArrayList<>();
        against(Question.Q4, derivative, where, other, one);
        one.forEach(gap -> gaps.add(ofBase(gap, base)));
        return;
      }
    }
  }

  private Gap ofBase(Gap gap, Substance base) {
    List<Citation> citations = new ArrayList<>(gap.citations());
    citations.addAll(Citation.first(gap.where(), answer(base, gap.where())));
    return new Gap(
        gap.question(),
        gap.substance(),
        gap.where(),
        gap.outcome(),
        gap.standing(),
        gap.against(),
        gap.date(),
        gap.days(),
        Optional.of(base),
        citations);
  }

  private void salts(Substance base, Jurisdiction where, List<Gap> gaps) {
    boolean mayBeSalt = base.formula().contains("N");
    if (!mayBeSalt || !isPrecursor(base) || coversSalts(answer(base, where))) {
      return;
    }
    for (Jurisdiction other : Jurisdiction.values()) {
      if (other != where
          && outcome(base, other) == ControlOutcome.IN
          && coversSalts(answer(base, other))) {
        Optional<LocalDate> since = since(base, other);
        List<Citation> citations = new ArrayList<>(Citation.first(other, answer(base, other)));
        citations.addAll(Citation.first(where, answer(base, where)));
        gaps.add(
            new Gap(
                Question.Q4,
                base,
                where,
                ControlOutcome.IN,
                Gap.Standing.GAP,
                Optional.of(other),
                since,
                since.map(from -> ChronoUnit.DAYS.between(from, day)),
                Optional.empty(),
                citations));
        return;
      }
    }
  }

  private static boolean isPrecursor(Substance one) {
    return one.roles().contains(Substance.Role.PRECURSOR)
        || one.roles().contains(Substance.Role.PRE_PRECURSOR);
  }

  private static boolean coversSalts(Coverage answer) {
    return answer.grounds().stream()
        .anyMatch(ground ->
            ground instanceof Ground.ByClass
                || (ground instanceof Ground.Listed(Listing listing, var _)
                    && listing.covers().contains(Listing.Covers.SALTS)));
  }

  private void adulterant(Substance one, List<Gap> gaps) {
    if (!one.roles().contains(Substance.Role.ADULTERANT)) {
      return;
    }
    for (Jurisdiction whose : Jurisdiction.values()) {
      if (outcome(one, whose) == ControlOutcome.IN) {
        return;
      }
    }
    for (Jurisdiction where : THREE) {
      gaps.add(
          new Gap(
              Question.Q7,
              one,
              where,
              outcome(one, where),
              standing(outcome(one, where), where),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Citation.first(where, answer(one, where))));
    }
  }

  /// When each jurisdiction first controlled it, as far as that was by the day.
  Lag lag(Substance one) {
    Map<Jurisdiction, Lag.First> firsts = new EnumMap<>(Jurisdiction.class);
    for (Jurisdiction whose : Jurisdiction.values()) {
      rules.history(one, whose).stream()
          .filter(standing -> standing.outcome() == ControlOutcome.IN)
          .filter(standing -> standing.since().filter(from -> from.isAfter(day)).isEmpty())
          .findFirst()
          .ifPresent(standing -> firsts.put(whose, first(whose, standing)));
    }
    return new Lag(one, firsts);
  }

  private static Lag.First first(Jurisdiction whose, Standing standing) {
    List<Citation> citations = Citation.first(whose, standing.coverage());
    boolean exact =
        citations.stream()
            .map(one -> one.cited().validity())
            .allMatch(validity -> validity.kind() != Validity.DateKind.AS_OF);
    return new Lag.First(standing.since(), exact, citations);
  }
}

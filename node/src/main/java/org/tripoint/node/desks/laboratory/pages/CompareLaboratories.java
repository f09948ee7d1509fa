package org.tripoint.node.desks.laboratory.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.laboratory.lists.ListLaboratories;
import org.tripoint.node.desks.laboratory.lists.ListLaboratories.Pair;
import org.tripoint.node.desks.laboratory.pages.CompareViews.AgreementView;
import org.tripoint.node.desks.laboratory.pages.CompareViews.ResultPair;
import org.tripoint.node.desks.laboratory.pages.CompareViews.RoundPair;
import org.tripoint.node.desks.laboratory.protocol.Agreement;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound.RoundResult;
import org.tripoint.node.desks.laboratory.results.QuantitationTier;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Compares two laboratories where both measured the same: material of a round, or what one seizure
/// brought.
@Component
class CompareLaboratories {

  private final ListLaboratories laboratories;
  private final ReadLedger ledger;

  CompareLaboratories(ListLaboratories laboratories, ReadLedger ledger) {
    this.laboratories = laboratories;
    this.ledger = ledger;
  }

  List<RoundPair> rounds(String left, String right, ResultWords words) {
    List<RoundPair> pairs = new ArrayList<>();
    for (RecordId record : laboratories.roundsOfBoth(left, right)) {
      ledger
          .findCurrent(record)
          .flatMap(version -> version.content(ProficiencyRound.KIND))
          .ifPresent(round ->
              of(round, left)
                  .ifPresent(one ->
                      of(round, right)
                          .ifPresent(other -> pairs.add(pair(record, round, one, other, words)))));
    }
    return pairs;
  }

  private static Optional<RoundResult> of(ProficiencyRound round, String laboratory) {
    return round.results().stream().filter(one -> one.participant().equals(laboratory)).findFirst();
  }

  private static RoundPair pair(
      RecordId record,
      ProficiencyRound round,
      RoundResult left,
      RoundResult right,
      ResultWords words) {
    return new RoundPair(
        ShowRound.title(round, words),
        "/ledger/records/" + record,
        ShowRound.score(round, left, words),
        ShowRound.score(round, right, words),
        words.agreement(
            Agreement.of(measured(round, left), measured(round, right), Optional.empty())));
  }

  /// All values of a round are of one basis, so that none is converted.
  private static Measured measured(ProficiencyRound round, RoundResult one) {
    boolean certain = one.uncertainty() != null && one.coverageFactor() != null;
    return new Measured(
        Bound.EXACT,
        one.value(),
        round.unit(),
        QuantityBasis.FREE_BASE,
        null,
        certain ? QuantitationTier.T2_QUANTITATIVE : QuantitationTier.T1_SEMI_QUANTITATIVE,
        certain ? one.uncertainty() : null,
        certain ? one.coverageFactor() : null,
        null);
  }

  List<ResultPair> results(String left, String right, ResultWords words) {
    List<ResultPair> pairs = new ArrayList<>();
    for (Pair pair : laboratories.resultsOfBoth(left, right)) {
      find(pair.left())
          .ifPresent(
              one -> find(pair.right()).ifPresent(other -> add(pair, one, other, words, pairs)));
    }
    return pairs;
  }

  private Optional<LabResult> find(RecordId record) {
    return ledger.findCurrent(record).flatMap(version -> version.content(LabResult.KIND));
  }

  /// Each substance of which both say how much there is.
  private static void add(
      Pair pair, LabResult left, LabResult right, ResultWords words, List<ResultPair> pairs) {
    Map<SubstanceId, ResultComponent> ofRight = new LinkedHashMap<>();
    right.components().forEach(one -> ofRight.putIfAbsent(one.substance(), one));
    for (ResultComponent one : left.components()) {
      ResultComponent other = ofRight.get(one.substance());
      if (other != null
          && one.presence() instanceof Measured here
          && other.presence() instanceof Measured there) {
        Optional<String> formula = words.substance(one.substance()).map(Substance::formula);
        pairs.add(
            new ResultPair(
                one.name(),
                left.seizure(),
                "/laboratory/results/" + pair.left(),
                left.submission() + "/" + left.item(),
                words.quantity(here),
                "/laboratory/results/" + pair.right(),
                right.submission() + "/" + right.item(),
                words.quantity(there),
                words.agreement(Agreement.of(here, there, formula))));
      }
    }
  }

  /// How many of all agree, of those of which it can be said.
  static String summary(List<RoundPair> rounds, List<ResultPair> results, ResultWords words) {
    List<AgreementView> all = new ArrayList<>();
    rounds.forEach(one -> all.add(one.agreement()));
    results.forEach(one -> all.add(one.agreement()));
    long agree = all.stream().filter(one -> one.tone().equals("good")).count();
    long disagree = all.stream().filter(one -> one.tone().equals("bad")).count();
    return words
        .page()
        .t("laboratory.compare.summary", agree, agree + disagree, all.size() - agree - disagree);
  }
}

package org.tripoint.node.desks.laboratory.pages;

import java.math.BigDecimal;
import java.util.Optional;
import org.tripoint.node.desks.laboratory.pages.ResultViews.RoundView;
import org.tripoint.node.desks.laboratory.pages.ResultViews.ScoreView;
import org.tripoint.node.desks.laboratory.protocol.ZScore;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound.RoundResult;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportedNumber;

/// An inter-laboratory round as pages show it.
final class ShowRound {

  private ShowRound() {}

  static RoundView show(RecordId record, ProficiencyRound round, ResultWords words) {
    boolean prime = round.results().stream().anyMatch(one -> zScore(round, one).prime());
    return new RoundView(
        title(round, words),
        words
            .page()
            .t(
                "laboratory.rounds.assigned",
                words.number(round.assigned()),
                words.code("unit", round.unit()),
                words.code("basis", round.quantityBasis()),
                words.number(round.sigmaPt())),
        "/ledger/records/" + record,
        prime ? "z′" : "z",
        round.results().stream().map(one -> score(round, one, words)).toList());
  }

  static String title(ProficiencyRound round, ResultWords words) {
    Page page = words.page();
    return page.t(
        "laboratory.rounds.of",
        round.provider(),
        round.round(),
        round.sample(),
        round.name(),
        page.day(round.closedOn()));
  }

  static ScoreView score(ProficiencyRound round, RoundResult one, ResultWords words) {
    Page page = words.page();
    ZScore score = zScore(round, one);
    return new ScoreView(
        one.participant(),
        words.number(one.value()),
        page.number(score.value(), 2),
        page.t("laboratory.band." + score.band().name()),
        tone(score.band()));
  }

  private static ZScore zScore(ProficiencyRound round, RoundResult one) {
    BigDecimal uncertainty =
        Optional.ofNullable(round.assignedUncertainty()).map(ReportedNumber::value).orElse(null);
    return ZScore.of(
        one.value().value(), round.assigned().value(), round.sigmaPt().value(), uncertainty);
  }

  private static String tone(ZScore.Band band) {
    return switch (band) {
      case SATISFACTORY -> "good";
      case QUESTIONABLE -> "warning";
      case ACTION -> "bad";
    };
  }
}

package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// In the place of a method that is not made for the periods of a watch: nothing is judged, and it
/// says why.
record UnfitStep() implements JudgePeriods {

  @Override
  public List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series) {
    return List.of();
  }

  @Override
  public Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series) {
    return Optional.of(NotJudged.STEP_UNFIT);
  }
}

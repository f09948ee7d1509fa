package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A method over the series of a setting. Safe between threads once the series are there.
interface JudgePeriods {

  /// What it says of a series' periods from one to another, both inside its frame; those that it
  /// cannot judge are left out.
  List<Judgement> judge(
      List<String> at, Frame frame, LocalDate from, LocalDate to, SeriesOfSetting series);

  /// Why it cannot judge the last period of a frame; empty where it can, and where there is nothing
  /// to judge in it.
  Optional<NotJudged> whyNot(List<String> at, Frame frame, SeriesOfSetting series);
}

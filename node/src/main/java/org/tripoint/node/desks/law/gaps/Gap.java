package org.tripoint.node.desks.law.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.ControlOutcome;

/// One finding of the review.
///
/// @param where whose rules have the gap
/// @param outcome what they answer; unknown is not "not controlled"
/// @param standing whether it is a gap, or only nothing is known
/// @param against whose rules it is held against; empty where against nobody's
/// @param date since when the other one controls it, or the end of the order; empty where no day is
///   recorded
/// @param days from that date to the day of the review; below 0 when it lies ahead
/// @param base the controlled substance that it derives from; empty but for derivatives
/// @param citations what it rests on
record Gap(
    Question question,
    Substance substance,
    Jurisdiction where,
    ControlOutcome outcome,
    Standing standing,
    Optional<Jurisdiction> against,
    Optional<LocalDate> date,
    Optional<Long> days,
    Optional<Substance> base,
    List<Citation> citations) {

  Gap {
    citations = List.copyOf(citations);
  }

  /// What a finding amounts to.
  enum Standing {
    /// The rules were read and do not take it in.
    GAP,
    /// No rule read here speaks of it, and the lists were not read whole: unknown, and no gap yet.
    NO_RULE_KNOWN
  }

  boolean isGap() {
    return standing == Standing.GAP;
  }

  /// The same for the same finding on another day.
  String key() {
    return "%s/%s/%s%s"
        .formatted(
            question,
            substance.id(),
            where,
            question == Question.Q3 ? "/" + date.map(LocalDate::toString).orElse("") : "");
  }
}

package org.tripoint.node.desks.law.gaps;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.ControlMatrix;
import org.tripoint.node.desks.law.gaps.Detections.Found;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadRules;

/// The gap review of a day: what the rules leave open, ranked by what laboratories and services in
/// the three countries found, then by the reports that were published. A few days are kept while
/// rules and registry stay the same.
@Component
class GapReview {

  private static final int DAYS_KEPT = 8;

  private final ControlMatrix matrix;
  private final ReadRegistry registry;
  private final ReadRules rules;
  private final Detections detections;
  private final PublishedReports published;
  private final Map<LocalDate, Kept> days = new LinkedHashMap<>();

  GapReview(
      ControlMatrix matrix,
      ReadRegistry registry,
      ReadRules rules,
      Detections detections,
      PublishedReports published) {
    this.matrix = matrix;
    this.registry = registry;
    this.rules = rules;
    this.detections = detections;
    this.published = published;
  }

  private record Kept(Registry of, Object revision, List<Gap> gaps, List<Lag> lags) {}

  /// What was found on a day.
  ///
  /// @param gaps in the order of the questions; within each the gaps go before what is unknown, and
  ///   what is found most before the rest
  /// @param lags those found most first, then the longest
  /// @param found by id of the substance
  /// @param reports published counts of reports, by id of the substance and by country
  /// @param substances how many were asked about
  record Review(
      LocalDate day,
      List<Gap> gaps,
      List<Lag> lags,
      Map<String, Found> found,
      Map<String, Map<String, Long>> reports,
      long substances) {
    Review {
      gaps = List.copyOf(gaps);
      lags = List.copyOf(lags);
      found = Map.copyOf(found);
      reports = Map.copyOf(reports);
    }

    List<Gap> of(Question question) {
      return gaps.stream().filter(gap -> gap.question() == question).toList();
    }

    long found(Substance one) {
      Found here = found.get(one.id());
      return here == null ? 0 : here.total();
    }

    /// Reports that were published, of every country together.
    long reports(Substance one) {
      return reports.getOrDefault(one.id(), Map.of()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  Review on(LocalDate day) {
    Registry known = registry.registry();
    Kept kept = kept(known, day);
    Map<String, Found> found = detections.of(known);
    Map<String, Map<String, Long>> reports = published.of(known);
    Review review =
        new Review(day, kept.gaps(), kept.lags(), found, reports, known.substances().size());
    Comparator<Gap> order =
        Comparator.comparing(Gap::question)
            .thenComparing(Gap::standing)
            .thenComparingLong(gap -> -review.found(gap.substance()))
            .thenComparingLong(gap -> -review.reports(gap.substance()))
            .thenComparingInt(gap -> weight(gap.outcome()))
            .thenComparingLong(gap -> -gap.days().orElse(0L))
            .thenComparing(gap -> gap.substance().english())
            .thenComparing(Gap::where);
    return new Review(
        day,
        kept.gaps().stream().sorted(order).toList(),
        kept.lags().stream()
            .sorted(
                Comparator.comparingLong((Lag lag) -> -review.found(lag.substance()))
                    .thenComparingLong(lag -> -lag.longest())
                    .thenComparing(lag -> lag.substance().english()))
            .toList(),
        found,
        reports,
        known.substances().size());
  }

  /// What is certain goes before what is unknown.
  private static int weight(ControlOutcome outcome) {
    return switch (outcome) {
      case NOT_CONTROLLED, EXCEPTED -> 0;
      case PENDING -> 1;
      case CHEMIST -> 2;
      case NO_RULE -> 3;
      case IN -> 4;
    };
  }

  /// A revision is an object of its own.
  @SuppressWarnings("ReferenceEquality")
  private synchronized Kept kept(Registry known, LocalDate day) {
    Object revision = rules.revision();
    Kept kept = days.get(day);
    if (kept == null || !kept.of().equals(known) || kept.revision() != revision) {
      kept = compute(known, revision, day);
      days.remove(day);
      days.put(day, kept);
      if (days.size() > DAYS_KEPT) {
        days.remove(days.keySet().iterator().next());
      }
    }
    return kept;
  }

  private Kept compute(Registry known, Object revision, LocalDate day) {
    Map<String, Map<Jurisdiction, Coverage>> answers = new HashMap<>();
    matrix.on(day).forEach(row -> answers.put(row.substance().id(), row.answers()));
    FindGaps find = new FindGaps(rules, Derivatives.readOwn(known), day, answers);
    List<Gap> gaps = new ArrayList<>();
    List<Lag> lags = new ArrayList<>();
    for (Substance one : known.substances()) {
      gaps.addAll(find.of(one));
      Lag lag = find.lag(one);
      if (lag.tells()) {
        lags.add(lag);
      }
    }
    return new Kept(known, revision, gaps, lags);
  }
}

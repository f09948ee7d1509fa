package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.detect.Baseline;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.judging.Judgement;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.pages.SeriesView.Fact;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.web.Page;

/// What an alarm rests on, in the page's language: what was found against what was expected, its
/// bound and score, the earlier periods it was compared with, and what was left out of those and
/// why.
@Component
class AlarmFacts {

  private final SeriesWords words;

  AlarmFacts(SeriesWords words) {
    this.words = words;
  }

  List<Fact> of(DetectorSetting setting, Step step, Judgement judgement, Page page) {
    return switch (judgement.why()) {
      case Why.Counted counted -> counted(step, judgement, counted, page);
      case Why.Sighted sighted -> sighted(setting, step, sighted, page);
      case Why.Together together -> together(step, together, page);
      case Why.Clustered clustered -> clustered(setting, step, judgement, clustered, page);
      case Why.Spreading spreading -> spreading(setting, step, judgement, spreading, page);
    };
  }

  private List<Fact> sighted(DetectorSetting setting, Step step, Why.Sighted sighted, Page page) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("first", page.number(sighted.reports()), page));
    facts.add(fact("looked-for", page.number(sighted.sighting().periodsLookedFor()), page));
    facts.add(fact("expected-by-now", words.number(sighted.sighting().expected(), page), page));
    facts.add(fact("score-novelty", words.number(sighted.sighting().novelty(), page), page));
    facts.add(fact("bound-reports", page.number(setting.leastReports()), page));
    facts.add(
        fact(
            "neighbours",
            page.t(
                "detectors.neighbours.found",
                sighted.neighbours().reports(),
                sighted.neighbours().periods()),
            page));
    before(step, sighted.before(), facts, page);
    return facts;
  }

  /// What a judgement across series compares with, and what it leaves out.
  private static void before(Step step, Why.Before before, List<Fact> facts, Page page) {
    facts.add(
        fact(
            "baseline",
            page.t(
                "detectors.baseline.found",
                SeriesViews.period(step, before.first(), page),
                SeriesViews.period(step, before.last(), page),
                Periods.between(step, before.first(), before.last()) + 1),
            page));
    if (before.recent() > 0) {
      facts.add(fact("left-out.too_recent", page.number(before.recent()), page));
    }
    if (before.places() > 0) {
      facts.add(fact("left-out.places", page.number(before.places()), page));
    }
  }

  private static Fact chanceBound(DetectorSetting setting, Page page) {
    return fact(
        "bound-chance",
        page.t("detectors.one-in", rarity(setting.chance().doubleValue(), page)),
        page);
  }

  private List<Fact> together(Step step, Why.Together together, Page page) {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact(
                    "ratio",
                    page.t(
                        "detectors.ratio.found",
                        words.number(together.mean(), page),
                        words.number(together.low(), page)),
                    page),
                fact(
                    "together",
                    page.t(
                        "detectors.together.found",
                        together.observed(),
                        together.items(),
                        together.periods()),
                    page),
                fact("expected", words.number(together.expected(), page), page),
                fact("bound-ratio", words.number(Why.Together.LEAST_RATIO, page), page),
                fact("together-before", page.number(together.yearBefore()), page)));
    before(step, together.before(), facts, page);
    return facts;
  }

  private List<Fact> clustered(
      DetectorSetting setting, Step step, Judgement judgement, Why.Clustered clustered, Page page) {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact(
                    "cluster",
                    page.t(
                        "detectors.cluster.found",
                        clustered.observed(),
                        words.number(clustered.expected(), page),
                        clustered.periods()),
                    page),
                fact("score-scan", words.number(clustered.score(), page), page),
                fact("chance", page.t("detectors.one-in", rarity(judgement.chance(), page)), page),
                chanceBound(setting, page),
                fact(
                    "cluster-place",
                    clustered.places().stream()
                        .map(place -> words.place(place, page))
                        .collect(Collectors.joining(", ")),
                    page)));
    before(step, clustered.before(), facts, page);
    return facts;
  }

  private List<Fact> spreading(
      DetectorSetting setting, Step step, Judgement judgement, Why.Spreading spreading, Page page) {
    double perMonth = spreading.spread().velocity() * Periods.perMonth(step);
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact("origin", words.place(spreading.origin(), page), page),
                fact("steps", page.number(spreading.steps()), page),
                fact("velocity", words.number(perMonth, page), page),
                fact("correlation", words.number(spreading.spread().correlation(), page), page),
                fact("expected-correlation", page.number(0), page),
                fact("reached", page.number(spreading.spread().regions()), page),
                fact("chance", page.t("detectors.one-in", rarity(judgement.chance(), page)), page),
                chanceBound(setting, page)));
    before(step, spreading.before(), facts, page);
    return facts;
  }

  private List<Fact> counted(Step step, Judgement judgement, Why.Counted counted, Page page) {
    Evidence evidence = counted.evidence();
    Baseline baseline = evidence.baseline();
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "above",
            page.t(
                "detectors.above.found",
                evidence.observed(),
                evidence.periods(),
                words.number(evidence.bound(), page),
                words.number(evidence.score(), page)),
            page));
    facts.add(fact("expected", words.number(evidence.expected(), page), page));
    if (!Double.isNaN(evidence.chance())) {
      facts.add(fact("chance", page.t("detectors.one-in", rarity(evidence.chance(), page)), page));
    }
    facts.add(fact("dispersion", words.number(evidence.dispersion(), page), page));
    facts.add(
        fact(
            "baseline",
            page.t(
                "detectors.baseline.found",
                SeriesViews.period(step, start(step, judgement, baseline.first()), page),
                SeriesViews.period(step, start(step, judgement, baseline.last()), page),
                baseline.used()),
            page));
    for (Baseline.LeftOut one : baseline.leftOut()) {
      facts.add(
          fact(
              "left-out." + one.why().name().toLowerCase(Locale.ROOT),
              page.number(one.periods()),
              page));
    }
    if (counted.incomplete() > 0) {
      facts.add(fact("left-out.incomplete", page.number(counted.incomplete()), page));
    }
    if (counted.share() < 1) {
      facts.add(fact("share", page.percent(BigDecimal.valueOf(counted.share()), 0), page));
    }
    return facts;
  }

  private static LocalDate start(Step step, Judgement judgement, int position) {
    return Periods.after(
        step, judgement.period(), position - ((Why.Counted) judgement.why()).evidence().period());
  }

  private static String rarity(double chance, Page page) {
    return page.number(Math.round(Math.min(1e9, 1 / Math.max(1e-9, chance))));
  }

  private static Fact fact(String part, String value, Page page) {
    return new Fact(page.t("detectors.part." + part), value);
  }
}

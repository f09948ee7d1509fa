package org.tripoint.node.detectors.judging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.signals.Confidence;
import org.tripoint.node.signals.Severity;
import org.tripoint.node.signals.Severity.Aspect;
import org.tripoint.node.signals.Severity.Level;

/// How grave an alarm is if it is true, and how sure its detector is.
///
/// Spread comes from the alarm: in how many places at once, and how far above the bound. Potency,
/// response to naloxone and difficulty of detection come from what is shipped about the substances
/// it names, the highest of each where it names several. Deaths come from its own count where that
/// is one of deaths, else from what is counted in the same place and put down to the substances
/// ([FindDeaths]): graver the more they are over expectation, slight where they are within their
/// bound, left out where none are known. Confidence comes from how many reports there are, how
/// complete the periods are and how far above the bound the count is.
@Component
class RateAlarm {

  private static final int HIGHEST = 5;

  private final NamedSubstances substances;
  private final GraveAspects aspects = new GraveAspects();

  RateAlarm(NamedSubstances substances) {
    this.substances = substances;
  }

  Severity severity(DetectorSetting setting, Alarmed alarmed) {
    Map<Aspect, Level> found = new EnumMap<>(Aspect.class);
    for (Substance substance : substances.of(setting, alarmed.at())) {
      aspects.of(substance).forEach(level -> found.merge(level.aspect(), level, RateAlarm::graver));
    }
    List<Level> levels = new ArrayList<>(found.values());
    levels.add(spread(alarmed));
    CountedDeaths deaths = alarmed.deaths();
    if (deaths != null) {
      levels.add(aspects.of(deaths));
    }
    return new Severity(levels);
  }

  private static Level graver(Level one, Level other) {
    return other.level() > one.level() ? other : one;
  }

  /// One level for one place, more for more of them; another for a score of three and more.
  private static Level spread(Alarmed alarmed) {
    int places = Math.max(alarmed.places(), placesIn(alarmed.strongest()));
    int level = places <= 2 ? places : places <= 4 ? 3 : places <= 9 ? 4 : HIGHEST;
    int higher = alarmed.strongest().score() >= 3 ? level + 1 : level;
    return new Level(Aspect.SPREAD, Math.clamp(higher, 1, HIGHEST), Integer.toString(places));
  }

  private static int placesIn(Judgement judgement) {
    return switch (judgement.why()) {
      case Why.Clustered clustered -> clustered.places().size();
      case Why.Spreading spreading -> spreading.spread().regions() + 1;
      case Why.Counted _, Why.Sighted _, Why.Together _ -> 1;
    };
  }

  static Confidence confidence(Judgement judgement) {
    return switch (judgement.why()) {
      case Why.Counted counted -> confidence(counted.evidence(), counted.share());
      case Why.Sighted sighted -> among(sighted.reports(), 2, 5);
      case Why.Together together -> among(together.observed(), 5, 20);
      case Why.Clustered clustered -> among(clustered.observed(), 10, 50);
      case Why.Spreading spreading -> among(spreading.spread().regions(), 6, 12);
    };
  }

  private static Confidence confidence(Evidence evidence, double share) {
    Confidence byCount = among(evidence.observed(), 5, 10);
    boolean certain = share >= 0.9 && evidence.score() >= 1.5;
    return share < 0.5
        ? Confidence.LOW
        : byCount == Confidence.HIGH && !certain ? Confidence.MEDIUM : byCount;
  }

  private static Confidence among(int found, int medium, int high) {
    return found >= high ? Confidence.HIGH : found >= medium ? Confidence.MEDIUM : Confidence.LOW;
  }
}

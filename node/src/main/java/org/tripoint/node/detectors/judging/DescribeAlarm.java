package org.tripoint.node.detectors.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.detect.Baseline;
import org.tripoint.engines.surveillance.detect.Evidence;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.substances.ReadSubstances;

/// Says an alarm as a signal: what was found against what was expected, how improbable that is,
/// what the baseline was and what was left out of it, how grave it is and how sure.
@Component
class DescribeAlarm {

  private final ReadSubstances substances;
  private final RateAlarm rate;

  DescribeAlarm(ReadSubstances substances, RateAlarm rate) {
    this.substances = substances;
    this.rate = rate;
  }

  /// The signal of an alarm.
  ///
  /// @param leftOut records that may not be used and are not in the counts, by partner
  Signal signal(
      DetectorSetting setting,
      Watch watch,
      String key,
      Alarmed alarmed,
      NavigableMap<String, Integer> leftOut) {
    List<ScorePart> parts = new ArrayList<>(parts(setting, watch.step(), alarmed.strongest()));
    LocalDate known = alarmed.known();
    if (known != null) {
      parts.add(part("delay", 0, "" + delay(watch.step(), alarmed.first(), known)));
    }
    if (alarmed.places() > 1) {
      parts.add(part("places", 0, "" + alarmed.places()));
    }
    CountedDeaths deaths = alarmed.deaths();
    if (deaths != null) {
      parts.addAll(deaths(deaths));
    }
    leftOut.forEach(
        (partner, records) -> parts.add(part("left-out.not-usable", 0, partner + ": " + records)));
    return new Signal(
            "detectors." + setting.method().word(),
            key,
            "detectors.signal."
                + setting.method().looksFor().word()
                + (alarmed.at().size() > 2 ? ".place" : ""),
            arguments(setting, alarmed),
            alarmed.records(),
            parts,
            link(setting.name(), alarmed.at()))
        .withSeverity(rate.severity(setting, alarmed), RateAlarm.confidence(alarmed.strongest()))
        .about(
            new About(
                topic(setting.method().looksFor()),
                NamedSubstances.keysOf(setting, alarmed.at()),
                alarmed.counts()));
  }

  private static List<ScorePart> deaths(CountedDeaths deaths) {
    return List.of(
        part("deaths", deaths.over(), deaths.said()),
        part("deaths-period", 0, deaths.from() + " – " + deaths.to()),
        part("deaths-source", 0, deaths.word()));
  }

  /// Days from the end of a period until its report was published.
  private static long delay(Step step, LocalDate period, LocalDate known) {
    return Math.max(0, ChronoUnit.DAYS.between(Periods.after(step, period, 1), known));
  }

  private static Topic topic(LooksFor looksFor) {
    return switch (looksFor) {
      case FIRST, SPREAD -> Topic.NEW_SUBSTANCE;
      case COMBINATION -> Topic.NEW_COMBINATION;
      case SURGE, CLUSTER -> Topic.SURGE;
    };
  }

  /// The page of a series.
  static String link(String setting, List<String> at) {
    StringBuilder link = new StringBuilder("/detectors/series?setting=").append(setting);
    at.forEach(
        value -> link.append("&at=").append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return link.toString();
  }

  /// What, where and since when: the country last among places where the setting tells it alone.
  private List<String> arguments(DetectorSetting setting, Alarmed alarmed) {
    List<String> arguments = new ArrayList<>();
    for (int i = 1; i < alarmed.at().size(); i++) {
      arguments.add(said(setting.dimensions().get(i), alarmed.at().get(i)));
    }
    arguments.add(alarmed.at().getFirst());
    arguments.add(alarmed.first().toString());
    return arguments;
  }

  private String said(String dimension, String value) {
    return switch (dimension) {
      case Watch.SUBSTANCE -> substances.nameOf(value, Locale.ENGLISH);
      case Watch.COMBINATION ->
          Arrays.stream(value.split(Watch.BESIDE, -1))
              .map(key -> substances.nameOf(key, Locale.ENGLISH))
              .collect(Collectors.joining(" + "));
      case Watch.ITEM_CLASS -> "detectors.value." + dimension + "." + value;
      default -> value;
    };
  }

  private static List<ScorePart> parts(DetectorSetting setting, Step step, Judgement judgement) {
    return switch (judgement.why()) {
      case Why.Counted counted -> counted(step, judgement.period(), counted);
      case Why.Sighted sighted -> sighted(setting, step, sighted);
      case Why.Together together -> together(step, together);
      case Why.Clustered clustered -> clustered(setting, step, judgement, clustered);
      case Why.Spreading spreading -> spreading(setting, step, judgement, spreading);
    };
  }

  /// What a judgement across series compares with, and what it leaves out.
  private static List<ScorePart> before(Step step, Why.Before before) {
    List<ScorePart> parts = new ArrayList<>();
    int periods = Periods.between(step, before.first(), before.last()) + 1;
    parts.add(part("baseline", 0, before.first() + " – " + before.last() + ": " + periods));
    if (before.recent() > 0) {
      parts.add(part("left-out.too_recent", 0, "" + before.recent()));
    }
    if (before.places() > 0) {
      parts.add(part("left-out.places", 0, "" + before.places()));
    }
    return parts;
  }

  private static List<ScorePart> joined(List<ScorePart> its, List<ScorePart> before) {
    return Stream.concat(its.stream(), before.stream()).toList();
  }

  private static ScorePart chanceBound(DetectorSetting setting) {
    return part("bound-chance", 0, "1 : " + rarity(setting.chance().doubleValue()));
  }

  private static List<ScorePart> together(Step step, Why.Together together) {
    List<ScorePart> its =
        List.of(
            part("ratio", together.low(), "× " + plain(together.mean())),
            part("together", 0, together.observed() + " / " + together.items()),
            part("expected", 0, plain(together.expected())),
            part("bound-ratio", 0, plain(Why.Together.LEAST_RATIO)),
            part("together-before", 0, "" + together.yearBefore()),
            part("periods", 0, "" + together.periods()));
    return joined(its, before(step, together.before()));
  }

  private static List<ScorePart> clustered(
      DetectorSetting setting, Step step, Judgement judgement, Why.Clustered clustered) {
    List<ScorePart> parts = new ArrayList<>();
    parts.add(
        part(
            "cluster",
            clustered.score(),
            clustered.observed() + " > " + plain(clustered.expected())));
    parts.add(part("expected", 0, plain(clustered.expected())));
    parts.add(part("chance", 0, "1 : " + rarity(judgement.chance())));
    parts.add(chanceBound(setting));
    parts.add(part("periods", 0, "" + clustered.periods()));
    clustered.places().forEach(place -> parts.add(part("cluster-place", 0, place)));
    return joined(parts, before(step, clustered.before()));
  }

  private static List<ScorePart> spreading(
      DetectorSetting setting, Step step, Judgement judgement, Why.Spreading spreading) {
    List<ScorePart> its =
        List.of(
            part(
                "correlation", spreading.spread().correlation(), "" + spreading.spread().regions()),
            part("expected-correlation", 0, "0"),
            part("chance", 0, "1 : " + rarity(judgement.chance())),
            chanceBound(setting),
            part("origin", 0, spreading.origin()),
            part("steps", 0, "" + spreading.steps()),
            part("velocity", 0, plain(spreading.spread().velocity() * Periods.perMonth(step))));
    return joined(its, before(step, spreading.before()));
  }

  private static List<ScorePart> counted(Step step, LocalDate period, Why.Counted counted) {
    Evidence evidence = counted.evidence();
    List<ScorePart> parts = new ArrayList<>();
    parts.add(
        part("above", evidence.score(), evidence.observed() + " > " + plain(evidence.bound())));
    parts.add(part("expected", 0, plain(evidence.expected()) + " × " + evidence.periods()));
    if (!Double.isNaN(evidence.chance())) {
      parts.add(part("chance", 0, "1 : " + rarity(evidence.chance())));
    }
    parts.add(part("dispersion", 0, plain(evidence.dispersion())));
    Baseline baseline = evidence.baseline();
    parts.add(
        part(
            "baseline",
            0,
            "%s – %s: %d"
                .formatted(
                    Periods.after(step, period, baseline.first() - evidence.period()),
                    Periods.after(step, period, baseline.last() - evidence.period()),
                    baseline.used())));
    for (Baseline.LeftOut one : baseline.leftOut()) {
      parts.add(
          part("left-out." + one.why().name().toLowerCase(Locale.ROOT), 0, "" + one.periods()));
    }
    if (counted.incomplete() > 0) {
      parts.add(part("left-out.incomplete", 0, "" + counted.incomplete()));
    }
    if (counted.share() < 1) {
      parts.add(part("share", 0, Math.round(100 * counted.share()) + " %"));
    }
    return parts;
  }

  private static List<ScorePart> sighted(DetectorSetting setting, Step step, Why.Sighted sighted) {
    List<ScorePart> its =
        List.of(
            part("first", sighted.sighting().novelty(), "" + sighted.reports()),
            part("looked-for", 0, "" + sighted.sighting().periodsLookedFor()),
            part("expected-by-now", 0, plain(sighted.sighting().expected())),
            part("bound-reports", 0, "" + setting.leastReports()),
            part(
                "neighbours",
                0,
                sighted.neighbours().reports() + " / " + sighted.neighbours().periods()));
    return joined(its, before(step, sighted.before()));
  }

  private static ScorePart part(String rule, double value, String found) {
    return new ScorePart(
        "detectors.part." + rule,
        BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP),
        found);
  }

  private static String rarity(double chance) {
    return chance < 1e-9
        ? "1000000000"
        : BigDecimal.valueOf(1 / chance).round(new MathContext(2)).toBigInteger().toString();
  }

  /// To three significant digits, as language-neutral decimals.
  static String plain(double value) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).round(new MathContext(3)).stripTrailingZeros().toPlainString()
        : "∞";
  }
}

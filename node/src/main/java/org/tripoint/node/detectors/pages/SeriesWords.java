package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.judging.Judgement;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.judging.NotJudged;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Series, settings and figures in the page's language.
@Component
class SeriesWords {

  private final ReadSubstances substances;

  SeriesWords(ReadSubstances substances) {
    this.substances = substances;
  }

  /// What a setting looks for in which series.
  String what(DetectorSetting setting, Page page) {
    return page.t(
        "detectors.looks." + setting.method().looksFor().word(), watch(setting.watch(), page));
  }

  String watch(String watch, Page page) {
    return page.t("detectors.watch." + watch);
  }

  String method(DetectorSetting setting, Page page) {
    return page.t("detectors.method." + setting.method().name());
  }

  /// Why a series is not judged.
  String notJudged(NotJudged why, Page page) {
    return page.t("detectors.not-judged." + why.name());
  }

  String dimensions(DetectorSetting setting, Page page) {
    return setting.dimensions().stream()
        .map(one -> page.t("detectors.dimension." + one))
        .collect(Collectors.joining(" × "));
  }

  /// A series by its values: what first, then where.
  String series(DetectorSetting setting, List<String> at, Page page) {
    List<String> words = new ArrayList<>();
    for (int i = 1; i < at.size(); i++) {
      words.add(value(setting.dimensions().get(i), at.get(i), page));
    }
    words.add(value(Watch.COUNTRY, at.getFirst(), page));
    return String.join(", ", words);
  }

  String substance(String key, Page page) {
    return value(Watch.SUBSTANCE, key, page);
  }

  String place(String place, Page page) {
    return value(Watch.PLACE, place, page);
  }

  private String value(String dimension, String value, Page page) {
    if (dimension.equals(Watch.SUBSTANCE)) {
      return substances.nameOf(value, page.locale());
    }
    if (dimension.equals(Watch.COMBINATION)) {
      return Arrays.stream(value.split(Watch.BESIDE, -1))
          .map(key -> substances.nameOf(key, page.locale()))
          .collect(Collectors.joining(" + "));
    }
    String word = "detectors.value." + dimension + "." + value;
    if (page.has(word)) {
      return page.t(word);
    }
    if (page.has("place." + value)) {
      return page.t("place." + value);
    }
    return value.equals("?") ? page.t("detectors.place.unknown") : value;
  }

  /// What a judgement found, in a line.
  String found(Judgement judgement, Page page) {
    return switch (judgement.why()) {
      case Why.Counted counted ->
          page.t(
              "detectors.found.counted",
              counted.evidence().observed(),
              number(counted.evidence().expected(), page),
              number(counted.evidence().bound(), page));
      case Why.Sighted sighted -> page.t("detectors.found.first", sighted.reports());
      case Why.Together together ->
          page.t(
              "detectors.found.together",
              together.observed(),
              number(together.expected(), page),
              number(together.low(), page));
      case Why.Clustered clustered ->
          page.t(
              "detectors.found.clustered",
              clustered.observed(),
              number(clustered.expected(), page),
              clustered.places().size());
      case Why.Spreading spreading ->
          page.t("detectors.found.spreading", spreading.steps(), place(spreading.origin(), page));
    };
  }

  /// To three significant digits at most.
  String number(double value, Page page) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return page.number(BigDecimal.valueOf(value), decimals);
  }

  static org.tripoint.node.web.charts.Step chartStep(Step step) {
    return switch (step) {
      case DAY, WEEK -> org.tripoint.node.web.charts.Step.WEEK;
      case MONTH -> org.tripoint.node.web.charts.Step.MONTH;
      case HALF_YEAR -> org.tripoint.node.web.charts.Step.HALF_YEAR;
    };
  }
}

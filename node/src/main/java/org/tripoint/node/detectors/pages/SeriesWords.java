package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
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
        setting.method().judgesCounts() ? "detectors.looks.surges" : "detectors.looks.first",
        watch(setting.watch(), page));
  }

  String watch(String watch, Page page) {
    return page.t("detectors.watch." + watch);
  }

  String method(DetectorSetting setting, Page page) {
    return page.t("detectors.method." + setting.method().name());
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

  private String value(String dimension, String value, Page page) {
    if (dimension.equals(Watch.SUBSTANCE)) {
      return substances.nameOf(value, page.locale());
    }
    if (page.has("place." + value)) {
      return page.t("place." + value);
    }
    return value.equals("?") ? page.t("detectors.place.unknown") : value;
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

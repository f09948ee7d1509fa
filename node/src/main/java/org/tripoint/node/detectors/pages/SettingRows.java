package org.tripoint.node.detectors.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.judging.FailedSettings;
import org.tripoint.node.detectors.judging.StandingOfSettings;
import org.tripoint.node.detectors.judging.StandingOfSettings.Sums;
import org.tripoint.node.signals.MeasureDetectors;
import org.tripoint.node.signals.MeasureDetectors.DetectorRecord;
import org.tripoint.node.web.Page;

/// Settings as rows of the list: what each judges, what to expect of it, how often it was right.
@Component
class SettingRows {

  private final StandingOfSettings standing;
  private final FailedSettings failed;
  private final MeasureDetectors measured;
  private final SeriesWords words;

  SettingRows(
      StandingOfSettings standing,
      FailedSettings failed,
      MeasureDetectors measured,
      SeriesWords words) {
    this.standing = standing;
    this.failed = failed;
    this.measured = measured;
    this.words = words;
  }

  /// Settings in their order, and what all of them that are on let expect together.
  ///
  /// @param total false alarms a month, and how many settings state none
  record All(List<SettingRow> rows, String total) {}

  All all(List<DetectorSetting> settings, Page page) {
    List<SettingRow> rows = new ArrayList<>();
    double total = 0;
    int unknown = 0;
    for (DetectorSetting setting : settings) {
      Sums sums = standing.of(setting);
      rows.add(row(setting, sums, page));
      if (setting.on()) {
        boolean known = Double.isFinite(sums.expectedFalse());
        total += known ? sums.expectedFalse() : 0;
        unknown += known ? 0 : 1;
      }
    }
    return new All(
        rows, page.t("detectors.expected-false.all", words.number(total, page), unknown));
  }

  private SettingRow row(DetectorSetting setting, Sums sums, Page page) {
    return new SettingRow(
        setting.name(),
        words.what(setting, page),
        words.method(setting, page),
        words.dimensions(setting, page),
        setting.on(),
        failed
            .since(setting.name())
            .map(since -> page.t("detectors.failing.since", page.instant(since)))
            .orElse(""),
        thresholds(setting, page),
        page.number(sums.series()),
        sums.allNotJudged() == 0
            ? ""
            : page.t("detectors.not-judged.count", page.number(sums.allNotJudged())),
        setting.on() ? words.number(sums.expectedFalse(), page) : "–",
        page.number(sums.open()),
        precision(measured.of(setting.name(), standing.signalsOf(setting)), page),
        setting.by().equals("shipped")
            ? page.t("detectors.shipped")
            : page.t("detectors.decided", setting.by(), page.instant(setting.at())));
  }

  /// When a setting alarms.
  String thresholds(DetectorSetting setting, Page page) {
    return setting.method().statesChance()
        ? page.t(
            "detectors.thresholds",
            page.number(setting.chance(), 4),
            page.percent(setting.falseShare(), 0),
            setting.leastReports())
        : page.t("detectors.thresholds.least", setting.leastReports());
  }

  /// Every detector of the node, of whatever room.
  List<DetectorRecord> detectors() {
    return measured.list();
  }

  private static String precision(DetectorRecord record, Page page) {
    return record
        .precision()
        .map(found ->
            page.t(
                "detectors.precision.found",
                percent(found.share(), page),
                percent(found.low(), page),
                percent(found.high(), page),
                record.judged()))
        .orElse(page.t("detectors.precision.none"));
  }

  private static String percent(double share, Page page) {
    return page.percent(BigDecimal.valueOf(share), 0);
  }
}

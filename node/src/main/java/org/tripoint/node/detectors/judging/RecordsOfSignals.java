package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.LoadSeries.Outline;
import org.tripoint.node.detectors.judging.ToldTable.Told;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.RestsOn;
import org.tripoint.vocabulary.RecordId;

/// The records whose counts stand in a detector's signal: of its series and those it was judged
/// together with, in the periods of its chart and its alarms, as they counted when it was raised.
///
/// Baselines before the first period of the chart are not looked at: no figure of the signal is one
/// of theirs.
@Component
class RecordsOfSignals implements RestsOn {

  private final ToldTable told;
  private final ReadSettings settings;
  private final Watches watches;
  private final LoadSeries load;
  private final ReadCounts counts;
  private final ReadLedger ledger;

  RecordsOfSignals(
      ToldTable told,
      ReadSettings settings,
      Watches watches,
      LoadSeries load,
      ReadCounts counts,
      ReadLedger ledger) {
    this.told = told;
    this.settings = settings;
    this.watches = watches;
    this.load = load;
    this.counts = counts;
    this.ledger = ledger;
  }

  @Override
  public Set<RecordId> recordsOf(Item signal) {
    long raised =
        ledger
            .findCurrent(signal.signal())
            .map(version -> version.header().sequence())
            .orElse(Long.MAX_VALUE);
    Set<RecordId> records = new HashSet<>();
    for (ToldTable.Under one : told.find(signal.signal())) {
      Optional<DetectorSetting> setting = settings.find(one.setting());
      Optional<Watch> watch = setting.flatMap(its -> watches.find(its.watch()));
      if (setting.isPresent() && watch.isPresent()) {
        records.addAll(behind(setting.get(), watch.get(), one.told(), signal, raised));
      }
    }
    return records;
  }

  private Set<RecordId> behind(
      DetectorSetting setting, Watch watch, Told its, Item signal, long raised) {
    Outline outline = load.outline(setting, watch);
    Grouping grouping = outline.grouping();
    List<String> together = grouping.judgedWith(its.at());
    List<List<String>> series =
        outline.listed().stream()
            .map(ReadCounts.Listed::at)
            .filter(at ->
                grouping
                    .groupOf(at)
                    .filter(group -> grouping.judgedWith(group).equals(together))
                    .isPresent())
            .toList();
    LocalDate from = its.first();
    LocalDate to = its.last();
    for (var period : signal.about().periods()) {
      from = period.from().isBefore(from) ? period.from() : from;
      to = period.to().isAfter(to) ? period.to() : to;
    }
    return counts.countedAt(watch, series, from, to, raised);
  }
}

package org.tripoint.node.detectors.judging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.adjacency.ReadAdjacencies;
import org.tripoint.node.detectors.judging.JudgedTables.Progress;
import org.tripoint.node.detectors.judging.LoadSeries.Outline;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.substances.FindIdentity;

/// Judges what has changed since the last time, and raises and settles signals.
///
/// Judged again are: series whose counts changed, with those that they are judged together with
/// ([Grouping#judgedWith]), and every series of a place whose frame changed (a period more, another
/// completeness, an earlier beginning); for first reports, which are news when they come, whatever
/// their period ([FirstReports]); after a change of the setting, of the registry or, where it asks
/// for them, of which places are next to each other, everything. Which alarms stand is then decided
/// over all series of each period.
///
/// Where deaths are counted anew, signals of substances are told again and nothing is judged.
///
/// A setting whose watch says nothing new costs reading a row. One that fails, fails alone: what it
/// found before stands, and it is tried again once something changes for it, or after a while.
@Component
class FindAlarms {

  private static final Logger LOG = LoggerFactory.getLogger(FindAlarms.class);

  private final ReadSettings settings;
  private final Watches watches;
  private final ReadCounts counts;
  private final JudgedTables tables;
  private final FailedSettings failed;
  private final LoadSeries load;
  private final FindIdentity identities;
  private final ReadAdjacencies adjacencies;
  private final TellAlarms tell;
  private final FindDeaths deaths;
  private final TransactionOperations transactions;

  FindAlarms(
      ReadSettings settings,
      Watches watches,
      ReadCounts counts,
      JudgedTables tables,
      FailedSettings failed,
      LoadSeries load,
      FindIdentity identities,
      ReadAdjacencies adjacencies,
      TellAlarms tell,
      FindDeaths deaths,
      TransactionOperations transactions) {
    this.settings = settings;
    this.watches = watches;
    this.counts = counts;
    this.tables = tables;
    this.failed = failed;
    this.load = load;
    this.identities = identities;
    this.adjacencies = adjacencies;
    this.tell = tell;
    this.deaths = deaths;
    this.transactions = transactions;
  }

  /// Catches up with the series, each setting in a transaction of its own.
  ///
  /// @return how many series were judged
  int catchUp() {
    int judged = 0;
    for (DetectorSetting setting : settings.list()) {
      Progress now = new Progress(fingerprint(setting), positionOf(setting), beside(setting));
      boolean done = tables.progress(setting.name()).filter(now::equals).isPresent();
      if (done) {
        failed.forget(setting.name());
      }
      if (!setting.on() || !(done || failed.isPaused(setting.name(), now))) {
        judged += judgeAlone(setting, now);
      }
    }
    return judged;
  }

  /// The last sequence that said something of its watch; -1 where there is none of that name.
  private long positionOf(DetectorSetting setting) {
    return watches.find(setting.watch()).map(counts::moved).orElse(-1L);
  }

  private int judgeAlone(DetectorSetting setting, Progress now) {
    try {
      Integer some = transactions.execute(status -> catchUp(setting, now));
      return some == null ? 0 : some;
    } catch (RuntimeException e) {
      LOG.warn("the setting {} could not be judged", setting.name(), e);
      failed.keep(setting.name(), now);
      return 0;
    }
  }

  private int catchUp(DetectorSetting setting, Progress now) {
    failed.forget(setting.name());
    Optional<Progress> before = tables.progress(setting.name());
    if (!setting.on()) {
      tell.settleAll(setting);
      if (before.isPresent()) {
        tables.forget(setting.name());
      }
      return 0;
    }
    Watch watch = watches.get(setting.watch());
    int judged = 0;
    if (before.filter(one -> one.fingerprint().equals(now.fingerprint())).isEmpty()) {
      tables.forget(setting.name());
      tell.setAside(setting);
      Outline outline = load.outline(setting, watch);
      judged = judge(setting, watch, outline, outline.groups());
    } else {
      Outline outline = load.outline(setting, watch);
      judged =
          judge(setting, watch, outline, changed(setting, watch, outline, before.get().position()));
    }
    tables.keepProgress(setting.name(), now);
    return judged;
  }

  /// All that decides what a setting finds in the same counts.
  private String fingerprint(DetectorSetting setting) {
    String its = setting.fingerprint() + "|" + identities.revision();
    return setting.method().asksForNeighbours()
        ? its + "|" + adjacencies.neighbours().decisions()
        : its;
  }

  /// What decides how grave its alarms are beside its own counts, and changes none of them.
  private String beside(DetectorSetting setting) {
    boolean names =
        setting.dimensions().contains(Watch.SUBSTANCE)
            || setting.dimensions().contains(Watch.COMBINATION);
    return names ? deaths.revision() : "";
  }

  private int judge(
      DetectorSetting setting, Watch watch, Outline outline, Set<List<String>> groups) {
    if (!groups.isEmpty()) {
      SeriesOfSetting series = load.of(setting, watch, outline, groups);
      Map<List<String>, List<Judgement>> judged = new HashMap<>();
      Map<List<String>, NotJudged> notJudged = new HashMap<>();
      for (List<String> group : groups) {
        List<Judgement> its = judge(group, outline, series);
        judged.put(group, its);
        series.whyNot(group, its).ifPresent(why -> notJudged.put(group, why));
      }
      tables.replace(setting.name(), judged, notJudged);
    }
    Map<String, String> said = new TreeMap<>();
    outline.frames().keySet().forEach(region -> said.put(region, outline.said(region)));
    tables.keepFrames(setting.name(), said);
    tell.tell(
        setting, watch, outline, JudgedTogether.shown(setting, tables.judged(setting.name())));
    return groups.size();
  }

  private static List<Judgement> judge(
      List<String> group, Outline outline, SeriesOfSetting series) {
    return outline
        .lateNews(group)
        .map(period -> series.judge(group, period, period))
        .orElseGet(() -> series.judgeWindow(group));
  }

  private Set<List<String>> changed(
      DetectorSetting setting, Watch watch, Outline outline, long position) {
    Grouping grouping = outline.grouping();
    Set<List<String>> together = new HashSet<>();
    for (List<String> at : counts.changedSince(watch, position)) {
      grouping.groupOf(at).ifPresent(group -> together.add(grouping.judgedWith(group)));
    }
    Map<String, String> before = tables.frames(setting.name());
    for (List<String> group : outline.groups()) {
      String region = grouping.regionOf(group);
      if (!outline.said(region).equals(before.getOrDefault(region, ""))) {
        together.add(grouping.judgedWith(group));
      }
    }
    return outline.groups().stream()
        .filter(group -> together.contains(grouping.judgedWith(group)))
        .collect(Collectors.toSet());
  }
}

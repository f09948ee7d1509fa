package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.ReadAdjacencies;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.detectors.series.ReadCounts.Listed;
import org.tripoint.node.substances.FindIdentity;

/// Loads some series of a setting as they stand today.
@Component
class LoadSeries {

  private final ReadCounts counts;
  private final FindIdentity identities;
  private final ReadAdjacencies adjacencies;

  LoadSeries(ReadCounts counts, FindIdentity identities, ReadAdjacencies adjacencies) {
    this.counts = counts;
    this.identities = identities;
    this.adjacencies = adjacencies;
  }

  /// A setting's series by name only: which there are, and where each begins and ends.
  ///
  /// @param grouping which of the watch's series are one
  /// @param listed the watch's series
  /// @param frames by region
  /// @param firsts of each series where the setting looks for those; else none
  record Outline(
      Grouping grouping, List<Listed> listed, Map<String, Frame> frames, FirstReports firsts) {

    /// The period of a late first report that is news, before the window.
    Optional<LocalDate> lateNews(List<String> group) {
      String region = grouping.regionOf(group);
      return firsts.late(group, region, frames.get(region));
    }

    /// All that decides what a region's periods are judged by, in one text.
    String said(String region) {
      Frame frame = frames.get(region);
      return frame == null ? "" : frame.said() + firsts.said(region);
    }

    /// Every series of the setting.
    Set<List<String>> groups() {
      Set<List<String>> groups = new HashSet<>();
      listed.forEach(one -> grouping.groupOf(one.at()).ifPresent(groups::add));
      return groups;
    }
  }

  Outline outline(DetectorSetting setting, Watch watch) {
    Grouping grouping = new Grouping(setting, watch, identities);
    List<Listed> listed = counts.list(watch);
    MakeFrames make = new MakeFrames(watch);
    FirstReports firsts = new FirstReports(watch.step());
    boolean looksForFirst = setting.method().looksForFirst();
    for (Listed one : listed) {
      LocalDate first = one.first();
      LocalDate last = one.last();
      if (first != null && last != null) {
        make.reported(grouping.regionOfWatched(one.at()), one.at().getFirst(), first, last);
      }
      if (looksForFirst) {
        firsts.add(grouping.groupOf(one.at()), grouping.regionOfWatched(one.at()), one);
      }
    }
    return new Outline(
        grouping,
        listed,
        make.frames(counts.heard(watch), (country, from) -> counts.totals(watch, country, from)),
        firsts);
  }

  SeriesOfSetting of(DetectorSetting setting, Watch watch, Set<List<String>> groups) {
    return of(setting, watch, outline(setting, watch), groups);
  }

  /// The series with these groups, and with those that they are judged together with.
  SeriesOfSetting of(
      DetectorSetting setting, Watch watch, Outline outline, Set<List<String>> groups) {
    Grouping grouping = outline.grouping();
    Set<List<String>> shared = new HashSet<>();
    groups.forEach(group -> shared.add(grouping.judgedWith(group)));
    List<List<String>> wanted = new ArrayList<>();
    for (Listed one : outline.listed()) {
      if (grouping
          .groupOf(one.at())
          .filter(group -> shared.contains(grouping.judgedWith(group)))
          .isPresent()) {
        wanted.add(one.at());
      }
    }
    SeriesOfSetting series =
        new SeriesOfSetting(setting, watch, grouping, outline.frames(), adjacencies.neighbours());
    if (!wanted.isEmpty()) {
      counts.now(watch, wanted).series().forEach(series::add);
    }
    return series;
  }
}

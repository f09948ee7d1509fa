package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.ReadSettings;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watch.Deaths;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.judging.LoadSeries.Outline;
import org.tripoint.node.detectors.series.ReadCounts;

/// Deaths that are counted in the place of an alarm and put down to the substances it names.
///
/// They come from the series that desks say count deaths, as the settings that are on judge them,
/// in the latest periods, within a year of the alarm. Deaths put down to the substance itself go
/// before those of groups it is in, and narrow groups before wide ones. Figures overlap and are
/// never added: of the narrowest ones the gravest stands.
@Component
class FindDeaths {

  private final ReadSettings settings;
  private final Watches watches;
  private final ReadCounts counts;
  private final LoadSeries load;
  private final NamedSubstances substances;
  private String cachedOn = "";
  private final Map<DetectorSetting, Outline> outlines = new HashMap<>();
  private final Map<String, List<CountedDeaths>> cached = new HashMap<>();

  FindDeaths(
      ReadSettings settings,
      Watches watches,
      ReadCounts counts,
      LoadSeries load,
      NamedSubstances substances) {
    this.settings = settings;
    this.watches = watches;
    this.counts = counts;
    this.load = load;
    this.substances = substances;
  }

  /// Another text once the answers may be others.
  String revision() {
    return settingsOfDeaths().stream()
        .map(one ->
            one.name() + "|" + one.fingerprint() + "@" + counts.moved(watches.get(one.watch())))
        .sorted()
        .collect(Collectors.joining(";"));
  }

  /// The deaths that an alarm counts; else those that are counted near its days in its places and
  /// put down to any of its substances.
  Optional<CountedDeaths> of(
      DetectorSetting setting,
      Grouping grouping,
      Judgement judgement,
      LocalDate first,
      LocalDate last) {
    Optional<CountedDeaths> its = in(setting, judgement);
    List<Substance> named = substances.of(setting, judgement.at());
    if (its.isPresent() || named.isEmpty()) {
      return its;
    }
    List<String> places =
        judgement.why() instanceof Why.Clustered clustered
            ? clustered.groups().stream().map(grouping::placeOf).toList()
            : List.of(grouping.placeOf(judgement.at()));
    List<CountedDeaths> found = new ArrayList<>();
    int narrowest = Integer.MAX_VALUE;
    for (String place : new TreeSet<>(places)) {
      for (CountedDeaths one : countedIn(place)) {
        int width = one.isNear(first, last) ? width(one.about(), named) : Integer.MAX_VALUE;
        if (width < narrowest) {
          found.clear();
          narrowest = width;
        }
        if (width == narrowest && width < Integer.MAX_VALUE) {
          found.add(one);
        }
      }
    }
    return found.stream().min(CountedDeaths.GRAVEST_FIRST);
  }

  /// Of how many things deaths may be that hold one of these substances: 1 where they are put down
  /// to the substance itself; the largest number where they hold none.
  private static int width(Set<String> about, List<Substance> substances) {
    if (substances.stream().anyMatch(one -> about.contains(one.id()))) {
      return 1;
    }
    return substances.stream().anyMatch(one -> about.contains(one.family()))
        ? 1 + about.size()
        : Integer.MAX_VALUE;
  }

  /// The alarm's own count where it is one of deaths.
  private Optional<CountedDeaths> in(DetectorSetting setting, Judgement judgement) {
    return judgement.why() instanceof Why.Counted counted
        ? watches
            .find(setting.watch())
            .filter(watch -> setting.dimensions().equals(watch.dimensions()))
            .flatMap(watch ->
                watch
                    .deathsIn(judgement.at())
                    .map(deaths -> CountedDeaths.of(deaths, watch.step(), judgement, counted)))
        : Optional.empty();
  }

  private List<DetectorSetting> settingsOfDeaths() {
    return settings.list().stream().filter(this::judgesDeaths).toList();
  }

  private boolean judgesDeaths(DetectorSetting setting) {
    return setting.on()
        && setting.method().looksFor() == LooksFor.SURGE
        && watches
            .find(setting.watch())
            .filter(watch -> watch.countsDeaths() && !watch.countsPeople())
            .filter(watch -> setting.dimensions().equals(watch.dimensions()))
            .isPresent();
  }

  private synchronized List<CountedDeaths> countedIn(String place) {
    String on = revision();
    if (!on.equals(cachedOn)) {
      cached.clear();
      outlines.clear();
      cachedOn = on;
      settingsOfDeaths()
          .forEach(one -> outlines.put(one, load.outline(one, watches.get(one.watch()))));
    }
    return cached.computeIfAbsent(place, this::judge);
  }

  private List<CountedDeaths> judge(String place) {
    List<CountedDeaths> found = new ArrayList<>();
    outlines.forEach((setting, outline) -> {
      Watch watch = watches.get(setting.watch());
      Map<List<String>, Deaths> groups = new HashMap<>();
      for (List<String> group : outline.groups()) {
        if (outline.grouping().placeOf(group).equals(place)) {
          watch.deathsIn(group).ifPresent(deaths -> groups.put(group, deaths));
        }
      }
      SeriesOfSetting series = load.of(setting, watch, outline, groups.keySet());
      groups.forEach((group, deaths) -> {
        for (Judgement one : series.judgeWindow(group)) {
          if (one.why() instanceof Why.Counted counted) {
            found.add(CountedDeaths.of(deaths, watch.step(), one, counted));
          }
        }
      });
    });
    return List.copyOf(found);
  }
}

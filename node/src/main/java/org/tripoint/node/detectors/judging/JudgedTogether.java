package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.tripoint.engines.surveillance.discovery.FalseDiscoveries;
import org.tripoint.engines.surveillance.discovery.FalseDiscoveries.Tested;
import org.tripoint.node.detectors.DetectorSetting;

/// All series of a setting in one period: of those above their own bounds, as many are shown as
/// keep the expected share of false ones at or below the setting's. What a method states no chance
/// of is shown by its own bound alone.
final class JudgedTogether {

  private JudgedTogether() {}

  /// A series' alarm and chance in a period.
  record One(List<String> at, LocalDate period, boolean alarm, double chance) {}

  /// A series in a period that is shown.
  record Standing(List<String> at, LocalDate period) {}

  static Set<Standing> shown(DetectorSetting setting, List<One> judged) {
    NavigableMap<LocalDate, List<One>> byPeriod = new TreeMap<>();
    judged.forEach(
        one -> byPeriod.computeIfAbsent(one.period(), period -> new ArrayList<>()).add(one));
    Set<Standing> shown = new HashSet<>();
    byPeriod.forEach((period, all) -> shown.addAll(shownOf(setting, period, all)));
    return shown;
  }

  private static Set<Standing> shownOf(DetectorSetting setting, LocalDate period, List<One> all) {
    Set<Standing> shown = new HashSet<>();
    if (all.stream().noneMatch(One::alarm)) {
      return shown;
    }
    Map<String, One> named = new TreeMap<>();
    List<Tested> tested = new ArrayList<>();
    for (One one : all) {
      if (Double.isNaN(one.chance())) {
        if (one.alarm()) {
          shown.add(new Standing(one.at(), period));
        }
      } else {
        String name = String.join("\u001f", one.at());
        named.put(name, one);
        tested.add(new Tested(name, one.chance()));
      }
    }
    for (Tested one :
        FalseDiscoveries.control(tested, setting.falseShare().doubleValue()).shown()) {
      One its = named.get(one.name());
      if (its != null && its.alarm()) {
        shown.add(new Standing(its.at(), period));
      }
    }
    return shown;
  }
}

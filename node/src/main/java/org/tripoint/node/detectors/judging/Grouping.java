package org.tripoint.node.detectors.judging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method.LooksFor;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.substances.FindIdentity;
import org.tripoint.vocabulary.SubstanceId;

/// Which series of a watch are one series of a setting: those that agree in the setting's
/// dimensions, substances by identity and not by name. Not safe between threads.
final class Grouping {

  private final DetectorSetting setting;
  private final List<Integer> positions;
  private final int substance;
  private final int combination;
  private final int place;
  private final FindIdentity identities;
  private final Map<String, Optional<String>> found = new HashMap<>();

  Grouping(DetectorSetting setting, Watch watch, FindIdentity identities) {
    this.setting = setting;
    this.positions = setting.dimensions().stream().map(watch.dimensions()::indexOf).toList();
    this.substance = setting.dimensions().indexOf(Watch.SUBSTANCE);
    this.combination = setting.dimensions().indexOf(Watch.COMBINATION);
    this.place = setting.dimensions().indexOf(Watch.PLACE);
    this.identities = identities;
  }

  /// The setting's series that a watch's series is in; empty for a name that nobody recognises
  /// where first sightings are meant, since a new name is no new substance.
  Optional<List<String>> groupOf(List<String> at) {
    List<String> group = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      String value = at.get(positions.get(i));
      if (i == substance || i == combination) {
        Optional<String> identity =
            found.computeIfAbsent(value, i == substance ? this::identity : this::combined);
        if (identity.isEmpty()) {
          return Optional.empty();
        }
        value = identity.get();
      }
      group.add(value);
    }
    return Optional.of(List.copyOf(group));
  }

  /// Substances by identity in their order; empty where two of them are one.
  private Optional<String> combined(String value) {
    if (value.equals(Watch.ANY)) {
      return Optional.of(value);
    }
    String[] keys = value.split(Watch.BESIDE, -1);
    Set<String> identities = new TreeSet<>();
    for (String key : keys) {
      identities.add(this.identities.identityOf(SubstanceId.parse(key)).key());
    }
    return identities.size() < keys.length
        ? Optional.empty()
        : Optional.of(String.join(Watch.BESIDE, identities));
  }

  private Optional<String> identity(String key) {
    SubstanceId identity = identities.identityOf(SubstanceId.parse(key));
    boolean named =
        identity instanceof SubstanceId.Structure
            || identity instanceof SubstanceId.IsomerUnspecified;
    LooksFor looksFor = setting.method().looksFor();
    boolean meansNew = looksFor == LooksFor.FIRST || looksFor == LooksFor.SPREAD;
    return meansNew && !named ? Optional.empty() : Optional.of(identity.key());
  }

  /// The place whose frame a series has: the place where the setting tells places apart, else the
  /// country.
  String regionOf(List<String> group) {
    return place < 0 ? group.getFirst() : group.getFirst() + "|" + group.get(place);
  }

  /// The same of a series of the watch.
  String regionOfWatched(List<String> at) {
    return place < 0 ? at.getFirst() : at.getFirst() + "|" + at.get(positions.get(place));
  }

  /// What series of one kind in other places share: all values but the place.
  List<String> siblingsOf(List<String> group) {
    List<String> shared = new ArrayList<>(group);
    if (place >= 0) {
      shared.remove(place);
    }
    return shared;
  }

  /// What series share that are judged together, so that a change of one is a change of all: for
  /// surges nothing but themselves, for combinations the region, else the same thing in all places;
  /// for spread and clusters across borders.
  List<String> judgedWith(List<String> group) {
    return switch (setting.method().looksFor()) {
      case SURGE -> group;
      case FIRST -> siblingsOf(group);
      case COMBINATION -> List.of(regionOf(group));
      case SPREAD, CLUSTER -> {
        List<String> shared = siblingsOf(group);
        yield shared.subList(1, shared.size());
      }
    };
  }

  /// The place of a series, or its country where the setting tells no places apart.
  String placeOf(List<String> group) {
    return group.get(Math.max(0, place));
  }

  /// The combination of a series.
  String combinationOf(List<String> group) {
    return group.get(combination);
  }

  /// The same region's series of another combination.
  List<String> withCombination(List<String> group, String other) {
    List<String> changed = new ArrayList<>(group);
    changed.set(combination, other);
    return List.copyOf(changed);
  }
}

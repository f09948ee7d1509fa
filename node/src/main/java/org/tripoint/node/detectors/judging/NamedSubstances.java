package org.tripoint.node.detectors.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.SubstanceId;

/// The substances that a series is of.
@Component
class NamedSubstances {

  private final ReadRegistry registry;

  NamedSubstances(ReadRegistry registry) {
    this.registry = registry;
  }

  /// Keys of the substances that a series is of; empty where it is of something else.
  static List<String> keysOf(DetectorSetting setting, List<String> at) {
    List<String> keys = new ArrayList<>();
    for (int i = 1; i < at.size(); i++) {
      if (setting.dimensions().get(i).equals(Watch.SUBSTANCE)) {
        keys.add(at.get(i));
      } else if (setting.dimensions().get(i).equals(Watch.COMBINATION)) {
        keys.addAll(Arrays.asList(at.get(i).split(Watch.BESIDE, -1)));
      }
    }
    return keys;
  }

  /// Those of them that the registry knows by structure.
  List<Substance> of(DetectorSetting setting, List<String> at) {
    return keysOf(setting, at).stream().flatMap(key -> find(key).stream()).toList();
  }

  private Optional<Substance> find(String key) {
    return SubstanceId.parse(key) instanceof SubstanceId.Structure structure
        ? registry.registry().findByKey(structure.inchiKey())
        : Optional.empty();
  }
}

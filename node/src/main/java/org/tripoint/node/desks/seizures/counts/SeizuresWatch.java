package org.tripoint.node.desks.seizures.counts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;

/// Seizures a week by substance and place, from agencies' records: an event counts once for each
/// substance in it. Events whose day is not known stand in no week.
@Component
final class SeizuresWatch implements Watch {

  @Override
  public String name() {
    return "seizures";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Seizure.KIND.name());
  }

  @Override
  public Step step() {
    return Step.WEEK;
  }

  @Override
  public List<String> dimensions() {
    return List.of(COUNTRY, SUBSTANCE, PLACE);
  }

  @Override
  public boolean absentIsZero() {
    return true;
  }

  @Override
  public List<Counted> factsOf(RecordVersion version) {
    return version
        .content(Seizure.KIND)
        .filter(Seizure::isDayKnown)
        .map(SeizuresWatch::facts)
        .orElse(List.of());
  }

  private static List<Counted> facts(Seizure seizure) {
    Set<String> substances = new LinkedHashSet<>();
    for (SeizureItem item : seizure.items()) {
      if (item.substance() != null) {
        substances.add(item.substance().counted().key());
      }
    }
    return substances.stream()
        .map(substance ->
            Counted.one(
                seizure.day(), seizure.country().code(), substance, SeizureCube.placeOf(seizure)))
        .toList();
  }
}

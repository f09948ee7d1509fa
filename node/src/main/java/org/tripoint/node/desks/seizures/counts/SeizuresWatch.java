package org.tripoint.node.desks.seizures.counts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.detectors.WatchOfKind;

/// Seizures a week by substance and place, from agencies' records: an event counts once for each
/// substance in it. Events whose day is not known stand in no week.
@Component
final class SeizuresWatch extends WatchOfKind<Seizure> {

  SeizuresWatch() {
    super("seizures", Seizure.KIND, Step.WEEK, List.of(COUNTRY, SUBSTANCE, PLACE), true);
  }

  @Override
  protected List<Counted> countedIn(Seizure seizure) {
    if (!seizure.isDayKnown()) {
      return List.of();
    }
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

package org.tripoint.node.desks.laboratory.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.detectors.WatchOfKind;
import org.tripoint.vocabulary.DateCertainty;

/// Results of laboratories a week by substance and area: an item counts once for each substance
/// found in it. A "not detected" says that it was looked for. Items whose day is not known stand in
/// no week.
@Component
final class LabResultsWatch extends WatchOfKind<LabResult> {

  LabResultsWatch() {
    super("lab-results", LabResult.KIND, Step.WEEK, List.of(COUNTRY, SUBSTANCE, PLACE), true);
  }

  @Override
  public boolean countsPeople() {
    return true;
  }

  @Override
  protected List<Counted> countedIn(LabResult result) {
    if (result.date().certainty() != DateCertainty.DAY) {
      return List.of();
    }
    Map<String, Boolean> found = new LinkedHashMap<>();
    for (ResultComponent component : result.components()) {
      if (!(component.presence() instanceof Presence.NotTested)) {
        found.merge(
            component.substance().key(), component.presence().isFound(), Boolean::logicalOr);
      }
    }
    List<Counted> facts = new ArrayList<>();
    found.forEach((substance, is) ->
        facts.add(
            new Counted(
                result.day(),
                List.of(result.country().code(), substance, LabResultsCube.area(result)),
                is ? 1 : 0,
                1)));
    return facts;
  }
}

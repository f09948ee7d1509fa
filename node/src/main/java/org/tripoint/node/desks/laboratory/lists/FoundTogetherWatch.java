package org.tripoint.node.desks.laboratory.lists;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.detectors.WatchOfKind;
import org.tripoint.vocabulary.DateCertainty;

/// Results of laboratories a week by the substances found in one item, two by two, with the items
/// that hold each and all items, so that a pair can be held against its parts. Items whose day is
/// not known stand in no week.
@Component
final class FoundTogetherWatch extends WatchOfKind<LabResult> {

  FoundTogetherWatch() {
    super(
        "lab-combinations", LabResult.KIND, Step.WEEK, List.of(COUNTRY, COMBINATION, PLACE), true);
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
    List<String> found =
        LabResultsCube.found(result).stream().sorted().limit(FoundTogetherCube.MOST).toList();
    List<Counted> facts = new ArrayList<>();
    facts.add(one(result, ANY));
    for (int i = 0; i < found.size(); i++) {
      facts.add(one(result, found.get(i)));
      for (int other = i + 1; other < found.size(); other++) {
        facts.add(one(result, found.get(i) + BESIDE + found.get(other)));
      }
    }
    return facts;
  }

  private static Counted one(LabResult result, String combination) {
    return Counted.one(
        result.day(), result.country().code(), combination, LabResultsCube.area(result));
  }
}

package org.tripoint.node.desks.laboratory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.detectors.WatchOfKind;

/// Drug-checking samples by what was found and health authority: a sample counts once for each
/// substance found in it. The spectrometer's operator names whatever is found.
abstract class DrugChecksWatch extends WatchOfKind<DrugCheckSample> {

  private static final String UNKNOWN = "?";

  DrugChecksWatch(String name, Step step) {
    super(name, DrugCheckSample.KIND, step, List.of(COUNTRY, SUBSTANCE, PLACE), true);
  }

  /// Samples a week.
  @Component
  static final class ByWeek extends DrugChecksWatch {
    ByWeek() {
      super("drug-checks", Step.WEEK);
    }
  }

  /// Samples a day, for a toxic batch that is sold for some days.
  @Component
  static final class ByDay extends DrugChecksWatch {
    ByDay() {
      super("drug-check-days", Step.DAY);
    }
  }

  @Override
  public boolean countsPeople() {
    return true;
  }

  @Override
  protected List<Counted> countedIn(DrugCheckSample sample) {
    Set<String> found = new LinkedHashSet<>();
    for (FoundInSample one : sample.found()) {
      if (one instanceof FoundInSample.Identified identified) {
        found.add(identified.substance().key());
      }
    }
    String place = sample.healthAuthority() == null ? UNKNOWN : sample.healthAuthority().key();
    return found.stream()
        .map(substance -> Counted.one(sample.date(), sample.country().code(), substance, place))
        .toList();
  }
}

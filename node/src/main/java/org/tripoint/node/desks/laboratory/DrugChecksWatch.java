package org.tripoint.node.desks.laboratory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.ledger.RecordVersion;

/// Drug-checking samples a week by what was found and health authority: a sample counts once for
/// each substance found in it. The spectrometer's operator names whatever is found.
@Component
final class DrugChecksWatch implements Watch {

  private static final String UNKNOWN = "?";

  @Override
  public String name() {
    return "drug-checks";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(DrugCheckSample.KIND.name());
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
    return version.content(DrugCheckSample.KIND).map(DrugChecksWatch::facts).orElse(List.of());
  }

  private static List<Counted> facts(DrugCheckSample sample) {
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

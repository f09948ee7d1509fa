package org.tripoint.node.detectors;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Kind;

/// A small desk for tests: weekly finds of things in places, and the watch over them.
public final class Finds implements Watch {

  public static final Kind<Find> KIND = Kind.of("find", 1, Find.class);

  /// Content.
  ///
  /// @param by somebody, who is not counted
  public record Find(
      LocalDate day, String country, String thing, String place, int reports, String by) {}

  @Override
  public String name() {
    return "finds";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(KIND.name());
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
        .content(KIND)
        .map(find ->
            List.of(
                new Counted(
                    find.day(),
                    List.of(find.country(), find.thing(), find.place()),
                    find.reports(),
                    find.reports())))
        .orElse(List.of());
  }
}

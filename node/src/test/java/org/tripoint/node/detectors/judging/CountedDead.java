package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.WatchOfKind;
import org.tripoint.vocabulary.Kind;

/// A small health desk for tests: weekly deaths by heading and place, and emergencies, which are no
/// deaths.
final class CountedDead extends WatchOfKind<CountedDead.Dead> {

  static final Kind<Dead> KIND = Kind.of("dead", 1, Dead.class);

  static final String NITAZENES = "nitazenes";
  static final String ALL_DRUGS = "all-drugs";
  static final String EMERGENCIES = "emergencies";

  /// Content.
  record Dead(LocalDate day, String country, String heading, String place, int count) {}

  CountedDead() {
    super("dead", KIND, Step.WEEK, List.of(COUNTRY, "heading", PLACE), false);
  }

  @Override
  protected List<Counted> countedIn(Dead one) {
    return List.of(
        new Counted(
            one.day(),
            List.of(one.country(), one.heading(), one.place()),
            one.count(),
            Math.max(1, one.count())));
  }

  @Override
  public boolean countsDeaths() {
    return true;
  }

  @Override
  public Optional<Deaths> deathsIn(List<String> at) {
    return switch (at.get(1)) {
      case NITAZENES -> Optional.of(new Deaths("dead.nitazenes", Set.of("nitazene")));
      case ALL_DRUGS ->
          Optional.of(new Deaths("dead.all", Set.of("nitazene", "fentanyl", "stimulant")));
      default -> Optional.empty();
    };
  }
}

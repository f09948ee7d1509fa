package org.tripoint.node.metrics.observations;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.metrics.Givers;
import org.tripoint.node.metrics.definitions.Counted;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.figures.Moment;
import org.tripoint.node.metrics.figures.ReadFigures;
import org.tripoint.node.metrics.figures.RecordsBehind;
import org.tripoint.node.metrics.figures.RecordsBehind.Contribution;
import org.tripoint.node.metrics.figures.RecordsBehind.Slice;
import org.tripoint.node.metrics.observations.StatedMemory.Line;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;

/// The records behind each month of a line of figures, where the node itself computes the figure
/// from them: figures that an office has published already have none here.
@Component
class CountBehind {

  private static final int PAGE = 200;

  private final DefinitionStore definitions;
  private final RecordsBehind records;
  private final ReadFigures figures;
  private final Set<String> publishedCubes;

  CountBehind(
      DefinitionStore definitions,
      RecordsBehind records,
      ReadFigures figures,
      ObjectProvider<Cube> cubes) {
    this.definitions = definitions;
    this.records = records;
    this.figures = figures;
    this.publishedCubes =
        cubes.stream().filter(Cube::published).map(Cube::name).collect(Collectors.toSet());
  }

  /// Records behind a line's figure of a month.
  @FunctionalInterface
  interface Months {
    Set<RecordId> of(Line line, YearMonth month);
  }

  /// Records by month, each read once.
  Months of(Country country) {
    Map<Line, Map<YearMonth, Set<RecordId>>> known = new HashMap<>();
    return (line, month) ->
        known
            .computeIfAbsent(line, l -> new HashMap<>())
            .computeIfAbsent(month, m -> read(line, country, m));
  }

  private Set<RecordId> read(Line line, Country country, YearMonth month) {
    Optional<CountrySource> source = find(line, country);
    Set<RecordId> found = new HashSet<>();
    source.ifPresent(own -> {
      Map<String, String> chosen = new TreeMap<>(own.keptApart());
      chosen.putAll(line.apart());
      collect(own, chosen, month, found);
      if (own.counted() instanceof Counted.Ratio ratio) {
        collect(own.counting(new Counted.Sum(ratio.denominator())), chosen, month, found);
      }
    });
    return Set.copyOf(found);
  }

  private Optional<CountrySource> find(Line line, Country country) {
    for (Read read : definitions.listVersions(line.metric())) {
      if (read instanceof Read.Usable(var held, var definition)
          && definition.version() == line.version()) {
        return definition.source(country).map(source -> source.givenBy(Givers.OWN));
      }
    }
    return Optional.empty();
  }

  private void collect(
      CountrySource source, Map<String, String> chosen, YearMonth month, Set<RecordId> found) {
    if (publishedCubes.contains(figures.cubeOf(source, month))) {
      return;
    }
    long after = -1;
    while (true) {
      Slice slice = records.list(source, chosen, month, new Moment.Today(), after, PAGE);
      add(slice.contributions(), found);
      if (slice.next().isEmpty()) {
        return;
      }
      after = slice.next().get();
    }
  }

  /// A record that adds nothing to the figure, or only takes another off, is not seen in it.
  private static void add(List<Contribution> contributions, Set<RecordId> found) {
    for (Contribution one : contributions) {
      if (one.amount().signum() > 0) {
        found.add(one.version().header().record());
      }
    }
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PortList;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.metrics.ReadCells;

/// In which first-level subdivision a reported place lies, as people decided or the shipped list of
/// ports says, in that order; nothing else is assumed. Looked up when it is asked for, so that a
/// correction holds for every record at once, and the records stay as reported.
@Component
public class Places {

  private static final String EVENTS = "seizure-events";

  private final PlaceMappings mappings;
  private final ReadCells cells;

  Places(PlaceMappings mappings, ReadCells cells) {
    this.mappings = mappings;
    this.cells = cells;
  }

  /// A reported place that no code of its own puts into a subdivision.
  ///
  /// @param key its key
  /// @param name its name on the shipped list, or ""
  /// @param events how many events name it
  /// @param subdivision where it is counted, or `?`
  /// @param decision the person's decision behind that, or null: then the shipped list says so
  public record Reported(
      String key, String name, long events, String subdivision, @Nullable Decision decision) {}

  /// Who decided, and why.
  public record Decision(String reason, String by, Instant at) {}

  /// What events are listed and counted under for one of their cells' values: itself when it is a
  /// subdivision, else the subdivision it is assigned to, else `?`.
  public String subdivisionOf(String whereabouts) {
    if (whereabouts.indexOf(':') < 0) {
      return whereabouts;
    }
    PlaceMappings.Decided decided = mappings.all().get(whereabouts);
    return decided != null
        ? decided.subdivision()
        : PortList.find(whereabouts).map(PortList.Port::subdivision).orElse(Whereabouts.NOT_KNOWN);
  }

  /// Every value that is listed and counted under a subdivision, or under `?`.
  public Set<String> valuesOf(String subdivision) {
    Set<String> values = new TreeSet<>(Set.of(subdivision));
    if (subdivision.equals(Whereabouts.NOT_KNOWN)) {
      cells.values(EVENTS, "place").stream()
          .filter(value -> subdivisionOf(value).equals(Whereabouts.NOT_KNOWN))
          .forEach(values::add);
      return values;
    }
    PortList.all().keySet().stream()
        .filter(key -> subdivisionOf(key).equals(subdivision))
        .forEach(values::add);
    mappings.all().values().stream()
        .filter(decided -> decided.subdivision().equals(subdivision))
        .forEach(decided -> values.add(decided.place()));
    return values;
  }

  /// Amounts by value, put together by subdivision.
  public Map<String, BigDecimal> bySubdivision(Map<String, BigDecimal> byValue) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    byValue.forEach((value, amount) -> sums.merge(subdivisionOf(value), amount, BigDecimal::add));
    return sums;
  }

  /// The places that events name, those without a subdivision first, then by number of events.
  public List<Reported> list() {
    ReadCells.Filter everything =
        new ReadCells.Filter(EVENTS, SeizureFilter.FIRST, SeizureFilter.LAST, Map.of());
    Map<String, Long> events = new LinkedHashMap<>();
    cells
        .breakdown(everything, "place")
        .forEach((value, amounts) ->
            events.put(value, amounts.getOrDefault("events", BigDecimal.ZERO).longValue()));
    List<Reported> places = new ArrayList<>();
    events.forEach((value, number) -> {
      if (value.indexOf(':') >= 0) {
        places.add(reported(value, number));
      }
    });
    places.sort(
        Comparator.comparing((Reported place) -> !isUnknown(place))
            .thenComparing(Comparator.comparingLong(Reported::events).reversed())
            .thenComparing(Reported::key));
    return places;
  }

  private static boolean isUnknown(Reported place) {
    return place.subdivision().equals(Whereabouts.NOT_KNOWN);
  }

  /// What is known of one place.
  public Reported reported(String key, long events) {
    Optional<Decision> decision =
        Optional.ofNullable(mappings.all().get(key))
            .map(decided -> new Decision(decided.reason(), decided.by(), decided.at()));
    String name = PortList.find(key).map(PortList.Port::name).orElse("");
    return new Reported(key, name, events, subdivisionOf(key), decision.orElse(null));
  }
}

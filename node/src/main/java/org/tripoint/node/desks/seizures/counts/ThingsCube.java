package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.SubstanceId;

/// How many events hold a thing, each event once however many things of it fit.
///
/// An event with powder and tablets of fentanyl stands in two cells, and is one event. So there is
/// a measure for each choice of what is asked for besides the substance (sort of thing, form,
/// weight basis): in it an event counts in the first of its cells that agree in what is asked for,
/// and the sum over the others is the number of events. Substances of one family share their one
/// count, and the substance [#ANY] holds the counts over all things of the event.
///
/// Exact for one value of sort, form and basis each, and for whole families or [#ANY].
@Component
public class ThingsCube implements Cube {

  public static final String NAME = "seizure-things";

  /// Stands for whatever was taken.
  public static final String ANY = "*";

  /// What a thing can be asked for by, besides its substance.
  private static final List<String> OF_THINGS = List.of("what", "form", "weight_basis");

  private final ReadSubstances substances;

  ThingsCube(ReadSubstances substances) {
    this.substances = substances;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String kind() {
    return Seizure.KIND.name();
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(
        new Dimension("country", false).toldApart(),
        new Dimension("substance", false),
        new Dimension("what", false, true),
        new Dimension("form", false, true),
        new Dimension("weight_basis", false, true),
        new Dimension("place", false));
  }

  @Override
  public List<String> measures() {
    List<String> measures = new ArrayList<>();
    for (int asked = 0; asked < 1 << OF_THINGS.size(); asked++) {
      measures.add(measure(asked));
    }
    return measures;
  }

  /// The measure that is exact where these of `what`, `form` and `weight_basis` are asked for.
  public static String measureFor(Set<String> dimensions) {
    int asked = 0;
    for (int i = 0; i < OF_THINGS.size(); i++) {
      asked |= dimensions.contains(OF_THINGS.get(i)) ? 1 << i : 0;
    }
    return measure(asked);
  }

  private static String measure(int asked) {
    StringBuilder name = new StringBuilder("events");
    for (int i = 0; i < OF_THINGS.size(); i++) {
      if ((asked & 1 << i) != 0) {
        name.append(" by ").append(OF_THINGS.get(i));
      }
    }
    return name.toString();
  }

  @Override
  public boolean health() {
    return false;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(Seizure.KIND).map(this::facts).orElse(List.of());
  }

  List<Fact> facts(Seizure seizure) {
    Map<Map<String, String>, Map<String, BigDecimal>> cells = new LinkedHashMap<>();
    Set<List<String>> counted = new HashSet<>();
    for (SeizureItem item : seizure.items()) {
      List<String> said =
          List.of(item.itemClass().name(), item.form().name(), item.weightBasis().name());
      count(cells, counted, seizure, ANY, ANY, said);
      if (item.substance() != null) {
        SubstanceId substance = item.substance().counted();
        count(cells, counted, seizure, substance.key(), groupOf(substance), said);
      }
    }
    return cells.entrySet().stream()
        .map(cell -> new Fact(SeizureCube.monthOf(seizure), cell.getKey(), cell.getValue()))
        .toList();
  }

  private static void count(
      Map<Map<String, String>, Map<String, BigDecimal>> cells,
      Set<List<String>> counted,
      Seizure seizure,
      String substance,
      String group,
      List<String> said) {
    Map<String, String> at = new HashMap<>();
    at.put("country", seizure.country().code());
    at.put("substance", substance);
    at.put("place", SeizureCube.placeOf(seizure));
    for (int i = 0; i < OF_THINGS.size(); i++) {
      at.put(OF_THINGS.get(i), said.get(i));
    }
    Map<String, BigDecimal> amounts = cells.computeIfAbsent(at, c -> new HashMap<>());
    for (int asked = 0; asked < 1 << OF_THINGS.size(); asked++) {
      List<String> key = new ArrayList<>(List.of(group, measure(asked)));
      for (int i = 0; i < OF_THINGS.size(); i++) {
        key.add((asked & 1 << i) == 0 ? "" : said.get(i));
      }
      if (counted.add(key)) {
        amounts.put(measure(asked), BigDecimal.ONE);
      }
    }
  }

  /// What substances share one count: a family of the shipped lists. A name as reported stands
  /// alone, whatever people count it under: facts do not change when they decide otherwise.
  private String groupOf(SubstanceId substance) {
    return substance instanceof SubstanceId.AsReported
        ? substance.key()
        : substances.findFamily(substance).map(family -> family.code()).orElse(substance.key());
  }
}

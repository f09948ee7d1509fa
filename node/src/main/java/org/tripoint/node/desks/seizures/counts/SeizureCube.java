package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// A cube over seizure events.
///
/// @param name its name
/// @param dimensions its dimensions
/// @param measures its measures
/// @param facts what one seizure counts
record SeizureCube(
    String name,
    List<Dimension> dimensions,
    List<String> measures,
    Function<Seizure, Collection<Cube.Fact>> facts)
    implements Cube {

  /// Stands for what a report does not say, or what no list holds.
  static final String NOT_KNOWN = "?";

  @Override
  public String kind() {
    return Seizure.KIND.name();
  }

  @Override
  public boolean health() {
    return false;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(Seizure.KIND).stream()
        .flatMap(seizure -> facts.apply(seizure).stream())
        .toList();
  }

  static YearMonth monthOf(Seizure seizure) {
    return seizure.date().monthOfStart();
  }

  /// First-level subdivision, or the place itself, or `?`.
  static String placeOf(Seizure seizure) {
    return Whereabouts.of(seizure.place());
  }

  /// Adds up the facts of one event that fall into the same cell, so that it counts once in each.
  static final class Facts {
    private final YearMonth month;
    private final Map<Map<String, String>, Map<String, BigDecimal>> cells = new LinkedHashMap<>();

    Facts(Seizure seizure) {
      this.month = monthOf(seizure);
    }

    /// The amounts of one cell; `events` is one however many items fall into it.
    Map<String, BigDecimal> cell(Map<String, String> at, boolean countsEvents) {
      Map<String, BigDecimal> amounts = cells.computeIfAbsent(at, key -> new LinkedHashMap<>());
      if (countsEvents) {
        amounts.put("events", BigDecimal.ONE);
      }
      return amounts;
    }

    List<Fact> toList() {
      return cells.entrySet().stream()
          .map(cell -> new Fact(month, cell.getKey(), cell.getValue()))
          .toList();
    }
  }

  static void addMassAndVolume(SeizureItem item, Map<String, BigDecimal> amounts) {
    if (item.quantity() == null) {
      return;
    }
    if (item.quantity().mass() != null) {
      amounts.merge("kilograms", item.quantity().mass().kilograms(), BigDecimal::add);
    }
    if (item.quantity().volume() != null) {
      amounts.merge("litres", item.quantity().volume().litres(), BigDecimal::add);
    }
  }

  /// How many sites or machines an item stands for: one where the report gives no number.
  static BigDecimal countOf(SeizureItem item) {
    return item.quantity() == null || item.quantity().count() == null
        ? BigDecimal.ONE
        : item.quantity().count().amount();
  }
}

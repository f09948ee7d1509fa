package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;

/// What things of many events add up to: exact sums, one for each combination of what the things
/// are. Units and bases are never merged.
///
/// @param events how many events they are of
/// @param lines sums, each combination once
public record ThingSums(long events, List<Line> lines) {

  public static final ThingSums NONE = new ThingSums(0, List.of());

  public ThingSums {
    lines = List.copyOf(lines);
  }

  /// One combination.
  ///
  /// @param unit what `counted` counts, such as `TABLET`; "" where nothing is counted
  /// @param things how many sites or machines, one where a report gives no number
  public record Line(
      ItemClass itemClass,
      String substance,
      String form,
      String weightBasis,
      String countBasis,
      String siteClass,
      String unit,
      BigDecimal kilograms,
      BigDecimal litres,
      BigDecimal counted,
      BigDecimal things) {

    private Line plus(Line other) {
      return new Line(
          itemClass,
          substance,
          form,
          weightBasis,
          countBasis,
          siteClass,
          unit,
          kilograms.add(other.kilograms),
          litres.add(other.litres),
          counted.add(other.counted),
          things.add(other.things));
    }

    private List<String> what() {
      return List.of(itemClass.name(), substance, form, weightBasis, countBasis, siteClass, unit);
    }
  }

  /// Both together; no event may stand in both.
  public ThingSums plus(ThingSums other) {
    Map<List<String>, Line> sums = new LinkedHashMap<>();
    List<Line> all = new ArrayList<>(lines);
    all.addAll(other.lines);
    all.forEach(line -> sums.merge(line.what(), line, Line::plus));
    return new ThingSums(events + other.events, List.copyOf(sums.values()));
  }

  /// Drugs by substance under one weight basis: each measure apart, as the cells have them.
  public Map<String, Map<String, BigDecimal>> drugsUnder(String weightBasis) {
    Map<String, Map<String, BigDecimal>> drugs = new TreeMap<>();
    for (Line line : lines) {
      if (line.itemClass() == ItemClass.DRUG && line.weightBasis().equals(weightBasis)) {
        Map<String, BigDecimal> amounts =
            drugs.computeIfAbsent(line.substance(), s -> new TreeMap<>());
        amounts.merge("kilograms", line.kilograms(), BigDecimal::add);
        amounts.merge("litres", line.litres(), BigDecimal::add);
        String measure =
            switch (line.unit()) {
              case "TABLET" -> "tablets";
              case "CAPSULE" -> "capsules";
              case "DOSE" -> "doses";
              case "PLANT" -> "plants";
              case "PIECE" -> "pieces";
              default -> "";
            };
        if (!measure.isEmpty()) {
          amounts.merge(measure, line.counted(), BigDecimal::add);
        }
      }
    }
    return drugs;
  }

  /// Sites by use and, under it, by how they were established.
  public Map<String, Map<String, BigDecimal>> sites() {
    Map<String, Map<String, BigDecimal>> sites = new TreeMap<>();
    for (Line line : lines) {
      if (line.itemClass() == ItemClass.SITE) {
        sites
            .computeIfAbsent(line.siteClass(), use -> new TreeMap<>())
            .merge(line.countBasis(), line.things(), BigDecimal::add);
      }
    }
    return sites;
  }

  /// Machines by what they are.
  public Map<String, BigDecimal> equipment() {
    Map<String, BigDecimal> equipment = new TreeMap<>();
    for (Line line : lines) {
      if (line.itemClass() == ItemClass.EQUIPMENT) {
        equipment.merge(line.form(), line.things(), BigDecimal::add);
      }
    }
    return equipment;
  }
}

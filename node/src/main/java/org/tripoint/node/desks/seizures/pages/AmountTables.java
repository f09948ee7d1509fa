package org.tripoint.node.desks.seizures.pages;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.ThingSums;
import org.tripoint.node.desks.seizures.pages.ListView.AmountTable;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.SubstanceId;

/// Small tables of amounts: drugs by family, sites by use, equipment.
///
/// @param exact false when the amounts are of a part only: each is then marked as the least it is
record AmountTables(Names names, boolean exact) {

  static final List<String> BASES = List.of("GROSS", "NET", "NET_TESTED", "UNKNOWN");
  private static final List<String> COUNTED =
      List.of("litres", "tablets", "capsules", "doses", "plants", "pieces");
  private static final List<String> ESTABLISHED =
      List.of("LOCATED", "DISABLED", "SECURED", "FORENSICALLY_CONFIRMED", "UNKNOWN");

  private Page page() {
    return names.page();
  }

  /// Every table that these sums fill.
  List<AmountTable> of(ThingSums sums) {
    List<AmountTable> tables = new ArrayList<>();
    drugs(SeizureFilter.all(), sums::drugsUnder).ifPresent(tables::add);
    sites(sums.sites()).ifPresent(tables::add);
    equipment(sums.equipment()).ifPresent(tables::add);
    return tables;
  }

  /// Drugs by family. Kilograms stand in one column for each weight basis, and counts beside them:
  /// none is ever added to another.
  ///
  /// @param filter says which weight bases are asked for
  /// @param under amounts by substance and measure under a weight basis
  Optional<AmountTable> drugs(
      SeizureFilter filter, Function<String, Map<String, Map<String, BigDecimal>>> under) {
    Map<String, Map<String, BigDecimal>> byFamily = new LinkedHashMap<>();
    names.substances().listFamilies().forEach(f -> byFamily.put(f.code(), new TreeMap<>()));
    Set<String> used = new LinkedHashSet<>();
    for (String basis : BASES) {
      if (filter.at().getOrDefault(Field.WEIGHT, Set.of(basis)).contains(basis)) {
        under
            .apply(basis)
            .forEach((key, amounts) -> {
              Map<String, BigDecimal> row =
                  byFamily.computeIfAbsent(familyOf(key), f -> new TreeMap<>());
              add(row, "kg." + basis, amounts.get("kilograms"), used);
              COUNTED.forEach(measure -> add(row, measure, amounts.get(measure), used));
            });
      }
    }
    List<String> measures = new ArrayList<>(BASES.stream().map(b -> "kg." + b).toList());
    measures.addAll(COUNTED);
    measures.retainAll(used);
    List<String> heads = new ArrayList<>(List.of(page().t("seizures.field.substance")));
    measures.forEach(measure -> heads.add(page().t("seizures.measure." + measure)));
    List<List<String>> rows = new ArrayList<>();
    byFamily.forEach((family, amounts) -> {
      if (!amounts.isEmpty()) {
        List<String> cells = new ArrayList<>(List.of(names.substance(family)));
        measures.forEach(measure -> cells.add(cell(amounts.get(measure))));
        rows.add(cells);
      }
    });
    return table("seizures.drugs", heads, rows);
  }

  private static void add(
      Map<String, BigDecimal> row, String measure, @Nullable BigDecimal amount, Set<String> used) {
    if (amount != null && amount.signum() != 0) {
      row.merge(measure, amount, BigDecimal::add);
      used.add(measure);
    }
  }

  private String familyOf(String key) {
    try {
      return names
          .substances()
          .findFamily(SubstanceId.parse(key))
          .map(family -> family.code())
          .orElse(key);
    } catch (IllegalArgumentException notASubstance) {
      return key;
    }
  }

  private String cell(@Nullable BigDecimal amount) {
    if (amount == null) {
      return "";
    }
    return exact ? names.amount(amount) : "≥ " + names.amount(amount);
  }

  /// Sites by use, under each way of establishing them; the ways are never merged.
  Optional<AmountTable> sites(Map<String, Map<String, BigDecimal>> sites) {
    List<String> bases =
        ESTABLISHED.stream()
            .filter(basis -> sites.values().stream().anyMatch(row -> row.containsKey(basis)))
            .toList();
    List<String> heads = new ArrayList<>(List.of(page().t("seizures.site")));
    bases.forEach(basis -> heads.add(names.code("count", basis)));
    List<List<String>> rows = new ArrayList<>();
    sites.forEach((use, amounts) -> {
      List<String> cells = new ArrayList<>(List.of(names.code("site", use)));
      bases.forEach(basis -> cells.add(cell(amounts.get(basis))));
      rows.add(cells);
    });
    return table("seizures.sites", heads, rows);
  }

  Optional<AmountTable> equipment(Map<String, BigDecimal> equipment) {
    List<List<String>> rows = new ArrayList<>();
    equipment.forEach(
        (item, devices) -> rows.add(List.of(names.code("form", item), cell(devices))));
    return table(
        "seizures.equipment",
        List.of(page().t("seizures.field.form"), page().t("seizures.measure.devices")),
        rows);
  }

  private Optional<AmountTable> table(String title, List<String> heads, List<List<String>> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new AmountTable(page().t(title), heads, rows));
  }
}

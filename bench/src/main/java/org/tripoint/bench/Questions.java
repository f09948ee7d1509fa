package org.tripoint.bench;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.tripoint.node.metrics.ReadCells;
import org.tripoint.node.metrics.ReadCells.Filter;

/// Random questions over the declared dimensions: the same ones for the same seed.
final class Questions {

  private static final YearMonth FIRST = YearMonth.from(SyntheticSeizures.FIRST);
  private static final YearMonth LAST = FIRST.plusMonths(95);

  private static final List<String> FAMILIES =
      List.of("fentanyl", "cannabis", "cocaine", "methamphetamine", "khat", "adulterants");

  private final RandomGenerator random;

  Questions(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// @param declared true when one cube holds every dimension of the filter: how, by whom and where
  ///   it was seized, or what and where; then nothing is counted from rows
  record Seizures(String address, boolean declared) {}

  /// The address of a seizures page under a random filter of one to four dimensions.
  Seizures seizures() {
    String country = any(List.of("US", "CA", "MX"));
    Map<String, String> at = new LinkedHashMap<>();
    at.put("country", country);
    if (random.nextBoolean()) {
      at.put("substance", any(FAMILIES));
    }
    if (random.nextInt(3) == 0) {
      at.put(
          "place", country + "-" + any(SyntheticSeizures.PLACES.getOrDefault(country, List.of())));
    }
    if (random.nextInt(3) == 0) {
      at.put("agency", any(SyntheticSeizures.AGENCIES.getOrDefault(country, List.of())));
    }
    if (random.nextInt(3) == 0) {
      at.put("setting", any(SyntheticSeizures.SETTINGS));
    }
    if (random.nextInt(3) == 0) {
      YearMonth from = FIRST.plusMonths(random.nextInt(90));
      at.put("from", from.toString());
      at.put("to", from.plusMonths(random.nextInt(1, 6)).toString());
    }
    StringBuilder address = new StringBuilder("/seizures?");
    at.forEach((name, value) ->
        address.append(name).append('=').append(Visitor.encode(value)).append('&'));
    boolean byCircumstances = !at.containsKey("substance");
    boolean byThings = !at.containsKey("agency") && !at.containsKey("setting");
    return new Seizures(address.toString(), byCircumstances || byThings);
  }

  /// A filter over a cube's dimensions, one value each, of at most three of them.
  Filter cells(ReadCells cells, String cube, List<String> dimensions) {
    Map<String, Set<String>> at = new LinkedHashMap<>();
    for (String dimension : dimensions) {
      List<String> values = cells.values(cube, dimension);
      if (!values.isEmpty() && at.size() < 3 && random.nextInt(2) == 0) {
        at.put(dimension, Set.of(any(values)));
      }
    }
    YearMonth from = FIRST.plusMonths(random.nextInt(60));
    return new Filter(cube, from, LAST, at);
  }

  <T> T any(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }
}

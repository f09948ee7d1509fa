package org.tripoint.node.exchange.taxii;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which objects and versions are asked for, by the `match[…]` parameters.
///
/// @param ids ids of objects; empty for every object
/// @param types types of objects; empty for every type
/// @param versions which versions of each
/// @param specVersions versions of STIX; empty for the latest that there is
record Match(Set<String> ids, Set<String> types, Versions versions, Set<String> specVersions) {

  /// Values of one parameter.
  static final int MOST_VALUES = 100;

  static final Match EVERYTHING = new Match(Set.of(), Set.of(), Versions.NEWEST, Set.of());

  private static final Set<String> KNOWN =
      Set.of("match[id]", "match[type]", "match[version]", "match[spec_version]");

  Match {
    ids = Set.copyOf(ids);
    types = Set.copyOf(types);
    specVersions = Set.copyOf(specVersions);
  }

  /// Versions of each object that are asked for; what fits any of these is.
  ///
  /// @param exact microseconds since 1970
  record Versions(boolean all, boolean last, boolean first, Set<Long> exact) {
    static final Versions NEWEST = new Versions(false, true, false, Set.of());
    static final Versions ALL = new Versions(true, false, false, Set.of());

    Versions {
      exact = Set.copyOf(exact);
    }
  }

  /// Reads the parameters; one that is not `match[…]`, or whose field is unknown, is not looked at.
  static Match parse(Map<String, String[]> parameters) {
    Map<String, Set<String>> values = new TreeMap<>();
    parameters.forEach((name, given) -> {
      if (KNOWN.contains(name)) {
        values.put(name, values(name, given));
      }
    });
    return new Match(
        values.getOrDefault("match[id]", Set.of()),
        values.getOrDefault("match[type]", Set.of()),
        values.containsKey("match[version]")
            ? versions(values.get("match[version]"))
            : Versions.NEWEST,
        values.getOrDefault("match[spec_version]", Set.of()));
  }

  private static Set<String> values(String name, String[] given) {
    if (given.length != 1) {
      throw TaxiiRefusal.malformed("Expected " + name + " once, with its values between commas.");
    }
    List<String> list = List.of(given[0].split(",", MOST_VALUES + 1));
    Set<String> values = new LinkedHashSet<>(list);
    if (values.size() < list.size() || values.contains("") || values.size() > MOST_VALUES) {
      throw TaxiiRefusal.malformed(
          "Expected 1 to " + MOST_VALUES + " different values for " + name + ".");
    }
    return values;
  }

  private static Versions versions(Set<String> words) {
    if (words.contains("all")) {
      if (words.size() > 1) {
        throw TaxiiRefusal.malformed("Expected 'all' alone in match[version].");
      }
      return Versions.ALL;
    }
    Set<Long> exact = new LinkedHashSet<>();
    for (String word : words) {
      if (!word.equals("last") && !word.equals("first")) {
        OptionalLong instant = Timestamps.parse(word);
        exact.add(
            instant.orElseThrow(() ->
                TaxiiRefusal.malformed(
                    "Expected last, first, all or timestamps in match[version].")));
      }
    }
    return new Versions(false, words.contains("last"), words.contains("first"), exact);
  }

  /// Whether anything of STIX 2.1, the only version that there is here, is asked for.
  boolean asksForOurStix() {
    return specVersions.isEmpty() || specVersions.contains("2.1");
  }

  Match withId(String id) {
    return new Match(Set.of(id), Set.of(), versions, specVersions);
  }

  Match withAllVersions() {
    return new Match(ids, types, Versions.ALL, specVersions);
  }

  /// The same text for the same question, however it was put.
  String canonical() {
    List<String> parts = new ArrayList<>();
    parts.add(new TreeSet<>(ids).toString());
    parts.add(new TreeSet<>(types).toString());
    parts.add(versions.all() + "," + versions.last() + "," + versions.first());
    parts.add(new TreeSet<>(versions.exact()).toString());
    parts.add(new TreeSet<>(specVersions).toString());
    return String.join("\n", parts);
  }
}

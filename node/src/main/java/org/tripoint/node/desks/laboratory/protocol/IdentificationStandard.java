package org.tripoint.node.desks.laboratory.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One version of a standard that says what identifies a substance.
///
/// @param standard such as `SWGDRUG`
/// @param version such as `8.0`
/// @param published day it was published
/// @param withA properties needed in all where a technique of category A is among them
/// @param withoutA properties needed in all where none is
/// @param withoutAOfB those of category B among them
/// @param samplings separate samplings needed where there is enough
/// @param techniques by code, in the order of the file
/// @param hyphenated parts of hyphenated techniques by their code
public record IdentificationStandard(
    String standard,
    String version,
    LocalDate published,
    int withA,
    int withoutA,
    int withoutAOfB,
    int samplings,
    List<Technique> techniques,
    Map<String, List<String>> hyphenated) {

  public IdentificationStandard {
    techniques = List.copyOf(techniques);
    Map<String, List<String>> copy = new TreeMap<>();
    hyphenated.forEach((code, parts) -> copy.put(code, List.copyOf(parts)));
    hyphenated = java.util.Collections.unmodifiableMap(copy);
    for (List<String> parts : hyphenated.values()) {
      for (String part : parts) {
        if (find(techniques, part).isEmpty()) {
          throw new IllegalArgumentException("expected a technique, found " + part);
        }
      }
    }
  }

  /// Category of a technique: A tells of structure, B of a chemical or physical property, C of a
  /// class.
  public enum Category {
    A,
    B,
    C
  }

  /// One technique of one part.
  ///
  /// @param code such as `MS`
  /// @param property what of a substance it rests on
  /// @param only family it counts for; "" for every substance
  /// @param names other codes that laboratories write for it
  public record Technique(
      String code, Category category, String property, String only, List<String> names) {
    public Technique {
      names = List.copyOf(names);
    }

    boolean isNamed(String text) {
      return code.equals(text) || names.contains(text);
    }
  }

  /// A technique of one part by its code or another name of it; case does not count.
  Optional<Technique> find(String code) {
    return find(techniques, code.strip().toUpperCase(Locale.ROOT));
  }

  private static Optional<Technique> find(List<Technique> techniques, String code) {
    return techniques.stream().filter(technique -> technique.isNamed(code)).findFirst();
  }

  /// Parts of a hyphenated technique; empty when the code is none.
  List<Technique> parts(String code) {
    return hyphenated.getOrDefault(code.strip().toUpperCase(Locale.ROOT), List.of()).stream()
        .flatMap(part -> find(part).stream())
        .toList();
  }

  /// True for a code of one part or several.
  public boolean knows(String code) {
    return find(code).isPresent() || !parts(code).isEmpty();
  }
}

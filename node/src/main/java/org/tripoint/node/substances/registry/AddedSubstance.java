package org.tripoint.node.substances.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.SubstanceId;

/// Content of kind `registered-substance`: a substance that people added to the registry. Its
/// record's key is the InChIKey.
///
/// @param smiles canonical SMILES of the free base or acid, with stereochemistry where it is known
/// @param inchiKey standard InChIKey of that structure
/// @param formula in Hill's order
/// @param english preferred name
/// @param spanish the same in Spanish; "" when nobody gave one
/// @param french the same in French; "" when nobody gave one
/// @param synonyms other names, any language
/// @param street names of the trade and the street
/// @param cas registry number; "" when none
/// @param family word for its class, such as `nitazene`
/// @param roles what it is met as
/// @param readFrom what was typed: the SMILES, or the systematic name that was read
/// @param doubts what the reader of the name was not sure of, each confirmed by a person; English
/// @param source where the structure and the names are from
/// @param comparedWith second source that the structure was compared with; "" while nobody has
public record AddedSubstance(
    String smiles,
    String inchiKey,
    String formula,
    String english,
    String spanish,
    String french,
    List<String> synonyms,
    List<String> street,
    String cas,
    String family,
    List<Substance.Role> roles,
    String readFrom,
    List<String> doubts,
    String source,
    String comparedWith) {

  public static final Kind<AddedSubstance> KIND =
      Kind.of("registered-substance", 1, AddedSubstance.class);

  static final int LONGEST_STRUCTURE = 2_000;
  static final int LONGEST_NAME = 200;
  static final int LONGEST_SOURCE = 1_000;
  private static final int MOST_NAMES = 50;
  private static final Pattern FAMILY = Pattern.compile("[a-z]+(-[a-z]+)*");

  public AddedSubstance {
    synonyms = List.copyOf(synonyms);
    street = List.copyOf(street);
    roles = roles.stream().distinct().sorted().toList();
    doubts = List.copyOf(doubts);
    var _ = new SubstanceId.Structure(inchiKey);
    requireLength(smiles, 1, LONGEST_STRUCTURE, "a SMILES");
    requireLength(formula, 1, LONGEST_NAME, "a formula");
    requireLength(english, 2, LONGEST_NAME, "an English name");
    requireLength(spanish, 0, LONGEST_NAME, "a Spanish name");
    requireLength(french, 0, LONGEST_NAME, "a French name");
    requireLength(readFrom, 1, LONGEST_STRUCTURE, "what was read");
    requireLength(source, 3, LONGEST_SOURCE, "a source");
    requireLength(comparedWith, 0, LONGEST_SOURCE, "a second source");
    if (synonyms.size() > MOST_NAMES || street.size() > MOST_NAMES || doubts.size() > MOST_NAMES) {
      throw new IllegalArgumentException("expected at most " + MOST_NAMES + " of each");
    }
    Stream.concat(synonyms.stream(), street.stream())
        .forEach(name -> requireLength(name, 2, LONGEST_NAME, "a name"));
    if (!FAMILY.matcher(family).matches() || family.length() > 40) {
      throw new IllegalArgumentException("expected a class such as nitazene, found " + family);
    }
    if (!cas.isEmpty()) {
      var _ = new CasNumber(cas);
    }
  }

  private static void requireLength(String text, int least, int most, String what) {
    if (text.strip().length() < least || text.length() > most) {
      throw new IllegalArgumentException(
          "expected %s of %d to %d characters".formatted(what, least, most));
    }
  }

  /// As the registry holds it.
  ///
  /// @param id of its record
  Substance inRegistry(String id) {
    return new Substance(
        id,
        smiles,
        inchiKey,
        formula,
        cas.isEmpty() ? Optional.empty() : Optional.of(new CasNumber(cas)),
        english,
        spanish.isEmpty() ? english : spanish,
        french.isEmpty() ? english : french,
        synonyms,
        street,
        family,
        new ArrayList<>(roles),
        Optional.empty(),
        List.of(),
        comparedWith.isEmpty() ? source : source + "; " + comparedWith,
        comparedWith.isEmpty());
  }
}

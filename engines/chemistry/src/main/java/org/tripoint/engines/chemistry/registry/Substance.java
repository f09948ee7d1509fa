package org.tripoint.engines.chemistry.registry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;

/// A substance of the registry: one structure and what is known of its names and roles.
///
/// @param id lower-case word that rule files use, such as `para-fluorofentanyl`
/// @param smiles of the free base or acid
/// @param cas registry number; empty where it was not certain
/// @param english preferred name, as the two others
/// @param synonyms other names, any language
/// @param street names of the trade and the street; they mean other things too
/// @param family word for its class, such as `fentanyl`, `nitazene`, `benzodiazepine`
/// @param roles what it is met as
/// @param hs heading of the Harmonized System of 2022, four or six digits; empty where not certain
/// @param salts salts it is met as
/// @param source where the names and numbers are from
/// @param unverified true while somebody has still to compare the structure with a second source
public record Substance(
    String id,
    String smiles,
    String inchiKey,
    String formula,
    Optional<CasNumber> cas,
    String english,
    String spanish,
    String french,
    List<String> synonyms,
    List<String> street,
    String family,
    List<Role> roles,
    Optional<String> hs,
    List<SaltForm> salts,
    String source,
    boolean unverified) {

  public Substance {
    synonyms = List.copyOf(synonyms);
    street = List.copyOf(street);
    roles = List.copyOf(roles);
    salts = List.copyOf(salts);
  }

  /// What a substance is met as in seized and checked drugs.
  public enum Role {
    DRUG,
    MEDICINE,
    ADULTERANT,
    DILUENT,
    PRECURSOR,
    PRE_PRECURSOR,
    REAGENT,
    SOLVENT,
    BY_PRODUCT,
    METABOLITE,
    ANTIDOTE
  }

  /// The first block of the key.
  public String skeleton() {
    return inchiKey.substring(0, 14);
  }

  /// How many stereochemical elements its structure states.
  public int stereoElements() {
    return new StructureReader(StructureLimits.usual())
        .readSmilesWithKey(smiles, inchiKey)
        .orThrow()
        .stereoElements();
  }

  /// The preferred name in a language; English for any but Spanish and French.
  ///
  /// @param language two letters, such as `es`
  public String nameIn(String language) {
    return switch (language) {
      case "es" -> spanish;
      case "fr" -> french;
      default -> english;
    };
  }

  /// Every name but those of the street.
  public Stream<String> names() {
    return Stream.concat(Stream.of(english, spanish, french), synonyms.stream()).distinct();
  }
}

package org.tripoint.node.substances.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;

/// What a steward fills in about a substance.
///
/// @param text SMILES or systematic name
/// @param synonyms one a line, as the names of the street
/// @param confirmed places of the doubts that were confirmed
public record SubstanceForm(
    String text,
    String english,
    String spanish,
    String french,
    String synonyms,
    String street,
    String cas,
    String family,
    List<Substance.Role> roles,
    String source,
    String comparedWith,
    String share,
    List<Integer> confirmed) {

  public SubstanceForm(
      @Nullable String text,
      @Nullable String english,
      @Nullable String spanish,
      @Nullable String french,
      @Nullable String synonyms,
      @Nullable String street,
      @Nullable String cas,
      @Nullable String family,
      @Nullable List<Substance.Role> roles,
      @Nullable String source,
      @Nullable String comparedWith,
      @Nullable String share,
      @Nullable List<Integer> confirmed) {
    this.text = stripped(text);
    this.english = stripped(english);
    this.spanish = stripped(spanish);
    this.french = stripped(french);
    this.synonyms = stripped(synonyms);
    this.street = stripped(street);
    this.cas = stripped(cas);
    this.family = stripped(family);
    this.roles = roles == null ? List.of() : List.copyOf(roles);
    this.source = stripped(source);
    this.comparedWith = stripped(comparedWith);
    this.share =
        Arrays.stream(Share.values()).map(Share::name).anyMatch(one -> one.equals(share))
            ? String.valueOf(share)
            : Share.PARTNERS.name();
    this.confirmed = confirmed == null ? List.of() : List.copyOf(confirmed);
  }

  private static String stripped(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  static SubstanceForm of(String text) {
    return new SubstanceForm(
        text, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  static SubstanceForm of(AddedSubstance one) {
    return new SubstanceForm(
        one.readFrom(),
        one.english(),
        one.spanish(),
        one.french(),
        String.join("\n", one.synonyms()),
        String.join("\n", one.street()),
        one.cas(),
        one.family(),
        one.roles(),
        one.source(),
        one.comparedWith(),
        null,
        null);
  }

  /// Who may have it.
  public enum Share {
    PUBLISHED,
    PARTNERS,
    OWN
  }

  /// Key of the first thing that is not in order; empty when all is.
  Optional<String> problem() {
    int longest = AddedSubstance.LONGEST_NAME;
    boolean named =
        english.length() >= 2
            && List.of(english, spanish, french).stream().allMatch(one -> one.length() <= longest)
            && fit(synonyms)
            && fit(street);
    if (!named) {
      return Optional.of("substances.add.problem.names");
    }
    if (!cas.isEmpty() && !isCas()) {
      return Optional.of("substances.add.problem.cas");
    }
    if (!family.matches("[a-z]+(-[a-z]+)*") || roles.isEmpty()) {
      return Optional.of("substances.add.problem.class");
    }
    return source.length() < 3
            || source.length() > AddedSubstance.LONGEST_SOURCE
            || comparedWith.length() > AddedSubstance.LONGEST_SOURCE
        ? Optional.of("substances.add.problem.source")
        : Optional.empty();
  }

  private static boolean fit(String lines) {
    List<String> all = lines(lines);
    return all.size() <= 50
        && all.stream()
            .allMatch(one -> one.length() >= 2 && one.length() <= AddedSubstance.LONGEST_NAME);
  }

  private boolean isCas() {
    try {
      return new CasNumber(cas).text().equals(cas);
    } catch (IllegalArgumentException notACasNumber) {
      return false;
    }
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R", 200))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  AddedSubstance content(Structure structure, List<String> doubts) {
    return content(structure.smiles(), structure.inchiKey(), structure.formula(), text, doubts);
  }

  /// What it says now about a structure that stays.
  AddedSubstance correction(AddedSubstance before) {
    return content(
        before.smiles(), before.inchiKey(), before.formula(), before.readFrom(), before.doubts());
  }

  private AddedSubstance content(
      String smiles, String inchiKey, String formula, String readFrom, List<String> doubts) {
    return new AddedSubstance(
        smiles,
        inchiKey,
        formula,
        english,
        spanish,
        french,
        lines(synonyms),
        lines(street),
        cas,
        family,
        roles,
        readFrom,
        doubts,
        source,
        comparedWith);
  }

  Marking marking() {
    return switch (Share.valueOf(share)) {
      case PUBLISHED -> Marking.published();
      case OWN -> Marking.originatorOnly(Purpose.ANY_LAWFUL);
      case PARTNERS ->
          new Marking(
              Tlp.AMBER,
              Set.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES),
              Set.of(),
              false,
              Permission.ASK,
              Permission.ALLOWED,
              Purpose.ANY_LAWFUL,
              null,
              null,
              false,
              SourceGrade.F_CANNOT_BE_JUDGED,
              InformationGrade.G6_CANNOT_BE_JUDGED,
              false);
    };
  }
}

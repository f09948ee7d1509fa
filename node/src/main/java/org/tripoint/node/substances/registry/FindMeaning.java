package org.tripoint.node.substances.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.ReadSystematicName;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.substances.ReadRegistry;

/// Finds what people type: a name in any language or of the street, a CAS number, an InChIKey, a
/// SMILES or a systematic name. Says when it means several, and chooses none.
@Component
class FindMeaning {

  static final Pattern INCHI_KEY = Pattern.compile("[A-Z]{14}-[A-Z]{8}[SN][A-Z]-[A-Z]");

  private final ReadRegistry registry;
  private final Chemistry chemistry;
  private final SubstanceRows rows;

  FindMeaning(ReadRegistry registry, Chemistry chemistry, SubstanceRows rows) {
    this.registry = registry;
    this.chemistry = chemistry;
    this.rows = rows;
  }

  MeaningView find(String typed, SubstanceWords words) {
    Registry known = registry.registry();
    if (INCHI_KEY.matcher(typed).matches()) {
      return byKey(known, typed, typed, "", words);
    }
    return switch (known.lookUp(typed)) {
      case Meaning.One one -> one(typed, one, words);
      case Meaning.Several several ->
          view(
              several.street() ? "street" : "several",
              words
                  .page()
                  .t("substances.meaning." + (several.street() ? "street" : "several"), typed),
              several.substances(),
              words);
      case Meaning.IsomerUnspecified family ->
          view(
              "isomers",
              words.page().t("substances.meaning.isomers", family.family()),
              family.members(),
              words);
      case Meaning.Unknown unknown ->
          known.listNamedLike(typed).isEmpty()
              ? byStructure(known, typed, words).orElseGet(() -> unknown(typed, unknown, words))
              : unknown(typed, unknown, words);
    };
  }

  private MeaningView one(String typed, Meaning.One one, SubstanceWords words) {
    List<String> notes = new ArrayList<>();
    one.salt().ifPresent(salt -> notes.add(words.page().t("substances.meaning.salt", salt)));
    if (!one.aSlipApart().isEmpty()) {
      notes.add(words.page().t("substances.meaning.slip"));
    }
    return new MeaningView(
        "one",
        words.page().t("substances.meaning.one", typed),
        List.of(rows.row(one.substance(), words)),
        notes,
        rows.rows(one.aSlipApart(), words),
        "");
  }

  private MeaningView unknown(String typed, Meaning.Unknown unknown, SubstanceWords words) {
    return new MeaningView(
        "unknown",
        words.page().t("substances.meaning.unknown", typed),
        List.of(),
        List.of(),
        rows.rows(unknown.near(), words),
        typed);
  }

  /// Reads the text as a structure.
  ///
  /// @return empty when it is none
  private Optional<MeaningView> byStructure(Registry known, String typed, SubstanceWords words) {
    if (typed.length() > AddedSubstance.LONGEST_STRUCTURE) {
      return Optional.empty();
    }
    if (chemistry.readSmiles(typed) instanceof Reading.Read(Structure structure)
        && typed.indexOf(' ') < 0) {
      return Optional.of(byStructure(known, typed, structure, List.of(), words));
    }
    ReadSystematicName.Loosely loosely = chemistry.readName(typed);
    return loosely.reading() instanceof Reading.Read(Structure structure)
        ? Optional.of(byStructure(known, typed, structure, loosely.doubts(), words))
        : Optional.empty();
  }

  private MeaningView byStructure(
      Registry known,
      String typed,
      Structure structure,
      List<ReadSystematicName.Doubt> doubts,
      SubstanceWords words) {
    String key =
        switch (chemistry.parentOf(structure)) {
          case Parent.Of of -> of.structure().inchiKey();
          case Parent.Mixture ignored -> structure.inchiKey();
        };
    MeaningView found = byKey(known, key, typed, typed, words);
    if (doubts.isEmpty()) {
      return found;
    }
    List<String> notes = new ArrayList<>(found.notes());
    doubts.forEach(doubt -> notes.add(words.page().t("substances.doubt." + doubt.sort().name())));
    return new MeaningView(
        "doubtful",
        words.page().t("substances.meaning.doubtful", typed),
        found.choices(),
        notes,
        found.near(),
        typed);
  }

  private MeaningView byKey(
      Registry known, String key, String typed, String add, SubstanceWords words) {
    List<Substance> skeleton = known.listBySkeleton(key.substring(0, 14));
    List<Substance> same = skeleton.stream().filter(one -> one.inchiKey().equals(key)).toList();
    List<Substance> others = skeleton.stream().filter(one -> !one.inchiKey().equals(key)).toList();
    List<String> notes =
        others.isEmpty() ? List.of() : List.of(words.page().t("substances.meaning.stereo"));
    return new MeaningView(
        same.isEmpty() ? "unknown" : "structure",
        words
            .page()
            .t(
                same.isEmpty() ? "substances.meaning.no-structure" : "substances.meaning.structure",
                key),
        rows.rows(same, words),
        notes,
        rows.rows(others, words),
        same.isEmpty() && !INCHI_KEY.matcher(typed).matches() ? add : "");
  }

  private MeaningView view(
      String sort, String lead, List<Substance> choices, SubstanceWords words) {
    return new MeaningView(sort, lead, rows.rows(choices, words), List.of(), List.of(), "");
  }
}

package org.tripoint.node.substances;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Questions about reported names and the families they are counted under.
public interface ReadSubstances {

  /// What a name on a published list stands for: the list's heading, or the text as reported when
  /// the list has none such (see [#isRecognised]). Case and surrounding blanks do not matter;
  /// nothing else is guessed.
  ///
  /// @param list such as `cbp-drug-type`, `unodc-ids`, `mx-sedena`, `ca-das`, `bc-drug-checking`
  SubstanceId identify(String list, String reportedName);

  /// True for headings and structures, and for texts that a person has mapped.
  boolean isRecognised(SubstanceId id);

  /// True for what [#isRecognised] is true for, and for a text that the registry means one
  /// substance by, or isomers that were not told apart. For results, which are told apart by
  /// substance and counted under no family.
  boolean isKnown(SubstanceId id);

  /// The families, in the order people read them: `fentanyl`, `heroin`, `methamphetamine`,
  /// `cocaine`, `cannabis`…
  List<Family> listFamilies();

  /// The family a substance is counted under, people's mappings included.
  Optional<Family> findFamily(SubstanceId id);

  /// Keys ([SubstanceId#key()]) counted under a family today: shipped headings and people's
  /// mappings.
  Set<String> keysOf(String familyCode);

  /// The records in which people decided what a name is counted under, those that were taken back
  /// among them.
  Set<RecordId> listDecisions();

  /// The name people read, in their language: a family's, a structure's in the registry, a heading
  /// as its list writes it, a text as reported; what is no key as it is.
  String nameOf(String substanceKey, Locale locale);

  /// A counting family; its name is translated.
  record Family(String code) {}
}

package org.tripoint.node.substances;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.AsReported;
import org.tripoint.vocabulary.SubstanceId.Group;
import org.tripoint.vocabulary.SubstanceId.IsomerUnspecified;
import org.tripoint.vocabulary.SubstanceId.Structure;

/// Answers from the shipped lists first, then from people's mappings; the registry gives structures
/// their names and decides nothing.
@Component
class SubstanceNames implements ReadSubstances {

  private final SubstanceLists lists;
  private final SubstanceMappings mappings;
  private final ReadRegistry registry;
  private final MessageSource words;

  SubstanceNames(
      SubstanceLists lists,
      SubstanceMappings mappings,
      ReadRegistry registry,
      MessageSource words) {
    this.lists = lists;
    this.mappings = mappings;
    this.registry = registry;
    this.words = words;
  }

  @Override
  public SubstanceId identify(String list, String reportedName) {
    Optional<Group> heading = lists.findHeading(list, reportedName);
    return heading.isPresent() ? heading.get() : new AsReported(reportedName.strip());
  }

  @Override
  public boolean isRecognised(SubstanceId id) {
    return switch (id) {
      case Structure s -> true;
      case IsomerUnspecified i -> true;
      case Group g -> true;
      case AsReported text -> mappings.findFamily(text.key()).isPresent();
    };
  }

  @Override
  public boolean isKnown(SubstanceId id) {
    return isRecognised(id)
        || (id instanceof AsReported text
            && switch (registry.registry().lookUp(text.text())) {
              case Meaning.One _, Meaning.IsomerUnspecified _ -> true;
              case Meaning.Several _, Meaning.Unknown _ -> false;
            });
  }

  @Override
  public List<Family> listFamilies() {
    return lists.families().stream().map(Family::new).toList();
  }

  @Override
  public Optional<Family> findFamily(SubstanceId id) {
    return lists.findFamily(id).or(() -> mappings.findFamily(id.key())).map(Family::new);
  }

  @Override
  public Set<RecordId> listDecisions() {
    return mappings.listDecisions();
  }

  @Override
  public Set<String> keysOf(String familyCode) {
    Set<String> keys = new TreeSet<>(lists.keysOf(familyCode));
    keys.addAll(mappings.keysOf(familyCode));
    return keys;
  }

  @Override
  public String nameOf(String substanceKey, Locale locale) {
    if (lists.families().contains(substanceKey)) {
      return words.getMessage("substances.family." + substanceKey, null, locale);
    }
    if (substanceKey.indexOf(':') < 0) {
      return substanceKey;
    }
    SubstanceId id;
    try {
      id = SubstanceId.parse(substanceKey);
    } catch (IllegalArgumentException notAKey) {
      return substanceKey;
    }
    return switch (id) {
      case Structure structure ->
          registry
              .registry()
              .findByKey(structure.inchiKey())
              .map(one -> one.nameIn(locale.getLanguage()))
              .orElse(structure.inchiKey());
      case Group group -> group.code();
      case IsomerUnspecified isomer ->
          words.getMessage("substances.unspecified", new Object[] {isomer.family()}, locale);
      case AsReported text -> text.text();
    };
  }
}

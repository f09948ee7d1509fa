package org.tripoint.node.substances;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.AsReported;

/// The lists that ship with the node, without a database: nobody has mapped anything.
public final class ShippedSubstances implements ReadSubstances {

  private final SubstanceLists lists = new SubstanceLists();

  @Override
  public SubstanceId identify(String list, String reportedName) {
    return lists
        .findHeading(list, reportedName)
        .map(SubstanceId.class::cast)
        .orElseGet(() -> new AsReported(reportedName.strip()));
  }

  @Override
  public boolean isRecognised(SubstanceId id) {
    return !(id instanceof AsReported);
  }

  @Override
  public boolean isKnown(SubstanceId id) {
    return isRecognised(id);
  }

  @Override
  public List<Family> listFamilies() {
    return lists.families().stream().map(Family::new).toList();
  }

  @Override
  public Optional<Family> findFamily(SubstanceId id) {
    return lists.findFamily(id).map(Family::new);
  }

  @Override
  public Set<RecordId> listDecisions() {
    return Set.of();
  }

  @Override
  public Set<String> keysOf(String familyCode) {
    return lists.keysOf(familyCode);
  }

  @Override
  public String nameOf(String substanceKey, Locale locale) {
    return substanceKey.substring(substanceKey.lastIndexOf(':') + 1);
  }
}

package org.tripoint.node.desks.laboratory.protocol;

import java.util.List;
import java.util.Optional;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.vocabulary.SubstanceId;

/// Finds, in the registry, what a substance is easily taken for.
public final class FindIsomers {

  private static final String NO_STEREO = "UHFFFAOYSA";

  private FindIsomers() {}

  /// Isomers of a structure that names one of several; none for anything else.
  public static IsomersOf find(SubstanceId id, Registry registry) {
    if (!(id instanceof SubstanceId.Structure(String inchiKey))) {
      return IsomersOf.NONE;
    }
    Optional<Substance> known = registry.findByKey(inchiKey);
    String family = known.flatMap(registry::findIsomerFamily).orElse("");
    List<String> others =
        inchiKey.startsWith(NO_STEREO, 15)
            ? List.of()
            : registry.listBySkeleton(inchiKey.substring(0, 14)).stream()
                .filter(one -> !one.inchiKey().equals(inchiKey))
                .filter(one -> !one.inchiKey().startsWith(NO_STEREO, 15))
                .map(Substance::english)
                .sorted()
                .toList();
    return new IsomersOf(family, others);
  }
}

package org.tripoint.engines.chemistry.coverage;

import java.util.Set;
import org.tripoint.engines.chemistry.registry.Substance;

/// What a jurisdiction says of a substance by name.
///
/// @param entry where it stands, such as `Schedule I` or `VI-30(1)`
/// @param covers what else the name takes in; stereoisomers always, unless it names one
/// @param says that it is taken in, taken out, or known not to be controlled
public record Listing(
    Substance substance, String entry, Set<Covers> covers, Validity validity, Says says) {

  public Listing {
    covers = Set.copyOf(covers);
    if (says == Says.NOT_CONTROLLED
        && (validity.kind() != Validity.DateKind.AS_OF || validity.from().isEmpty())) {
      throw new IllegalArgumentException("expected a day as of which nothing controls it");
    }
  }

  /// What it says.
  public enum Says {
    TAKEN_IN,
    /// The text takes the substance out by name.
    EXCEPTED,
    /// Somebody looked on a day and found no rule that takes it in. Says nothing of days before; on
    /// later days it is the newest that is known.
    NOT_CONTROLLED
  }

  /// What a listing takes in beside the substance itself.
  public enum Covers {
    SALTS,
    ESTERS,
    ETHERS,
    /// Only the stereoisomer that is named: the whole InChIKey counts.
    STEREOISOMER
  }

  boolean has(Covers one) {
    return covers.contains(one);
  }
}

package org.tripoint.engines.chemistry.coverage;

import java.util.Set;
import org.tripoint.engines.chemistry.registry.Substance;

/// A substance that a jurisdiction names, or names as excepted.
///
/// @param entry where it stands, such as `Schedule I` or `VI-30(1)`
/// @param covers what else the name takes in; stereoisomers always, unless it names one
/// @param excepted true when the text takes the substance out
public record Listing(
    Substance substance, String entry, Set<Covers> covers, Validity validity, boolean excepted) {

  public Listing {
    covers = Set.copyOf(covers);
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

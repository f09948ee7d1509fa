package org.tripoint.node.substances;

import java.util.List;
import java.util.Set;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;

/// Entries of instruments that people entered, which stand beside the rules that ship. Declared as
/// a Spring bean by the desk that keeps them.
public interface EnteredListings {

  /// The same list object while none is entered or taken back.
  List<Entered> list();

  /// One entry.
  ///
  /// @param inchiKey of a substance of the registry; others are left out
  record Entered(
      Jurisdiction jurisdiction,
      String inchiKey,
      String entry,
      Set<Listing.Covers> covers,
      Validity validity,
      Listing.Says says) {
    public Entered {
      covers = Set.copyOf(covers);
    }
  }
}

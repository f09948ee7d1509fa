package org.tripoint.node.accounts;

import org.jspecify.annotations.Nullable;
import org.tripoint.node.database.Sight;
import org.tripoint.vocabulary.Marking.Tlp;

/// Which markings an account may read.
///
/// @param ceiling the highest label of the Traffic Light Protocol
/// @param agency short name of the agency that the person works for, as markings name it: 1 to 60
///   characters; empty for none; null: records for any agency may be read
public record Clearance(Tlp ceiling, @Nullable String agency) {

  /// Everything, as before accounts had ceilings.
  static final Clearance WHOLE = new Clearance(Tlp.RED, null);

  static final int LONGEST_AGENCY = 60;

  public Clearance {
    agency = agency == null ? null : agency.strip();
    if (agency != null
        && (agency.length() > LONGEST_AGENCY || agency.chars().anyMatch(Character::isISOControl))) {
      throw new IllegalArgumentException("expected an agency of at most 60 characters");
    }
  }

  /// True when records for any agency may be read.
  public boolean everyAgency() {
    return agency == null;
  }

  /// What a request of this account sees.
  ///
  /// @param asks true when nothing is to be changed
  Sight sight(boolean asks) {
    return new Sight(ceiling.name(), agency, asks);
  }

  /// For the audit trail.
  String text() {
    return "TLP:"
        + ceiling.name().replace('_', '+')
        + ", "
        + (agency == null ? "every agency" : agency.isEmpty() ? "no agency" : agency);
  }
}

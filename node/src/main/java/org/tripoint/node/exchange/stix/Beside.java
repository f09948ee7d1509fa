package org.tripoint.node.exchange.stix;

import java.util.UUID;

/// A standard object beside an object of ours: whose it is, and as what it stands there. Its id
/// follows from both, so that every variant of a record has its own.
///
/// @param owner id of our object
/// @param role one of those named here, or [#FOUND] and the id of a substance
record Beside(String owner, String role) {
  /// What happened.
  static final String INCIDENT = "incident";

  /// What somebody tells others.
  static final String REPORT = "report";

  /// Where, if no list names it or a point is known: it says so much that it goes with its record.
  static final String PLACE = "place";

  /// From the incident to our object.
  static final String TO_RECORD = "to-record";

  /// From the incident to its place.
  static final String TO_PLACE = "to-place";

  /// From the incident to the agency that reports it.
  static final String TO_AGENCY = "to-agency";

  /// What the originator asks of whoever has the record.
  static final String CAVEATS = "caveats";

  /// That a substance was found.
  static final String FOUND = "found/";

  String id() {
    UUID ours = UUID.fromString(owner.substring(owner.indexOf("--") + 2));
    return type() + "--" + Stix.nameBased(ours, role);
  }

  String type() {
    return switch (role) {
      case INCIDENT -> "incident";
      case REPORT -> "report";
      case PLACE -> "location";
      case CAVEATS -> "note";
      case TO_RECORD, TO_PLACE, TO_AGENCY -> "relationship";
      default -> "sighting";
    };
  }

  boolean isFinding() {
    return role.startsWith(FOUND);
  }

  /// Id of the substance that was found.
  String substance() {
    return role.substring(FOUND.length());
  }

  /// Another one beside the same object.
  Beside sibling(String other) {
    return new Beside(owner, other);
  }
}

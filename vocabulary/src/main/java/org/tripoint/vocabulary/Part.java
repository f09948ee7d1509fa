package org.tripoint.vocabulary;

/// The parts a record's content is split into, each with its own commitment and its own release.
public enum Part {
  /// What may always travel with the record.
  OPEN,
  /// What names persons, serials or addresses.
  NOMINAL,
  /// What tells of a person's health.
  HEALTH
}

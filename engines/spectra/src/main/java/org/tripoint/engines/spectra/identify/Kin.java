package org.tripoint.engines.spectra.identify;

/// The best likeness within one family.
///
/// @param score from 0 to 1
/// @param entry number of the spectrum; of equals the lower
/// @param heavier by how much the precursor of the query is heavier, Da; 0 where there is none
public record Kin(Reference reference, int entry, double score, double heavier) {

  static Kin better(Kin left, Kin right) {
    if (left.score != right.score) {
      return left.score > right.score ? left : right;
    }
    return left.entry < right.entry ? left : right;
  }
}

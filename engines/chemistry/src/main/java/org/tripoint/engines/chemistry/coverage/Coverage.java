package org.tripoint.engines.chemistry.coverage;

import java.util.List;
import org.tripoint.engines.chemistry.structure.Parent;

/// The answer for one structure, one jurisdiction and one day.
///
/// @param verdict in, out of these rules, or needs a chemist
/// @param grounds those that decided first; then what else was seen, such as a class definition
///   that a listing by name goes before; may be empty when out
/// @param nearMisses class definitions whose core is there and that one difference keeps out; they
///   do not count; empty unless out
/// @param parent that was asked about; differences number its atoms
public record Coverage(
    Verdict verdict, List<Ground> grounds, List<Ground.ByClass> nearMisses, Parent parent) {

  public Coverage {
    grounds = List.copyOf(grounds);
    nearMisses = List.copyOf(nearMisses);
  }
}

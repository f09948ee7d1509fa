package org.tripoint.engines.chemistry.coverage;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// One place where a structure differs from the parent of a class definition.
///
/// @param site name of the place in the rule, such as `acyl`
/// @param group what is there
/// @param clauses those that allow it, any of them; empty when none does
/// @param verdict in when a clause allows it, else out or, where the text can be read both ways,
///   needs a chemist
/// @param atoms to mark on the drawing of the structure that was read; empty where something is
///   missing
public record Difference(
    String site, Group group, Set<String> clauses, Verdict verdict, Set<Integer> atoms) {

  public Difference {
    clauses = Collections.unmodifiableSet(new TreeSet<>(clauses));
    atoms = Collections.unmodifiableSet(new TreeSet<>(atoms));
  }
}

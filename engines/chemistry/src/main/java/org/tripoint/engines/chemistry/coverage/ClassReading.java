package org.tripoint.engines.chemistry.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How a class definition reads one structure.
///
/// @param verdict of the class alone; a listing by name may go before it
/// @param differences from the parent, every one; empty when the core is not there, or is the
///   parent
/// @param reason a word of the rule that says why a chemist is needed or why it is out; empty when
///   in
public record ClassReading(Verdict verdict, List<Difference> differences, String reason) {

  public ClassReading {
    differences = List.copyOf(differences);
  }

  /// Every clause that was used, sorted; those that mean the same joined by a bar: `[A|B, E]`.
  public List<String> clauses() {
    return differences.stream()
        .map(Difference::clauses)
        .filter(clauses -> !clauses.isEmpty())
        .map(clauses -> String.join("|", clauses))
        .distinct()
        .sorted()
        .toList();
  }

  /// Whether the core is there and one difference alone puts the structure out.
  boolean isNearMiss() {
    return verdict == Verdict.OUT
        && differences.stream().filter(one -> one.verdict() == Verdict.OUT).count() == 1;
  }

  /// All atoms that differ.
  public Set<Integer> atoms() {
    return differences.stream()
        .map(Difference::atoms)
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

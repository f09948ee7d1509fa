package org.tripoint.engines.chemistry.coverage;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Structure;

/// A structure with what rules make of it whatever the day, each worked out when it is first asked
/// for: for those who ask about many days. Made by [DecideCoverage#study]; fit for any number of
/// threads.
public final class StudiedStructure {

  private final Parent parent;
  private final Map<ClassRule, ClassReading> readings =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<RuleSet, Derived> derived =
      Collections.synchronizedMap(new IdentityHashMap<>());

  StudiedStructure(Parent parent) {
    this.parent = parent;
  }

  /// What it is an ester or an ether of, as far as a rule set may list it.
  record Derived(Collection<Cut.Piece> esters, Collection<Cut.Piece> ethers) {}

  Parent parent() {
    return parent;
  }

  ClassReading read(ClassRule rule, Structure own) {
    return readings.computeIfAbsent(rule, one -> ReadByClass.read(one, own));
  }

  Derived derived(RuleSet rules, Structure own) {
    return derived.computeIfAbsent(
        rules,
        one -> new Derived(Cut.esters(own, one::mayDerive), Cut.ethers(own, one::mayDerive)));
  }
}

package org.tripoint.node.desks.law;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.substances.EnteredListings;

/// Hands the facts that people of this node entered to the rules.
@Component
class ControlFacts implements EnteredListings {

  private final LawEntries entries;
  private Known known = new Known(new Object(), List.of());

  ControlFacts(LawEntries entries) {
    this.entries = entries;
  }

  private record Known(Object state, List<Entered> list) {}

  @Override
  public synchronized List<Entered> list() {
    Object state = entries.state();
    if (!known.state().equals(state)) {
      List<Entered> now =
          entries.list(ControlFact.KIND).stream()
              .map(LawEntries.Kept::content)
              .map(fact ->
                  new Entered(
                      fact.jurisdiction(),
                      fact.substance(),
                      fact.entry(),
                      fact.coverage(),
                      fact.validity(),
                      fact.says()))
              .toList();
      known = new Known(state, now.equals(known.list()) ? known.list() : now);
    }
    return known.list();
  }
}

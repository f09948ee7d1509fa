package org.tripoint.node.metrics.observations;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.metrics.definitions.DefinitionStore;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.vocabulary.Country;

/// In the demonstration, each node goes on stating the figures of its own country to whomever an
/// agreement lets have figures; elsewhere a steward decides. A country is added once: a statement
/// that somebody ends stays ended until the node starts again.
@Component
@ConditionalOnProperty("tripoint.demonstration.folder")
class StateInDemonstration extends RegularWork {

  private static final String STEWARD = "demonstration-1";

  private final DefinitionStore definitions;
  private final StateFigures state;
  private final StandingStatements standing;
  private final Set<Country> added = new HashSet<>();

  StateInDemonstration(
      DefinitionStore definitions, StateFigures state, StandingStatements standing) {
    super("demonstration's figures", Duration.ofSeconds(10));
    this.definitions = definitions;
    this.state = state;
    this.standing = standing;
  }

  @Override
  protected void turn() {
    Set<Country> countries = Set.copyOf(state.listCountries());
    if (definitions.listNewest().isEmpty() || added.containsAll(countries)) {
      return;
    }
    for (Read read : definitions.listNewest()) {
      if (read instanceof Read.Usable(var held, var definition)
          && definition.sources().stream().anyMatch(state::isOurs)) {
        addTo(definition.id(), countries);
      }
    }
    added.addAll(countries);
  }

  private void addTo(String metric, Set<Country> countries) {
    Set<Country> before =
        standing.find(metric, Map.of()).map(one -> one.statement().countries()).orElse(Set.of());
    if (!before.containsAll(countries)) {
      standing.begin(new StandingStatement(metric, Map.of(), countries), STEWARD);
    }
  }
}

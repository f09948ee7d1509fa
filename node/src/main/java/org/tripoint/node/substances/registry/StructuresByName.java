package org.tripoint.node.substances.registry;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.web.charts.Drawing;

/// Answers from the registry of this node.
@Component
class StructuresByName implements FindStructure {

  private final ReadRegistry registry;
  private final Chemistry chemistry;

  StructuresByName(ReadRegistry registry, Chemistry chemistry) {
    this.registry = registry;
    this.chemistry = chemistry;
  }

  @Override
  public Optional<Found> find(String keyOrName) {
    String asked = keyOrName.strip();
    return registry
        .registry()
        .findByKey(asked)
        .or(() -> asked.isEmpty() ? Optional.empty() : named(asked))
        .map(StructuresByName::found);
  }

  private Optional<Substance> named(String name) {
    return registry.registry().lookUp(name) instanceof Meaning.One one
        ? Optional.of(one.substance())
        : Optional.empty();
  }

  private static Found found(Substance one) {
    return new Found(
        one.inchiKey(),
        one.smiles(),
        one.formula(),
        one.cas().map(CasNumber::text).orElse(""),
        one.english(),
        one.spanish(),
        one.french());
  }

  @Override
  public Optional<Drawing> draw(String inchiKey, String title) {
    return registry
        .registry()
        .findByKey(inchiKey)
        .map(one -> chemistry.draw(chemistry.structureOf(one), title, List.of()));
  }
}

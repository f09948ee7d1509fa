package org.tripoint.node.substances.registry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.DecideCoverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.RuleSet;
import org.tripoint.engines.chemistry.coverage.RuleSetReader;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.ReadSystematicName;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.RegistryReader;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.engines.chemistry.structure.DrawStructure;
import org.tripoint.engines.chemistry.structure.FindParent;
import org.tripoint.engines.chemistry.structure.Mark;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.engines.chemistry.structure.StructureLimits;
import org.tripoint.engines.chemistry.structure.StructureReader;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.substances.ReadRules;
import org.tripoint.node.web.charts.Drawing;

/// The chemistry engine, read when somebody first asks: a node that starts does not wait for it.
@Component
class Chemistry implements ReadRules {

  private static final int MOST_KEPT = 5_000;

  private final KeptInMemory<Registry> shipped = new KeptInMemory<>(RegistryReader::readOwn);
  private final KeptInMemory<Tools> tools = new KeptInMemory<>(this::load);

  /// Structures of the registry by SMILES, which are asked about again and again.
  private final Map<String, Structure> structures = new ConcurrentHashMap<>();

  private record Tools(
      StructureReader reader,
      FindParent parents,
      ReadSystematicName names,
      DecideCoverage decide,
      Map<Jurisdiction, RuleSet> rules) {}

  private Tools load() {
    Map<Jurisdiction, RuleSet> rules = new EnumMap<>(Jurisdiction.class);
    RuleSetReader reader = new RuleSetReader(shipped());
    for (Jurisdiction one : Jurisdiction.values()) {
      rules.put(one, reader.readOwn(one));
    }
    StructureLimits limits = StructureLimits.usual();
    return new Tools(
        new StructureReader(limits),
        new FindParent(limits),
        new ReadSystematicName(),
        new DecideCoverage(),
        rules);
  }

  /// The registry that ships with the node; reads no structure.
  Registry shipped() {
    return shipped.get();
  }

  Reading readSmiles(String smiles) {
    return tools.get().reader().readSmiles(smiles);
  }

  ReadSystematicName.Loosely readName(String name) {
    return tools.get().names().readLoosely(name);
  }

  Parent parentOf(Structure structure) {
    return tools.get().parents().of(structure);
  }

  /// The structure of a substance of the registry, whose key is believed.
  Structure structureOf(Substance substance) {
    if (structures.size() > MOST_KEPT) {
      structures.clear();
    }
    return structures.computeIfAbsent(
        substance.smiles(),
        smiles -> tools.get().reader().readSmilesWithKey(smiles, substance.inchiKey()).orThrow());
  }

  /// Whether a record's structure has the key and the formula that it says.
  boolean fits(AddedSubstance said) {
    return switch (readSmiles(said.smiles())) {
      case Reading.Read(Structure structure) ->
          structure.inchiKey().equals(said.inchiKey())
              && structure.formula().equals(said.formula());
      case Reading.Refused ignored -> false;
    };
  }

  @Override
  public Map<Jurisdiction, Coverage> decide(Substance substance, LocalDate day) {
    Structure structure = structureOf(substance);
    Map<Jurisdiction, Coverage> answers = new EnumMap<>(Jurisdiction.class);
    for (Jurisdiction one : Jurisdiction.values()) {
      answers.put(one, decide(one, structure, day));
    }
    return answers;
  }

  @Override
  public List<LocalDate> listTurns() {
    return tools.get().rules().values().stream()
        .flatMap(rules ->
            Stream.concat(
                rules.listings().stream().map(one -> one.validity()),
                rules.classes().stream().map(one -> one.validity())))
        .flatMap(one -> Stream.of(one.from(), one.until(), endOfVote(one)))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  Coverage decide(Jurisdiction jurisdiction, Structure structure, LocalDate day) {
    Tools loaded = tools.get();
    return loaded.decide().decide(rules(loaded, jurisdiction), structure, day);
  }

  /// Every day on which a rule of the jurisdiction that may speak of the substance begins or ends,
  /// the earliest first.
  List<LocalDate> listTurns(Jurisdiction jurisdiction, Substance substance) {
    RuleSet rules = rules(tools.get(), jurisdiction);
    Stream<Validity> named =
        rules.listings().stream()
            .filter(one -> one.substance().skeleton().equals(substance.skeleton()))
            .map(one -> one.validity());
    Stream<Validity> classes = rules.classes().stream().map(one -> one.validity());
    return Stream.concat(named, classes)
        .flatMap(one -> Stream.of(one.from(), one.until(), endOfVote(one)))
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<LocalDate> endOfVote(Validity validity) {
    return validity.kind() == Validity.DateKind.VOTE
        ? validity.from().map(day -> day.plusDays(Validity.DAYS_FROM_VOTE))
        : Optional.empty();
  }

  private static RuleSet rules(Tools loaded, Jurisdiction jurisdiction) {
    RuleSet rules = loaded.rules().get(jurisdiction);
    if (rules == null) {
      throw new IllegalStateException("expected rules of " + jurisdiction);
    }
    return rules;
  }

  /// @param title what a screen reader says
  Drawing draw(Structure structure, String title, List<Mark> marks) {
    return new Drawing(new DrawStructure().svg(structure, title, marks));
  }
}

package org.tripoint.node.substances.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.DecideCoverage;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.RuleSet;
import org.tripoint.engines.chemistry.coverage.RuleSetReader;
import org.tripoint.engines.chemistry.coverage.StudiedStructure;
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
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.EnteredListings;
import org.tripoint.node.substances.EnteredListings.Entered;
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

  private final Map<String, StudiedStructure> studied = new ConcurrentHashMap<>();

  private final Supplier<List<Entered>> entered;
  private volatile @Nullable WithEntered withEntered;

  @Autowired
  Chemistry(ObjectProvider<EnteredListings> entered) {
    this.entered =
        () -> {
          EnteredListings listings = entered.getIfAvailable();
          return listings == null ? List.of() : listings.list();
        };
  }

  /// Chemistry with the rules that ship alone.
  Chemistry() {
    this.entered = List::of;
  }

  private record Tools(
      StructureReader reader,
      FindParent parents,
      ReadSystematicName names,
      DecideCoverage decide,
      Map<Jurisdiction, RuleSet> shippedRules) {}

  /// Rules with what people entered.
  private record WithEntered(List<Entered> entered, Map<Jurisdiction, RuleSet> rules) {}

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
    StudiedStructure structure = studied(substance);
    Map<Jurisdiction, Coverage> answers = new EnumMap<>(Jurisdiction.class);
    for (Jurisdiction one : Jurisdiction.values()) {
      answers.put(one, decide(one, structure, day));
    }
    return answers;
  }

  @Override
  public Optional<Map<Jurisdiction, Coverage>> decideSmiles(String smiles, LocalDate day) {
    return switch (readSmiles(smiles)) {
      case Reading.Read(Structure structure) -> {
        StudiedStructure studied = tools.get().decide().study(structure);
        Map<Jurisdiction, Coverage> answers = new EnumMap<>(Jurisdiction.class);
        for (Jurisdiction one : Jurisdiction.values()) {
          answers.put(one, decide(one, studied, day));
        }
        yield Optional.of(answers);
      }
      case Reading.Refused ignored -> Optional.empty();
    };
  }

  @Override
  public boolean isReadWhole(Jurisdiction jurisdiction, LocalDate day) {
    return rules(jurisdiction).isReadWhole(day);
  }

  @Override
  public List<Standing> history(Substance substance, Jurisdiction jurisdiction) {
    StudiedStructure structure = studied(substance);
    List<Standing> history = new ArrayList<>();
    for (LocalDate day : listTurns(jurisdiction, substance)) {
      if (history.isEmpty()) {
        history.add(standing(Optional.empty(), decide(jurisdiction, structure, day.minusDays(1))));
      }
      Standing now = standing(Optional.of(day), decide(jurisdiction, structure, day));
      if (history.getLast().outcome() != now.outcome()) {
        history.add(now);
      }
    }
    if (history.isEmpty()) {
      history.add(standing(Optional.empty(), decide(jurisdiction, structure, LocalDate.EPOCH)));
    }
    return history;
  }

  private static Standing standing(Optional<LocalDate> since, Coverage coverage) {
    return new Standing(since, ControlOutcome.of(coverage), coverage);
  }

  private StudiedStructure studied(Substance substance) {
    Structure structure = structureOf(substance);
    if (studied.size() > MOST_KEPT) {
      studied.clear();
    }
    return studied.computeIfAbsent(
        substance.smiles(), smiles -> tools.get().decide().study(structure));
  }

  @Override
  public Object revision() {
    return rules();
  }

  /// What people entered is another list once anything in it has changed.
  @SuppressWarnings("ReferenceEquality")
  private Map<Jurisdiction, RuleSet> rules() {
    List<Entered> now = entered.get();
    WithEntered known = withEntered;
    if (known == null || known.entered() != now) {
      known = new WithEntered(now, with(now));
      studied.clear();
      withEntered = known;
    }
    return known.rules();
  }

  private Map<Jurisdiction, RuleSet> with(List<Entered> more) {
    Map<Jurisdiction, RuleSet> all = new EnumMap<>(tools.get().shippedRules());
    for (Jurisdiction whose : Jurisdiction.values()) {
      List<Listing> listings =
          more.stream()
              .filter(one -> one.jurisdiction() == whose)
              .flatMap(one ->
                  shipped()
                      .findByKey(one.inchiKey())
                      .map(substance ->
                          new Listing(
                              substance, one.entry(), one.covers(), one.validity(), one.says()))
                      .stream())
              .toList();
      if (!listings.isEmpty()) {
        all.computeIfPresent(whose, (_, own) -> own.plus(listings));
      }
    }
    return all;
  }

  @Override
  public List<LocalDate> listTurns() {
    return rules().values().stream()
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
    return loaded.decide().decide(rules(jurisdiction), structure, day);
  }

  private Coverage decide(Jurisdiction jurisdiction, StudiedStructure structure, LocalDate day) {
    Tools loaded = tools.get();
    return loaded.decide().decide(rules(jurisdiction), structure, day);
  }

  /// Every day on which a rule of the jurisdiction that may speak of the substance begins or ends,
  /// the earliest first.
  private List<LocalDate> listTurns(Jurisdiction jurisdiction, Substance substance) {
    RuleSet rules = rules(jurisdiction);
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

  private RuleSet rules(Jurisdiction jurisdiction) {
    RuleSet rules = rules().get(jurisdiction);
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

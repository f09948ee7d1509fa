package org.tripoint.node.desks.law.gaps;

import java.sql.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// What records of laboratories and services say was found, in `law.detection`: the open outline of
/// each record, whatever desk it is of.
@Component
class Detections implements LedgerReader {

  /// Kinds whose outline is a finding.
  private static final Set<String> KINDS = Set.of("drug-check-sample", "lab-result");

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final KeptInMemory<List<Counted>> counted = new KeptInMemory<>(this::count);

  Detections(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  private record Counted(String substance, String country, long records, RecordId one) {}

  /// How often one substance was found.
  ///
  /// @param byCountry records by country code
  /// @param leftOpen records that say one of its isomers and not which, by country code: credited
  ///   to each of them
  /// @param example a record that says so
  record Found(Map<String, Long> byCountry, Map<String, Long> leftOpen, RecordId example) {
    Found {
      byCountry = Map.copyOf(byCountry);
      leftOpen = Map.copyOf(leftOpen);
    }

    /// What it is ranked by: those that name it and those that leave its isomer open.
    long total() {
      return sum(byCountry) + sum(leftOpen);
    }

    private static long sum(Map<String, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long leftOpenIn(String country) {
      return leftOpen.getOrDefault(country, 0L);
    }

    long in(String country) {
      return byCountry.getOrDefault(country, 0L);
    }
  }

  /// The same object while no detection comes or goes.
  Object state() {
    return counted.get();
  }

  /// What was found, by id of the registry. A heading of a list or a name as reported counts where
  /// the registry means one substance by it.
  Map<String, Found> of(Registry registry) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    Map<String, Map<String, Long>> leftOpen = new HashMap<>();
    Map<String, RecordId> examples = new HashMap<>();
    for (Counted one : counted.get()) {
      SubstanceId id = SubstanceId.parse(one.substance());
      named(id, registry).ifPresent(substance -> add(counts, examples, substance, one));
      members(id, registry).forEach(substance -> add(leftOpen, examples, substance, one));
    }
    Map<String, Found> found = new HashMap<>();
    examples.forEach((id, example) ->
        found.put(
            id,
            new Found(
                counts.getOrDefault(id, Map.of()), leftOpen.getOrDefault(id, Map.of()), example)));
    return found;
  }

  private static void add(
      Map<String, Map<String, Long>> counts,
      Map<String, RecordId> examples,
      Substance substance,
      Counted one) {
    counts
        .computeIfAbsent(substance.id(), id -> new TreeMap<>())
        .merge(one.country(), one.records(), Long::sum);
    examples.putIfAbsent(substance.id(), one.one());
  }

  /// The substances that a family of isomers leaves open; none for anything else.
  private static List<Substance> members(SubstanceId id, Registry registry) {
    String name =
        switch (id) {
          case SubstanceId.IsomerUnspecified(String family) -> family;
          case SubstanceId.AsReported(String text) -> text;
          case SubstanceId.Group group -> group.code();
          case SubstanceId.Structure ignored -> "";
        };
    return !name.isEmpty() && registry.lookUp(name) instanceof Meaning.IsomerUnspecified family
        ? family.members()
        : List.of();
  }

  /// The one substance that is meant; empty where none or several are.
  static Optional<Substance> named(SubstanceId id, Registry registry) {
    return switch (id) {
      case SubstanceId.Structure(String key) ->
          registry
              .findByKey(key)
              .or(() -> registry.listBySkeleton(key.substring(0, 14)).stream().findFirst());
      case SubstanceId.Group group -> one(group.code(), registry);
      case SubstanceId.IsomerUnspecified ignored -> Optional.empty();
      case SubstanceId.AsReported text -> one(text.text(), registry);
    };
  }

  private static Optional<Substance> one(String name, Registry registry) {
    return registry.lookUp(name) instanceof Meaning.One one
        ? Optional.of(one.substance())
        : Optional.empty();
  }

  private List<Counted> count() {
    return jdbc.query(
        """
        select substance, country, count(*), (array_agg(record order by day desc, record))[1]
        from law.detection group by substance, country
        """,
        (row, i) ->
            new Counted(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                new RecordId(row.getObject(4, UUID.class))));
  }

  @Override
  public String name() {
    return "law.detections";
  }

  @Override
  public Set<String> kinds() {
    Set<String> known = new TreeSet<>();
    for (Kind<?> kind : kinds.list()) {
      if (KINDS.contains(kind.name()) && Outlined.class.isAssignableFrom(kind.contentType())) {
        known.add(kind.name());
      }
    }
    return known.isEmpty() ? KINDS : known;
  }

  /// Kinds that this node did not know before are read from the start.
  @Override
  public String layout() {
    return "1 " + String.join(" ", new TreeSet<>(kinds()));
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Map<RecordId, RecordVersion> latest = new LinkedHashMap<>();
    changes.stream()
        .filter(RecordChange::isCurrent)
        .map(RecordChange::version)
        .forEach(version -> latest.put(version.header().record(), version));
    List<RecordVersion> current = List.copyOf(latest.values());
    if (current.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        "delete from law.detection where record = ?",
        current.stream().map(one -> new Object[] {one.header().record().value()}).toList());
    List<Object[]> rows =
        current.stream()
            .flatMap(one -> finding(one).stream().flatMap(found -> rows(one, found).stream()))
            .toList();
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into law.detection (record, sequence, substance, country, day)
          values (?, ?, ?, ?, ?)
          """,
          rows);
    }
    counted.forgetAfterCommit();
  }

  private static List<Object[]> rows(RecordVersion version, Outline.Finding found) {
    return found.substances().stream()
        .map(substance ->
            new Object[] {
              version.header().record().value(),
              version.header().sequence(),
              substance.key(),
              found.place().country().code(),
              Date.valueOf(found.day())
            })
        .toList();
  }

  private Optional<Outline.Finding> finding(RecordVersion version) {
    return kinds
        .find(version.header().kind())
        .flatMap(version::content)
        .filter(Outlined.class::isInstance)
        .map(content -> ((Outlined) content).outline())
        .filter(Outline.Finding.class::isInstance)
        .map(Outline.Finding.class::cast);
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from law.detection where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
    counted.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.execute("truncate law.detection");
    counted.forgetAfterCommit();
  }
}

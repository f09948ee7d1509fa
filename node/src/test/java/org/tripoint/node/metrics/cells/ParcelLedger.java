package org.tripoint.node.metrics.cells;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.node.metrics.Cube;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A ledger in memory for one kind of record, parcels: the slow and obvious statement of what cells
/// must equal.
final class ParcelLedger {

  static final Kind<Parcel> KIND = Kind.of("parcel", 1, Parcel.class);

  /// Content: one fact for each item; the sender is not counted.
  record Parcel(YearMonth month, String country, String place, List<Item> items, String sender) {
    Parcel(YearMonth month, String country, String place, List<Item> items) {
      this(month, country, place, items, "");
    }
  }

  record Item(String substance, String form, BigDecimal kilograms) {}

  private final List<Version> versions = new ArrayList<>();
  private final long first;
  private final long step;

  ParcelLedger() {
    this(0);
  }

  /// A part of a longer ledger: its first version has this sequence.
  ParcelLedger(long first) {
    this(first, 1);
  }

  /// What a longer ledger holds of parcels: every so many versions one.
  ParcelLedger(long first, long step) {
    this.first = first;
    this.step = step;
  }

  /// Appends a version of the record with this key.
  Version append(String key, @Nullable Parcel parcel, VersionState state, Instant published) {
    Version version = new Version(first + step * versions.size(), key, parcel, state, published);
    versions.add(version);
    return version;
  }

  /// Versions of the whole ledger until its last parcel.
  long size() {
    return versions.isEmpty() ? first : versions.getLast().sequence + 1;
  }

  int parcels() {
    return versions.size();
  }

  List<Version> versions() {
    return versions;
  }

  /// The change that the version at this place of the ledger was, as it met its record then.
  RecordChange change(int sequence) {
    Version version = versions.get(sequence);
    Version before = null;
    Instant next = null;
    for (Version other : versions.subList(0, sequence)) {
      if (!other.key.equals(version.key)) {
        continue;
      }
      if (!other.published.isAfter(version.published)) {
        if (before == null || !other.published.isBefore(before.published)) {
          before = other;
        }
      } else if (next == null || other.published.isBefore(next)) {
        next = other.published;
      }
    }
    return new RecordChange(version, before, next);
  }

  List<RecordChange> changes(int from, int to) {
    List<RecordChange> changes = new ArrayList<>();
    for (int i = from; i < to; i++) {
      changes.add(change(i));
    }
    return changes;
  }

  /// What stood for each record when the ledger had `size` versions, by what was published until
  /// then.
  List<Version> standing(long size, Instant published) {
    Map<String, Version> latest = new LinkedHashMap<>();
    versions.stream()
        .filter(v -> v.sequence < size && !v.published.isAfter(published))
        .sorted(Comparator.comparing((Version v) -> v.published).thenComparingLong(v -> v.sequence))
        .forEach(v -> latest.put(v.key, v));
    return List.copyOf(latest.values());
  }

  /// Empties a version: what the reader carries stays beside it.
  void purge(int sequence, LedgerReader reader) {
    Map<String, String> carried = new LinkedHashMap<>();
    reader.carry(change(sequence)).ifPresent(json -> carried.put(reader.name(), json));
    versions.get(sequence).empty(carried);
    reader.emptied(versions.get(sequence));
  }

  /// A version that can be emptied.
  static final class Version implements RecordVersion {
    private final long sequence;
    private final String key;
    private final @Nullable Parcel before;
    private @Nullable Parcel parcel;
    private final VersionState state;
    private final Instant published;
    private @Nullable Emptied emptied;

    private Version(
        long sequence, String key, @Nullable Parcel parcel, VersionState state, Instant published) {
      this.sequence = sequence;
      this.key = key;
      this.before = parcel;
      this.parcel = parcel;
      this.state = state;
      this.published = published;
    }

    /// What it said before it was emptied, for the obvious computation only.
    @Nullable Parcel said() {
      return before;
    }

    private void empty(Map<String, String> carried) {
      parcel = null;
      emptied =
          new Emptied(
              Instant.parse("2030-01-01T00:00:00Z"),
              "ana",
              PurgeBasis.RETENTION,
              "Rule 7",
              carried);
    }

    @Override
    public VersionHeader header() {
      return new VersionHeader(
          sequence,
          new RecordId(
              UUID.nameUUIDFromBytes(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
          KIND.name(),
          1,
          state,
          source(),
          null,
          "ana",
          published,
          published,
          marking(),
          Map.of());
    }

    /// Each third version says that others have to ask before they make figures of it.
    private Marking marking() {
      return sequence % 3 == 1
          ? Marking.originatorOnly(Marking.Purpose.STATISTICS)
          : Marking.published();
    }

    /// Of the records whose key ends with a number, two in three are of partners.
    private String source() {
      return switch (key.charAt(key.length() - 1)) {
        case '0', '3', '6' -> PartnerSource.of("ca", "test");
        case '1', '4', '7' -> PartnerSource.of("mx", "test");
        default -> "test";
      };
    }

    @Override
    public Optional<String> key() {
      return emptied == null ? Optional.of(key) : Optional.empty();
    }

    @Override
    public <C extends Record> Optional<C> content(Kind<C> kind) {
      return Optional.ofNullable(parcel).map(kind.contentType()::cast);
    }

    @Override
    public Map<Part, String> canonicalParts() {
      return Map.of();
    }

    @Override
    public Optional<Emptied> emptied() {
      return Optional.ofNullable(emptied);
    }
  }

  /// Counts parcels' items.
  record ParcelCube(List<Dimension> dimensions) implements Cube {

    static ParcelCube usual() {
      return new ParcelCube(
          List.of(
              new Dimension("country", true),
              new Dimension("substance", true),
              new Dimension("form", false, true),
              new Dimension("place", false)));
    }

    /// Six dimensions, of which these have few values.
    static ParcelCube wide(String... few) {
      List<Dimension> dimensions = new ArrayList<>();
      for (String name : List.of("country", "substance", "form", "place", "basis", "setting")) {
        boolean history = name.equals("country") || name.equals("substance");
        dimensions.add(new Dimension(name, history, Set.of(few).contains(name)));
      }
      return new ParcelCube(dimensions);
    }

    /// The same with the values of these dimensions told apart.
    ParcelCube toldApart(Set<String> names) {
      return new ParcelCube(
          dimensions.stream().map(d -> names.contains(d.name()) ? d.toldApart() : d).toList());
    }

    @Override
    public String name() {
      return "parcels";
    }

    @Override
    public String kind() {
      return KIND.name();
    }

    @Override
    public List<String> measures() {
      return List.of("kilograms", "parcels");
    }

    @Override
    public boolean health() {
      return false;
    }

    @Override
    public List<Fact> factsOf(RecordVersion version) {
      return version.content(KIND).map(this::facts).orElse(List.of());
    }

    List<Fact> facts(Parcel parcel) {
      List<Fact> facts = new ArrayList<>();
      for (Item item : parcel.items()) {
        Map<String, String> all =
            Map.of(
                "country", parcel.country(),
                "substance", item.substance(),
                "form", item.form(),
                "place", parcel.place(),
                "basis", "basis-" + item.kilograms().unscaledValue().mod(BigInteger.valueOf(4)),
                "setting",
                    "setting-" + item.kilograms().unscaledValue().mod(BigInteger.valueOf(7)));
        Map<String, String> at = new LinkedHashMap<>();
        dimensions.forEach(d -> at.put(d.name(), all.getOrDefault(d.name(), "?")));
        facts.add(
            new Fact(
                parcel.month(),
                at,
                Map.of("kilograms", item.kilograms(), "parcels", BigDecimal.ONE)));
      }
      return facts;
    }
  }
}

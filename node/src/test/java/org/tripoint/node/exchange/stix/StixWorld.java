package org.tripoint.node.exchange.stix;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// A node's ledger, lines that a test writes for its audiences, and what is frozen of them.
final class StixWorld {
  static final String SOURCE = "us-test";
  static final Kind<Parcel> PARCEL = Kind.of("parcel", 1, Parcel.class);

  static final Variant OPEN = variant(Naming.SOURCE_NAMED, Part.OPEN);
  static final Variant WITH_NAMES = variant(Naming.SOURCE_NAMED, Part.OPEN, Part.NOMINAL);
  static final Variant PROTECTED = variant(Naming.SOURCE_PROTECTED, Part.OPEN);

  record Parcel(
      String what,
      List<String> marks,
      Map<String, String> extras,
      @NamesSource String agency,
      @InPart(Part.NOMINAL) @Nullable String sender) {}

  static final Kind<Landing> LANDING = Kind.of("landing", 1, Landing.class);

  /// Content that programs of other makers are told of: what was found, or else that it happened.
  record Landing(
      String what,
      Place place,
      List<SubstanceId> found,
      @NamesSource String agency,
      @InPart(Part.NOMINAL) @Nullable String sender)
      implements Outlined {
    @Override
    public Outline outline() {
      return found.isEmpty()
          ? new Outline.Event("Landing", what, place, place.country(), agency)
          : new Outline.Finding(LocalDate.of(2026, 3, 14), place, found);
    }
  }

  static Landing landing(String what, Place place, @Nullable String sender, String... found) {
    return new Landing(
        what, place, List.of(found).stream().map(SubstanceId::parse).toList(), "CBSA", sender);
  }

  final TestDatabase database;
  final TestLedger ledger;
  final JdbcTemplate jdbc;
  final Lines lines = new Lines();
  final KindForms forms;
  final FreezeTables tables;
  final FreezeLines freeze;
  final ReadStixObjects read;
  final Time time;

  StixWorld(TestDatabase database) {
    this(database, new Time());
  }

  StixWorld(TestDatabase database, Time time) {
    this.database = database;
    this.time = time;
    ledger = TestLedger.over(database, time.withZone(ZoneOffset.UTC)).kind(PARCEL).kind(LANDING);
    Kinds.all().forEach(ledger::kind);
    jdbc = ledger.jdbc();
    forms = new KindForms(ledger.kinds());
    tables = new FreezeTables(jdbc);
    Authority authority = new Authority("Test authority", "US");
    WriteMarking markings = new WriteMarking(ledger.kinds());
    freeze =
        new FreezeLines(
            lines,
            ledger.read(),
            TestStix.make(forms, ledger.kinds(), authority, markings),
            tables,
            new NoProvenance(),
            new DataSourceTransactionManager(database.app()));
    read = new ReadStixObjects(forms, ledger.kinds(), markings);
    ledger.reader(new EmptyObjects(tables));
  }

  /// A clock that a test moves.
  static final class Time implements InstantSource {
    private Instant now = Instant.parse("2026-03-15T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void moveSeconds(int seconds) {
      now = now.plusSeconds(seconds);
    }
  }

  Clock clock() {
    return time.withZone(ZoneOffset.UTC);
  }

  static Variant variant(Naming naming, Part... parts) {
    return new Variant(Set.of(parts), naming);
  }

  static Parcel parcel(String what, @Nullable String sender) {
    return new Parcel(what, List.of("red", "blue"), Map.of("Zona Nº", "4"), "CBP", sender);
  }

  RecordVersion put(String key, Parcel parcel) {
    return put(PARCEL, key, parcel, Marking.published());
  }

  <C extends Record> RecordVersion put(Kind<C> kind, String key, C content, Marking marking) {
    return append(new Entry.Put<>(kind, key, content, marking, null));
  }

  RecordVersion put(String key, Landing landing) {
    return put(LANDING, key, landing, Marking.published());
  }

  RecordVersion withdraw(String key) {
    return withdraw(PARCEL, key);
  }

  RecordVersion withdraw(Kind<?> kind, String key) {
    return append(new Entry.Withdraw(kind, key, "an error"));
  }

  /// Puts all at once, as a file would.
  List<RecordVersion> putAll(List<Entry> entries) {
    time.moveSeconds(60);
    return ledger
        .append()
        .append(new Batch(SOURCE, null, time.instant(), "tester", entries))
        .outcomes()
        .stream()
        .map(outcome -> ledger.read().findCurrent(outcome.requireRecord()).orElseThrow())
        .toList();
  }

  void appendAll(List<Entry> entries) {
    ledger.append().append(new Batch(SOURCE, null, time.instant(), "tester", entries));
  }

  private RecordVersion append(Entry entry) {
    time.moveSeconds(60);
    BatchReceipt receipt =
        ledger.append().append(new Batch(SOURCE, null, time.instant(), "tester", List.of(entry)));
    RecordId record = receipt.outcomes().getFirst().requireRecord();
    return ledger.read().listVersions(record).getLast();
  }

  void give(int audience, RecordVersion version, Variant variant) {
    lines.add(audience, version, Action.GIVEN, variant, null, ledger.read().size());
  }

  void recall(int audience, RecordVersion version, Variant variant, RecallReason why) {
    lines.add(audience, version, Action.RECALLED, variant, why, ledger.read().size());
  }

  void freezeAll() {
    int taken = 1;
    while (taken > 0) {
      taken = freeze.freezeNext();
    }
  }

  /// Forgets everything that was frozen.
  void forget() {
    jdbc.execute("truncate exchange.object, exchange.entry, exchange.frozen");
  }

  /// The audience's entries with what became of them.
  List<String> entries(int audience) {
    return jdbc.query(
        """
        select date_added, action, why, object, modified, type, first, superseded, gone, line
        from exchange.entry where audience = ? order by date_added
        """,
        (row, number) -> {
          List<String> columns = new ArrayList<>();
          for (int i = 1; i <= 10; i++) {
            columns.add(String.valueOf(row.getString(i)));
          }
          return String.join(" ", columns);
        },
        audience);
  }

  /// Everything that the audience reads, to the byte.
  List<String> reads(int audience) {
    return jdbc.queryForList(
        """
        select e.date_added || ' ' || e.action || ' ' || coalesce(e.why, '') || ' ' || e.object
            || ' ' || e.modified || ' ' || coalesce(encode(o.body, 'escape'), 'gone')
        from exchange.entry e join exchange.object o on o.id = e.object and o.modified = e.modified
        where e.audience = ? order by e.date_added
        """,
        String.class,
        audience);
  }

  /// What a program that asks now is given of records, newest versions only, by id.
  Map<String, String> current(int audience) {
    Map<String, String> found = new TreeMap<>();
    jdbc.query(
        """
        select o.id, o.body
        from exchange.entry e join exchange.object o on o.id = e.object and o.modified = e.modified
        where e.audience = ? and e.action = 0 and e.gone is null and e.superseded is null
          and e.line is not null
        """,
        row -> {
          byte[] body = row.getBytes(2);
          found.put(
              row.getString(1), body == null ? "gone" : new String(body, StandardCharsets.UTF_8));
        },
        audience);
    return found;
  }

  /// Everything that a program that asks now is given, standard objects too, by id.
  Map<String, String> shown(int audience) {
    Map<String, String> found = new TreeMap<>();
    jdbc.query(
        """
        select o.id, o.body
        from exchange.entry e join exchange.object o on o.id = e.object and o.modified = e.modified
        where e.audience = ? and e.action = 0 and e.gone is null and e.superseded is null
        """,
        row -> {
          byte[] body = row.getBytes(2);
          found.put(
              row.getString(1), body == null ? "gone" : new String(body, StandardCharsets.UTF_8));
        },
        audience);
    return found;
  }

  List<String> bodies() {
    return jdbc
        .queryForList(
            "select body from exchange.object where body is not null order by id, modified",
            byte[].class)
        .stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .toList();
  }

  /// Lines as sharing would write them.
  static final class Lines implements ReadShared {
    private final Map<Integer, List<Line>> byAudience = new TreeMap<>();
    private long clock = 1_780_000_000_000_000L;
    private long aside;

    void add(
        int audience,
        RecordVersion version,
        Action action,
        Variant variant,
        @Nullable RecallReason why,
        long disclosure) {
      byAudience
          .computeIfAbsent(audience, bit -> new ArrayList<>())
          .add(
              new Line(
                  clock++,
                  version.header().record(),
                  version.header().sequence(),
                  action,
                  variant,
                  disclosure,
                  why));
    }

    @Override
    public List<Line> listLatest(int audience, int limit) {
      return byAudience.getOrDefault(audience, List.of()).reversed().stream().limit(limit).toList();
    }

    @Override
    public Set<RecordId> listEverGiven(String partner, Set<RecordId> records) {
      return byAudience.values().stream()
          .flatMap(List::stream)
          .map(Line::record)
          .filter(records::contains)
          .collect(Collectors.toSet());
    }

    /// A line for another audience, which takes no moment from the others.
    void addAside(int audience, RecordVersion version, Variant variant) {
      long before = clock;
      add(audience, version, Action.GIVEN, variant, null, version.header().sequence() + 1);
      clock = before;
      aside++;
      List<Line> lines = byAudience.get(audience);
      Line last = lines.removeLast();
      lines.add(
          new Line(
              1_770_000_000_000_000L + aside,
              last.record(),
              last.sequence(),
              last.action(),
              last.variant(),
              last.disclosure(),
              null));
    }

    /// The whole ledger of a size.
    void addRange(int audience, ReadLedger ledger, long size, Variant variant) {
      for (long from = 0; from < size; from += 5_000) {
        Set<Long> next =
            LongStream.range(from, Math.min(size, from + 5_000))
                .boxed()
                .collect(Collectors.toSet());
        ledger
            .listVersions(next)
            .forEach(version -> add(audience, version, Action.GIVEN, variant, null, size));
      }
    }

    @Override
    public List<Line> list(int audience, long after, int limit) {
      return byAudience.getOrDefault(audience, List.of()).stream()
          .filter(line -> line.dateAdded() > after)
          .limit(limit)
          .toList();
    }

    @Override
    public List<SharedAudience> listAudiences() {
      return byAudience.keySet().stream()
          .map(bit ->
              new SharedAudience(
                  bit,
                  "p" + bit,
                  "all",
                  Country.CANADA,
                  Set.of("RCMP"),
                  Purpose.LAW_ENFORCEMENT,
                  BASIS,
                  false))
          .toList();
    }

    @Override
    public List<Holder> listHolders(RecordId record) {
      return List.of();
    }
  }

  private static final SharingBasis BASIS =
      new SharingBasis(
          "b",
          "Agreement",
          Country.UNITED_STATES,
          Country.CANADA,
          Set.of("parcel"),
          Set.of(Part.OPEN),
          Set.of(Purpose.LAW_ENFORCEMENT),
          SharingBasis.Onward.NEVER,
          SharingBasis.Assurance.NOT_ASKED,
          LocalDate.of(2025, 1, 1),
          LocalDate.of(2027, 1, 1),
          365);

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static UUID uuid(String id) {
    return UUID.fromString(id.substring(id.indexOf("--") + 2));
  }
}

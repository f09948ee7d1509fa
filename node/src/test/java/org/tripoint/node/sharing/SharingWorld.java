package org.tripoint.node.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A node of the United States with this room alone, parcels to share, and a day that a test sets.
final class SharingWorld {

  static final LocalDate START = LocalDate.of(2026, 3, 15);
  static final String SOURCE = "us-test";
  static final Kind<Parcel> PARCEL = Kind.of("parcel", 1, Parcel.class);

  record Parcel(
      String what,
      @InPart(Part.NOMINAL) @Nullable String sender,
      @InPart(Part.HEALTH) @Nullable String patient) {}

  /// A clock that stands until it is moved.
  static final class Day implements InstantSource {
    private Instant now = START.atStartOfDay(ZoneOffset.UTC).toInstant();
    private Runnable meanwhile = () -> {};

    @Override
    public Instant instant() {
      Runnable due = meanwhile;
      meanwhile = () -> {};
      due.run();
      return now;
    }

    /// What somebody else does, in a transaction of their own, while a turn looks at the clock.
    void meanwhile(Runnable other) {
      meanwhile = () -> CompletableFuture.runAsync(other).join();
    }

    void moveDays(int days) {
      now = now.plusSeconds(86_400L * days);
    }
  }

  final Day day = new Day();
  final TestLedger ledger;
  final JdbcTemplate jdbc;
  final SharingReader reader;
  final DisclosureLog log;
  final ShareWhatMayGo share;
  final KeepAgreements agreements;
  final BreakGlass breakGlass;

  /// Signals that were raised.
  final List<RaiseSignal.Signal> signals = new ArrayList<>();

  SharingWorld(TestDatabase database) {
    this(TestLedger.over(database), database);
  }

  SharingWorld(TestLedger ledger, TestDatabase database) {
    Clock clock = day.withZone(ZoneOffset.UTC);
    this.ledger = ledger;
    jdbc = ledger.jdbc();
    Likenesses likenesses = new Likenesses(jdbc, ledger.kinds());
    Audiences audiences = new Audiences(jdbc, ledger.kinds());
    log = new DisclosureLog(jdbc, audiences);
    Provenances provenances = new Provenances(jdbc);
    Exceptions exceptions =
        new Exceptions(jdbc, ledger.kinds(), audiences, log, new SinceWhen(ledger.read()));
    reader =
        new SharingReader(
            jdbc,
            ledger.kinds(),
            likenesses,
            audiences,
            exceptions,
            log,
            provenances,
            new CalledBack(jdbc, ledger.kinds(), audiences));
    agreements = new KeepAgreements(ledger.append(), audiences, "US", clock);
    breakGlass =
        new BreakGlass(jdbc, audiences, exceptions, ledger.append(), this::raise, "US", clock);
    share =
        new ShareWhatMayGo(
            jdbc,
            new Masks(jdbc, likenesses, audiences),
            audiences,
            exceptions,
            log,
            new SinceWhen(ledger.read()),
            ledger.append(),
            ledger.read(),
            ledger.readers(),
            "US",
            clock,
            new DataSourceTransactionManager(database.app()));
  }

  private RecordId raise(RaiseSignal.Signal signal) {
    signals.add(signal);
    return signal.evidence().getFirst();
  }

  RecordId put(String key, Parcel parcel, Marking marking) {
    Entry entry = new Entry.Put<>(PARCEL, key, parcel, marking, null);
    return append(SOURCE, entry);
  }

  RecordId withdraw(String key) {
    return append(SOURCE, new Entry.Withdraw(PARCEL, key, "an error"));
  }

  RecordId append(String source, Entry entry) {
    Batch batch = new Batch(source, null, day.instant(), "tester", List.of(entry));
    return ledger.append().append(batch).outcomes().getFirst().requireRecord();
  }

  void agree(PartnerAgreement agreement) {
    agreements.keep(agreement, "ana");
  }

  static PartnerAgreement withCanada(Set<Part> parts, PartnerAgreement.Audience... audiences) {
    return new PartnerAgreement(
        "ca",
        "An authority of Canada",
        Country.CANADA,
        List.of(
            basis("enforcement", Country.CANADA, parts, Purpose.LAW_ENFORCEMENT),
            basis("statistics", Country.CANADA, Set.of(Part.OPEN), Purpose.STATISTICS)),
        List.of(audiences));
  }

  static PartnerAgreement withMexico() {
    return new PartnerAgreement(
        "mx",
        "An authority of Mexico",
        Country.MEXICO,
        List.of(basis("enforcement", Country.MEXICO, Set.of(Part.OPEN), Purpose.LAW_ENFORCEMENT)),
        List.of(enforcement("FGR")));
  }

  static PartnerAgreement.Audience enforcement(String... agencies) {
    return new PartnerAgreement.Audience(
        "enforcement", Set.of(agencies), Purpose.LAW_ENFORCEMENT, "enforcement");
  }

  static PartnerAgreement.Audience statistics() {
    return new PartnerAgreement.Audience(
        "statistics", Set.of("STATCAN"), Purpose.STATISTICS, "statistics");
  }

  private static SharingBasis basis(String id, Country to, Set<Part> parts, Purpose purpose) {
    return new SharingBasis(
        id,
        "Agreement on " + id,
        Country.UNITED_STATES,
        to,
        Set.of("parcel"),
        parts,
        Set.of(purpose),
        Onward.NEVER,
        Assurance.NOT_ASKED,
        START.minusYears(1),
        START.plusDays(30),
        365);
  }

  static Marking forCountries(Country... countries) {
    return marking(false, null, countries);
  }

  static Marking marking(Purpose purpose, Country... to) {
    return marking(purpose, false, null, to);
  }

  static Marking marking(boolean protectedSource, @Nullable LocalDate expires, Country... to) {
    return marking(Purpose.LAW_ENFORCEMENT, protectedSource, expires, to);
  }

  private static Marking marking(
      Purpose purpose, boolean protectedSource, @Nullable LocalDate expires, Country... to) {
    return new Marking(
        Tlp.AMBER,
        Set.of(to),
        Set.of(),
        true,
        Permission.ASK,
        Permission.ASK,
        purpose,
        expires,
        null,
        protectedSource,
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G2_PROBABLY_TRUE,
        true);
  }

  /// What an audience has, by playing its whole log: record and version and how much. A recall
  /// takes the version it names and those before it, not a newer one.
  List<String> has(int audience) {
    var held = new TreeMap<RecordId, ReadShared.Line>();
    for (ReadShared.Line line : log.list(audience, -1, 100_000)) {
      ReadShared.Line before = held.get(line.record());
      switch (line.action()) {
        case GIVEN -> held.put(line.record(), line);
        case RECALLED -> {
          if (before != null && before.sequence() <= line.sequence()) {
            held.remove(line.record());
          }
        }
      }
    }
    return held.values().stream()
        .map(line -> line.sequence() + " " + line.variant().parts())
        .toList();
  }
}

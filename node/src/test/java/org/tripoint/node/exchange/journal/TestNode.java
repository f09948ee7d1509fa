package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.Parcels.Parcel;
import org.tripoint.node.exchange.keys.TestKeys;
import org.tripoint.node.exchange.onward.TestOnward;
import org.tripoint.node.exchange.packages.TestPackages;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.exchange.partners.TestPartners;
import org.tripoint.node.exchange.stix.TestStix;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.sharing.CallBack;
import org.tripoint.node.sharing.OnwardAnswer;
import org.tripoint.node.sharing.OnwardCopies;
import org.tripoint.node.sharing.OnwardQuestion;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingBasis.Onward;
import org.tripoint.node.sharing.TestSharing;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A node with ledger, sharing, partners and journal over a database of its own; nothing runs in
/// the background.
final class TestNode implements AutoCloseable {

  /// Every look at it is a millisecond later.
  static final class Ticking implements InstantSource {
    private final AtomicLong millis =
        new AtomicLong(Instant.parse("2026-03-15T00:00:00Z").toEpochMilli());

    void skip(java.time.Duration by) {
      millis.addAndGet(by.toMillis());
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.incrementAndGet());
    }
  }

  final String name;
  final Country country;
  final TestDatabase database;
  final TestLedger ledger;
  final JdbcTemplate jdbc;
  final TestSharing sharing;
  final TestPartners partners;
  final TestKeys keys;
  final RecordKinds kinds;
  final Parcels objects;
  final TestStix stix;
  final JournalBell bell;
  final WriteBatches write;
  final ReadJournal journal;
  final TakeBatch take;
  final PullJournal pull;
  final AnswerPartner answer;
  final StopFeed stop;
  final Arrivals arrivals;
  final CarryJournal carry;
  final TakeHeads takeHeads;
  final TellHeads tellHeads;
  final BroughtBack back;
  final Commitments commitments;
  final OpenEpoch epochs;
  final TestPackages packages;
  final TestOnward onward;
  final ListConfirmations confirmations;
  final LateRecalls late;
  final ReadUnread readUnread;
  final CheckOpening check;
  final EndExchange end;
  final JournalStatus status;
  final java.util.ArrayList<RaiseSignal.Signal> signals = new java.util.ArrayList<>();
  private final Clock clock;
  private final InstantSource time;
  private final TransactionTemplate transaction;

  TestNode(String name, Country country, InstantSource time) {
    this(name, country, time, null);
  }

  /// The same node again, on a database of its own: what it was given under those keys it can open.
  TestNode(String name, Country country, InstantSource time, @Nullable TestKeys same) {
    this(name, country, time, same, TestDatabase.fresh());
  }

  /// The node as a backup of it was.
  TestNode restoredFrom(TestDatabase backup) {
    return new TestNode(name, country, time, keys, backup);
  }

  private TestNode(
      String name,
      Country country,
      InstantSource time,
      @Nullable TestKeys same,
      TestDatabase database) {
    this.name = name;
    this.time = time;
    this.database = database;
    this.country = country;
    this.clock = time.withZone(ZoneOffset.UTC);
    ledger = TestLedger.over(database, clock);
    jdbc = ledger.jdbc();
    kinds = ledger.kinds(Parcels.PARCEL, OnwardQuestion.KIND, OnwardAnswer.KIND, OnwardCopies.KIND);
    sharing = TestSharing.over(ledger, database, country, clock);
    keys =
        same != null
            ? same
            : TestKeys.of(
                database.home(), name, country.code(), "https://" + name + ".example.org", clock);
    partners = TestPartners.over(ledger, keys, kinds, clock);
    stix = TestStix.over(ledger, database, kinds, sharing.read(), sharing.provenance(), country);
    objects = new Parcels(stix.read());
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.app());
    bell = new JournalBell();
    SentBatches sent = new SentBatches(jdbc);
    write =
        new WriteBatches(
            jdbc,
            sent,
            sharing.read(),
            keys.signer(),
            keys.own(),
            kinds,
            bell,
            ledger.read(),
            keys.sealing(),
            clock,
            transactions);
    TakenObjects taken = new TakenObjects(jdbc);
    ledger.reader(taken);
    journal = new ReadJournal(jdbc, kinds, taken);
    RaiseSignal raise =
        signal -> {
          signals.add(signal);
          return signal.evidence().getFirst();
        };
    stop = new StopFeed(jdbc, raise, clock);
    arrivals = new Arrivals(jdbc, clock);
    status = new JournalStatus(jdbc, stop, clock);
    onward = TestOnward.over(ledger, kinds, sharing, partners, status, raise, country, clock);
    UnreadObjects unread = new UnreadObjects(jdbc, taken);
    TwoWays ways = new TwoWays(jdbc, ledger.append(), ledger.read(), ledger.purge(), kinds, taken);
    ApplyEntries apply =
        new ApplyEntries(
            jdbc,
            objects,
            ledger.append(),
            new EmptyRecalled(
                jdbc,
                ledger.append(),
                ledger.read(),
                ledger.purge(),
                kinds,
                arrivals,
                taken,
                unread,
                ways),
            arrivals,
            taken,
            ways,
            new RecordProvenance(jdbc, ledger.append()),
            new FindOtherContent(TestStix.seen(jdbc), raise),
            unread,
            new GivenBefore(jdbc),
            keys.own());
    readUnread =
        new ReadUnread(jdbc, unread, taken, apply, partners.partners(), kinds, transactions);
    take = new TakeBatch(jdbc, apply, keys.signer(), keys.own(), stop, kinds, clock, transactions);
    back = new BroughtBack(jdbc, keys.signer(), keys.own(), kinds, transactions);
    tellHeads = new TellHeads(journal, take, keys.signer(), keys.own(), kinds, clock);
    commitments = new Commitments(jdbc, ledger.read(), keys.signer(), clock);
    takeHeads = new TakeHeads(jdbc, journal, keys.own(), kinds, stop, commitments, clock);
    pull =
        new PullJournal(take, stop, tellHeads, back, commitments, partners.partners(), jdbc, clock);
    epochs =
        new OpenEpoch(
            jdbc,
            back,
            new DoAgain(
                jdbc,
                ledger.append(),
                ledger.read(),
                ledger.purge(),
                kinds,
                sharing.read(),
                sharing.agreements()),
            new RestateJournal(jdbc, sent, write, sharing.read(), kinds, clock),
            stop,
            stix.read(),
            ledger.append(),
            kinds,
            keys.sealing(),
            clock);
    transaction = new TransactionTemplate(transactions);
    TakeReceipt receipts =
        new TakeReceipt(
            jdbc,
            journal,
            keys.own(),
            kinds,
            new KeepRefusals(jdbc, journal, raise),
            clock,
            transactions);
    confirmations = new ListConfirmations(jdbc, sharing.read());
    late = new LateRecalls(jdbc, partners.partners(), raise, clock);
    check = new CheckOpening(commitments, partners.partners(), stop);
    end = new EndExchange(jdbc, sharing.read(), partners.introduce());
    answer = new AnswerPartner(journal, receipts, stop, bell, takeHeads, back);
    carry = new CarryJournal(journal, write, take, receipts, stop, jdbc, clock);
    packages = TestPackages.over(carry, partners, keys, kinds, clock);
  }

  /// Two people open a new epoch, as the page does.
  void openEpoch(TestNode partner) {
    transaction.executeWithoutResult(status -> {
      try {
        epochs.propose(partner.name, "ana");
        epochs.confirm(partner(partner), "benito");
      } catch (OpenEpoch.Refused e) {
        throw new AssertionError(e);
      }
    });
    ledger.readers().catchUp();
  }

  /// The two have compared fingerprints.
  void meet(TestNode other) {
    partners.trust(other.partners);
    other.partners.trust(partners);
    ledger.readers().catchUp();
    other.ledger.readers().catchUp();
  }

  /// The other has compared this one's fingerprint, and not the other way round.
  void introduceTo(TestNode other) {
    other.partners.trust(partners);
    other.ledger.readers().catchUp();
  }

  Partner partner(TestNode other) {
    return partners.partners().find(other.name).orElseThrow();
  }

  /// Decides, gives and calls back, makes objects, writes batches.
  void publish(TestNode... to) {
    ledger.readers().catchUp();
    sharing.share();
    ledger.readers().catchUp();
    while (stix.freeze().freezeNext() > 0) {
      // To the end.
    }
    for (TestNode other : to) {
      write.writeAll(partner(other));
    }
  }

  RecordId put(String key, Parcel parcel, Marking marking) {
    return append(new Entry.Put<>(Parcels.PARCEL, key, parcel, marking, null));
  }

  CallBack callBack() {
    return sharing.callBack(ledger, kinds, clock);
  }

  RecordId withdraw(String key) {
    return append(new Entry.Withdraw(Parcels.PARCEL, key, "an error"));
  }

  private RecordId append(Entry entry) {
    return append(name + "-test", entry);
  }

  private RecordId append(String source, Entry entry) {
    Batch batch = new Batch(source, null, clock.instant(), "tester", List.of(entry));
    return ledger.append().append(batch).outcomes().getFirst().requireRecord();
  }

  /// Empties every version of a record.
  void erase(RecordId record) {
    ledger.readers().catchUp();
    List<Long> filled =
        ledger.read().listVersions(record).stream()
            .filter(version -> version.emptied().isEmpty() && version.isHeld())
            .map(version -> version.header().sequence())
            .toList();
    if (!filled.isEmpty()) {
      ledger.purge().purge(filled, PurgeBasis.LAWFUL_ERASURE, "an order", "tester");
    }
  }

  void agree(TestNode other, boolean nominal, String... audiences) {
    agree(other, nominal, Onward.NEVER, audiences);
  }

  /// @param onward what the other may do with it towards a third
  void agree(TestNode other, boolean nominal, Onward onward, String... audiences) {
    Set<Part> parts = nominal ? Set.of(Part.OPEN, Part.NOMINAL) : Set.of(Part.OPEN);
    sharing
        .agreements()
        .keep(
            new PartnerAgreement(
                other.name,
                "An authority of " + other.name,
                other.country,
                List.of(
                    basis("enforcement", other, parts, Purpose.LAW_ENFORCEMENT, onward),
                    basis("statistics", other, Set.of(Part.OPEN), Purpose.STATISTICS, onward)),
                List.of(audiences).stream()
                    .map(audience ->
                        new PartnerAgreement.Audience(
                            audience,
                            Set.of("AGENCY"),
                            audience.equals("enforcement")
                                ? Purpose.LAW_ENFORCEMENT
                                : Purpose.STATISTICS,
                            audience))
                    .toList()),
            "ana");
  }

  private SharingBasis basis(
      String id, TestNode other, Set<Part> parts, Purpose purpose, Onward onward) {
    return new SharingBasis(
        id,
        "Agreement on " + id,
        country,
        other.country,
        Set.of("parcel", "onward-question", "onward-answer", "onward-copies"),
        parts,
        Set.of(purpose),
        onward,
        Assurance.NOT_ASKED,
        LocalDate.of(2025, 1, 1),
        null,
        365);
  }

  static Marking marking(Purpose purpose, Country... to) {
    return marking(Tlp.AMBER, true, purpose, to);
  }

  static Marking marking(Tlp tlp, boolean control, Purpose purpose, Country... to) {
    return new Marking(
        tlp,
        Set.of(to),
        Set.of(),
        control,
        Permission.ASK,
        Permission.ASK,
        purpose,
        (@Nullable LocalDate) null,
        null,
        false,
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G2_PROBABLY_TRUE,
        true);
  }

  /// What this node holds of a partner's: the newest content of each record, as far as it was not
  /// called back.
  Set<Parcel> holds(TestNode from) {
    Set<Parcel> parcels = new TreeSet<>(java.util.Comparator.comparing(Parcel::toString));
    jdbc.query(
        "select distinct record from exchange.held where partner = ?",
        row -> {
          ledger
              .read()
              .findCurrent(new RecordId(row.getObject(1, java.util.UUID.class)))
              .flatMap(version -> version.content(Parcels.PARCEL))
              .ifPresent(parcels::add);
        },
        from.name);
    return parcels;
  }

  /// What this node shows of everything that partners gave or passed on, each record once.
  List<Parcel> shows() {
    List<Parcel> parcels = new java.util.ArrayList<>();
    jdbc.query(
        "select distinct record from exchange.held where kind = 'parcel'",
        row -> {
          ledger
              .read()
              .findCurrent(new RecordId(row.getObject(1, java.util.UUID.class)))
              .flatMap(version -> version.content(Parcels.PARCEL))
              .ifPresent(parcels::add);
        });
    return parcels;
  }

  /// The object as which a partner's audience has a record of this node now.
  java.util.Optional<String> objectOf(RecordId record, TestNode other) {
    return jdbc
        .queryForList(
            """
            select distinct e.object from exchange.entry e
            join exchange.object o on o.id = e.object and o.modified = e.modified
            join sharing.audience a on a.bit = e.audience
            where o.record = ? and a.partner = ? and e.action = 0 and e.gone is null
              and not o.revoked and e.line is not null
            """,
            String.class,
            record.value(),
            other.name)
        .stream()
        .findFirst();
  }

  /// Its people answer whether a partner may pass an object on.
  RecordId answer(TestNode asker, String object, TestNode to, boolean allowed, Set<Part> parts) {
    return append(
        "onward",
        new Entry.Put<>(
            OnwardAnswer.KIND,
            object + "/" + to.name,
            new OnwardAnswer(
                "q-" + object,
                object,
                to.country,
                Set.of("AGENCY"),
                Purpose.LAW_ENFORCEMENT,
                allowed,
                parts,
                LocalDate.of(2027, 1, 1),
                "",
                clock.instant()),
            marking(Purpose.ANY_LAWFUL, asker.country),
            null));
  }

  /// The answer no longer stands.
  void takeBackAnswer(String object, TestNode to) {
    append(
        "onward",
        new Entry.Withdraw(OnwardAnswer.KIND, object + "/" + to.name, "a change of mind"));
  }

  /// How many records this node's ledger has of a partner.
  long recordsOf(TestNode from) {
    Long count =
        jdbc.queryForObject(
            "select count(distinct record) from ledger.version where source like ?",
            Long.class,
            "partner:" + from.name + "/%");
    return count == null ? 0 : count;
  }

  /// Contents of a partner that are anywhere in this node's ledger, whether it shows them or not.
  Set<Parcel> keeps(TestNode from) {
    Set<Parcel> parcels = new TreeSet<>(java.util.Comparator.comparing(Parcel::toString));
    jdbc.query(
        "select seq from ledger.version where source like ?",
        row -> {
          ledger
              .read()
              .findVersion(row.getLong(1))
              .flatMap(version -> version.content(Parcels.PARCEL))
              .ifPresent(parcels::add);
        },
        "partner:" + from.name + "/%");
    return parcels;
  }

  /// Versions of a partner's records that still have content though nobody here may have it.
  List<Long> keptWithoutRight(TestNode from) {
    return jdbc
        .queryForList(
            """
            select v.seq from ledger.version v where v.source like ?
              and not exists (select 1 from exchange.held h where h.sequence = v.seq)
            """,
            Long.class,
            "partner:" + from.name + "/%")
        .stream()
        .filter(sequence ->
            ledger
                .read()
                .findVersion(sequence)
                .filter(version -> version.isHeld() && version.emptied().isEmpty())
                .isPresent())
        .toList();
  }

  /// What this node's own records say now, by key.
  Map<String, RecordVersion> says() {
    Map<String, RecordVersion> says = new TreeMap<>();
    jdbc.query(
        "select distinct record from ledger.version where source = ?",
        row -> {
          ledger
              .read()
              .findCurrent(new RecordId(row.getObject(1, java.util.UUID.class)))
              .filter(version -> version.isHeld() && version.emptied().isEmpty())
              .ifPresent(version -> says.put(version.key().orElseThrow(), version));
        },
        name + "-test");
    return says;
  }

  /// Its answers that stand, to partners who asked whether they may pass on.
  List<OnwardAnswer> answers() {
    List<OnwardAnswer> answers = new java.util.ArrayList<>();
    jdbc.query(
        "select distinct record from ledger.version where source = 'onward'",
        row -> {
          ledger
              .read()
              .findCurrent(new RecordId(row.getObject(1, java.util.UUID.class)))
              .filter(version -> version.isHeld() && version.emptied().isEmpty())
              .flatMap(version -> version.content(OnwardAnswer.KIND))
              .ifPresent(answers::add);
        });
    return answers;
  }

  /// Every content that a version of its own records has or had.
  Set<String> everSaid() {
    Set<String> said = new TreeSet<>();
    jdbc.query(
        "select seq from ledger.version where source = ?",
        row -> {
          ledger
              .read()
              .findVersion(row.getLong(1))
              .flatMap(version -> version.content(Parcels.PARCEL))
              .ifPresent(parcel -> said.add(parcel.what()));
        },
        name + "-test");
    return said;
  }

  Set<String> audiencesOf(TestNode other) {
    return sharing.read().listAudiences().stream()
        .filter(one -> one.partner().equals(other.name) && !one.ended())
        .map(one -> one.name())
        .collect(java.util.stream.Collectors.toSet());
  }

  long unacknowledged() {
    return count("select count(*) from exchange.sent where acknowledged is null");
  }

  long recallsOpen() {
    return count("select count(*) from exchange.sent_recall where complied is null");
  }

  private long count(String sql) {
    Long count = jdbc.queryForObject(sql, Long.class);
    return count == null ? 0 : count;
  }

  @Override
  public void close() {
    database.close();
  }
}

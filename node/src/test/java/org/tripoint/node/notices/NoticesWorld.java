package org.tripoint.node.notices;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.mail.MailSettings;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.PeriodCount;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.node.signals.ReadSignals;
import org.tripoint.node.signals.ReadSignals.Item;
import org.tripoint.node.signals.SignalCursor;
import org.tripoint.node.signals.SignalFilter;
import org.tripoint.node.signals.SignalOrder;
import org.tripoint.node.signals.SignalState;
import org.tripoint.node.signals.TurnIntoNotice;
import org.tripoint.node.substances.FindStructure;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.charts.Drawing;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// The notices of a node of Canada with one partner, `us`; its clock stands until it is moved.
final class NoticesWorld implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  static final MailSettings MAIL =
      new MailSettings(
          "mail.example",
          25,
          MailSettings.Protection.STARTTLS,
          "",
          null,
          "notices@node.example",
          null,
          Duration.ofSeconds(5));
  static final String XYLAZINE = "BPICBUSOMSTKRF-UHFFFAOYSA-N";
  static final About ABOUT =
      new About(
          Topic.SURGE,
          List.of("inchikey:" + XYLAZINE, "text:a powder"),
          List.of(
              new PeriodCount(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 8), 3, null, null),
              new PeriodCount(
                  LocalDate.of(2026, 11, 9),
                  LocalDate.of(2026, 11, 15),
                  12,
                  new BigDecimal("3.2"),
                  new BigDecimal("8.1"))));
  static final RecordId EVIDENCE = new RecordId(new UUID(0, 7));

  final List<RaiseSignal.Signal> raised = new ArrayList<>();
  final List<Item> undecided = new ArrayList<>();
  final Map<RecordId, Instant> laboratoryFinal = new HashMap<>();
  final Set<RecordId> restsOn = new HashSet<>();
  final List<RecordId> settled = new ArrayList<>();
  final List<RecordId> became = new ArrayList<>();
  TurnIntoNotice.Outcome becomes = TurnIntoNotice.Outcome.BECAME_NOTICE;
  final TestLedger ledger;
  final ListNotices notices;
  final KeepNotices keep;
  final DraftNotices drafts;
  final TellNotices tell;
  final KeepMailLists lists;
  final FakeMailServer server = new FakeMailServer();
  final FindStructure structures = new KnowsXylazine();
  final OnePartner shared = new OnePartner();

  private final MailNotices mail;
  private final TestDatabase database = TestDatabase.fresh();
  private final Standing clock = new Standing();

  NoticesWorld() {
    ledger = TestLedger.over(database, clock);
    NoticeKinds.ALL.values().forEach(ledger::kind);
    ledger.kind(Sample.KIND);
    NoticeEntries entries = new NoticeEntries(ledger.jdbc(), ledger.kinds());
    ledger.reader(entries);
    HereAndPartners here =
        new HereAndPartners(ledger.append(), shared, clock, Country.CANADA.code());
    NoticeTimes times =
        new NoticeTimes(
            Duration.ofHours(24), Duration.ofHours(48), Duration.ofHours(12), Duration.ofHours(24));
    notices = new ListNotices(entries, here, times);
    keep = new KeepNotices(here);
    LaboratoryFinal laboratory =
        new LaboratoryFinal(new Undecided(), List.of(records -> laboratoryFinal));
    drafts =
        new DraftNotices(
            here,
            new BodyOfSignal(
                languages(),
                structures,
                new ShippedSubstances(),
                new EvidenceOfPartners(ledger.read(), List.of(one -> restsOn)),
                List.of()),
            laboratory,
            (signal, notice, account) -> {
              became.add(notice);
              return becomes;
            });
    Signals signals = new Signals();
    FindDueMail due = new FindDueMail(notices, entries, shared);
    MailWaiting waiting = new MailWaiting(ledger.jdbc());
    tell = new TellNotices(notices, due, waiting, laboratory, times, here, signals, ledger.jdbc());
    lists = new KeepMailLists(entries, here);
    mail =
        new MailNotices(
            due,
            new WriteLetter(languages(), new DrawSubstances(structures), MAIL, "Canada", true),
            server,
            waiting,
            here,
            signals);
  }

  private static NoticeLanguages languages() {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasenames("words/notices/messages", "words/signals/messages");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    words.setAlwaysUseMessageFormat(true);
    return new NoticeLanguages(words, ZoneOffset.UTC);
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  NoticeView find(String number) {
    ledger.readers().catchUp();
    return notices.find(number).orElseThrow();
  }

  /// A turn of the room's work with letters, after the readers'.
  void mail() {
    ledger.readers().catchUp();
    mail.send();
    ledger.readers().catchUp();
  }

  /// The same, while this room's tables do not move.
  void mailWithoutReaders() {
    mail.send();
  }

  /// The disclosure ledger says that the partner's audience was given what stands now, or that it
  /// was called back.
  void disclose(String number, boolean holds) {
    NoticeView view = find(number);
    shared.holders.removeIf(one -> one.last().record().equals(view.record()));
    shared.holders.add(
        new ReadShared.Holder(
            "us",
            "all",
            new ReadShared.Line(
                1,
                view.record(),
                view.sequence(),
                holds ? Action.GIVEN : Action.RECALLED,
                new Variant(Set.of(Part.OPEN), Naming.SOURCE_NAMED),
                1,
                holds ? null : RecallReason.AGREEMENT_ENDED),
            holds));
  }

  /// What everybody reads.
  String feed() {
    ledger.readers().catchUp();
    return new PublicFeed("CA", "Canada", true, languages().in(Language.ENGLISH))
        .of(notices.list().stream().filter(NoticeView::own).toList());
  }

  /// An open signal of a surge.
  static Item signal() {
    return signal(1, ABOUT);
  }

  static Item signal(int number, About about) {
    return signal(number, about, List.of(EVIDENCE));
  }

  static Item signal(int number, About about, List<RecordId> evidence) {
    return new Item(
        new RecordId(new UUID(0, number)),
        "d",
        "signals.title",
        List.of(),
        evidence,
        List.of(new ScorePart("signals.title", BigDecimal.ONE, "3 samples")),
        "/signals",
        null,
        null,
        SignalState.NEW,
        "",
        "",
        null,
        null,
        "",
        "",
        START,
        START,
        1,
        false,
        about);
  }

  /// A draft from a signal, by `ana`.
  String draft(Urgency urgency) {
    try {
      return drafts.draft(signal(), NoticeType.TOXIC_BATCH, urgency, "ana");
    } catch (KeepNotices.Refused e) {
      throw new AssertionError(e);
    }
  }

  /// What it says: the situation for everybody, the assessment for partners, the advice for us.
  NoticeBody body(String number, String words) {
    NoticeBody before = find(number).body().orElseThrow();
    List<Section> sections =
        Arrays.stream(Heading.values())
            .map(heading ->
                new Section(
                    heading,
                    switch (heading) {
                      case SITUATION -> Releasability.PUBLIC;
                      case ASSESSMENT -> Releasability.PARTNERS;
                      case ADVICE -> Releasability.OWN;
                    },
                    ThreeTexts.same(heading + " " + words)))
            .toList();
    return new NoticeBody(
        before.type(), before.urgency(), before.title(), sections, before.tables(), List.of());
  }

  /// A notice that `ana` wrote and `ben` released.
  String released(Urgency urgency, int quorum) throws KeepNotices.Refused {
    String number = draft(urgency);
    keep.edit(find(number), body(number, "of the first edition"), null, "ana");
    keep.submit(find(number), "ana");
    keep.release(find(number), quorum, "ben");
    return number;
  }

  /// Something that a node of the partner said.
  <C extends Record & Filed> void arrive(Kind<C> kind, C content) {
    Entry entry =
        new Entry.Put<>(
            kind, content.filedUnder(), content, Marking.originatorOnly(Purpose.ANY_LAWFUL), null);
    ledger
        .append()
        .append(new Batch("partner:us/notices", null, clock.instant(), "us", List.of(entry)));
  }

  /// A record of a source that a signal may rest on.
  RecordId evidence(String source, String key, Marking marking) {
    Entry entry = new Entry.Put<>(Sample.KIND, key, new Sample(key), marking, null);
    return ledger
        .append()
        .append(new Batch(source, null, clock.instant(), "us", List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// Something that a laboratory found.
  record Sample(String number) {
    static final Kind<Sample> KIND = Kind.of("test-sample", 1, Sample.class);
  }

  @Override
  public void close() {
    database.close();
  }

  private final class Signals implements RaiseSignal {
    @Override
    public RecordId raise(Signal signal) {
      raised.add(signal);
      return new RecordId(new UUID(1, raised.size()));
    }

    @Override
    public void settle(RecordId signal) {
      settled.add(signal);
    }
  }

  /// The inbox: what nobody decided about.
  private final class Undecided implements ReadSignals {
    @Override
    public List<Item> list(SignalFilter filter, SignalOrder order, SignalCursor after, int limit) {
      return List.copyOf(undecided);
    }

    @Override
    public Optional<Item> find(RecordId signal) {
      return undecided.stream().filter(one -> one.signal().equals(signal)).findFirst();
    }

    @Override
    public long countWaiting() {
      return undecided.size();
    }

    @Override
    public long count(SignalFilter filter, long most) {
      return undecided.size();
    }

    @Override
    public List<String> listDetectors() {
      return List.of();
    }

    @Override
    public long countRaisedSince(Instant instant) {
      return 0;
    }
  }

  private static final class Standing extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// A registry that knows xylazine.
  private static final class KnowsXylazine implements FindStructure {
    @Override
    public Optional<Found> find(String keyOrName) {
      return keyOrName.equals(XYLAZINE)
          ? Optional.of(new Found(XYLAZINE, "", "", "", "xylazine", "xilacina", "xylazine"))
          : Optional.empty();
    }

    @Override
    public Optional<Drawing> draw(String inchiKey, String title) {
      return Optional.empty();
    }
  }

  /// One audience of one partner; nothing was given yet.
  static final class OnePartner implements ReadShared {
    private final List<Holder> holders = new ArrayList<>();

    @Override
    public List<Line> list(int audience, long after, int limit) {
      return List.of();
    }

    @Override
    public List<Line> listLatest(int audience, int limit) {
      return List.of();
    }

    @Override
    public List<SharedAudience> listAudiences() {
      SharingBasis basis =
          new SharingBasis(
              "b",
              "An instrument",
              Country.CANADA,
              Country.UNITED_STATES,
              Set.of(Notice.KIND.name()),
              Set.of(Part.OPEN),
              Set.of(Purpose.ANY_LAWFUL),
              SharingBasis.Onward.NEVER,
              SharingBasis.Assurance.NOT_ASKED,
              LocalDate.parse("2025-01-01"),
              null,
              365);
      return List.of(
          new SharedAudience(
              0,
              "us",
              "all",
              Country.UNITED_STATES,
              Set.of("HHS"),
              Purpose.ANY_LAWFUL,
              basis,
              false));
    }

    @Override
    public List<Holder> listHolders(RecordId record) {
      return holders.stream().filter(one -> one.last().record().equals(record)).toList();
    }

    @Override
    public Set<RecordId> listEverGiven(String partner, Set<RecordId> records) {
      return Set.of();
    }
  }
}

package org.tripoint.node.sharing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.CallBackDecision.Measure;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// A person calls back what this node originated: from everybody, or from those whom a narrower
/// marking leaves out. The record's next version says so; sharing follows it, and every partner
/// that no longer may have the record is asked to empty its copy.
///
/// It stands until a person gives the record again: a later release of the source that says more is
/// given to nobody, and is said again under what is left.
@Service
public class CallBack {

  static final String SOURCE = "call-backs";

  /// Who hands in the versions that follow decisions: no account has such a name.
  private static final String ACTOR = "call back";

  private final ReadLedger ledger;
  private final AppendRecords append;
  private final RecordKinds kinds;
  private final CalledBack calledBack;
  private final Clock clock;

  CallBack(
      ReadLedger ledger,
      AppendRecords append,
      RecordKinds kinds,
      CalledBack calledBack,
      Clock clock) {
    this.ledger = ledger;
    this.append = append;
    this.kinds = kinds;
    this.calledBack = calledBack;
    this.clock = clock;
  }

  /// Why it was not done.
  public enum Refusal {
    /// There is none, it holds nothing any more, a partner originated it, or it is of a kind that
    /// this node says in its own name and takes back where it was said.
    NOT_TO_BE_CALLED_BACK,
    REASON_TOO_SHORT_OR_LONG,
    /// The marking is as narrow already.
    NOTHING_TAKEN_AWAY,
    /// Nobody here called it back, or its source says nothing any more.
    NOTHING_TO_GIVE_AGAIN
  }

  /// A refusal with its reason.
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.name());
      this.refusal = refusal;
    }

    public Refusal refusal() {
      return refusal;
    }
  }

  /// The record as it stands, when a person of this node may call it back.
  public Optional<RecordVersion> find(RecordId record) {
    return ledger.findCurrent(record).filter(this::isOursToSay);
  }

  private boolean isOursToSay(RecordVersion version) {
    return version.isHeld()
        && version.emptied().isEmpty()
        && PartnerSource.partnerOf(version.header().source()) == null
        && kind(version).isPresent()
        && version.key().isPresent();
  }

  /// What people decided about the record, as far as it stands, oldest first.
  public List<CallBackDecision> listDecisions(RecordId record) {
    return calledBack.listDecisions(record).stream()
        .flatMap(sequence -> ledger.findVersion(sequence).stream())
        .flatMap(version -> version.content(CallBackDecision.KIND).stream())
        .toList();
  }

  /// Agencies that may be given anything.
  public Set<String> knownAgencies() {
    return calledBack.knownAgencies();
  }

  /// Takes the record back from everybody.
  @Transactional(rollbackFor = Refused.class)
  public void withdraw(RecordId record, String reason, String person) throws Refused {
    RecordVersion version = get(record);
    decide(record, Measure.WITHDRAWN, null, reason, person);
    next(version, new Entry.Withdraw(kind(version).orElseThrow(), key(version), reason.strip()));
  }

  /// Says the same again under the marking that is left.
  @Transactional(rollbackFor = Refused.class)
  public void narrow(RecordId record, Narrowing narrowing, String reason, String person)
      throws Refused {
    RecordVersion version = get(record);
    Marking left = narrowing.of(version.header().marking(), knownAgencies());
    if (left.equals(version.header().marking())) {
      throw new Refused(Refusal.NOTHING_TAKEN_AWAY);
    }
    decide(record, Measure.NARROWED, narrowing, reason, person);
    next(version, again(version, kind(version).orElseThrow(), left));
  }

  /// Says again what its source said last, under the source's own marking.
  @Transactional(rollbackFor = Refused.class)
  public void giveAgain(RecordId record, String reason, String person) throws Refused {
    RecordVersion current =
        ledger
            .findCurrent(record)
            .filter(version -> !calledBack.listDecisions(record).isEmpty())
            .orElseThrow(() -> new Refused(Refusal.NOTHING_TO_GIVE_AGAIN));
    RecordVersion said =
        ledger.listVersions(record).reversed().stream()
            .filter(version -> !version.header().actor().equals(ACTOR))
            .findFirst()
            .filter(this::isOursToSay)
            .orElseThrow(() -> new Refused(Refusal.NOTHING_TO_GIVE_AGAIN));
    decide(record, Measure.GIVEN_AGAIN, null, reason, person);
    next(current, again(said, kind(said).orElseThrow(), said.header().marking()));
  }

  /// Says the record again under what people left, when its source said more: as of the same
  /// moment, so that whatever the source publishes next is newer.
  @Transactional
  void keep(RecordId record) {
    find(record)
        .ifPresent(version -> {
          Marking said = version.header().marking();
          Marking left = calledBack.left(record, said);
          if (!left.equals(said)) {
            next(version, again(version, kind(version).orElseThrow(), left));
          }
        });
  }

  private RecordVersion get(RecordId record) throws Refused {
    return find(record).orElseThrow(() -> new Refused(Refusal.NOT_TO_BE_CALLED_BACK));
  }

  private Optional<Kind<?>> kind(RecordVersion version) {
    return kinds.find(version.header().kind()).filter(kinds.listFromPeople()::contains);
  }

  private static String key(RecordVersion version) {
    return version.key().orElseThrow();
  }

  private static <C extends Record> Entry again(
      RecordVersion version, Kind<C> kind, Marking marking) {
    return new Entry.Put<>(
        kind,
        key(version),
        version.content(kind).orElseThrow(),
        marking,
        version.dayCovered().orElse(null));
  }

  private void decide(
      RecordId record, Measure measure, @Nullable Narrowing took, String reason, String person)
      throws Refused {
    String said = reason.strip();
    if (said.length() < CallBackDecision.SHORTEST_REASON
        || said.length() > CallBackDecision.LONGEST_REASON) {
      throw new Refused(Refusal.REASON_TOO_SHORT_OR_LONG);
    }
    append(
        SOURCE,
        now(),
        new Entry.Put<>(
            CallBackDecision.KIND,
            UUID.randomUUID().toString(),
            new CallBackDecision(record, measure, took, said, person, now()),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null),
        person);
  }

  /// After whatever the source published last, also when that bears a later instant than this
  /// node's clock.
  private void next(RecordVersion version, Entry entry) {
    Instant after = rightAfter(version);
    append(version.header().source(), after.isAfter(now()) ? after : now(), entry, ACTOR);
  }

  private static Instant rightAfter(RecordVersion version) {
    return version.header().published().plus(1, ChronoUnit.MICROS);
  }

  private void append(String source, Instant published, Entry entry, String actor) {
    append.append(new Batch(source, null, published, actor, List.of(entry)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

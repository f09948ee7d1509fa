package org.tripoint.node.exchange.onward;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.onward.OnwardRecords.Kept;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.sharing.OnwardAnswer;
import org.tripoint.node.sharing.OnwardCopies;
import org.tripoint.node.sharing.OnwardQuestion;
import org.tripoint.node.sharing.Provenance.How;
import org.tripoint.node.sharing.ReadProvenance;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Asks the originator of a record whether it may be passed on, and answers such questions of
/// partners. Each is a record that both nodes hold.
@Service
public class AskOriginator {

  /// Source of what this node asks, answers and tells.
  static final String SOURCE = "onward";

  private static final int MOST = 200;
  private static final int HOURS = 72;

  private final OnwardRecords records;
  private final ReadProvenance provenance;
  private final ReadShared shared;
  private final ReadLedger versions;
  private final AppendRecords ledger;
  private final Partners partners;
  private final Country here;
  private final Clock clock;

  AskOriginator(
      OnwardRecords records,
      ReadProvenance provenance,
      ReadShared shared,
      ReadLedger versions,
      AppendRecords ledger,
      Partners partners,
      @Value("${tripoint.node.country}") String country,
      Clock clock) {
    this.records = records;
    this.provenance = provenance;
    this.shared = shared;
    this.versions = versions;
    this.ledger = ledger;
    this.partners = partners;
    this.here = Country.of(country);
    this.clock = clock;
  }

  /// Why it was not done; each has words.
  public enum Refusal {
    /// No record that a partner gave to this node, or nobody here may have it any more.
    NOT_OF_A_PARTNER,
    /// The partner had it from another country itself, or its basis forbids passing it on.
    NEVER,
    NO_SUCH_AUDIENCE,
    /// The originator's own country.
    BACK,
    /// No audience of the originator may be given questions.
    NO_WAY_TO_ASK,
    NO_REASON,
    PART_NOT_HELD,
    /// No question, or one for somebody else.
    NO_QUESTION,
    DAY_IS_OVER,
    /// More than was asked for.
    TOO_MUCH
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

  /// A question with what was answered.
  ///
  /// @param id of the question's record
  /// @param partner who asked; null when this node asked
  /// @param about the record here
  /// @param answered the answer that stands; null while there is none
  public record Asked(
      RecordId id,
      @Nullable String partner,
      OnwardQuestion question,
      @Nullable RecordId about,
      @Nullable OnwardAnswer answered) {

    /// True while this node owes an answer.
    public boolean waitsHere() {
      return partner != null && answered == null;
    }

    /// True once it is time, or past it.
    public boolean isLate(Instant now) {
      return answered == null && now.isAfter(question.due());
    }
  }

  /// A partner's word on what it passed on.
  public record Told(String partner, OnwardCopies copies) {}

  /// Audiences that a record of a partner could be passed on to, were its originator asked.
  public List<SharedAudience> listRecipients(RecordId record) {
    Optional<How> how = how(record);
    return shared.listAudiences().stream()
        .filter(one -> !one.ended() && !one.isExceptional())
        .filter(one -> how.isPresent() && !one.country().equals(how.get().origin().country()))
        .toList();
  }

  /// How a record came from a partner.
  public Optional<How> how(RecordId record) {
    return Optional.ofNullable(provenance.find(Set.of(record)).get(record));
  }

  /// Asks the originator.
  ///
  /// @param audience bit of the audience that would be given it
  /// @param parts beside the open part
  /// @return number of the question
  @Transactional(rollbackFor = Refused.class)
  public String ask(RecordId record, int audience, Set<Part> parts, String reason, String actor)
      throws Refused {
    How how =
        how(record)
            .filter(came -> !came.ways().isEmpty())
            .orElseThrow(() -> new Refused(Refusal.NOT_OF_A_PARTNER));
    if (!how.mayBeAsked()) {
      throw new Refused(Refusal.NEVER);
    }
    SharedAudience to =
        shared.listAudiences().stream()
            .filter(one -> one.bit() == audience && !one.ended() && !one.isExceptional())
            .findFirst()
            .orElseThrow(() -> new Refused(Refusal.NO_SUCH_AUDIENCE));
    if (to.country().equals(how.origin().country())) {
      throw new Refused(Refusal.BACK);
    }
    requireReason(reason);
    requireWay(how.partner(), OnwardQuestion.KIND);
    Set<Part> asked = EnumSet.of(Part.OPEN);
    asked.addAll(parts);
    Set<Part> held =
        versions
            .findCurrent(record)
            .filter(version -> version.isHeld() && version.emptied().isEmpty())
            .map(version -> version.header().commitments().keySet())
            .orElse(Set.of());
    if (!held.containsAll(asked)) {
      throw new Refused(Refusal.PART_NOT_HELD);
    }
    Instant now = now();
    OnwardQuestion question =
        new OnwardQuestion(
            number(now),
            here,
            how.object(),
            to.country(),
            to.agencies(),
            to.purpose(),
            asked,
            reason.strip(),
            now,
            now.plus(HOURS, ChronoUnit.HOURS));
    append(
        new Entry.Put<>(
            OnwardQuestion.KIND, question.number(), question, between(how.partner()), null),
        actor);
    return question.number();
  }

  private static void requireReason(String reason) throws Refused {
    if (reason.strip().length() < OnwardQuestion.SHORTEST_REASON
        || reason.length() > OnwardQuestion.LONGEST_REASON) {
      throw new Refused(Refusal.NO_REASON);
    }
  }

  /// Somebody there may be given records of the kind.
  private void requireWay(String partner, Kind<?> kind) throws Refused {
    if (shared.listAudiences().stream()
        .filter(one -> one.partner().equals(partner) && !one.ended() && !one.isExceptional())
        .noneMatch(one -> one.basis().kinds().contains(kind.name()))) {
      throw new Refused(Refusal.NO_WAY_TO_ASK);
    }
  }

  private String number(Instant now) {
    return "%s-%s-%s"
        .formatted(
            here.code().toLowerCase(Locale.ROOT),
            DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(now, ZoneOffset.UTC)),
            UUID.randomUUID().toString().substring(0, 8));
  }

  /// Answers a partner's question; a later answer replaces an earlier one.
  ///
  /// @param parts beside the open part; none but what was asked for
  /// @param until last day; null with a no
  @Transactional(rollbackFor = Refused.class)
  public RecordId answer(
      String number,
      boolean allowed,
      Set<Part> parts,
      @Nullable LocalDate until,
      String reason,
      String actor)
      throws Refused {
    Kept<OnwardQuestion> kept = question(number);
    OnwardQuestion question = kept.content();
    String partner = kept.partner();
    if (partner == null) {
      throw new Refused(Refusal.NO_QUESTION);
    }
    if (!allowed) {
      requireReason(reason);
    }
    if (allowed && (until == null || until.isBefore(LocalDate.ofInstant(now(), ZoneOffset.UTC)))) {
      throw new Refused(Refusal.DAY_IS_OVER);
    }
    Set<Part> given = EnumSet.of(Part.OPEN);
    given.addAll(parts);
    if (allowed && !question.parts().containsAll(given)) {
      throw new Refused(Refusal.TOO_MUCH);
    }
    requireWay(partner, OnwardAnswer.KIND);
    OnwardAnswer answer =
        new OnwardAnswer(
            number,
            question.object(),
            question.to(),
            question.agencies(),
            question.purpose(),
            allowed,
            allowed ? given : Set.of(),
            allowed ? until : null,
            reason.strip(),
            now());
    return append(
        new Entry.Put<>(OnwardAnswer.KIND, number, answer, between(partner), null), actor);
  }

  /// Takes a yes back: what was passed on is called back.
  @Transactional(rollbackFor = Refused.class)
  public void takeBack(String number, String actor) throws Refused {
    Kept<OnwardQuestion> kept = question(number);
    boolean own =
        records.listOf(OnwardAnswer.KIND, number).stream().anyMatch(one -> one.partner() == null);
    if (kept.partner() == null || !own) {
      throw new Refused(Refusal.NO_QUESTION);
    }
    append(new Entry.Withdraw(OnwardAnswer.KIND, number, "the consent was taken back"), actor);
  }

  private Kept<OnwardQuestion> question(String number) throws Refused {
    return records.listOf(OnwardQuestion.KIND, number).stream()
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.NO_QUESTION));
  }

  /// The latest questions of partners and of this node, latest first.
  public List<Asked> list() {
    return records.list(OnwardQuestion.KIND, MOST).stream().map(this::asked).toList();
  }

  /// Questions about a record of this node, or of a partner that gave it.
  public List<Asked> listAbout(RecordId record) {
    List<String> objects =
        how(record).map(came -> List.of(came.object())).orElseGet(() -> records.objectsOf(record));
    return records.listAbout(OnwardQuestion.KIND, objects).stream().map(this::asked).toList();
  }

  private Asked asked(Kept<OnwardQuestion> kept) {
    OnwardQuestion question = kept.content();
    boolean isOwn = kept.partner() == null;
    OnwardAnswer answer =
        records.listOf(OnwardAnswer.KIND, question.number()).stream()
            .filter(one -> isOwn != (one.partner() == null))
            .map(Kept::content)
            .reduce((first, second) -> second)
            .orElse(null);
    return new Asked(
        kept.record(),
        kept.partner(),
        question,
        isOwn ? receivedAs(question.object()) : records.givenAs(question.object()).orElse(null),
        answer);
  }

  private @Nullable RecordId receivedAs(String object) {
    return provenance.findByObject(object).orElse(null);
  }

  /// What partners told of copies of a record of this node, that they passed on.
  public List<Told> listTold(RecordId record) {
    return records.listAbout(OnwardCopies.KIND, records.objectsOf(record)).stream()
        .filter(one -> one.partner() != null)
        .map(one -> new Told(String.valueOf(one.partner()), one.content()))
        .toList();
  }

  RecordId append(Entry entry, String actor) {
    return ledger
        .append(new Batch(SOURCE, null, now(), actor, List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }

  /// What this node and the partner hold alike, and nobody else.
  Marking between(String partner) {
    Country other = partners.find(partner).map(one -> one.introduction().country()).orElse(here);
    return new Marking(
        Tlp.AMBER,
        Set.of(here, other),
        Set.of(),
        true,
        Permission.ASK,
        Permission.ASK,
        Purpose.ANY_LAWFUL,
        null,
        null,
        false,
        SourceGrade.A_RELIABLE,
        InformationGrade.G1_CONFIRMED,
        false);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package org.tripoint.node.sharing;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.SharingDecision.Reason;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Two people let one record go to one audience although the rules refuse it: one asks, another
/// confirms. It ends by itself, and a signal asks a third person to review it at once.
@Service
public class BreakGlass {

  static final String SOURCE = "break-glass";
  static final String DETECTOR = "sharing.break-glass";

  /// What nobody confirmed within a day was no emergency.
  static final Duration LAPSES = Duration.ofHours(24);

  private final JdbcTemplate jdbc;
  private final Audiences audiences;
  private final Exceptions exceptions;
  private final AppendRecords ledger;
  private final RaiseSignal signals;
  private final Country giver;
  private final Clock clock;

  BreakGlass(
      JdbcTemplate jdbc,
      Audiences audiences,
      Exceptions exceptions,
      AppendRecords ledger,
      RaiseSignal signals,
      @Value("${tripoint.node.country}") String country,
      Clock clock) {
    this.jdbc = jdbc;
    this.audiences = audiences;
    this.exceptions = exceptions;
    this.ledger = ledger;
    this.signals = signals;
    this.giver = Country.of(country);
    this.clock = clock;
  }

  /// What is asked for.
  ///
  /// @param audience its bit
  /// @param parts beside the open part
  /// @param hours for how long
  public record Asked(
      RecordId record,
      int audience,
      Set<Part> parts,
      Assurance assurance,
      int hours,
      String reason) {
    public Asked {
      parts = Set.copyOf(parts);
      reason = reason.strip();
    }

    Variant variant() {
      var all = java.util.EnumSet.of(Part.OPEN);
      all.addAll(parts);
      return new Variant(all, Naming.SOURCE_NAMED);
    }
  }

  /// What waits for a second person.
  public record Waiting(UUID id, Asked asked, String askedBy, Instant askedAt) {}

  /// Why it was not done.
  public enum Refusal {
    /// No record, or one that never leaves a node.
    NO_SUCH_RECORD,
    NO_SUCH_AUDIENCE,
    REASON_TOO_SHORT_OR_LONG,
    HOURS_OUT_OF_RANGE,
    /// The rules give the audience all that is asked for: nothing has to be broken.
    ALREADY_ALLOWED,
    ASSURANCE_MISSING,
    NOTHING_HELD,
    EXPIRED,
    OF_ANOTHER_ORIGINATOR,
    /// The record has no such part, or it does not serve the audience's purpose.
    PART_NOT_TO_BE_GIVEN,
    /// It was confirmed, dismissed, or has lapsed.
    GONE,
    SAME_PERSON
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

  /// The first person asks.
  @Transactional(rollbackFor = Refused.class)
  public UUID ask(Asked asked, String actor) throws Refused {
    requireExceptional(asked);
    UUID id = UUID.randomUUID();
    jdbc.update(
        """
        insert into sharing.break_glass_ask
          (id, record, audience, variant, assurance, reason, hours, asked_by, asked_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        asked.record().value(),
        asked.audience(),
        asked.variant().code(),
        asked.assurance().name(),
        asked.reason(),
        asked.hours(),
        actor,
        at(now()));
    return id;
  }

  /// The second person confirms: the record goes, and a third person is asked to review it.
  @Transactional(rollbackFor = Refused.class)
  public RecordId confirm(UUID id, String actor) throws Refused {
    Waiting waiting =
        waiting("and id = ? for update", id).stream()
            .findFirst()
            .orElseThrow(() -> new Refused(Refusal.GONE));
    if (waiting.askedBy().equals(actor)) {
      throw new Refused(Refusal.SAME_PERSON);
    }
    Asked asked = waiting.asked();
    Reason refused = requireExceptional(asked);
    Audience audience = audience(asked.audience());
    Instant now = now();
    BreakGlassRelease release =
        new BreakGlassRelease(
            asked.record(),
            audience.partner(),
            audience.name(),
            asked.variant().parts(),
            asked.assurance(),
            refused == null ? "" : refused.name(),
            asked.reason(),
            waiting.askedBy(),
            waiting.askedAt(),
            actor,
            now,
            now.plus(Duration.ofHours(asked.hours())));
    RecordId record =
        append(
            new Entry.Put<>(
                BreakGlassRelease.KIND,
                id.toString(),
                release,
                Marking.originatorOnly(Purpose.ANY_LAWFUL),
                null),
            actor);
    RecordId signal = signals.raise(review(record, release));
    jdbc.update(
        "update sharing.break_glass_ask set release = ?, signal = ? where id = ?",
        record.value(),
        signal.value(),
        id);
    return record;
  }

  private static RaiseSignal.Signal review(RecordId record, BreakGlassRelease release) {
    return new RaiseSignal.Signal(
        DETECTOR,
        record.toString(),
        "sharing.signal.break-glass",
        List.of(release.partner(), release.audience(), release.askedBy(), release.confirmedBy()),
        List.of(record, release.record()),
        List.of(
            new RaiseSignal.ScorePart(
                "sharing.signal.break-glass.why",
                BigDecimal.ONE,
                LocalDate.ofInstant(release.expires(), ZoneOffset.UTC).toString())),
        "/exchange/break-glass");
  }

  /// Takes back what waits; anybody who may ask may do so.
  public void dismiss(UUID id) throws Refused {
    if (jdbc.update("delete from sharing.break_glass_ask where id = ? and release is null", id)
        == 0) {
      throw new Refused(Refusal.GONE);
    }
  }

  /// Ends a release before its time: what was given is called back.
  @Transactional(rollbackFor = Refused.class)
  public void end(RecordId release, String actor) throws Refused {
    List<UUID> keys =
        jdbc.queryForList(
            """
            select a.id from sharing.break_glass_ask a
            join sharing.break_glass b on b.release = a.release
            where a.release = ? and not b.ended and b.expires > ?
            """,
            UUID.class,
            release.value(),
            at(now()));
    if (keys.isEmpty()) {
      throw new Refused(Refusal.GONE);
    }
    append(
        new Entry.Withdraw(
            BreakGlassRelease.KIND, keys.getFirst().toString(), "ended before its time"),
        actor);
  }

  /// What waits for a second person, oldest first; what has lapsed is gone.
  public List<Waiting> listWaiting() {
    return waiting("order by asked_at");
  }

  private RecordId append(Entry entry, String actor) {
    Batch batch = new Batch(SOURCE, null, now(), actor, List.of(entry));
    return ledger.append(batch).outcomes().getFirst().requireRecord();
  }

  /// Passes when the rules refuse what is asked for and two people may let it go.
  ///
  /// @return why the rules refuse it; null when they give some of it, but not every part
  private @Nullable Reason requireExceptional(Asked asked) throws Refused {
    if (asked.reason().length() < BreakGlassRelease.SHORTEST_REASON
        || asked.reason().length() > BreakGlassRelease.LONGEST_REASON) {
      throw new Refused(Refusal.REASON_TOO_SHORT_OR_LONG);
    }
    if (asked.hours() < 1 || asked.hours() > BreakGlassRelease.MOST_HOURS) {
      throw new Refused(Refusal.HOURS_OUT_OF_RANGE);
    }
    Optional<Exceptions.Stands> stands = exceptions.stands(asked.record());
    if (stands.isEmpty()) {
      throw new Refused(Refusal.NO_SUCH_RECORD);
    }
    Audience audience = audience(asked.audience());
    requireByTwo(stands.get().traits(), audience, asked);
    return byTheRules(stands.get().traits(), audience, asked);
  }

  private void requireByTwo(Traits traits, Audience audience, Asked asked) throws Refused {
    switch (Exceptions.decide(
        traits, audience.from(giver), asked.variant(), asked.assurance(), now())) {
      case SharingDecision.Refused(var reason) -> throw new Refused(refusal(reason));
      case Allowed(var variant) -> {
        if (!variant.parts().equals(asked.variant().parts())) {
          throw new Refused(Refusal.PART_NOT_TO_BE_GIVEN);
        }
      }
    }
  }

  private @Nullable Reason byTheRules(Traits traits, Audience audience, Asked asked)
      throws Refused {
    SharingDecision usual =
        DecideSharing.decide(
            traits.candidate(null),
            audience.from(giver),
            Optional.of(audience.terms().basis()),
            LocalDate.ofInstant(now(), ZoneOffset.UTC));
    return switch (usual) {
      case SharingDecision.Refused(var reason) -> reason;
      case Allowed(var variant) -> {
        if (variant.parts().containsAll(asked.variant().parts())) {
          throw new Refused(Refusal.ALREADY_ALLOWED);
        }
        yield null;
      }
    };
  }

  private static Refusal refusal(Reason reason) {
    return switch (reason.policy()) {
      case LEGAL_BASIS -> Refusal.ASSURANCE_MISSING;
      case TIME -> Refusal.EXPIRED;
      case ORIGINATOR_CONTROL -> Refusal.OF_ANOTHER_ORIGINATOR;
      case CONTENT, HANDLING, RECIPIENT, PURPOSE -> Refusal.NOTHING_HELD;
    };
  }

  private Audience audience(int bit) throws Refused {
    return audiences.all().stream()
        .filter(one -> one.bit() == bit && !one.ended() && !one.isExceptional())
        .findFirst()
        .orElseThrow(() -> new Refused(Refusal.NO_SUCH_AUDIENCE));
  }

  private List<Waiting> waiting(String which, Object... values) {
    Object[] all = new Object[values.length + 1];
    all[0] = at(now().minus(LAPSES));
    System.arraycopy(values, 0, all, 1, values.length);
    return jdbc.query(
        """
        select id, record, audience, variant, assurance, hours, reason, asked_by, asked_at
        from sharing.break_glass_ask where release is null and asked_at > ?
        """
            + which,
        (row, number) ->
            new Waiting(
                row.getObject(1, UUID.class),
                new Asked(
                    new RecordId(row.getObject(2, UUID.class)),
                    row.getInt(3),
                    Variant.of(row.getInt(4)).parts(),
                    Assurance.valueOf(row.getString(5)),
                    row.getInt(6),
                    row.getString(7)),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant()),
        all);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime at(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}

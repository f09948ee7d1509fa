package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.journal.BroughtBack.Ahead;
import org.tripoint.node.exchange.journal.BroughtBack.Returned;
import org.tripoint.node.exchange.journal.RestorePlan.Step;
import org.tripoint.node.exchange.keys.SealingKey;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Two people open a new epoch of a partner's journal after this node was restored from a backup:
/// what the partner gave back is done again, the journal goes on after the last place that the
/// partner holds, and the partner ends up with what this node says now.
@Service
public class OpenEpoch {

  private static final String SOURCE = "partners";
  private static final int SHOWN = 200;

  private final JdbcTemplate jdbc;
  private final BroughtBack back;
  private final DoAgain again;
  private final RestateJournal restate;
  private final StopFeed stop;
  private final ReadObjects objects;
  private final AppendRecords ledger;
  private final RecordKinds kinds;
  private final SealingKey sealing;
  private final Clock clock;

  OpenEpoch(
      JdbcTemplate jdbc,
      BroughtBack back,
      DoAgain again,
      RestateJournal restate,
      StopFeed stop,
      ReadObjects objects,
      AppendRecords ledger,
      RecordKinds kinds,
      SealingKey sealing,
      Clock clock) {
    this.jdbc = jdbc;
    this.back = back;
    this.again = again;
    this.restate = restate;
    this.stop = stop;
    this.objects = objects;
    this.ledger = ledger;
    this.kinds = kinds;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// What came back, for people to look at.
  public enum What {
    APPEND,
    WITHDRAW,
    ERASE,
    NARROW,
    END_AUDIENCE,
    BY_HAND
  }

  /// One thing that will be done again.
  ///
  /// @param kind of the record, or empty
  /// @param name source of the record, name of the audience, or id of the object
  /// @param published when it was published, for what is appended
  /// @param note for what people have to do: `gone`, `unreadable` or `origin`
  public record Line(
      What what, String kind, String name, @Nullable Instant published, String note) {}

  /// A partner that holds more than this node.
  ///
  /// @param epoch of the last place that it holds
  /// @param number of that place
  /// @param since the last batch that both have
  /// @param complete true when everything between them has come back
  /// @param counts how much of what will be done again
  /// @param lines the first of it
  public record Waiting(
      int epoch,
      long number,
      long since,
      Instant at,
      boolean complete,
      @Nullable String proposedBy,
      Map<What, Long> counts,
      List<Line> lines) {}

  /// Why nothing was done.
  public enum Refusal {
    /// The partner holds no more than this node.
    NOT_RESTORED,
    /// Not everything has come back yet.
    NOT_COMPLETE,
    /// Nobody has proposed it.
    NOT_PROPOSED,
    /// The second person is the first.
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

  /// What waits for people; empty while both journals agree.
  public Optional<Waiting> waiting(String partner) {
    return back.ahead(partner).map(ahead -> waiting(partner, ahead));
  }

  private Waiting waiting(String partner, Ahead ahead) {
    List<Line> lines =
        ahead.complete()
            ? plan(partner, back.list(partner)).steps().stream().map(OpenEpoch::line).toList()
            : List.of();
    Map<What, Long> counts = new EnumMap<>(What.class);
    lines.forEach(line -> counts.merge(line.what(), 1L, Long::sum));
    return new Waiting(
        ahead.head().epoch(),
        ahead.head().number(),
        ahead.since().number(),
        ahead.at(),
        ahead.complete(),
        ahead.proposedBy(),
        counts,
        lines.subList(0, Math.min(SHOWN, lines.size())));
  }

  private static Line line(Step step) {
    return switch (step) {
      case Step.Append append ->
          new Line(
              What.APPEND,
              append.known().kind().name(),
              append.note().source(),
              append.known().published(),
              "");
      case Step.Withdraw one -> new Line(What.WITHDRAW, "", one.record().toString(), null, "");
      case Step.Erase one -> new Line(What.ERASE, "", one.record().toString(), null, "");
      case Step.Narrow one -> new Line(What.NARROW, "", one.record().toString(), null, "");
      case Step.EndAudience one -> new Line(What.END_AUDIENCE, "", one.audience(), null, "");
      case Step.ByHand one -> new Line(What.BY_HAND, "", one.object(), null, one.why());
    };
  }

  private RestorePlan plan(String partner, List<Returned> returned) {
    return RestorePlan.of(
        returned,
        objects,
        sealed -> sealing.openNote(sealed).map(json -> kinds.parse(OwnNote.FORM, json)),
        this::recordOf,
        (audience, object, modified) -> restate.gives(partner, audience, object, modified));
  }

  private Optional<UUID> recordOf(String object) {
    return jdbc
        .queryForList(
            """
            select distinct record from exchange.object where id = ? and record is not null
            """,
            UUID.class,
            object)
        .stream()
        .findFirst();
  }

  /// The first person has looked at what came back.
  @Transactional(rollbackFor = Refused.class)
  public void propose(String partner, String actor) throws Refused {
    require(partner);
    back.propose(partner, actor, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private Ahead require(String partner) throws Refused {
    Ahead ahead = back.ahead(partner).orElseThrow(() -> new Refused(Refusal.NOT_RESTORED));
    if (!ahead.complete()) {
      throw new Refused(Refusal.NOT_COMPLETE);
    }
    return ahead;
  }

  /// The second person has looked as well: it is done, all of it or nothing.
  @Transactional(rollbackFor = Refused.class)
  public void confirm(Partner partner, String actor) throws Refused {
    String name = partner.name();
    restate.lock(name);
    Ahead ahead = require(name);
    String first = ahead.proposedBy();
    if (first == null) {
      throw new Refused(Refusal.NOT_PROPOSED);
    }
    if (first.equals(actor)) {
      throw new Refused(Refusal.SAME_PERSON);
    }
    List<Returned> returned = back.list(name);
    RestorePlan plan = plan(name, returned);
    again.all(partner, plan.steps(), actor);
    JournalEpoch epoch =
        new JournalEpoch(
            name,
            Math.max(ahead.head().epoch(), restate.lastEpoch(name)) + 1,
            ahead.head().epoch(),
            ahead.head().number(),
            ahead.head().hash(),
            List.of(first, actor));
    ledger.append(
        new Batch(
            SOURCE,
            null,
            clock.instant(),
            actor,
            List.of(
                new Entry.Put<>(
                    JournalEpoch.KIND,
                    name + "/" + epoch.epoch(),
                    epoch,
                    Marking.originatorOnly(Purpose.ANY_LAWFUL),
                    null))));
    restate.open(partner, epoch, ahead.since(), returned, plan);
    back.forget(name);
    stop.goOn(name, Way.TO);
  }
}

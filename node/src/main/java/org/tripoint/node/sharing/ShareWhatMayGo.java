package org.tripoint.node.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.DisclosureLog.Had;
import org.tripoint.node.sharing.Drafts.Ground;
import org.tripoint.node.sharing.Masks.Decided;
import org.tripoint.node.sharing.SinceWhen.Past;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;

/// Gives every audience what it may have and does not have yet, and calls back what it has and may
/// not have any more, some thousand records at a time.
///
/// Each turn appends what it decides to the ledger as `disclosure` records, in one transaction with
/// its own place; only the ledger tells the log that audiences read. A turn starts when this room
/// has read the whole ledger, so that it never decides on what it decided a moment ago.
@Service
class ShareWhatMayGo {

  static final String SOURCE = "sharing";

  /// Records looked at in one turn; a disclosure of so many is about a megabyte.
  private static final int AT_ONCE = 20_000;

  private static final long LOCK = 7_501;

  private final JdbcTemplate jdbc;
  private final Masks masks;
  private final Audiences audiences;
  private final Exceptions exceptions;
  private final DisclosureLog log;
  private final SinceWhen sinceWhen;
  private final AppendRecords ledger;
  private final ReadLedger size;
  private final RunReaders readers;
  private final Country giver;
  private final Clock clock;
  private final TransactionTemplate transaction;

  ShareWhatMayGo(
      JdbcTemplate jdbc,
      Masks masks,
      Audiences audiences,
      Exceptions exceptions,
      DisclosureLog log,
      SinceWhen sinceWhen,
      AppendRecords ledger,
      ReadLedger size,
      RunReaders readers,
      @Value("${tripoint.node.country}") String country,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.masks = masks;
    this.audiences = audiences;
    this.exceptions = exceptions;
    this.log = log;
    this.sinceWhen = sinceWhen;
    this.ledger = ledger;
    this.size = size;
    this.readers = readers;
    this.giver = Country.of(country);
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What a turn did.
  enum Turn {
    /// This room has not read the whole ledger yet.
    TOO_EARLY,
    NOTHING_TO_DO,
    /// Some records were looked at; there may be more.
    WENT_ON
  }

  /// Takes turns until nothing is left to do, letting the readers catch up between.
  void toTheEnd() {
    Turn turn = Turn.WENT_ON;
    while (turn != Turn.NOTHING_TO_DO && !Thread.currentThread().isInterrupted()) {
      readers.catchUpBriefly();
      turn = turn();
    }
  }

  /// One turn.
  Turn turn() {
    Turn done = transaction.execute(status -> inside());
    return done == null ? Turn.TOO_EARLY : done;
  }

  private Turn inside() {
    jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
    long read = read();
    if (read < size.size()) {
      return Turn.TOO_EARLY;
    }
    List<Audience> all = audiences.all();
    if (all.isEmpty()) {
      return Turn.NOTHING_TO_DO;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Drafts drafts = new Drafts(all, log, now);
    List<Decided> decided = masks.refresh(giver, LocalDate.ofInstant(now, ZoneOffset.UTC));
    boolean wentOn = recallErased(decided, drafts);
    if (!wentOn) {
      wentOn = exceptions.compare(all, giver, drafts, now);
      wentOn |= sweep(decided, drafts, read);
    }
    append(drafts.disclosures(), now);
    return wentOn ? Turn.WENT_ON : Turn.NOTHING_TO_DO;
  }

  /// How much of the ledger this room has read.
  private long read() {
    return readers.listProgress().stream()
        .filter(progress -> progress.reader().equals(SharingReader.NAME))
        .mapToLong(RunReaders.Progress::position)
        .findFirst()
        .orElse(-1);
  }

  /// Versions that lost their content are called back from everybody who was given them; who may
  /// have what the record still says is given it.
  private boolean recallErased(List<Decided> decided, Drafts drafts) {
    List<Long> gone =
        jdbc.queryForList(
            "select sequence from sharing.erased order by sequence limit ?", Long.class, AT_ONCE);
    if (gone.isEmpty()) {
      return false;
    }
    jdbc.query(
        """
        select g.audience, g.record, g.sequence, g.variant
        from sharing.erased e
        join sharing.log g on g.record = e.record and g.sequence = e.sequence and g.action = 0
        where e.sequence = any (?) and not exists (
          select 1 from sharing.log r
          where r.record = g.record and r.sequence = g.sequence and r.audience = g.audience
            and r.action = 1 and r.date_added > g.date_added)
        order by g.audience, g.sequence
        """,
        row -> {
          drafts.recallErased(
              row.getInt(1),
              row.getObject(2, UUID.class),
              row.getLong(3),
              Variant.of(row.getInt(4)));
        },
        (Object) gone.toArray(Long[]::new));
    bring(decided, listStillStanding(gone), new HashSet<>(gone), drafts);
    jdbc.update(
        "delete from sharing.erased where sequence = any (?)", (Object) gone.toArray(Long[]::new));
    return true;
  }

  /// Records that lost an older version than the one that they stand at.
  private List<Standing> listStillStanding(List<Long> gone) {
    return jdbc.query(
        """
        select s.record, s.sequence, s.likeness, s.told <> 0, s.first from sharing.standing s
        where s.record in (select record from sharing.erased where sequence = any (?))
          and s.sequence <> all (?)
        order by s.sequence
        """,
        (row, number) -> standing(row),
        gone.toArray(Long[]::new),
        gone.toArray(Long[]::new));
  }

  /// @param first the first version that the record stood at
  private record Standing(UUID record, long sequence, int likeness, boolean told, long first) {
    boolean hasChanged() {
      return first != sequence;
    }
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getInt(3),
        row.getBoolean(4),
        row.getLong(5));
  }

  /// Holds the next records against what was decided on their likeness, in the order of the ledger
  /// whatever they are like: the order in which a receiver reads tells nothing of others.
  ///
  /// @param read how much of the ledger this room had read when the turn began: what others append
  ///   meanwhile has not been looked at
  private boolean sweep(List<Decided> decided, Drafts drafts, long read) {
    long from = decided.stream().mapToLong(Decided::swept).min().orElse(Long.MAX_VALUE);
    List<Standing> next =
        jdbc.query(
            """
            select s.record, s.sequence, s.likeness, s.told <> 0, s.first
            from sharing.standing s join sharing.mask m on m.likeness = s.likeness
            where s.sequence > ? and s.sequence > m.swept order by s.sequence limit ?
            """,
            (row, number) -> standing(row),
            from,
            AT_ONCE);
    bring(decided, next, Set.of(), drafts);
    masks.swept(next.size() < AT_ONCE ? read - 1 : Math.min(read - 1, next.getLast().sequence()));
    return !next.isEmpty();
  }

  /// What an audience is to have of a record, or not any more.
  ///
  /// @param version the one it is to have, or at which the refusal began
  private record Step(
      int bit,
      UUID record,
      long version,
      SharingDecision decision,
      @Nullable Had has,
      Optional<Ground> ground) {}

  /// Brings every audience to what was decided, in the order in which each could see it happen.
  ///
  /// @param recalled versions that nobody has any more after this turn
  private void bring(
      List<Decided> decided, List<Standing> standings, Set<Long> recalled, Drafts drafts) {
    Map<Integer, Decided> byLikeness =
        decided.stream().collect(Collectors.toMap(d -> d.likeness().id(), d -> d));
    Map<UUID, Map<Integer, Had>> had =
        log.had(standings.stream().filter(Standing::told).map(Standing::record).toList());
    Map<UUID, Past> pasts =
        sinceWhen.of(
            standings.stream()
                .filter(Standing::hasChanged)
                .filter(one -> {
                  Decided on = byLikeness.get(one.likeness());
                  return on != null && (one.told() || on.mask() != 0);
                })
                .map(Standing::record)
                .toList());
    Map<Integer, SharingBasis> bases =
        audiences.all().stream().collect(Collectors.toMap(Audience::bit, a -> a.terms().basis()));
    List<Step> steps = new ArrayList<>();
    for (Standing standing : standings) {
      Map<Integer, Had> has = had.getOrDefault(standing.record(), Map.of());
      Decided on = byLikeness.get(standing.likeness());
      if (on != null) {
        on.byBit()
            .forEach((bit, decision) -> {
              Had its = has.get(bit);
              Had still = its == null || recalled.contains(its.sequence()) ? null : its;
              Past past = pasts.get(standing.record());
              long version =
                  past == null
                      ? standing.sequence()
                      : past.version(standing.sequence(), decision, still);
              Optional<Ground> ground =
                  decision instanceof SharingDecision.Allowed
                      ? ground(on, bit, bases)
                      : Optional.empty();
              steps.add(new Step(bit, standing.record(), version, decision, still, ground));
            });
      }
    }
    steps.sort(Comparator.comparingLong(Step::version));
    for (Step step : steps) {
      drafts.bring(
          step.bit(), step.ground(), step.decision(), step.record(), step.version(), step.has());
    }
  }

  /// What a partner gave rests on its originator's consent too, and the disclosure names it.
  private static Optional<Ground> ground(
      Decided decided, int bit, Map<Integer, SharingBasis> bases) {
    String partner = decided.likeness().traits().partner();
    SharingBasis basis = bases.get(bit);
    return partner == null || basis == null
        ? Optional.empty()
        : Optional.of(
            new Ground(
                basis.id(),
                basis.instrument()
                    + (decided.asked().contains(bit)
                        ? "; passed on with the consent of the originator, " + partner
                        : "; passed on as " + partner + " gave it")));
  }

  private void append(List<Disclosure> disclosures, Instant now) {
    if (disclosures.isEmpty()) {
      return;
    }
    List<Entry> entries = new ArrayList<>();
    for (Disclosure disclosure : disclosures) {
      entries.add(
          new Entry.Put<>(
              Disclosure.KIND,
              disclosure.bit() + "/" + disclosure.steps().getFirst().firstAdded(),
              disclosure,
              Marking.originatorOnly(Purpose.ANY_LAWFUL),
              null));
    }
    ledger.append(new Batch(SOURCE, null, now, "system", entries));
  }
}

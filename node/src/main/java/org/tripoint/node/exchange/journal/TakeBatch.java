package org.tripoint.node.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.ApplyEntries.Applied;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.JournalEntry;
import org.tripoint.node.exchange.journal.JournalBatch.Opening;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Takes a partner's batch: checks that it is the partner's, meant for this node, and continues
/// what came before; does what it says; writes the receipt. All of it, or nothing.
///
/// A batch that was taken before changes nothing. One that comes too early, in a package, is done
/// at once, and joins the chain when those before it have come.
@Service
class TakeBatch {

  private final JdbcTemplate jdbc;
  private final ApplyEntries apply;
  private final NodeSigner signer;
  private final OwnName own;
  private final StopFeed stop;
  private final RecordKinds kinds;
  private final Clock clock;
  private final TransactionTemplate transaction;

  TakeBatch(
      JdbcTemplate jdbc,
      ApplyEntries apply,
      NodeSigner signer,
      OwnName own,
      StopFeed stop,
      RecordKinds kinds,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.apply = apply;
    this.signer = signer;
    this.own = own;
    this.stop = stop;
    this.kinds = kinds;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// What became of a batch.
  enum Outcome {
    TAKEN,
    /// It had been taken before; nothing changed.
    HAD_ALREADY,
    /// The partner has begun a new epoch before it; nothing changed.
    SUPERSEDED
  }

  /// The place up to which the partner's journal has been taken without a gap.
  Head feed(String partner) {
    return jdbc
        .query(
            "select epoch, number, hash from exchange.feed where partner = ?",
            (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
            partner)
        .stream()
        .findFirst()
        .orElse(Head.NONE);
  }

  Outcome take(Partner partner, Delivery delivery) throws FeedStopped {
    JournalBatch batch = open(partner, delivery.signed());
    String hash = SigningKeys.sha256(delivery.signed());
    checkObjects(batch, delivery.objects());
    try {
      Outcome outcome = transaction.execute(status -> inside(partner, delivery, batch, hash));
      if (outcome == null) {
        throw new IllegalStateException("expected an outcome");
      }
      return outcome;
    } catch (Broken e) {
      throw new FeedStopped(e.reason, String.valueOf(e.getMessage()));
    }
  }

  /// Carries a reason out of a transaction, which it rolls back.
  private static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Broken(Reason reason, String expected) {
      super(expected);
      this.reason = reason;
    }
  }

  private JournalBatch open(Partner partner, String signed) throws FeedStopped {
    JournalBatch batch;
    try {
      Jws.Opened opened = Jws.open(signed, JournalBatch.TYPE, partner.introduction()::key);
      batch = kinds.parse(JournalBatch.FORM, opened.text());
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new FeedStopped(Reason.NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    if (!batch.from().equals(partner.name()) || !batch.to().equals(own.name())) {
      throw new FeedStopped(
          Reason.NOT_FOR_US, "expected a batch from " + partner.name() + " to " + own.name());
    }
    return batch;
  }

  /// Every object is one that the batch names, with the bytes whose hash was signed.
  private static void checkObjects(JournalBatch batch, Map<String, byte[]> objects)
      throws FeedStopped {
    Set<String> named = new HashSet<>();
    for (JournalEntry entry : batch.entries()) {
      if (entry instanceof Give give) {
        named.add(give.sha256());
      }
    }
    for (Map.Entry<String, byte[]> object : objects.entrySet()) {
      if (!named.contains(object.getKey())
          || !SigningKeys.sha256(object.getValue()).equals(object.getKey())) {
        throw new FeedStopped(
            Reason.OTHER_BYTES,
            "expected only objects with the bytes that batch %d names".formatted(batch.number()));
      }
    }
  }

  private Outcome inside(Partner partner, Delivery delivery, JournalBatch batch, String hash) {
    String name = partner.name();
    lock(jdbc, name);
    Optional<String> before = takenHash(name, batch.epoch(), batch.number());
    if (before.isPresent()) {
      if (!before.get().equals(hash)) {
        throw new Broken(
            Reason.TWO_BATCHES_OF_ONE_NUMBER, "expected batch " + batch.number() + " as it was");
      }
      return Outcome.HAD_ALREADY;
    }
    if (isSuperseded(name, batch)) {
      return Outcome.SUPERSEDED;
    }
    if (batch.opens() == null && stop.waitsForEpoch(name)) {
      throw new Broken(
          Reason.REWRITTEN, "expected a new epoch, found batch %d".formatted(batch.number()));
    }
    requireNeighbours(name, batch, hash);
    Applied applied = apply.apply(partner, batch, delivery.objects());
    store(name, delivery.signed(), batch, hash, applied);
    if (batch.opens() != null) {
      offerReceiptsAgain(name, batch.opens());
      if (stop.waitsForEpoch(name)) {
        stop.goOn(name, Way.FROM);
      }
    }
    advance(name);
    return Outcome.TAKEN;
  }

  /// Nobody else applies anything of the partner until the transaction ends.
  static void lock(JdbcTemplate jdbc, String partner) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtext('exchange.feed'), hashtext(?))", row -> {}, partner);
  }

  private Optional<String> takenHash(String partner, int epoch, long number) {
    return jdbc
        .queryForList(
            "select hash from exchange.taken where partner = ? and epoch = ? and number = ?",
            String.class,
            partner,
            epoch,
            number)
        .stream()
        .findFirst();
  }

  /// It was written before the partner was restored from a backup, and no longer counts.
  private boolean isSuperseded(String partner, JournalBatch batch) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.taken
              where partner = ? and epoch > ? and (opens_epoch, opens_number) < (?, ?))
            """,
            Boolean.class,
            partner,
            batch.epoch(),
            batch.epoch(),
            batch.number()));
  }

  /// The partner lost what this node had confirmed to it.
  private void offerReceiptsAgain(String partner, Opening opens) {
    jdbc.update(
        """
        update exchange.receipt set delivered = null, refused = null
        where partner = ? and (epoch, number) > (?, ?) and (epoch, number) <= (?, ?)
        """,
        partner,
        opens.sinceEpoch(),
        opens.since(),
        opens.epoch(),
        opens.number());
  }

  /// An epoch begins after the last place that this node holds, and after no other.
  private void requireOpening(String partner, JournalBatch batch, Opening opens) {
    takenHash(partner, opens.epoch(), opens.number())
        .filter(held -> !held.equals(opens.hash()))
        .ifPresent(held -> {
          throw new Broken(
              Reason.BROKEN_CHAIN,
              "expected epoch %d to begin after batch %d as it was taken"
                  .formatted(batch.epoch(), opens.number()));
        });
    Long later =
        jdbc.queryForObject(
            """
            select count(*) from exchange.taken
            where partner = ? and epoch < ? and (epoch, number) > (?, ?)
            """,
            Long.class,
            partner,
            batch.epoch(),
            opens.epoch(),
            opens.number());
    if (later == null || later > 0) {
      throw new Broken(
          Reason.BROKEN_CHAIN,
          "expected epoch %d to begin after the last batch that is held".formatted(batch.epoch()));
    }
  }

  /// Both neighbours that are there already must fit: the one before by its hash, the one after by
  /// what it says came before it.
  private void requireNeighbours(String partner, JournalBatch batch, String hash) {
    if (batch.opens() != null) {
      requireOpening(partner, batch, batch.opens());
    } else if (batch.number() == 1) {
      if (!batch.previous().isEmpty()) {
        throw new Broken(Reason.BROKEN_CHAIN, "expected nothing before the first batch");
      }
    } else {
      takenHash(partner, batch.epoch(), batch.number() - 1)
          .filter(previous -> !previous.equals(batch.previous()))
          .ifPresent(previous -> {
            throw new Broken(
                Reason.BROKEN_CHAIN,
                "expected batch %d to name %d as it was taken"
                    .formatted(batch.number(), batch.number() - 1));
          });
    }
    List<String> next =
        jdbc.queryForList(
            """
            select previous from exchange.taken
            where partner = ? and ((epoch = ? and number = ?)
              or (opens_epoch = ? and opens_number = ?))
            """,
            String.class,
            partner,
            batch.epoch(),
            batch.number() + 1,
            batch.epoch(),
            batch.number());
    if (!next.isEmpty() && !next.getFirst().equals(hash)) {
      throw new Broken(
          Reason.BROKEN_CHAIN,
          "expected batch %d as batch %d names it".formatted(batch.number(), batch.number() + 1));
    }
  }

  private void store(
      String partner, String signed, JournalBatch batch, String hash, Applied applied) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    jdbc.update(
        """
        insert into exchange.taken
          (partner, epoch, number, hash, previous, signed, at, given, recalled, refused,
           opens_epoch, opens_number)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        partner,
        batch.epoch(),
        batch.number(),
        hash,
        batch.previous(),
        signed,
        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
        applied.given(),
        applied.complied().size(),
        applied.refused().size(),
        batch.opens() == null ? null : batch.opens().epoch(),
        batch.opens() == null ? null : batch.opens().number());
    JournalReceipt receipt =
        new JournalReceipt(
            own.name(),
            partner,
            batch.epoch(),
            batch.number(),
            hash,
            now,
            applied.complied(),
            applied.refused(),
            applied.missing());
    jdbc.update(
        "insert into exchange.receipt (partner, epoch, number, signed) values (?, ?, ?, ?)",
        partner,
        batch.epoch(),
        batch.number(),
        signer.sign(
            JournalReceipt.TYPE,
            kinds.write(JournalReceipt.FORM, receipt).getBytes(StandardCharsets.UTF_8)));
  }

  /// Moves the place over every batch that is there without a gap.
  private void advance(String partner) {
    Head next = feed(partner);
    for (Optional<Head> after = after(partner, next);
        after.isPresent();
        after = after(partner, next)) {
      next = after.get();
    }
    jdbc.update(
        """
        insert into exchange.feed (partner, epoch, number, hash) values (?, ?, ?, ?)
        on conflict (partner) do update
        set epoch = excluded.epoch, number = excluded.number, hash = excluded.hash
        """,
        partner,
        next.epoch(),
        next.number(),
        next.hash());
  }

  /// The batch that follows a place: the next of its epoch, or the first of one that begins there.
  private Optional<Head> after(String partner, Head place) {
    return jdbc
        .query(
            """
            select epoch, number, hash from exchange.taken
            where partner = ? and previous = ? and ((epoch = ? and number = ?)
              or (opens_epoch = ? and opens_number = ?))
            """,
            (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
            partner,
            place.hash(),
            place.epoch(),
            place.number() + 1,
            place.epoch(),
            place.number())
        .stream()
        .findFirst();
  }
}

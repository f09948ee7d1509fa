package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.journal.JournalHeads.Commitment;
import org.tripoint.node.exchange.journal.JournalHeads.Place;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Compares where a partner says that both journals end with what this node has. A partner that
/// holds more of this node's journal than the node itself tells that it was restored from a backup;
/// a partner whose own journal no longer holds what came from it tells that it was written anew.
@Service
class TakeHeads {

  private final JdbcTemplate jdbc;
  private final ReadJournal journal;
  private final OwnName own;
  private final RecordKinds kinds;
  private final StopFeed stop;
  private final Commitments commitments;
  private final Clock clock;

  TakeHeads(
      JdbcTemplate jdbc,
      ReadJournal journal,
      OwnName own,
      RecordKinds kinds,
      StopFeed stop,
      Commitments commitments,
      Clock clock) {
    this.commitments = commitments;
    this.jdbc = jdbc;
    this.journal = journal;
    this.own = own;
    this.kinds = kinds;
    this.stop = stop;
    this.clock = clock;
  }

  /// @throws FeedStopped if the message is not the partner's
  @Transactional
  void take(Partner partner, String signed) throws FeedStopped {
    JournalHeads heads = open(partner, signed);
    compareOurs(partner, heads.held(), signed);
    compareTheirs(partner, heads.written());
    if (heads.commitment() != null) {
      takeWord(partner, heads.commitment(), heads.written(), signed);
    }
  }

  /// A partner whose journal lost what was taken from it was restored from a backup, and its lost
  /// words with it: the journal tells of that by itself.
  private void takeWord(Partner partner, Commitment word, Place written, String signed) {
    boolean fits = commitments.came(partner.name(), word, signed);
    if (!fits && !isBehind(partner.name(), written) && !stop.isStopped(partner.name(), Way.FROM)) {
      stop.stop(
          partner,
          Way.FROM,
          new FeedStopped(
              Reason.TWO_WORDS, "expected the word for %s as it came".formatted(word.day())));
    }
  }

  private boolean isBehind(String partner, Place written) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (
              select 1 from exchange.feed where partner = ? and (epoch, number) > (?, ?))
            """,
            Boolean.class,
            partner,
            written.epoch(),
            written.number()));
  }

  private JournalHeads open(Partner partner, String signed) throws FeedStopped {
    JournalHeads heads;
    try {
      Jws.Opened opened = Jws.open(signed, JournalHeads.TYPE, partner.introduction()::key);
      heads = kinds.parse(JournalHeads.FORM, opened.text());
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new FeedStopped(Reason.NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    if (!heads.from().equals(partner.name()) || !heads.to().equals(own.name())) {
      throw new FeedStopped(
          Reason.NOT_FOR_US, "expected heads from " + partner.name() + " to " + own.name());
    }
    return heads;
  }

  /// What the partner holds of this node's journal.
  private void compareOurs(Partner partner, Place held, String signed) {
    Optional<String> hash = journal.hashOf(partner.name(), held.epoch(), held.number());
    if (held.number() == 0 || hash.equals(Optional.of(held.hash()))) {
      return;
    }
    Head since = journal.confirmed(partner.name());
    int noted =
        jdbc.update(
            """
            insert into exchange.ahead (partner, epoch, number, hash, since_epoch, since_number,
                                        since_hash, signed, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (partner) do update
            set epoch = excluded.epoch, number = excluded.number, hash = excluded.hash,
                signed = excluded.signed, at = excluded.at, complete = false,
                proposed_by = null, proposed_at = null
            where (ahead.epoch, ahead.number) < (excluded.epoch, excluded.number)
            """,
            partner.name(),
            held.epoch(),
            held.number(),
            held.hash(),
            since.epoch(),
            since.number(),
            since.hash(),
            signed,
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (noted > 0) {
      stop.stop(
          partner,
          Way.TO,
          new FeedStopped(
              Reason.RESTORED,
              "expected to have batch %d of epoch %d, which the partner holds"
                  .formatted(held.number(), held.epoch())));
    }
  }

  /// What this node holds of the partner's journal must still be in it. Who was restored from a
  /// backup learns that when it is asked for what comes next, so this node goes on asking, and
  /// takes nothing but a new epoch.
  private void compareTheirs(Partner partner, Place written) {
    List<String> taken =
        jdbc.queryForList(
            "select hash from exchange.taken where partner = ? and epoch = ? and number = ?",
            String.class,
            partner.name(),
            written.epoch(),
            written.number());
    if (!taken.isEmpty() && !taken.getFirst().equals(written.hash())) {
      stop.stop(
          partner,
          Way.FROM,
          new FeedStopped(
              Reason.REWRITTEN,
              "expected the partner's batch %d as it was taken".formatted(written.number())));
    }
  }
}

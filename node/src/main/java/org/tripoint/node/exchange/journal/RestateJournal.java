package org.tripoint.node.exchange.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.BroughtBack.Returned;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.JournalEntry;
import org.tripoint.node.exchange.journal.JournalBatch.Opening;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;
import org.tripoint.node.exchange.journal.JournalBatch.Terms;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.journal.RestorePlan.Touched;
import org.tripoint.node.exchange.journal.WriteBatches.Stated;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.RecallReason;

/// Puts the journal for a partner on its feet again: the batches that came back are the journal's
/// own, those that were written on the old ground are not, and the new epoch begins by calling back
/// every object that something happened to meanwhile and giving what this node gives now.
///
/// So the partner ends up with exactly what this node says, whatever the two had before; what was
/// appended again is given under ids of its own, for the record is another one here.
@Component
class RestateJournal {

  private final JdbcTemplate jdbc;
  private final SentBatches sent;
  private final WriteBatches write;
  private final ReadShared shared;
  private final RecordKinds kinds;
  private final Clock clock;

  RestateJournal(
      JdbcTemplate jdbc,
      SentBatches sent,
      WriteBatches write,
      ReadShared shared,
      RecordKinds kinds,
      Clock clock) {
    this.jdbc = jdbc;
    this.sent = sent;
    this.write = write;
    this.shared = shared;
    this.kinds = kinds;
    this.clock = clock;
  }

  /// Nobody else writes batches for the partner until the transaction ends.
  void lock(String partner) {
    sent.lock(partner);
  }

  /// The latest epoch in which anything was written for the partner.
  int lastEpoch(String partner) {
    Integer last =
        jdbc.queryForObject(
            "select coalesce(max(epoch), 1) from exchange.sent where partner = ?",
            Integer.class,
            partner);
    return last == null ? 1 : last;
  }

  /// Whether this node gives this version of an object to an audience.
  boolean gives(String partner, String audience, String object, Instant modified) {
    return audiencesOf(partner).stream()
        .filter(one -> one.name().equals(audience))
        .anyMatch(one ->
            !jdbc.queryForList(
                    """
                    select 1 from exchange.entry
                    where audience = ? and object = ? and modified = ? and action = 0
                      and gone is null
                    """,
                    Integer.class,
                    one.bit(),
                    object,
                    ChronoUnit.MICROS.between(Instant.EPOCH, modified))
                .isEmpty());
  }

  /// Call inside a transaction that has locked.
  ///
  /// @param since the last place that both had before
  void open(
      Partner partner, JournalEpoch epoch, Head since, List<Returned> returned, RestorePlan plan) {
    forgetForked(partner.name(), returned, since);
    returned.forEach(this::putBack);
    Opening opening =
        new Opening(
            epoch.lastEpoch(),
            epoch.lastNumber(),
            epoch.lastHash(),
            since.epoch(),
            since.number(),
            epoch.confirmedBy());
    write.open(partner, epoch.epoch(), opening, stated(partner, returned, plan), terms(returned));
  }

  /// Batches that were written after the restore and before anybody noticed: no partner has them.
  /// What they say is written again, but for what the partner holds in a batch that came back.
  private void forgetForked(String partner, List<Returned> returned, Head since) {
    Map<String, String> real = new HashMap<>();
    Set<String> held = new HashSet<>();
    for (Returned one : returned) {
      real.put(one.batch().epoch() + "/" + one.batch().number(), one.hash());
      one.batch().entries().forEach(entry -> held.add(entry.audience() + "/" + entry.added()));
    }
    Map<String, Long> first = new HashMap<>();
    jdbc.query(
        """
        select epoch, number, hash, signed from exchange.sent
        where partner = ? and (epoch, number) > (?, ?)
        """,
        row -> {
          String place = row.getInt(1) + "/" + row.getLong(2);
          if (!row.getString(3).equals(real.get(place))) {
            for (JournalEntry entry : ReadJournal.own(kinds, row.getString(4)).entries()) {
              if (!held.contains(entry.audience() + "/" + entry.added())) {
                first.merge(entry.audience(), entry.added(), Math::min);
              }
            }
            jdbc.update(
                "delete from exchange.sent_recall where partner = ? and epoch = ? and number = ?",
                partner,
                row.getInt(1),
                row.getLong(2));
            jdbc.update(
                "delete from exchange.sent_end where partner = ? and epoch = ? and number = ?",
                partner,
                row.getInt(1),
                row.getLong(2));
            jdbc.update(
                "delete from exchange.sent where partner = ? and epoch = ? and number = ?",
                partner,
                row.getInt(1),
                row.getLong(2));
          }
        },
        partner,
        since.epoch(),
        since.number());
    for (SharedAudience audience : audiencesOf(partner)) {
      Long added = first.get(audience.name());
      if (added != null) {
        jdbc.update(
            "update exchange.batched set date_added = ? where audience = ? and date_added >= ?",
            added - 1,
            audience.bit(),
            added);
      }
    }
  }

  private List<SharedAudience> audiencesOf(String partner) {
    return shared.listAudiences().stream()
        .filter(audience -> audience.partner().equals(partner))
        .toList();
  }

  /// The journal is whole again; the partner's receipts for it come once more.
  private void putBack(Returned one) {
    JournalBatch batch = one.batch();
    if (!sent.keep(batch, one.signed(), one.hash())) {
      return;
    }
    for (JournalEntry entry : batch.entries()) {
      if (entry instanceof Recall recall) {
        sent.keepRecall(batch, recall, recordOf(recall.id()).orElse(null));
      }
    }
  }

  private Optional<UUID> recordOf(String object) {
    return jdbc
        .queryForList(
            "select distinct record from exchange.object where id = ? and record is not null",
            UUID.class,
            object)
        .stream()
        .findFirst();
  }

  /// First everything that was touched is called back, then what this node gives now is given.
  private List<Stated> stated(Partner partner, List<Returned> returned, RestorePlan plan) {
    Map<String, SharedAudience> audiences = new HashMap<>();
    audiencesOf(partner.name()).forEach(one -> audiences.put(one.name(), one));
    Map<String, Long> last = new HashMap<>();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long start = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    returned.forEach(one ->
        one.batch()
            .entries()
            .forEach(entry -> last.merge(entry.audience(), entry.added(), Math::max)));
    last.replaceAll((name, added) -> {
      SharedAudience audience = audiences.get(name);
      return Math.max(Math.max(added, start), audience == null ? 0 : frozen(audience.bit()));
    });
    Instant due = now.plus(java.time.Duration.ofHours(partner.complyHours()));
    List<Stated> all = new ArrayList<>();
    for (Touched one : plan.touched()) {
      long added = last.merge(one.audience(), 1L, Long::sum);
      all.add(
          new Stated(
              new Recall(
                  one.audience(),
                  added,
                  one.object(),
                  latest(one, audiences),
                  RecallReason.REPLACED,
                  due),
              recordOf(one.object()).orElse(null),
              null));
    }
    for (Touched one : plan.touched()) {
      SharedAudience audience = audiences.get(one.audience());
      if (audience != null && !audience.ended()) {
        Instant after = plan.mayBeGivenAgain(one) ? Instant.EPOCH : lastSaid(returned);
        all.addAll(given(audience, one.object(), after, last));
      }
    }
    last.forEach((name, added) -> {
      SharedAudience audience = audiences.get(name);
      if (audience != null) {
        jdbc.update(
            "update exchange.frozen set last = greatest(last, ?) where audience = ?",
            added,
            audience.bit());
      }
    });
    return all;
  }

  private long frozen(int audience) {
    return jdbc
        .queryForList("select last from exchange.frozen where audience = ?", Long.class, audience)
        .stream()
        .findFirst()
        .orElse(-1L);
  }

  /// The latest version of the object that either side may have spoken of.
  private Instant latest(Touched one, Map<String, SharedAudience> audiences) {
    SharedAudience audience = audiences.get(one.audience());
    if (audience == null) {
      return one.modified();
    }
    Long own =
        jdbc.queryForObject(
            "select max(modified) from exchange.entry where audience = ? and object = ?",
            Long.class,
            audience.bit(),
            one.object());
    Instant here = own == null ? Instant.EPOCH : Instant.EPOCH.plus(own, ChronoUnit.MICROS);
    return here.isAfter(one.modified()) ? here : one.modified();
  }

  /// When the last of what came back was written: what this node came to know after that is new,
  /// and was taken from nobody.
  private static Instant lastSaid(List<Returned> returned) {
    return returned.stream()
        .map(one -> one.batch().at())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /// What the audience may have of an object, as this node's own entries say.
  ///
  /// @param after versions up to this instant are left out
  private List<Stated> given(
      SharedAudience audience, String object, Instant after, Map<String, Long> last) {
    return jdbc.query(
        """
        select e.modified, encode(o.sha256, 'hex'), o.record, o.sequence
        from exchange.entry e join exchange.object o on o.id = e.object and o.modified = e.modified
        where e.audience = ? and e.object = ? and e.modified > ? and e.action = 0
          and e.gone is null and e.line is not null and octet_length(o.sha256) = 32
        order by e.date_added
        """,
        (row, n) ->
            new Stated(
                new Give(
                    audience.name(),
                    last.merge(audience.name(), 1L, Long::sum),
                    object,
                    Instant.EPOCH.plus(row.getLong(1), ChronoUnit.MICROS),
                    row.getString(2),
                    null),
                row.getObject(3, UUID.class),
                row.getObject(4, Long.class)),
        audience.bit(),
        object,
        ChronoUnit.MICROS.between(Instant.EPOCH, after));
  }

  /// On what audiences rested that this node no longer knows of.
  private static Map<String, Terms> terms(List<Returned> returned) {
    Map<String, Terms> terms = new TreeMap<>();
    returned.forEach(one ->
        one.batch().audiences().forEach(audience -> terms.put(audience.audience(), audience)));
    return terms;
  }
}

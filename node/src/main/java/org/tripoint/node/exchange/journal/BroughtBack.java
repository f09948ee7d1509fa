package org.tripoint.node.exchange.journal;

import java.security.PublicKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.FeedStopped.Reason;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.keys.Jws;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.NodeSigner;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.ledger.RecordKinds;

/// This node's own batches, given back by a partner after the node was restored from a backup. Each
/// is believed because this node itself signed it, and continues what is still here.
@Service
class BroughtBack {

  private final JdbcTemplate jdbc;
  private final NodeSigner signer;
  private final OwnName own;
  private final RecordKinds kinds;
  private final TransactionTemplate transaction;

  BroughtBack(
      JdbcTemplate jdbc,
      NodeSigner signer,
      OwnName own,
      RecordKinds kinds,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.signer = signer;
    this.own = own;
    this.kinds = kinds;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// A partner that holds more of this node's journal than the node.
  ///
  /// @param head the last place that the partner holds
  /// @param since the last place that both have
  /// @param complete true when everything between them has come back
  /// @param proposedBy who proposed a new epoch, or null
  record Ahead(Head head, Head since, boolean complete, @Nullable String proposedBy, Instant at) {}

  Optional<Ahead> ahead(String partner) {
    return jdbc
        .query(
            """
            select epoch, number, hash, since_epoch, since_number, since_hash, complete,
                   proposed_by, at
            from exchange.ahead where partner = ?
            """,
            (row, n) ->
                new Ahead(
                    new Head(row.getInt(1), row.getLong(2), row.getString(3)),
                    new Head(row.getInt(4), row.getLong(5), row.getString(6)),
                    row.getBoolean(7),
                    row.getString(8),
                    row.getObject(9, OffsetDateTime.class).toInstant()),
            partner)
        .stream()
        .findFirst();
  }

  /// After which place the partner is to be asked; empty when nothing is wanted.
  Optional<Head> wanted(String partner) {
    return ahead(partner)
        .filter(ahead -> !ahead.complete())
        .map(ahead -> last(partner).orElse(ahead.since()));
  }

  private Optional<Head> last(String partner) {
    return jdbc
        .query(
            """
            select epoch, number, hash from exchange.returned where partner = ?
            order by epoch desc, number desc limit 1
            """,
            (row, n) -> new Head(row.getInt(1), row.getLong(2), row.getString(3)),
            partner)
        .stream()
        .findFirst();
  }

  /// Takes one batch back.
  ///
  /// @throws FeedStopped if this node did not sign it, or it does not continue the one before
  void take(String partner, Delivery delivery) throws FeedStopped {
    JournalBatch batch = open(partner, delivery.signed());
    Head before =
        wanted(partner)
            .orElseThrow(
                () -> new FeedStopped(Reason.BROKEN_CHAIN, "expected nothing to be given back"));
    boolean follows =
        batch.epoch() == before.epoch()
            ? batch.number() == before.number() + 1
            : batch.epoch() > before.epoch() && batch.number() == 1;
    if (!follows || !batch.previous().equals(before.hash())) {
      throw new FeedStopped(
          Reason.BROKEN_CHAIN, "expected the batch after " + before.number() + " to be given back");
    }
    requireObjects(batch, delivery.objects());
    transaction.executeWithoutResult(status -> store(partner, batch, delivery));
  }

  private JournalBatch open(String partner, String signed) throws FeedStopped {
    JournalBatch batch;
    try {
      batch =
          kinds.parse(JournalBatch.FORM, Jws.open(signed, JournalBatch.TYPE, this::ownKey).text());
    } catch (NotTrusted | IllegalArgumentException e) {
      throw new FeedStopped(Reason.NOT_SIGNED, String.valueOf(e.getMessage()));
    }
    if (!batch.from().equals(own.name()) || !batch.to().equals(partner)) {
      throw new FeedStopped(
          Reason.NOT_FOR_US, "expected a batch from " + own.name() + " to " + partner);
    }
    return batch;
  }

  private Optional<PublicKey> ownKey(String id) {
    return signer.publicKeys().stream()
        .map(SigningKeys::readPublic)
        .filter(key -> SigningKeys.idOf(key).equals(id))
        .findFirst();
  }

  private static void requireObjects(JournalBatch batch, Map<String, byte[]> objects)
      throws FeedStopped {
    Set<String> named = new HashSet<>(batch.gives().stream().map(Give::sha256).toList());
    for (Map.Entry<String, byte[]> object : objects.entrySet()) {
      if (!named.contains(object.getKey())
          || !SigningKeys.sha256(object.getValue()).equals(object.getKey())) {
        throw new FeedStopped(Reason.OTHER_BYTES, "expected only objects that were signed");
      }
    }
  }

  private void store(String partner, JournalBatch batch, Delivery delivery) {
    String hash = SigningKeys.sha256(delivery.signed());
    jdbc.update(
        """
        insert into exchange.returned (partner, epoch, number, hash, previous, signed)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        partner,
        batch.epoch(),
        batch.number(),
        hash,
        batch.previous(),
        delivery.signed());
    delivery
        .objects()
        .forEach((sha256, body) ->
            jdbc.update(
                """
                insert into exchange.returned_object (partner, sha256, body) values (?, ?, ?)
                on conflict do nothing
                """,
                partner,
                sha256,
                body));
    jdbc.update(
        """
        update exchange.ahead set complete = true
        where partner = ? and epoch = ? and number = ? and hash = ?
        """,
        partner,
        batch.epoch(),
        batch.number(),
        hash);
  }

  /// A batch that came back, with the objects that the partner still had.
  record Returned(String signed, String hash, JournalBatch batch, Map<String, byte[]> objects) {}

  /// Everything that came back, oldest first.
  List<Returned> list(String partner) {
    Map<String, byte[]> bodies = new HashMap<>();
    jdbc.query(
        "select sha256, body from exchange.returned_object where partner = ?",
        row -> {
          bodies.put(row.getString(1), row.getBytes(2));
        },
        partner);
    List<Returned> all = new ArrayList<>();
    jdbc.query(
        """
        select signed, hash from exchange.returned where partner = ? order by epoch, number
        """,
        row -> {
          JournalBatch batch = ReadJournal.own(kinds, row.getString(1));
          Map<String, byte[]> objects = new HashMap<>();
          for (Give give : batch.gives()) {
            byte[] body = bodies.get(give.sha256());
            if (body != null) {
              objects.put(give.sha256(), body);
            }
          }
          all.add(new Returned(row.getString(1), row.getString(2), batch, objects));
        },
        partner);
    return all;
  }

  void propose(String partner, String actor, OffsetDateTime at) {
    jdbc.update(
        "update exchange.ahead set proposed_by = ?, proposed_at = ? where partner = ?",
        actor,
        at,
        partner);
  }

  /// The epoch is open.
  void forget(String partner) {
    jdbc.update("delete from exchange.ahead where partner = ?", partner);
    jdbc.update("delete from exchange.returned where partner = ?", partner);
    jdbc.update("delete from exchange.returned_object where partner = ?", partner);
  }
}

package org.tripoint.node.exchange.journal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.UnreadObjects.Place;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RecordKinds;

/// Reads again, at every start, what partners gave in kinds that an earlier version of the program
/// did not know.
@Component
class ReadUnread {

  private final JdbcTemplate jdbc;
  private final UnreadObjects unread;
  private final TakenObjects taken;
  private final ApplyEntries apply;
  private final Partners partners;
  private final RecordKinds kinds;
  private final TransactionTemplate transaction;

  ReadUnread(
      JdbcTemplate jdbc,
      UnreadObjects unread,
      TakenObjects taken,
      ApplyEntries apply,
      Partners partners,
      RecordKinds kinds,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.unread = unread;
    this.taken = taken;
    this.apply = apply;
    this.partners = partners;
    this.kinds = kinds;
    this.transaction = new TransactionTemplate(transactions);
  }

  @EventListener(ApplicationReadyEvent.class)
  void atStart() {
    for (Partner partner : partners.list()) {
      int read = again(partner);
      if (read > 0) {
        LoggerFactory.getLogger(ReadUnread.class)
            .info("{} objects of {} are of kinds that this version knows", read, partner.name());
      }
    }
  }

  /// Reads once more what could not be read.
  ///
  /// @return how many objects are records now
  int again(Partner partner) {
    int read = 0;
    for (Place place : unread.list(partner.name())) {
      Integer some = transaction.execute(status -> again(partner, place));
      read += some == null ? 0 : some;
    }
    return read;
  }

  private int again(Partner partner, Place place) {
    TakeBatch.lock(jdbc, partner.name());
    JournalBatch batch =
        ReadJournal.own(
            kinds,
            Objects.requireNonNull(
                jdbc.queryForObject(
                    """
                    select signed from exchange.taken
                    where partner = ? and epoch = ? and number = ?
                    """,
                    String.class,
                    partner.name(),
                    place.epoch(),
                    place.number())));
    List<Give> gives = unread.take(partner.name(), batch);
    Set<String> hashes = gives.stream().map(Give::sha256).collect(Collectors.toSet());
    Map<String, byte[]> bodies = taken.find(partner.name(), hashes);
    int given = apply.again(partner, batch, gives, bodies);
    unread.forgetBytes(partner.name(), hashes);
    return given;
  }
}

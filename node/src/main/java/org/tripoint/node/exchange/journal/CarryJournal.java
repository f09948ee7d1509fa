package org.tripoint.node.exchange.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.tripoint.node.exchange.journal.ReadJournal.Head;
import org.tripoint.node.exchange.partners.Partners.Partner;

/// The journals with a partner for whoever carries them by hand: the same batches and receipts that
/// go over the wire, in the same text, taken the same way.
@Service
public class CarryJournal {

  private final ReadJournal journal;
  private final WriteBatches write;
  private final TakeBatch take;
  private final TakeReceipt receipts;
  private final StopFeed stop;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  CarryJournal(
      ReadJournal journal,
      WriteBatches write,
      TakeBatch take,
      TakeReceipt receipts,
      StopFeed stop,
      JdbcTemplate jdbc,
      Clock clock) {
    this.journal = journal;
    this.write = write;
    this.take = take;
    this.receipts = receipts;
    this.stop = stop;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A place in a journal; number 0 is its start.
  public record Place(int epoch, long number) {
    public static final Place START = new Place(1, 0);

    public Place {
      if (epoch < 1 || number < 0) {
        throw new IllegalArgumentException("expected an epoch from 1 and a number from 0");
      }
    }
  }

  /// Which batches are written.
  public sealed interface Which {
    /// What the partner has not confirmed.
    record Unconfirmed() implements Which {}

    /// Everything after a place, confirmed or not.
    record After(Place place) implements Which {}
  }

  /// What was written.
  ///
  /// @param batches written
  /// @param receipts of the partner's batches, written
  public record Written(long batches, long receipts) {}

  /// What became of what came.
  public sealed interface Outcome {
    /// It was taken.
    ///
    /// @param batches that were new
    /// @param had batches that had been taken before
    /// @param receipts for batches of this node
    /// @param receiptsRefused those that are for no batch as it was sent; people were told
    /// @param upTo the partner's journal has been taken up to here without a gap
    /// @param early batches that lie behind a gap: something that was packed before has not come
    record Taken(
        long batches, long had, long receipts, long receiptsRefused, Place upTo, long early)
        implements Outcome {}

    /// People have to look first: nothing is taken from this partner.
    ///
    /// @param reason name of the reason
    record Stopped(String reason) implements Outcome {}

    /// It contradicts what came before; what was read until then stays, and people were told.
    ///
    /// @param reason name of the reason
    /// @param batch which one of those that came, from 1
    record Contradicts(String reason, long batch) implements Outcome {}
  }

  /// The place up to which the partner has confirmed this node's journal without a gap.
  public Place confirmed(String partner) {
    Head head = journal.confirmed(partner);
    return new Place(head.epoch(), head.number());
  }

  /// Whether nothing may be given to the partner until people have looked.
  public boolean givesNothing(String partner) {
    return stop.isStopped(partner, Way.TO);
  }

  /// Writes what waits into batches, then the batches and every receipt that is owed.
  public Written write(Partner partner, Which which, OutputStream out) throws IOException {
    write.writeAll(partner);
    long batches = 0;
    for (Place place : places(partner.name(), which)) {
      Optional<Delivery> found = journal.find(partner.name(), place.epoch(), place.number());
      if (found.isPresent()) {
        JournalText.write(List.of(found.get()), out);
        batches++;
      }
    }
    List<String> owed = owed(partner.name(), which);
    for (String receipt : owed) {
      JournalText.writeReceipt(receipt, out);
    }
    return new Written(batches, owed.size());
  }

  private List<Place> places(String partner, Which which) {
    Place after = which instanceof Which.After from ? from.place() : Place.START;
    return jdbc.query(
        """
        select epoch, number from exchange.sent
        where partner = ? and (epoch, number) > (?, ?) and (? or acknowledged is null)
        order by epoch, number
        """,
        (row, n) -> new Place(row.getInt(1), row.getLong(2)),
        partner,
        after.epoch(),
        after.number(),
        which instanceof Which.After);
  }

  /// Receipts that the partner is not known to have; all of them where everything is asked for.
  private List<String> owed(String partner, Which which) {
    boolean all = which instanceof Which.After from && from.place().equals(Place.START);
    return jdbc.queryForList(
        """
        select signed from exchange.receipt where partner = ? and (? or delivered is null)
        order by epoch, number
        """,
        String.class,
        partner,
        all);
  }

  /// Takes batches and receipts as they come.
  ///
  /// @param confirmed up to which the partner has this node's receipts
  public Outcome take(Partner partner, Place confirmed, InputStream in) throws IOException {
    Optional<String> stopped = stop.refusesAll(partner.name());
    if (stopped.isPresent()) {
      return new Outcome.Stopped(stopped.get());
    }
    Counting counting = new Counting(partner);
    try {
      JournalText.read(in, counting);
    } catch (FeedStopped e) {
      stop.stop(partner, Way.FROM, e);
      return new Outcome.Contradicts(e.reason().name(), counting.batches + counting.had + 1);
    }
    delivered(partner.name(), confirmed);
    Head upTo = take.feed(partner.name());
    return new Outcome.Taken(
        counting.batches,
        counting.had,
        counting.receipts,
        counting.refused,
        new Place(upTo.epoch(), upTo.number()),
        early(partner.name(), upTo));
  }

  /// What the partner says it has; what it says no more, since it was restored from a backup, is
  /// owed again.
  private void delivered(String partner, Place confirmed) {
    jdbc.update(
        """
        update exchange.receipt set delivered = null
        where partner = ? and delivered is not null and (epoch, number) > (?, ?)
        """,
        partner,
        confirmed.epoch(),
        confirmed.number());
    jdbc.update(
        """
        update exchange.receipt set delivered = ?
        where partner = ? and delivered is null and (epoch, number) <= (?, ?)
        """,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        partner,
        confirmed.epoch(),
        confirmed.number());
  }

  private long early(String partner, Head upTo) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from exchange.taken where partner = ? and (epoch, number) > (?, ?)",
            Long.class,
            partner,
            upTo.epoch(),
            upTo.number());
    return count == null ? 0 : count;
  }

  private final class Counting implements JournalText.Taking {
    private final Partner partner;
    private long batches;
    private long had;
    private long receipts;
    private long refused;

    Counting(Partner partner) {
      this.partner = partner;
    }

    @Override
    public void take(Delivery delivery) throws FeedStopped {
      switch (take.take(partner, delivery)) {
        case TAKEN -> batches++;
        case HAD_ALREADY, SUPERSEDED -> had++;
      }
    }

    /// A receipt that is wrong keeps nothing else from being taken.
    @Override
    public void receipt(String signed) {
      try {
        CarryJournal.this.receipts.take(partner, signed);
        receipts++;
      } catch (FeedStopped e) {
        stop.stop(partner, Way.TO, e);
        refused++;
      }
    }
  }
}

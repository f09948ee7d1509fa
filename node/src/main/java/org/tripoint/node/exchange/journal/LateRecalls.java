package org.tripoint.node.exchange.journal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.vocabulary.RecordId;

/// Tells people when a partner has not confirmed a recall in the time agreed, a partner that was
/// ended meanwhile too: one signal for each batch.
@Component
class LateRecalls {

  private final JdbcTemplate jdbc;
  private final Partners partners;
  private final RaiseSignal signals;
  private final Clock clock;

  LateRecalls(JdbcTemplate jdbc, Partners partners, RaiseSignal signals, Clock clock) {
    this.jdbc = jdbc;
    this.partners = partners;
    this.signals = signals;
    this.clock = clock;
  }

  /// Raises what has to be raised.
  ///
  /// @return how many signals were raised
  @Transactional
  public int tell() {
    List<Late> late = late();
    for (Late one : late) {
      raise(one);
      jdbc.update(
          """
          update exchange.sent_recall set told = true
          where partner = ? and epoch = ? and number = ?
          """,
          one.partner(),
          one.epoch(),
          one.number());
    }
    return late.size();
  }

  private void raise(Late late) {
    Optional<RecordId> partner = partners.find(late.partner()).map(Partners.Partner::record);
    List<RecordId> evidence =
        Stream.concat(partner.stream(), late.record().stream()).limit(1).toList();
    if (evidence.isEmpty()) {
      return; // the partner was ended and nothing of what was called back is known here any more
    }
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.late-recall",
            "%s/%d/%d".formatted(late.partner(), late.epoch(), late.number()),
            "exchange.signal.late",
            List.of(late.partner(), Long.toString(late.count())),
            evidence,
            List.of(
                new RaiseSignal.ScorePart("exchange.signal.late.why", BigDecimal.ONE, late.due())),
            partner.isPresent() ? "/exchange/partners/" + late.partner() : "/exchange"));
  }

  /// @param count recalls of the batch that are not confirmed
  /// @param due the day by which they had to be
  /// @param record one of those called back, where it is known here
  private record Late(
      String partner, int epoch, long number, long count, String due, Optional<RecordId> record) {}

  private List<Late> late() {
    return jdbc.query(
        """
        select partner, epoch, number, count(*), min(due),
               min(record::text) from exchange.sent_recall
        where complied is null and due < ? and not told
        group by partner, epoch, number order by partner, epoch, number
        """,
        (row, n) ->
            new Late(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getObject(5, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString(),
                Optional.ofNullable(row.getString(6)).map(UUID::fromString).map(RecordId::new)),
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}

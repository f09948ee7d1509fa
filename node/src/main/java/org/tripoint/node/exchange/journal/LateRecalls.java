package org.tripoint.node.exchange.journal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.signals.RaiseSignal;

/// Tells people when a partner has not confirmed a recall in the time agreed: one signal for each
/// batch.
@Component
class LateRecalls {

  private final JdbcTemplate jdbc;
  private final RaiseSignal signals;
  private final Clock clock;

  LateRecalls(JdbcTemplate jdbc, RaiseSignal signals, Clock clock) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
  }

  /// Raises what has to be raised.
  ///
  /// @return how many signals were raised
  @Transactional
  public int tell(List<Partner> partners) {
    int told = 0;
    for (Partner partner : partners) {
      for (Late late : late(partner.name())) {
        signals.raise(
            new RaiseSignal.Signal(
                "exchange.late-recall",
                "%s/%d/%d".formatted(partner.name(), late.epoch(), late.number()),
                "exchange.signal.late",
                List.of(partner.name(), Long.toString(late.count())),
                List.of(partner.record()),
                List.of(
                    new RaiseSignal.ScorePart(
                        "exchange.signal.late.why", BigDecimal.ONE, late.due())),
                "/exchange/partners/" + partner.name()));
        jdbc.update(
            """
            update exchange.sent_recall set told = true
            where partner = ? and epoch = ? and number = ?
            """,
            partner.name(),
            late.epoch(),
            late.number());
        told++;
      }
    }
    return told;
  }

  /// @param count recalls of the batch that are not confirmed
  /// @param due the day by which they had to be
  private record Late(int epoch, long number, long count, String due) {}

  private List<Late> late(String partner) {
    return jdbc.query(
        """
        select epoch, number, count(*), min(due) from exchange.sent_recall
        where partner = ? and complied is null and due < ? and not told
        group by epoch, number order by epoch, number
        """,
        (row, n) ->
            new Late(
                row.getInt(1),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()),
        partner,
        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
  }
}

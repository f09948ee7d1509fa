package org.tripoint.node.exchange.journal;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalReceipt.Refusal;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.signals.RaiseSignal;

/// Keeps what a partner's receipt says it does not have although it was given it, and tells people
/// of what it could not believe.
@Component
class KeepRefusals {

  private static final int LONGEST_EXPECTED = 500;

  private final JdbcTemplate jdbc;
  private final ReadJournal journal;
  private final RaiseSignal signals;

  KeepRefusals(JdbcTemplate jdbc, ReadJournal journal, RaiseSignal signals) {
    this.jdbc = jdbc;
    this.journal = journal;
    this.signals = signals;
  }

  /// Call inside the transaction that stores the receipt. What it says of objects that the batch
  /// did not give is passed over.
  ///
  /// @param at when the receipt came
  void keep(Partner partner, JournalReceipt receipt, OffsetDateTime at) {
    Map<String, String> refused = new HashMap<>();
    receipt.refused().forEach(one -> refused.put(one.id(), cut(one)));
    Set<String> missing = new HashSet<>(receipt.missing());
    if (refused.isEmpty() && missing.isEmpty()) {
      return;
    }
    List<Give> gives =
        journal
            .batch(partner.name(), receipt.epoch(), receipt.number())
            .map(JournalBatch::gives)
            .orElse(List.of());
    List<Give> lacking =
        gives.stream()
            .filter(give -> refused.containsKey(give.id()) || missing.contains(give.id()))
            .toList();
    store(partner.name(), lacking, refused, at);
    tell(partner, receipt, lacking, refused);
  }

  private static String cut(Refusal refusal) {
    String expected = refusal.expected();
    return expected.length() <= LONGEST_EXPECTED
        ? expected
        : expected.substring(0, LONGEST_EXPECTED);
  }

  private void store(
      String partner, List<Give> lacking, Map<String, String> refused, OffsetDateTime at) {
    List<Object[]> rows = new ArrayList<>();
    for (Give give : lacking) {
      rows.add(
          new Object[] {
            partner, give.audience(), give.added(), give.id(), give.id(), refused.get(give.id()), at
          });
    }
    jdbc.batchUpdate(
        """
        insert into exchange.sent_refusal (partner, audience, added, object, record, expected, at)
        values (?, ?, ?, ?,
          (select record from exchange.object where id = ? and record is not null limit 1), ?, ?)
        on conflict do nothing
        """,
        rows);
  }

  private void tell(
      Partner partner, JournalReceipt receipt, List<Give> lacking, Map<String, String> refused) {
    Set<String> objects =
        lacking.stream().map(Give::id).filter(refused::containsKey).collect(Collectors.toSet());
    if (objects.isEmpty()) {
      return;
    }
    Refusal first =
        receipt.refused().stream()
            .filter(one -> objects.contains(one.id()))
            .findFirst()
            .orElseThrow();
    signals.raise(
        new RaiseSignal.Signal(
            "exchange.refused",
            "%s/%d/%d".formatted(partner.name(), receipt.epoch(), receipt.number()),
            "exchange.signal.refused",
            List.of(partner.name(), Integer.toString(objects.size())),
            List.of(partner.record()),
            List.of(
                new RaiseSignal.ScorePart(
                    "exchange.signal.refused.why", BigDecimal.ONE, cut(first))),
            "/exchange/partners/" + partner.name()));
  }
}

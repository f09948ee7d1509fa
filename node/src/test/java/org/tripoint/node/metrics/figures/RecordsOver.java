package org.tripoint.node.metrics.figures;

import org.springframework.context.ApplicationContext;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.metrics.ReadCells;

/// The records behind a figure, asked of a ledger of the test's choice.
public final class RecordsOver {
  private RecordsOver() {}

  public static RecordsBehind ledger(ReadLedger ledger, ApplicationContext node) {
    return new RecordsBehind(
        node.getBean(ReadCells.class),
        ledger,
        node.getBean(FilterOfSum.class),
        node.getBean(EarlierMonths.class));
  }
}

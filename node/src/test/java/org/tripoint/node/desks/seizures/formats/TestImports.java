package org.tripoint.node.desks.seizures.formats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.TestLedger;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;

/// Puts whole files into a test ledger, without intake.
public final class TestImports {

  private final AppendRecords ledger;

  public TestImports(TestLedger ledger) {
    this(ledger.append());
  }

  public TestImports(AppendRecords ledger) {
    this.ledger = ledger;
  }

  /// What an import did.
  ///
  /// @param appended versions appended
  /// @param restated versions appended to records that said something else before
  /// @param unchanged rows that said nothing new
  public record Result(long appended, long restated, long unchanged) {}

  /// Reads a CBP file and appends every row at one publication instant.
  public Result cbp(String name, CsvText csv, Instant published) {
    Reading reading = Reading.of(new CbpDrugSeizures(new ShippedSubstances()), csv, name);
    List<Entry> entries = new ArrayList<>();
    for (RowResult result : reading.results()) {
      entries.add(entry((RowResult.Accepted<?>) result));
    }
    BatchReceipt receipt =
        ledger.append(
            new Batch(reading.recognition().source(), null, published, "tester", entries));
    long appended = 0;
    long restated = 0;
    for (Outcome outcome : receipt.outcomes()) {
      if (outcome instanceof Outcome.Appended done) {
        appended++;
        restated += done.isNew() ? 0 : 1;
      }
    }
    return new Result(appended, restated, entries.size() - appended);
  }

  private static <C extends Record> Entry entry(RowResult.Accepted<C> accepted) {
    return new Entry.Put<>(
        accepted.kind(), accepted.key(), accepted.content(), accepted.marking(), accepted.covers());
  }
}

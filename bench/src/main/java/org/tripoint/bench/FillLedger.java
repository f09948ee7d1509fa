package org.tripoint.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.Release;
import org.tripoint.node.ledger.ReleaseContent;
import org.tripoint.node.ledger.ReleaseContent.PublishedBasis;
import org.tripoint.node.ledger.RunReaders;

/// Appends invented seizure events through the ledger's own door and lets every reader take them
/// in: nothing is written to a desk's tables from here.
final class FillLedger {

  private static final String SOURCE = "us-bench";
  private static final int BATCH = 20_000;

  private final AppendRecords append;
  private final RunReaders readers;
  private final Format.RowReader rows;
  private final SyntheticSeizures events = new SyntheticSeizures(1);
  private long filled;

  /// What a filling took.
  record Filled(long events, Duration appending, Duration reading) {}

  FillLedger(AppendRecords append, RunReaders readers, List<Format> formats) {
    this.append = append;
    this.readers = readers;
    Format format =
        formats.stream().filter(f -> f.id().equals("tripoint-seizures")).findFirst().orElseThrow();
    Format.Header header =
        new Format.Header(format.mappableColumns().stream().map(Format.Column::name).toList());
    Optional<Format.Recognition> recognition = format.recognise(header, SOURCE + "_bench.csv");
    this.rows = format.open(recognition.orElseThrow(), header);
  }

  /// Grows to so many events and waits until every reader has read them.
  Filled growTo(long size) {
    long started = System.nanoTime();
    long before = filled;
    Instant published = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(filled);
    ReleaseContent content = content(published);
    Release release = append.openRelease(content);
    while (filled < size) {
      int count = (int) Math.min(BATCH, size - filled);
      List<Entry> entries = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        entries.add(entry(events.next()));
      }
      append.append(new Batch(SOURCE, release, published, "bench", entries));
      filled += count;
      if (filled % 500_000 == 0) {
        tell(filled - before, System.nanoTime() - started);
      }
    }
    append.closeRelease(release, content);
    long appended = System.nanoTime();
    readers.catchUp();
    return new Filled(
        filled - before,
        Duration.ofNanos(appended - started),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static void tell(long events, long nanos) {
    System.out.printf(
        "  %,d events appended, %,d a second%n", events, events * 1_000_000_000L / nanos);
  }

  private Entry entry(SyntheticSeizures.Event event) {
    return switch (rows.read(event)) {
      case RowResult.Accepted<?> accepted -> put(accepted);
      case RowResult.Refused refused ->
          throw new IllegalStateException("expected a readable event, found " + refused.hard());
      case RowResult.Withdrawn _, RowResult.Skipped _ ->
          throw new IllegalStateException("expected an event, found none");
    };
  }

  private static <C extends Record> Entry put(RowResult.Accepted<C> accepted) {
    return new Entry.Put<>(
        accepted.kind(), accepted.key(), accepted.content(), accepted.marking(), accepted.covers());
  }

  private static ReleaseContent content(Instant published) {
    byte[] hash = new byte[32];
    RandomGenerator.of("L64X128MixRandom").nextBytes(hash);
    return new ReleaseContent(
        SOURCE,
        "tripoint-seizures",
        "us-bench.csv",
        HexFormat.of().formatHex(hash),
        1,
        "bench",
        published,
        PublishedBasis.STATED_BY_SENDER,
        false,
        true,
        null,
        null,
        -1,
        -1,
        -1,
        -1,
        -1);
  }
}

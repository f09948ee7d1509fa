package org.tripoint.node.intake;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tripoint.node.intake.FileRow.Mends;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.RecordBatch.RecordRead;
import org.tripoint.node.intake.reading.FileRefusal;
import org.tripoint.node.intake.reading.ShortText;
import org.tripoint.node.intake.reading.TableReader;
import org.tripoint.node.intake.reading.TableReader.Line;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Contradiction;

/// The parse stage: rows of a file as batches of records, in order, each row in exactly one place.
///
/// Rows of one group wait until a row of another comes, so a batch never cuts a record in two. Used
/// by one thread.
final class RecordBatches implements Closeable {

  static final String AFTER_PUBLICATION = "after-publication";

  private static final Logger LOG = LoggerFactory.getLogger(RecordBatches.class);
  private static final int GROUP_ROWS = 1_000;
  private static final int LONGEST_KEY = 3_900;
  private static final int BATCH_ROWS = 20_000;

  private final TableReader table;
  private final RowReader reader;
  private final OurColumns ours;
  private final FileRow.Columns columns;
  private final @Nullable Long mendedImport;
  private final int batchRecords;
  private final @Nullable LocalDate lastDay;

  private final List<FileRow> group = new ArrayList<>();
  private final List<QuarantinedRow> brokenInGroup = new ArrayList<>();
  private String groupKey = "";
  private boolean groupTooLarge;
  private boolean inGroup;
  private long blankInGroup;
  private long lastBlank;

  private List<RecordRead> records = new ArrayList<>();
  private List<QuarantinedRow> quarantined = new ArrayList<>();
  private Map<String, Long> skipped = new TreeMap<>();
  private long placedUpTo;
  private boolean ended;
  private boolean failedBefore;

  RecordBatches(
      TableReader table,
      RowReader reader,
      int batchRecords,
      @Nullable Long mendedImport,
      @Nullable LocalDate lastDay) {
    this.lastDay = lastDay;
    this.table = table;
    this.reader = reader;
    this.batchRecords = batchRecords;
    this.mendedImport = mendedImport;
    this.ours = OurColumns.in(table.columns());
    this.columns = new FileRow.Columns(ours.theirs());
  }

  /// What comes next.
  sealed interface Next {
    record Rows(RecordBatch batch) implements Next {}

    record Refused(FileRefusal refusal) implements Next {}

    record End() implements Next {}
  }

  /// Passes over rows that an earlier run has done.
  ///
  /// @param bytesRead told now and then how far it has read
  /// @return why the file cannot be read, if it cannot
  Optional<FileRefusal> skipTo(long rowsDone, LongConsumer bytesRead) throws IOException {
    while (placedUpTo < rowsDone) {
      if (placedUpTo % 1_000 == 0) {
        bytesRead.accept(table.bytesRead());
      }
      switch (table.next()) {
        case Line.Refused refused -> {
          return Optional.of(refused.refusal());
        }
        case Line.End end -> {
          return Optional.empty();
        }
        case Line.Full full -> placedUpTo = full.number();
        case Line.Uneven uneven -> placedUpTo = uneven.number();
        case Line.Blank blank -> placedUpTo = blank.number();
      }
    }
    return Optional.empty();
  }

  /// Rows passed over or handed out so far.
  long rows() {
    return placedUpTo;
  }

  Next next() throws IOException {
    long first = placedUpTo + 1;
    while (!ended && !isFull(first)) {
      switch (table.next()) {
        case Line.Refused refused -> {
          return new Next.Refused(refused.refusal());
        }
        case Line.End end -> {
          endGroup();
          ended = true;
        }
        case Line.Blank blank -> takeBlank(blank.number());
        case Line.Uneven uneven -> takeUneven(uneven);
        case Line.Full full -> takeRow(row(full.number(), full.cells()));
      }
      if (group.size() + brokenInGroup.size() > GROUP_ROWS) {
        quarantineGroup();
      }
    }
    return placedUpTo < first ? new Next.End() : new Next.Rows(batch(first));
  }

  private boolean isFull(long first) {
    return records.size() >= batchRecords || placedUpTo - first + 1 >= BATCH_ROWS;
  }

  private RecordBatch batch(long first) {
    var batch =
        new RecordBatch(first, placedUpTo, records, quarantined, skipped, table.bytesRead());
    records = new ArrayList<>();
    quarantined = new ArrayList<>();
    skipped = new TreeMap<>();
    return batch;
  }

  private void takeBlank(long number) {
    if (inGroup) {
      blankInGroup++;
      lastBlank = number;
    } else {
      skipped.merge("blank-line", 1L, Long::sum);
      placedUpTo = number;
    }
  }

  private void takeUneven(Line.Uneven uneven) {
    FileRow row = row(uneven.number(), uneven.cells());
    var finding =
        new Finding(
            "",
            uneven.rule(),
            String.valueOf(row.cells().size()),
            String.valueOf(columns.names().size()));
    var broken = new QuarantinedRow(row, List.of(finding));
    Optional<String> key = groupOf(row);
    if (key.isEmpty()) {
      endGroup();
      quarantine(broken);
      return;
    }
    enterGroup(key.get());
    brokenInGroup.add(broken);
  }

  private void takeRow(FileRow row) {
    if (mendedImport != null && !mendedImport.equals(row.mends().importId())) {
      endGroup();
      var finding =
          new Finding(
              OurColumns.IMPORT,
              "other-import",
              String.valueOf(row.mends().importId()),
              String.valueOf(mendedImport));
      quarantine(new QuarantinedRow(row, List.of(finding)));
      return;
    }
    Optional<String> key = groupOf(row);
    if (key.isEmpty()) {
      endGroup();
      place(List.of(row), read(row));
    } else {
      enterGroup(key.get());
      group.add(row);
    }
  }

  private void enterGroup(String key) {
    if (inGroup && !key.equals(groupKey)) {
      endGroup();
    }
    inGroup = true;
    groupKey = key;
  }

  private void endGroup() {
    if (!inGroup) {
      return;
    }
    if (groupTooLarge) {
      quarantineGroup();
    } else if (brokenInGroup.isEmpty()) {
      if (!group.isEmpty()) {
        place(group, readGroup());
      }
    } else {
      var finding =
          new Finding(
              "", "group-has-broken-row", rowNumbers(), String.valueOf(columns.names().size()));
      group.forEach(row -> quarantine(new QuarantinedRow(row, List.of(finding))));
      brokenInGroup.forEach(this::quarantine);
    }
    emptyGroup();
    inGroup = false;
    groupTooLarge = false;
  }

  /// The rows of a record that stands on more rows than are read together, as far as they have
  /// come.
  private void quarantineGroup() {
    groupTooLarge = true;
    var finding = new Finding("", "group-too-large", "> " + GROUP_ROWS, "<= " + GROUP_ROWS);
    group.forEach(row -> quarantine(new QuarantinedRow(row, List.of(finding))));
    brokenInGroup.forEach(this::quarantine);
    emptyGroup();
  }

  private void emptyGroup() {
    if (blankInGroup > 0) {
      skipped.merge("blank-line", blankInGroup, Long::sum);
      placedUpTo = Math.max(placedUpTo, lastBlank);
    }
    group.clear();
    brokenInGroup.clear();
    blankInGroup = 0;
  }

  private String rowNumbers() {
    var numbers = brokenInGroup.stream().map(broken -> broken.row().number()).toList();
    return numbers.toString();
  }

  private void place(List<FileRow> rows, RowResult result) {
    placedUpTo = Math.max(placedUpTo, rows.getLast().number());
    switch (withPossibleDay(withUsableKey(result))) {
      case RowResult.Accepted<?> accepted ->
          records.add(new RecordRead(put(accepted), rows, accepted.covers(), accepted.soft()));
      case RowResult.Withdrawn withdrawn ->
          records.add(
              new RecordRead(
                  new Entry.Withdraw(withdrawn.kind(), withdrawn.key(), withdrawn.reason()),
                  rows,
                  withdrawn.covers(),
                  List.of()));
      case RowResult.Refused refused ->
          rows.forEach(row -> quarantine(new QuarantinedRow(row, refused.hard())));
      case RowResult.Skipped skip -> skipped.merge(skip.rule(), (long) rows.size(), Long::sum);
    }
  }

  /// The ledger keeps keys of 1 to 4,000 characters; an ordinal may still be added.
  private static RowResult withUsableKey(RowResult result) {
    String key =
        switch (result) {
          case RowResult.Accepted<?> accepted -> accepted.key();
          case RowResult.Withdrawn withdrawn -> withdrawn.key();
          case RowResult.Refused refused -> "-";
          case RowResult.Skipped skip -> "-";
        };
    return key.isEmpty() || key.length() > LONGEST_KEY
        ? new RowResult.Refused(
            List.of(new Finding("", "key-not-usable", key, "1 – " + LONGEST_KEY)))
        : result;
  }

  /// An event is published after it happened.
  private RowResult withPossibleDay(RowResult result) {
    if (lastDay == null
        || reader.dayOfEvent().isEmpty()
        || !(result instanceof RowResult.Accepted<?> accepted)) {
      return result;
    }
    LocalDate day = accepted.covers();
    return day == null || !day.isAfter(lastDay)
        ? result
        : new RowResult.Refused(
            List.of(
                new Finding(
                    reader.dayOfEvent(), AFTER_PUBLICATION, day.toString(), lastDay.toString())));
  }

  private static <C extends Record> Entry.Put<C> put(RowResult.Accepted<C> accepted) {
    return new Entry.Put<>(
        accepted.kind(), accepted.key(), accepted.content(), accepted.marking(), accepted.covers());
  }

  private void quarantine(QuarantinedRow row) {
    quarantined.add(row);
    placedUpTo = Math.max(placedUpTo, row.row().number());
  }

  private FileRow row(long number, List<String> cells) {
    Mends mends =
        ours.isMended() ? new Mends(ours.importOf(cells), ours.rowOf(cells)) : Mends.NOTHING;
    return new FileRow(columns, number, ours.theirs(cells), mends);
  }

  private Optional<String> groupOf(FileRow row) {
    try {
      return reader.groupOf(row);
    } catch (RuntimeException e) {
      warn(row, e);
      return Optional.empty();
    }
  }

  private RowResult read(FileRow row) {
    try {
      return reader.read(row);
    } catch (RuntimeException e) {
      return unreadable(row, e);
    }
  }

  private RowResult readGroup() {
    try {
      return reader.readGroup(List.copyOf(group));
    } catch (RuntimeException e) {
      return unreadable(group.getFirst(), e);
    }
  }

  /// A value that no record can hold is the row's fault; anything else is ours.
  private RowResult unreadable(FileRow row, RuntimeException e) {
    if (e instanceof Contradiction said) {
      return new RowResult.Refused(
          List.of(new Finding("", said.rule(), said.found(), said.expected())));
    }
    if (e instanceof IllegalArgumentException && e.getMessage() != null) {
      return new RowResult.Refused(
          List.of(new Finding("", "value-refused", "", ShortText.cut(e.getMessage(), 200))));
    }
    warn(row, e);
    return new RowResult.Refused(List.of(new Finding("", "reader-failed", "", "")));
  }

  /// Once for a file: what broke is ours, not the row's. Only the place is told, never the row.
  private void warn(FileRow row, RuntimeException e) {
    if (!failedBefore) {
      failedBefore = true;
      LOG.error("Reading row {} failed", row.number(), e);
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}

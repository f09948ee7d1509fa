package org.tripoint.node.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.ImportPreview.Change;
import org.tripoint.node.intake.ImportPreview.Wrong;
import org.tripoint.node.intake.RecordBatch.QuarantinedRow;
import org.tripoint.node.intake.RecordBatch.RecordRead;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ForeseeAppend;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;

/// The preview stage: says what appending batches would change, without appending.
@Component
class PreviewBatches {

  private final Ordinals ordinals;
  private final ForeseeAppend foresee;
  private final ReadLedger ledger;

  PreviewBatches(Ordinals ordinals, ForeseeAppend foresee, ReadLedger ledger) {
    this.ordinals = ordinals;
    this.foresee = foresee;
    this.ledger = ledger;
  }

  /// Until the publication is known, what would change is not either: then only the rows are looked
  /// at.
  Tally start(ImportJob job, Identity identity) {
    return new Tally(job, identity);
  }

  void forget(ImportJob job) {
    ordinals.forget(Ordinals.Table.PREVIEW, job.id());
  }

  /// What was seen so far.
  final class Tally {
    private final ImportJob job;
    private final Identity identity;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private long rows;
    private long quarantined;
    private long notRecognised;
    private long newRecords;
    private long changed;
    private long unchangedRows;
    private long met;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    private Tally(ImportJob job, Identity identity) {
      this.job = job;
      this.identity = identity;
    }

    void take(RecordBatch batch) {
      rows = batch.lastRow();
      batch.skipped().forEach((rule, count) -> skipped.merge(rule, count, Long::sum));
      batch.quarantined().forEach(this::take);
      for (RecordRead read : batch.records()) {
        cover(read.covers());
        if (!read.soft().isEmpty()) {
          notRecognised += read.rows().size();
        }
      }
      Publication publication = job.publication();
      if (publication != null && !batch.records().isEmpty()) {
        compare(batch.records(), publication.instant());
      }
    }

    private void cover(@Nullable LocalDate day) {
      if (day != null) {
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
      }
    }

    private void take(QuarantinedRow row) {
      quarantined++;
      row.findings().stream()
          .map(Format.Finding::rule)
          .distinct()
          .forEach(rule -> rules.merge(rule, 1L, Long::sum));
      if (wrong.size() < ImportPreview.SAMPLE) {
        wrong.add(new Wrong(row.row().number(), row.findings().getFirst()));
      }
    }

    private void compare(List<RecordRead> records, Instant published) {
      List<RecordRead> once = new ArrayList<>();
      List<Entry> entries = entries(records, once);
      List<Outcome> outcomes =
          foresee.foresee(
              new Batch(
                  job.readingOrThrow().source(),
                  null,
                  published,
                  job.delivery().sender(),
                  entries));
      var previous = new HashMap<Long, Integer>();
      for (int i = 0; i < outcomes.size(); i++) {
        switch (outcomes.get(i)) {
          case Outcome.Appended appended -> {
            if (appended.isNew()) {
              newRecords++;
            } else {
              met++;
              changed++;
              previous.put(appended.previous(), i);
            }
          }
          case Outcome.Unchanged unchanged -> {
            met++;
            unchangedRows += once.get(i).rows().size();
          }
          case Outcome.Emptied emptied ->
              skipped.merge("emptied", (long) once.get(i).rows().size(), Long::sum);
          case Outcome.Conflicting conflicting -> rules.merge("key-twice-in-file", 1L, Long::sum);
        }
      }
      sample(previous, entries, once);
    }

    /// Entries with their final keys; of several rows with one key only the first.
    private List<Entry> entries(List<RecordRead> records, List<RecordRead> once) {
      List<String> numbered =
          ordinals.number(
              Ordinals.Table.PREVIEW,
              job.id(),
              records.stream().map(read -> read.entry().key()).toList());
      var entries = new ArrayList<Entry>();
      for (int i = 0; i < records.size(); i++) {
        Entry entry = records.get(i).entry();
        if (identity == Identity.ORDINAL_AMONG_EQUALS) {
          entries.add(AppendBatch.withKey(entry, numbered.get(i)));
          once.add(records.get(i));
        } else if (numbered.get(i).endsWith("#1")) {
          entries.add(entry);
          once.add(records.get(i));
        } else {
          unchangedRows += records.get(i).rows().size();
        }
      }
      return entries;
    }

    private void sample(Map<Long, Integer> previous, List<Entry> entries, List<RecordRead> once) {
      int room = ImportPreview.SAMPLE - changes.size();
      if (room <= 0 || previous.isEmpty()) {
        return;
      }
      var some = new HashMap<Long, Integer>();
      previous.entrySet().stream().limit(room).forEach(e -> some.put(e.getKey(), e.getValue()));
      for (RecordVersion version : ledger.listVersions(some.keySet())) {
        int at = some.getOrDefault(version.header().sequence(), 0);
        if (entries.get(at) instanceof Entry.Put<?> put) {
          changes.addAll(changes(version, put, once.get(at).rows().getFirst().number()));
        }
      }
    }

    private <C extends Record> List<Change> changes(
        RecordVersion before, Entry.Put<C> put, long row) {
      return before
          .content(put.kind())
          .map(content -> FieldChanges.between(row, content, put.content()))
          .orElse(List.of());
    }

    long rows() {
      return rows;
    }

    @Nullable LocalDate coversTo() {
      return last;
    }

    ImportPreview preview() {
      return new ImportPreview(
          newRecords,
          changed,
          unchangedRows,
          skipped,
          rules,
          quarantined,
          notRecognised,
          noLongerPublished(),
          changes.stream().limit(ImportPreview.SAMPLE).toList(),
          wrong);
    }

    /// Records of the source inside the file's days that a complete file does not carry.
    private long noLongerPublished() {
      Publication publication = job.publication();
      LocalDate from = first;
      LocalDate to = last;
      Reading reading = job.readingOrThrow();
      if (publication == null || from == null || to == null || !reading.complete()) {
        return 0;
      }
      return Math.max(
          0, foresee.countHeld(reading.source(), publication.instant(), from, to) - met);
    }
  }
}

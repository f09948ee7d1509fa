package org.tripoint.node.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ForeseeAppend;
import org.tripoint.node.ledger.ForeseeAppend.Foresight;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;

/// The preview stage: says what appending batches would do, to the row, without appending.
@Component
class PreviewBatches {

  private final Numbering numbering;
  private final ForeseeAppend foresee;
  private final ReadLedger ledger;

  PreviewBatches(Numbering numbering, ForeseeAppend foresee, ReadLedger ledger) {
    this.numbering = numbering;
    this.foresee = foresee;
    this.ledger = ledger;
  }

  /// Until the publication is known, what would change is not either: then only the rows are looked
  /// at.
  Tally start(ImportJob job, Identity identity) {
    Publication publication = job.publication();
    long ledgerSize = ledger.size();
    return new Tally(
        job,
        identity,
        publication == null
            ? null
            : foresee.look(
                job.readingOrThrow().source(), publication.instant(), job.delivery().sender()),
        ledgerSize);
  }

  /// What was seen so far.
  final class Tally implements AutoCloseable {
    private final ImportJob job;
    private final Identity identity;
    private final @Nullable Foresight foresight;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private RowCounts counts = RowCounts.NONE;
    private Restatement restatement = Restatement.NONE;
    private final UnrecognisedTexts unrecognised = new UnrecognisedTexts();
    private final long ledgerSize;
    private long newRecords;

    private Tally(
        ImportJob job, Identity identity, @Nullable Foresight foresight, long ledgerSize) {
      this.ledgerSize = ledgerSize;
      this.job = job;
      this.identity = identity;
      this.foresight = foresight;
    }

    void take(RecordBatch batch) {
      var placed = new PlacedRows(batch);
      if (foresight == null) {
        batch.records().forEach(placed::takeUnjudged);
      } else if (!batch.records().isEmpty()) {
        judge(batch.records(), foresight, placed);
      }
      counts = counts.plus(placed.counts());
      restatement = restatement.plus(placed.restated());
      placed.skipped().forEach((rule, rows) -> skipped.merge(rule, rows, Long::sum));
      placed.quarantined().forEach(this::note);
      unrecognised.takeAll(placed.unrecognised());
    }

    private void note(QuarantinedRow row) {
      row.findings().stream()
          .map(Format.Finding::rule)
          .distinct()
          .forEach(rule -> rules.merge(rule, 1L, Long::sum));
      if (wrong.size() < ImportPreview.SAMPLE) {
        wrong.add(new Wrong(row.row().number(), row.findings().getFirst()));
      }
    }

    private void judge(List<RecordRead> records, Foresight foresight, PlacedRows placed) {
      List<Entry> entries = numbering.number(Ordinals.Table.PREVIEW, job, records, identity);
      List<Outcome> outcomes = foresight.take(entries);
      var changed = new LinkedHashMap<Long, Integer>();
      for (int i = 0; i < outcomes.size(); i++) {
        placed.take(records.get(i), outcomes.get(i));
        if (outcomes.get(i) instanceof Outcome.Appended appended) {
          newRecords += appended.isNew() ? 1 : 0;
          if (!appended.changed().isEmpty()
              && changes.size() + changed.size() < ImportPreview.SAMPLE) {
            changed.put(appended.previous(), i);
          }
        }
      }
      for (RecordVersion version : ledger.listVersions(changed.keySet())) {
        int at = changed.getOrDefault(version.header().sequence(), 0);
        if (entries.get(at) instanceof Entry.Put<?> put
            && outcomes.get(at) instanceof Outcome.Appended appended) {
          long row = records.get(at).rows().getFirst().number();
          changes.addAll(changes(version, put, row, appended.changed()));
        }
      }
    }

    private static <C extends Record> List<Change> changes(
        RecordVersion before, Entry.Put<C> put, long row, List<String> fields) {
      return before
          .content(put.kind())
          .map(content ->
              FieldChanges.between(row, put.kind().name(), content, put.content(), fields))
          .orElse(List.of());
    }

    long rows() {
      return counts.rows();
    }

    @Nullable LocalDate coversTo() {
      return counts.coversTo();
    }

    ImportPreview preview() {
      return new ImportPreview(
          newRecords,
          restatement.records(),
          restatement.fields(),
          counts.appended(),
          counts.unchanged(),
          skipped,
          rules,
          counts.quarantined(),
          counts.notRecognised(),
          noLongerPublished(),
          changes.stream().limit(ImportPreview.SAMPLE).toList(),
          wrong,
          unrecognised.list().stream().limit(ImportPreview.TEXTS).toList(),
          ledgerSize);
    }

    /// Records of the source inside the file's days that a complete file does not carry.
    private long noLongerPublished() {
      LocalDate from = counts.coversFrom();
      LocalDate to = counts.coversTo();
      return foresight == null || from == null || to == null || !job.readingOrThrow().complete()
          ? 0
          : foresight.countLeftOut(from, to);
    }

    @Override
    public void close() {
      numbering.forget(Ordinals.Table.PREVIEW, job);
      if (foresight != null) {
        foresight.close();
      }
    }
  }
}

package org.tripoint.node.intake;

import java.time.LocalDate;
import java.util.ArrayList;
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

/// Says what appending batches would change, without appending.
@Component
class PreviewBatches {

  private final Ordinals ordinals;

  PreviewBatches(Ordinals ordinals) {
    this.ordinals = ordinals;
  }

  Tally start(ImportJob job, Identity identity) {
    return new Tally();
  }

  void forget(ImportJob job) {
    ordinals.forget(Ordinals.Table.PREVIEW, job.id());
  }

  /// What was seen so far.
  final class Tally {
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> rules = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private long rows;
    private long quarantined;
    private long notRecognised;
    private long newRecords;
    private @Nullable LocalDate last;

    void take(RecordBatch batch) {
      rows = batch.lastRow();
      batch.skipped().forEach((rule, count) -> skipped.merge(rule, count, Long::sum));
      batch.quarantined().forEach(this::take);
      for (RecordRead read : batch.records()) {
        LocalDate covers = read.covers();
        if (covers != null && (last == null || covers.isAfter(last))) {
          last = covers;
        }
        if (!read.soft().isEmpty()) {
          notRecognised += read.rows().size();
        }
        newRecords++;
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

    long rows() {
      return rows;
    }

    @Nullable LocalDate coversTo() {
      return last;
    }

    ImportPreview preview() {
      return new ImportPreview(
          newRecords, 0, 0, skipped, rules, quarantined, notRecognised, 0, changes, wrong);
    }
  }
}

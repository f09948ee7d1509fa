package org.tripoint.node.intake;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.RecordBatch.RecordRead;
import org.tripoint.node.ledger.Entry;

/// Gives records their final keys: rows of formats without ids are told apart by their ordinal
/// among equals.
@Component
class Numbering {

  private final Ordinals ordinals;
  private final ImportJobs jobs;

  Numbering(Ordinals ordinals, ImportJobs jobs) {
    this.ordinals = ordinals;
    this.jobs = jobs;
  }

  List<Entry> number(
      Ordinals.Table table, ImportJob job, List<RecordRead> records, Identity identity) {
    List<Entry> entries = records.stream().map(RecordRead::entry).toList();
    if (identity == Identity.KEYED) {
      return entries;
    }
    List<String> keys =
        ordinals.number(
            table, job.id(), firstImport(job), entries.stream().map(Entry::key).toList());
    var numbered = new ArrayList<Entry>(entries.size());
    for (int i = 0; i < keys.size(); i++) {
      numbered.add(withKey(entries.get(i), keys.get(i)));
    }
    return numbered;
  }

  void forget(Ordinals.Table table, ImportJob job) {
    ordinals.forget(table, job.id());
  }

  /// The import whose rows a mended file brings back, however often it was mended: its rows count
  /// on from there.
  private long firstImport(ImportJob job) {
    Long corrects = job.readingOrThrow().corrects();
    return corrects == null ? job.id() : firstImport(jobs.get(corrects));
  }

  private static Entry withKey(Entry entry, String key) {
    return switch (entry) {
      case Entry.Put<?> put -> rekeyed(put, key);
      case Entry.Withdraw withdraw -> new Entry.Withdraw(withdraw.kind(), key, withdraw.reason());
    };
  }

  private static <C extends Record> Entry rekeyed(Entry.Put<C> put, String key) {
    return new Entry.Put<>(put.kind(), key, put.content(), put.marking(), put.covers());
  }
}

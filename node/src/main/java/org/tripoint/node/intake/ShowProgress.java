package org.tripoint.node.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tripoint.node.intake.ImportViews.Progress;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Page;

/// Says what an import is doing and how much of it is left: bytes while the file is checked, rows
/// while it is appended, versions while pages and metrics catch up with it.
@Component
class ShowProgress {

  private static final Duration CATCHING_UP = Duration.ofHours(1);

  private final RunReaders readers;
  private final ImportWords words;
  private final Clock clock;

  ShowProgress(RunReaders readers, ImportWords words, Clock clock) {
    this.readers = readers;
    this.words = words;
    this.clock = clock;
  }

  Progress of(ImportJob job, Page page) {
    return switch (job.state()) {
      case RECEIVED, RECOGNISED -> reading(job, page);
      case APPENDING -> appending(job, page);
      case DONE -> catchingUp(job, page);
      case NEEDS_ANSWER, CHECKED, REFUSED, FAILED -> new Progress("", 0, 0, "", false);
    };
  }

  private Progress reading(ImportJob job, Page page) {
    long bytes = job.delivery().bytes();
    return new Progress(
        words.message(job, page.locale()),
        job.bytesRead(),
        bytes,
        page.t("intake.progress.bytes", page.number(job.bytesRead()), page.number(bytes)),
        true);
  }

  private Progress appending(ImportJob job, Page page) {
    long done = job.counts().rows();
    Long total = job.rowsTotal();
    return new Progress(
        words.message(job, page.locale()),
        done,
        total == null ? 0 : total,
        page.t("intake.progress.of", page.number(done), total == null ? "–" : page.number(total)),
        true);
  }

  /// Every row is in the ledger; what the pages show may still be older.
  private Progress catchingUp(ImportJob job, Page page) {
    Instant finished = job.finished();
    ReadersLag lag = ReadersLag.now(readers);
    if (finished == null
        || lag.versionsBehind() == 0
        || finished.plus(CATCHING_UP).isBefore(clock.instant())) {
      return new Progress("", 0, 0, "", false);
    }
    String key = lag.isStuck() ? "stuck" : "catching-up";
    return new Progress(
        page.t("intake.progress." + key),
        lag.ledgerSize() - lag.versionsBehind(),
        lag.ledgerSize(),
        page.t("intake.progress.behind", lag.versionsBehind()),
        !lag.isStuck());
  }
}

package org.tripoint.node.detectors.judging;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.ledger.RunReaders.Progress;

/// Judges the series a few seconds behind the ledger, once they have caught up with it and it has
/// stopped growing ([Stillness]).
@Component
class DetectorWork extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(DetectorWork.class);

  private final FindAlarms alarms;
  private final RunReaders readers;
  private final Clock clock;
  private final Stillness stillness = new Stillness();

  DetectorWork(FindAlarms alarms, RunReaders readers, Clock clock) {
    super("detectors", Duration.ofSeconds(5));
    this.alarms = alarms;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  protected void turn() {
    List<Progress> progress =
        readers.listProgress().stream()
            .filter(one -> one.reader().startsWith("detectors."))
            .toList();
    long size = progress.stream().mapToLong(Progress::ledgerSize).max().orElse(0);
    boolean read = progress.stream().allMatch(one -> one.position() >= one.ledgerSize());
    if (!stillness.isReached(size, read, clock.instant())) {
      return;
    }
    int judged = alarms.catchUp();
    if (judged > 0) {
      LOG.info("Series judged by detectors: {}", judged);
    }
  }
}

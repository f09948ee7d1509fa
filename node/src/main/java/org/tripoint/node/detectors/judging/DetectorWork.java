package org.tripoint.node.detectors.judging;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;
import org.tripoint.node.ledger.RunReaders;

/// Judges the series a few seconds behind the ledger, and only once they have caught up with it:
/// half a file would look like a fall, or a rise.
@Component
class DetectorWork extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(DetectorWork.class);

  private final FindAlarms alarms;
  private final RunReaders readers;

  DetectorWork(FindAlarms alarms, RunReaders readers) {
    super("detectors", Duration.ofSeconds(5));
    this.alarms = alarms;
    this.readers = readers;
  }

  @Override
  protected void turn() {
    boolean caughtUp =
        readers.listProgress().stream()
            .filter(one -> one.reader().startsWith("detectors."))
            .allMatch(one -> one.position() >= one.ledgerSize());
    if (caughtUp) {
      int judged = alarms.catchUp();
      if (judged > 0) {
        LOG.info("Series judged by detectors: {}", judged);
      }
    }
  }
}

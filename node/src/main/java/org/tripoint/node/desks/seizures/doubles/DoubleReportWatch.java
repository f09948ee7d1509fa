package org.tripoint.node.desks.seizures.doubles;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Lets the search for double reports follow the desk's tables, a few seconds behind.
@Component
class DoubleReportWatch extends RegularWork {

  private static final Logger LOG = LoggerFactory.getLogger(DoubleReportWatch.class);

  private final FindDoubleReports search;

  DoubleReportWatch(FindDoubleReports search) {
    super("double-reports", Duration.ofSeconds(3));
    this.search = search;
  }

  @Override
  protected void turn() {
    int raised = search.catchUp();
    if (raised > 0) {
      LOG.info("Possible double reports of seizures raised: {}", raised);
    }
  }
}

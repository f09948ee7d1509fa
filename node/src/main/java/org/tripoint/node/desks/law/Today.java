package org.tripoint.node.desks.law;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which day it is where the node stands.
@Component
public class Today {

  private final Clock clock;
  private final ZoneId zone;

  public Today(Clock clock, @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  public LocalDate day() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}

package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.ZoneId;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Writing;

/// Instants as an officer reads them: on this node's clock and on the one at home.
public record Times(Page page, ZoneId home) {

  public String of(Instant instant) {
    String here = page.instant(instant);
    String there = new Writing(page.locale(), home).instant(instant);
    return here.equals(there) ? here : here + " · " + there;
  }
}

package org.tripoint.node.desks.laboratory.results;

import java.time.Instant;

/// The item passed from one hand to another.
///
/// @param at when
/// @param from who gave it; "" for the first
/// @param to who took it
/// @param seal number of the seal it then was under, or ""
/// @param condition of the seal and the packaging, or ""
public record CustodyEvent(Instant at, String from, String to, String seal, String condition) {

  public CustodyEvent {
    Texts.require("a person or office that gave", from, 0, 200);
    Texts.require("a person or office that took", to, 1, 200);
    Texts.require("a seal", seal, 0, 100);
    Texts.require("a condition", condition, 0, 500);
  }
}

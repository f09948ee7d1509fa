package org.tripoint.node.exchange.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.ReadShared.Line;

/// An audience that was given a record, on its journey.
///
/// @param last what happened last between this node and the audience
/// @param expected what the partner expected of what it refused; empty otherwise
/// @param at when the partner's receipt came; null where there is none
public record HolderRow(
    String partner,
    String audience,
    Line last,
    String instrument,
    State state,
    String expected,
    @Nullable Instant at) {

  /// Whether the audience has it.
  public enum State {
    CALLED_BACK,
    /// The partner has no node that signs receipts: its programs may read it.
    READABLE,
    UNDER_WAY,
    CONFIRMED,
    REFUSED,
    MISSING;

    /// The state of the tag that says so.
    public String tag() {
      return switch (this) {
        case CALLED_BACK, CONFIRMED -> "good";
        case READABLE, UNDER_WAY -> "info";
        case MISSING -> "warning";
        case REFUSED -> "bad";
      };
    }
  }
}

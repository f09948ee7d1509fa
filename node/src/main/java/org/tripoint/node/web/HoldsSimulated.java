package org.tripoint.node.web;

/// Whether any release that this node holds was simulated, for the ribbon of every page. The intake
/// room answers, without a question to the database each time.
public interface HoldsSimulated {
  boolean holdsSimulated();
}

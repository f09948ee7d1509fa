package org.tripoint.node.web;

/// How many signals nobody has looked at yet, for the top bar. The signals room answers.
public interface CountWaitingSignals {
  long waitingSignals();
}

package org.tripoint.node.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Prints a [DatabaseProblem] at start as two sentences instead of a stack.
final class DatabaseProblemAnalyzer extends AbstractFailureAnalyzer<DatabaseProblem> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DatabaseProblem cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
  }
}

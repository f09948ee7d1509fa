package org.tripoint.node.substances;

import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;

/// What an answer of a jurisdiction's rules comes to. That they are silent is a word of its own,
/// and never "not controlled".
public enum ControlOutcome {
  IN("info"),
  /// The texts can be read both ways.
  CHEMIST("warning"),
  /// Taken out by name.
  EXCEPTED("good"),
  /// Somebody looked on a day and found no rule that takes it in.
  NOT_CONTROLLED("good"),
  /// Voted, adopted or proposed, and not known to hold.
  PENDING("warning"),
  /// No rule takes it in: unknown.
  NO_RULE("missing");

  private final String tone;

  ControlOutcome(String tone) {
    this.tone = tone;
  }

  /// Class of its tag.
  public String tone() {
    return tone;
  }

  public static ControlOutcome of(Coverage coverage) {
    return switch (coverage.verdict()) {
      case IN -> IN;
      case NEEDS_A_CHEMIST -> CHEMIST;
      case OUT ->
          coverage.grounds().stream().anyMatch(Ground.Excepted.class::isInstance)
              ? EXCEPTED
              : coverage.grounds().stream().anyMatch(Ground.NotControlled.class::isInstance)
                  ? NOT_CONTROLLED
                  : coverage.grounds().stream().anyMatch(Ground.Pending.class::isInstance)
                      ? PENDING
                      : NO_RULE;
    };
  }
}

package org.tripoint.node.desks.laboratory.protocol;

/// What the common protocol asks of a result. Words: `laboratory.rule.<name>`, and
/// `laboratory.rule.<name>.text` as the protocol's document states it.
public enum ProtocolRule {
  NO_COMPONENT(true),
  REPORT_DATE_MISSING(true),
  RECEIVED_BEFORE_COLLECTED(true),
  CUSTODY_MISSING(false),
  STANDARD_MISSING(true),
  STANDARD_UNKNOWN(true),
  SAMPLING_PLAN_MISSING(false),
  SAMPLING_TOO_SMALL(true),
  SUBSTANCE_NOT_KEYED(true),
  IDENTITY_NOT_ESTABLISHED(true),
  UNKNOWN_WITHOUT_TRACE(false),
  LIMIT_MISSING(true),
  NEGATIVE_WITHOUT_SCOPE(true),
  NEGATIVE_OUT_OF_SCOPE(true),
  BASIS_NOT_STATED(true),
  SALT_NOT_NAMED(false),
  VALUE_BELOW_LIMIT(true);

  private final boolean must;

  ProtocolRule(boolean must) {
    this.must = must;
  }

  /// True for what must be kept, false for what should be.
  public boolean isMust() {
    return must;
  }
}

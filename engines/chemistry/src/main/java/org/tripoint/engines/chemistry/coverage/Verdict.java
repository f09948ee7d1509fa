package org.tripoint.engines.chemistry.coverage;

/// What a rule says of a structure, the surest first.
public enum Verdict {
  IN,
  NEEDS_A_CHEMIST,
  OUT
}

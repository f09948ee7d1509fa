package org.tripoint.vocabulary;

/// A value that says two things which cannot both hold, such as one pound that weighs 500
/// kilograms. Whoever meets it tells a person the rule in their language: the words of a rule stand
/// with those of files, under `intake.rule.<rule>`.
public final class Contradiction extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String found;
  private final String expected;

  /// @param rule stable code, such as `amount-not-of-unit`
  /// @param found what was said; language-neutral
  /// @param expected what follows from the rest; language-neutral
  public Contradiction(String rule, String found, String expected) {
    super("expected " + expected + ", found " + found + " (" + rule + ")");
    this.rule = rule;
    this.found = found;
    this.expected = expected;
  }

  public String rule() {
    return rule;
  }

  public String found() {
    return found;
  }

  public String expected() {
    return expected;
  }
}

package org.tripoint.node.metrics.definitions;

/// A definition that cannot be used, with the line and the rule.
public final class DefinitionRefused extends Exception {

  private static final long serialVersionUID = 1;

  /// Why; each has a message `metrics.refused.<rule in kebab case>` with line, found and expected.
  public enum Rule {
    NOT_YAML,
    UNKNOWN_KEY,
    MISSING_KEY,
    DUPLICATE_KEY,
    WRONG_TYPE,
    BAD_VALUE,
    UNKNOWN_CUBE,
    COUNTS_PEOPLE,
    UNKNOWN_MEASURE,
    UNKNOWN_DIMENSION,
    UNKNOWN_FAMILY,
    EMPTY_FILTER,
    EMPTY_DENOMINATOR,
    DIVIDES_BY_NOTHING;

    public String messageKey() {
      return "metrics.refused." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final int line;
  private final Rule rule;
  private final String found;
  private final String expected;

  DefinitionRefused(int line, Rule rule, String found, String expected) {
    super("line " + line + ": " + rule + ", expected " + expected + ", found '" + found + "'");
    this.line = line;
    this.rule = rule;
    this.found = found.length() > 200 ? found.substring(0, 200) : found;
    this.expected = expected;
  }

  /// From 1.
  public int line() {
    return line;
  }

  public Rule rule() {
    return rule;
  }

  public String found() {
    return found;
  }

  /// Language-neutral: names, a list, a pattern.
  public String expected() {
    return expected;
  }
}

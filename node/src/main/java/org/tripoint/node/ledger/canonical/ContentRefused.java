package org.tripoint.node.ledger.canonical;

import java.util.Locale;

/// Content that canonical JSON, or the tables behind it, cannot hold. What is wrong is the content,
/// not the program that meets it.
public final class ContentRefused extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /// What content must keep to.
  public enum Rule {
    /// Text without half of a character that takes two UTF-16 units.
    WHOLE_CHARACTERS,
    /// Text without U+0000, which PostgreSQL does not store.
    NO_NUL,
    /// Decimals of at most 100 digits, 60 of them behind the point.
    DECIMAL_DIGITS,
    /// Whole numbers below 2^53.
    WHOLE_NUMBER,
    /// Years from 0 to 9999.
    YEAR,
    /// Instants in whole microseconds.
    MICROSECONDS,
    /// A value where the kind of record asks for one.
    VALUE,
    /// A key of 1 to 4,000 characters.
    KEY;

    /// As outcomes, words and documents name it: `no-nul`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Rule rule;
  private final String component;
  private final String expected;

  private ContentRefused(Rule rule, String component, String expected) {
    super("expected " + expected + (component.isEmpty() ? "" : " in " + component));
    this.rule = rule;
    this.component = component;
    this.expected = expected;
  }

  public ContentRefused(Rule rule, String expected) {
    this(rule, "", expected);
  }

  /// The same, met in a component.
  ContentRefused in(String name) {
    ContentRefused named = new ContentRefused(rule, name, expected);
    named.initCause(this);
    return named;
  }

  public Rule rule() {
    return rule;
  }

  /// Name of the component of the content in which it stands; "" for the key.
  public String component() {
    return component;
  }

  /// What was expected, in English; never what stands there.
  public String expected() {
    return expected;
  }
}

package org.tripoint.node.exchange.taxii;

import java.util.Map;
import java.util.regex.Pattern;

/// One page that is asked for.
///
/// @param after position after which it starts, microseconds since 1970; -1 from the start
/// @param limit at most so many lines
/// @param match which of them
/// @param filtered true when the request had parameters at all
record Ask(long after, int limit, Match match, boolean filtered) {

  /// More are not given in one page, whatever is asked for.
  static final int MOST = 1_000;

  private static final Pattern NUMBER = Pattern.compile("0*[1-9]\\d{0,17}");

  /// Reads the parameters.
  ///
  /// @param resource what they are asked of: a token of another resource is refused
  static Ask parse(Map<String, String[]> parameters, String resource, PageTokens tokens) {
    return parse(parameters, Match.parse(parameters), resource, tokens);
  }

  static Ask parse(
      Map<String, String[]> parameters, Match match, String resource, PageTokens tokens) {
    String addedAfter = single(parameters, "added_after");
    long after = -1;
    if (parameters.containsKey("added_after")) {
      after =
          Timestamps.parse(addedAfter)
              .orElseThrow(() ->
                  TaxiiRefusal.malformed(
                      "Expected a timestamp such as 2026-01-31T10:20:30.123456Z in added_after."));
    }
    String next = single(parameters, "next");
    if (!next.isEmpty()) {
      after = Math.max(after, tokens.read(next, resource, match));
    }
    return new Ask(after, limit(parameters), match, !parameters.isEmpty());
  }

  private static int limit(Map<String, String[]> parameters) {
    if (!parameters.containsKey("limit")) {
      return MOST;
    }
    String limit = single(parameters, "limit");
    if (!NUMBER.matcher(limit).matches()) {
      throw TaxiiRefusal.malformed("Expected a positive whole number in limit.");
    }
    return (int) Math.min(MOST, Long.parseLong(limit));
  }

  private static String single(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    if (values == null) {
      return "";
    }
    if (values.length != 1) {
      throw TaxiiRefusal.malformed("Expected " + name + " at most once.");
    }
    return values[0];
  }
}

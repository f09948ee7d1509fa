package org.tripoint.node.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What every page knows: the language and its words and numbers, the person, the node. Each jte
/// template takes it as `@param Page page`; controllers get one as an argument of their handler
/// methods.
public interface Page {

  Locale locale();

  /// The words of a message key in the page's language.
  String t(String key, @Nullable Object... arguments);

  /// `1,234.5`, `1 234,5`: grouped and rounded to at most `decimals` as the language writes it.
  String number(BigDecimal value, int decimals);

  String number(long value);

  String day(LocalDate day);

  String month(YearMonth month);

  String instant(Instant instant);

  /// The signed-in account's name; empty on the login page.
  String account();

  boolean mayUse(String role);

  /// Name of the node, such as `United States`.
  String nodeName();

  /// ISO code of the node's country, for its flag.
  String nodeCountry();

  /// True when the node holds simulated records: every page says so.
  boolean synthetic();

  /// The desks and rooms in the navigation that this person may use.
  List<NavigationEntry> navigation();

  /// Path and query of this page, for the language links.
  String address();

  String csrfParameter();

  String csrfToken();

  long waitingSignals();
}

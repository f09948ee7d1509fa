package org.tripoint.node.desks.liaison;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `contact-rule`: that a country has its officials report contacts with foreign
/// authorities, to whom and how soon.
///
/// @param country whose rule it is
/// @param days after the day of the contact
/// @param counting which days count
/// @param authority to whom it is reported
/// @param instrument the law
/// @param certainty how sure it is that the rule reads so
/// @param source where it says so
/// @param at when it was entered
@MadeHere
public record ContactRule(
    Country country,
    int days,
    Counting counting,
    String authority,
    String instrument,
    Sureness certainty,
    String source,
    Instant at)
    implements Filed {

  public static final Kind<ContactRule> KIND = Kind.of("contact-rule", 1, ContactRule.class);

  static final int MOST_DAYS = 365;

  public ContactRule {
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException("expected 0 to 365 days, found " + days);
    }
    if (authority.isBlank() || instrument.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("expected an authority, an instrument and a source");
    }
  }

  /// Which days count.
  public enum Counting {
    CALENDAR,
    /// Monday to Friday; public holidays are not known here.
    WORKING
  }

  /// How sure it is.
  public enum Sureness {
    SURE,
    LIKELY
  }

  /// The last day to report a contact of that day.
  LocalDate dueAfter(LocalDate contact) {
    return counting == Counting.CALENDAR ? contact.plusDays(days) : workingDays(contact, days);
  }

  /// The day that many working days after another.
  static LocalDate workingDays(LocalDate from, int days) {
    LocalDate day = from;
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  @Override
  public String filedUnder() {
    return country.code();
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}

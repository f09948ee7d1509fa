package org.tripoint.node.desks.liaison;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.liaison.ContactReport.Means;
import org.tripoint.node.desks.liaison.ContactReport.State;
import org.tripoint.vocabulary.Country;

/// A contact report as it is typed.
///
/// @param time on this node's clock
/// @param records ids, separated by blanks or lines
public record ContactForm(
    String official,
    String foreignPerson,
    String authority,
    String country,
    @Nullable LocalDate day,
    @Nullable LocalTime time,
    String place,
    @Nullable Means means,
    String subject,
    String given,
    String received,
    String records,
    String draft) {
  public ContactForm {
    official = text(official);
    foreignPerson = text(foreignPerson);
    authority = text(authority);
    country = text(country).toUpperCase(Locale.ROOT);
    place = text(place);
    subject = text(subject);
    given = text(given);
    received = text(received);
    records = text(records);
    draft = text(draft);
  }

  private static String text(@Nullable String sent) {
    if (sent == null) {
      return "";
    }
    String text = sent.strip();
    return text.length() > RequestForInformation.LONGEST_TEXT
        ? text.substring(0, RequestForInformation.LONGEST_TEXT)
        : text;
  }

  static ContactForm of(ContactRow row, ZoneId zone) {
    ContactReport report = row.report();
    var at = report.at().atZone(zone);
    String person = report.foreignPerson();
    return new ContactForm(
        report.official(),
        person == null ? "" : person,
        report.authority(),
        report.country().code(),
        at.toLocalDate(),
        at.toLocalTime().withNano(0),
        report.place(),
        report.means(),
        report.subject(),
        report.given(),
        report.received(),
        String.join("\n", report.records().stream().map(Object::toString).toList()),
        row.draft());
  }

  static ContactForm empty() {
    return new ContactForm("", "", "", "", null, null, "", null, "", "", "", "", "");
  }

  /// True when everything that a report must say is said.
  boolean isWhole(Country here) {
    return !official.isEmpty()
        && !authority.isEmpty()
        && !subject.isEmpty()
        && day != null
        && time != null
        && means != null
        && country.matches("[A-Z]{2}")
        && !country.equals(here.code());
  }

  /// The report that was typed.
  ///
  /// @throws IllegalArgumentException when something is missing or no id
  ContactReport report(ContactRule rule, ZoneId zone) {
    LocalDate on = day;
    LocalTime at = time;
    Means by = means;
    if (on == null || at == null || by == null) {
      throw new IllegalArgumentException("expected a day, a time and the means");
    }
    try {
      return new ContactReport(
          official,
          foreignPerson.isEmpty() ? null : foreignPerson,
          authority,
          Country.of(country),
          on.atTime(at).atZone(zone).toInstant(),
          place,
          by,
          subject,
          given,
          received,
          AskForm.ids(records),
          rule.instrument(),
          rule.authority(),
          rule.dueAfter(on),
          State.OPEN,
          null,
          draft,
          "");
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("expected a day and a time", e);
    }
  }
}

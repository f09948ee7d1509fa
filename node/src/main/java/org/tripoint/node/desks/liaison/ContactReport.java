package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `contact-report`: that an official of this country was in contact with a foreign
/// authority, for the authority to which its law has it reported. It never leaves the node.
///
/// @param official who of this country; empty while it is not known
/// @param foreignPerson who of the other country, or null when no person was met
/// @param authority the foreign authority
/// @param country its country
/// @param at when
/// @param place where, in words
/// @param subject what it was about
/// @param given what was given, in words
/// @param received what was received, in words
/// @param records records that were given, by id
/// @param instrument the rule under which it is reported
/// @param reportedTo the authority it is reported to
/// @param due last day to report it
/// @param reportedOn day of the report, or null
/// @param draft the read or answer that proposed it; "" for one written freely
/// @param reason why there was nothing to report; "" otherwise
@MadeHere
public record ContactReport(
    @InPart(Part.NOMINAL) String official,
    @InPart(Part.NOMINAL) @Nullable String foreignPerson,
    String authority,
    Country country,
    Instant at,
    String place,
    Means means,
    String subject,
    String given,
    String received,
    List<RecordId> records,
    String instrument,
    String reportedTo,
    LocalDate due,
    State state,
    @Nullable LocalDate reportedOn,
    String draft,
    String reason)
    implements Filed {

  public static final Kind<ContactReport> KIND = Kind.of("contact-report", 1, ContactReport.class);

  public ContactReport {
    records = List.copyOf(records);
    if (state == State.REPORTED && official.isBlank()) {
      throw new IllegalArgumentException("expected an official in a report that was made");
    }
    if ((state == State.NO_CONTACT) == reason.isBlank()) {
      throw new IllegalArgumentException("expected a reason where there was no contact");
    }
    if ((state == State.REPORTED) != (reportedOn != null)) {
      throw new IllegalArgumentException("expected a day with a report that was made");
    }
  }

  /// How the contact took place.
  public enum Means {
    IN_PERSON,
    TELEPHONE,
    VIDEO,
    WRITING,
    SYSTEM
  }

  /// What became of it.
  public enum State {
    OPEN,
    REPORTED,
    NO_CONTACT
  }

  ContactReport reported(LocalDate day) {
    return new ContactReport(
        official,
        foreignPerson,
        authority,
        country,
        at,
        place,
        means,
        subject,
        given,
        received,
        records,
        instrument,
        reportedTo,
        due,
        State.REPORTED,
        day,
        draft,
        "");
  }

  @Override
  public String filedUnder() {
    return draft;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}

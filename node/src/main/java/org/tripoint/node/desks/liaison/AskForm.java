package org.tripoint.node.desks.liaison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.liaison.RequestForInformation.Urgency;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// A request as it is typed.
///
/// @param records ids, one a line
public record AskForm(
    String audience,
    String agency,
    String instrument,
    @Nullable Purpose purpose,
    @Nullable Urgency urgency,
    String subject,
    String question,
    String classification,
    @Nullable Boolean thirdAgency,
    String records,
    @Nullable LocalDate until) {

  public AskForm {
    audience = text(audience);
    agency = text(agency);
    instrument = text(instrument);
    subject = text(subject);
    question = text(question);
    classification = text(classification);
    records = text(records);
  }

  /// What a form that lacks a field sends.
  private static String text(@Nullable String sent) {
    return sent == null ? "" : sent.strip();
  }

  public boolean keepsFromThirds() {
    return Boolean.TRUE.equals(thirdAgency);
  }

  static AskForm empty() {
    return new AskForm("", "", "", null, null, "", "", "", true, "", null);
  }

  /// What is asked.
  ///
  /// @throws IllegalArgumentException when a line is no id
  KeepRequests.Asked asked(Purpose otherwise) {
    return new KeepRequests.Asked(
        instrument,
        purpose == null ? otherwise : purpose,
        urgency == null ? Urgency.ROUTINE : urgency,
        subject,
        question,
        classification.length() > 100 ? classification.substring(0, 100) : classification,
        keepsFromThirds(),
        ids(records),
        until);
  }

  /// Ids of records, separated by blanks, commas or lines.
  ///
  /// @throws IllegalArgumentException when one is none, or there are more than 100
  static List<RecordId> ids(String text) {
    List<RecordId> ids = new ArrayList<>();
    for (String one : text.strip().split("[\\s,;]+", -1)) {
      if (!one.isEmpty()) {
        ids.add(RecordId.parse(one));
      }
    }
    if (ids.size() > RequestForInformation.MOST_RECORDS) {
      throw new IllegalArgumentException("expected at most 100 records");
    }
    return ids.stream().distinct().toList();
  }
}

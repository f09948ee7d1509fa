package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `request-for-information`: what officials of one country ask those of another.
///
/// @param number names it on both nodes: the asking country, the day and eight digits, such as
///   `mx-20261122-7f3a91c2`
/// @param from the country that asks
/// @param agency who of it asks
/// @param to the country that is asked
/// @param instrument the legal basis, as one would cite it
/// @param purpose what the answer would be used for
/// @param subject identifiers of whom or what it is about, or null
/// @param askedBy who asks, or null where names did not travel
/// @param officer posting of the officer who asks on the asked country's own node, or null
/// @param question what is asked
/// @param classification the asking country's own, such as `CUI//LES`, `Protected B` or
///   `reservada`; "" for none
/// @param thirdAgency true when nothing of it goes to a third party without consent
/// @param records records that it cites, by their ids on the node where it was made
/// @param due when an answer is due
/// @param until last day on which an answer is of use, or null
@StatedByNode
public record RequestForInformation(
    String number,
    Country from,
    String agency,
    Country to,
    String instrument,
    Purpose purpose,
    Urgency urgency,
    @InPart(Part.NOMINAL) @Nullable String subject,
    @InPart(Part.NOMINAL) @Nullable String askedBy,
    @Nullable RecordId officer,
    String question,
    String classification,
    boolean thirdAgency,
    List<RecordId> records,
    Instant askedAt,
    Instant due,
    @Nullable LocalDate until)
    implements Filed {

  public static final Kind<RequestForInformation> KIND =
      Kind.of("request-for-information", 1, RequestForInformation.class);

  static final int LONGEST_TEXT = 4_000;
  static final int MOST_RECORDS = 100;

  public RequestForInformation {
    records = List.copyOf(records);
    if (!number.matches("[a-z]{2}-[0-9]{8}-[0-9a-f]{8}")
        || !number.startsWith(from.code().toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("expected a number that begins with the asking country");
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("expected two countries");
    }
    if (question.isBlank() || question.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("expected a question of 1 to 4000 characters");
    }
    if (records.size() > MOST_RECORDS) {
      throw new IllegalArgumentException("expected at most 100 records");
    }
  }

  /// How soon it is needed.
  public enum Urgency {
    URGENT,
    PRIORITY,
    ROUTINE
  }

  @Override
  public String filedUnder() {
    return number;
  }

  @Override
  public Instant filedAt() {
    return askedAt;
  }
}

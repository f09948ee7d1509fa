package org.tripoint.node.desks.liaison;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `request-answer`: what the asked country says to a request.
///
/// @param number of the request
/// @param from the country that answers
/// @param to the country that asked
/// @param outcome how far it answers
/// @param refusal why it is refused; null otherwise
/// @param text the answer in words; may be empty
/// @param records records that go with it, by their ids on the answering node
/// @param official who answers, or null where names did not travel
@StatedByNode
public record RequestAnswer(
    String number,
    Country from,
    Country to,
    Outcome outcome,
    @Nullable Refusal refusal,
    String text,
    List<RecordId> records,
    @InPart(Part.NOMINAL) @Nullable String official,
    Instant at)
    implements Filed {

  public static final Kind<RequestAnswer> KIND = Kind.of("request-answer", 1, RequestAnswer.class);

  public RequestAnswer {
    records = List.copyOf(records);
    if ((outcome == Outcome.REFUSED) != (refusal != null)) {
      throw new IllegalArgumentException("expected a reason with a refusal, and only there");
    }
    if (text.length() > RequestForInformation.LONGEST_TEXT) {
      throw new IllegalArgumentException("expected at most 4000 characters");
    }
  }

  /// How far a request is answered.
  public enum Outcome {
    ACCEPTED,
    PARTIAL,
    ANSWERED,
    REFUSED;

    /// True when nothing more is to come.
    boolean isLast() {
      return this == ANSWERED || this == REFUSED;
    }
  }

  /// Why a request is refused.
  public enum Refusal {
    NO_LEGAL_BASIS,
    NOT_COMPETENT,
    HARM_TO_A_CASE,
    THIRD_PARTY_CONSENT,
    NOTHING_HELD
  }

  @Override
  public String filedUnder() {
    return number;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}

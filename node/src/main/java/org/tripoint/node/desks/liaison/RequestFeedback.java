package org.tripoint.node.desks.liaison;

import java.time.Instant;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `request-feedback`: what became of an answer at those who asked.
///
/// @param number of the request
/// @param from the country that asked
/// @param to the country that answered
/// @param hit whether the answer fitted what they look for
/// @param useful whether it helped
/// @param action what was done with it; may be empty
@StatedByNode
public record RequestFeedback(
    String number, Country from, Country to, Hit hit, boolean useful, String action, Instant at)
    implements Filed {

  public static final Kind<RequestFeedback> KIND =
      Kind.of("request-feedback", 1, RequestFeedback.class);

  public RequestFeedback {
    if (action.length() > RequestForInformation.LONGEST_TEXT) {
      throw new IllegalArgumentException("expected at most 4000 characters");
    }
  }

  /// Whether an answer fitted.
  public enum Hit {
    HIT,
    NO_HIT
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

package org.tripoint.node.desks.liaison;

import java.util.List;
import org.tripoint.vocabulary.RecordId;

/// A request with all that was said to it.
///
/// @param record the request's record on this node
/// @param forHere true when this country is asked
/// @param late true when it is past its due time without a last answer
/// @param answers in their order
/// @param feedback in its order
public record RequestView(
    RecordId record,
    RequestForInformation request,
    RequestState state,
    boolean forHere,
    boolean late,
    List<Answered> answers,
    List<RequestFeedback> feedback) {

  /// An answer, and whether it was given on this node.
  public record Answered(RecordId record, RequestAnswer answer, boolean here) {}

  public RequestView {
    answers = List.copyOf(answers);
    feedback = List.copyOf(feedback);
  }
}

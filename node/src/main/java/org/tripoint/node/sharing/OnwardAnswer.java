package org.tripoint.node.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `onward-answer`: the originator of a record says whether a partner may pass it
/// on. It stands until its last day, or until it is withdrawn.
///
/// @param question number of the question that it answers
/// @param object id of the object that the partner was given
/// @param to country that would read it
/// @param agencies who of it
/// @param purpose what for
/// @param allowed yes or no
/// @param parts how much of it may go
/// @param until last day; null with a no
/// @param reason in the words of whoever decided; may be empty with a yes
@StatedByNode
public record OnwardAnswer(
    String question,
    String object,
    Country to,
    Set<String> agencies,
    Purpose purpose,
    boolean allowed,
    Set<Part> parts,
    @Nullable LocalDate until,
    String reason,
    Instant at) {

  public static final Kind<OnwardAnswer> KIND = Kind.of("onward-answer", 1, OnwardAnswer.class);

  public OnwardAnswer {
    agencies = Collections.unmodifiableSet(new TreeSet<>(agencies));
    EnumSet<Part> copy = EnumSet.noneOf(Part.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
    if (allowed && (until == null || !parts.contains(Part.OPEN) || agencies.isEmpty())) {
      throw new IllegalArgumentException(
          "expected agencies, the open part and a last day with a yes");
    }
    if (reason.length() > OnwardQuestion.LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of at most 1000 characters");
    }
  }

  /// The same without anybody's words.
  OnwardAnswer bare() {
    return new OnwardAnswer(question, object, to, agencies, purpose, allowed, parts, until, "", at);
  }
}

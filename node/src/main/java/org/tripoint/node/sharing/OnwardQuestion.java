package org.tripoint.node.sharing;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.StatedByNode;

/// Content of kind `onward-question`: a partner asks the originator of a record whether it may pass
/// it on.
///
/// @param number names it on both nodes
/// @param from country that asks
/// @param object id of the object that it was given
/// @param to country that would read it
/// @param agencies who of it
/// @param purpose what for
/// @param parts how much of it
/// @param reason why, in the words of whoever asks
/// @param at when it was asked
/// @param due when an answer is due
@StatedByNode
public record OnwardQuestion(
    String number,
    Country from,
    String object,
    Country to,
    Set<String> agencies,
    Purpose purpose,
    Set<Part> parts,
    String reason,
    Instant at,
    Instant due) {

  public static final Kind<OnwardQuestion> KIND =
      Kind.of("onward-question", 1, OnwardQuestion.class);

  public static final int SHORTEST_REASON = 20;
  public static final int LONGEST_REASON = 1_000;

  public OnwardQuestion {
    agencies = Collections.unmodifiableSet(new TreeSet<>(agencies));
    EnumSet<Part> copy = EnumSet.noneOf(Part.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
    if (from.equals(to) || agencies.isEmpty() || !parts.contains(Part.OPEN)) {
      throw new IllegalArgumentException(
          "expected another country, its agencies and the open part");
    }
    if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of 20 to 1000 characters");
    }
  }
}

package org.tripoint.node.desks.laboratory.lists;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Which results to list; "" and null ask for any.
///
/// @param area first-level subdivision, or `?` for what lies in none that is known
/// @param origin code of the sample's origin
/// @param substance key of a substance that was found
/// @param status code of the status
/// @param laboratory name of the laboratory as its results give it
/// @param submission the laboratory's number of what was handed in
/// @param month the month it is counted under
public record ResultFilter(
    String area,
    String origin,
    String substance,
    String status,
    String laboratory,
    String submission,
    @Nullable YearMonth month) {

  /// Whether it asks for what no cell is kept of.
  boolean isByNumber() {
    return !laboratory.isEmpty() || !submission.isEmpty();
  }
}

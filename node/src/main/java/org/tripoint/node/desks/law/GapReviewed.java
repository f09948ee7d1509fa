package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.List;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// Content of kind `gap-review`: what the review found when that last became something else.
///
/// @param day day that was asked about
/// @param substances how many were asked about
/// @param findings what was found, by question, substance and jurisdiction
@MadeHere
public record GapReviewed(LocalDate day, long substances, List<String> findings) {

  public static final Kind<GapReviewed> KIND = Kind.of("gap-review", 1, GapReviewed.class);

  /// The review stands in one record, version after version.
  public static final String KEY = "standing";

  public GapReviewed {
    findings = List.copyOf(findings);
  }
}

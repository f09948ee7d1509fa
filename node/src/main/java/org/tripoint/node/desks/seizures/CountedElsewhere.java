package org.tripoint.node.desks.seizures;

import java.time.YearMonth;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.RecordId;

/// A report of a seizure whose event another report of the same country already counts, as people
/// decided: one event is taken off the figures that count events once. Both reports stay as they
/// are.
///
/// It counts from the instant of its own version on, so that the figure of a day before is what it
/// was then.
///
/// @param report the seizure that is no longer counted
/// @param country under which it counted
/// @param agency under which it counted
/// @param month in which it counted
@MadeHere
public record CountedElsewhere(RecordId report, Country country, String agency, YearMonth month) {

  /// The kind of record that takes a report off the figures.
  public static final Kind<CountedElsewhere> KIND =
      Kind.of("counted-elsewhere", 1, CountedElsewhere.class);

  public CountedElsewhere {
    Texts.require("an agency", agency, 1, 2_000);
  }
}

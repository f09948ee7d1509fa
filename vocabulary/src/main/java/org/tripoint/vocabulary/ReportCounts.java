package org.tripoint.vocabulary;

import java.time.LocalDate;

/// Content that says how many reports of a substance somebody published for a period: a figure of
/// its publisher and no finding, for somebody who knows nothing of its kind.
public interface ReportCounts {

  /// Where the counted reports are from.
  Country country();

  SubstanceId substance();

  /// Last day of the period.
  LocalDate to();

  long reports();

  /// Which reports the publisher counted; counts of different choices are never added up.
  String choice();
}

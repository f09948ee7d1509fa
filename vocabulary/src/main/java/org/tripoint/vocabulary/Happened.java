package org.tripoint.vocabulary;

import java.time.LocalDate;

/// Content that tells of something which happened on a day, in its component `date`: nobody can
/// have published it before. Content about a period is none, since figures may be published before
/// their period ends.
public interface Happened {

  /// The first day on which it may have happened.
  LocalDate day();
}

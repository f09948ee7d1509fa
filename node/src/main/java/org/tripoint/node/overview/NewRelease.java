package org.tripoint.node.overview;

import java.time.Instant;

/// A release that was taken in since the person's last visit.
///
/// @param record its record's id
/// @param appended rows that said something new; -1 while it is being read
/// @param quarantined rows refused; -1 while it is being read
public record NewRelease(
    String record,
    String source,
    String fileName,
    Instant published,
    Instant received,
    long rows,
    long appended,
    long quarantined) {}

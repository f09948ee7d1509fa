package org.tripoint.node.desks.laboratory.lists;

import java.time.LocalDate;
import java.util.UUID;

/// A result as a list shows it.
///
/// @param date as far as it is known, as text
/// @param place key of the place
/// @param found names of what was found, as reported
public record ResultRow(
    UUID record,
    long sequence,
    LocalDate day,
    String date,
    String laboratory,
    String item,
    String place,
    String area,
    String origin,
    String status,
    String found) {}

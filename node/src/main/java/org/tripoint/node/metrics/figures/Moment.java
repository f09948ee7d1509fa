package org.tripoint.node.metrics.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tripoint.node.ledger.ReadLedger.AsOf;

/// The day a figure is asked for: today, or a past day on a named clock.
public sealed interface Moment {

  /// What the records say today.
  record Today() implements Moment {}

  /// What they said on a past day.
  record Past(AsOf asOf) implements Moment {}

  /// Reads a clock (`published`, `received`, `ledger`) and a day or ledger size; both blank mean
  /// today. A day stands for its end, UTC.
  ///
  /// @throws IllegalArgumentException if the two are no moment
  static Moment parse(String clock, String at) {
    if (at.isBlank()) {
      return new Today();
    }
    return switch (clock) {
      case "published" -> new Past(new AsOf.Published(endOf(at)));
      case "received" -> new Past(new AsOf.Received(endOf(at)));
      case "ledger" -> new Past(new AsOf.LedgerSize(size(at)));
      default ->
          throw new IllegalArgumentException(
              "expected a clock (published, received, ledger), found '" + clock + "'");
    };
  }

  default Optional<AsOf> findAsOf() {
    return this instanceof Past past ? Optional.of(past.asOf()) : Optional.empty();
  }

  /// `published`, `received`, `ledger`, or `` for today.
  default String clock() {
    return findAsOf()
        .map(asOf ->
            switch (asOf) {
              case AsOf.Published p -> "published";
              case AsOf.Received r -> "received";
              case AsOf.LedgerSize s -> "ledger";
            })
        .orElse("");
  }

  /// The instant or ledger size, as text; `` for today.
  default String at() {
    return findAsOf()
        .map(asOf ->
            switch (asOf) {
              case AsOf.Published(var instant) -> instant.toString();
              case AsOf.Received(var instant) -> instant.toString();
              case AsOf.LedgerSize(var size) -> Long.toString(size);
            })
        .orElse("");
  }

  private static Instant endOf(String text) {
    try {
      return text.length() > 10
          ? Instant.parse(text)
          : LocalDate.parse(text)
              .atTime(LocalTime.of(23, 59, 59, 999_999_000))
              .toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expected a day such as 2025-06-30, found '" + text + "'", e);
    }
  }

  private static long size(String text) {
    try {
      long size = Long.parseLong(text);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected a ledger size, found '" + text + "'", e);
    }
    throw new IllegalArgumentException("expected a ledger size from 0, found '" + text + "'");
  }
}

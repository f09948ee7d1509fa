package org.tripoint.node.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.intake.ImportMapping.NumberStyle;

/// A file as it was handed in, and what its sender said about it.
///
/// @param fileName name it arrived under
/// @param sha256 of its bytes, hex
/// @param bytes how many
/// @param sender account that handed it in
/// @param received when
/// @param askedTo whether a person wants to see what would change first
/// @param fromBrowser true when a person can be asked
/// @param synthetic true when its records are simulated
/// @param sheet sheet of a workbook; "" for the first
/// @param published when its source published it, if the sender said so
/// @param format format it must be read by, if the sender said so
/// @param source source it is of, if the sender said so
/// @param numbers how its decimals are written, if somebody said so
record Delivery(
    String fileName,
    String sha256,
    long bytes,
    String sender,
    Instant received,
    AskedTo askedTo,
    boolean fromBrowser,
    boolean synthetic,
    String sheet,
    @Nullable Instant published,
    @Nullable String format,
    @Nullable String source,
    @Nullable NumberStyle numbers) {

  /// What the sender wants.
  enum AskedTo {
    PREVIEW,
    APPEND
  }
}

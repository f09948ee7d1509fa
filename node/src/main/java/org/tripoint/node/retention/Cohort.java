package org.tripoint.node.retention;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Part;

/// Everything that a date of review or purge is counted from: few values for many records.
///
/// @param parts parts that hold content
/// @param received the day on which this node first had the record
/// @param published the day on which its source published what it now says
/// @param own the day it tells of, or null
/// @param expires last day its marking lets it be used, or null
/// @param reviewOn the day on which its marking asks for a review, or null
record Cohort(
    String kind,
    String source,
    Set<Part> parts,
    LocalDate received,
    LocalDate published,
    @Nullable LocalDate own,
    @Nullable LocalDate expires,
    @Nullable LocalDate reviewOn) {
  Cohort {
    parts = parts.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(parts));
  }

  /// The parts as text, always in one order.
  String partsText() {
    return parts.stream().sorted().map(Part::name).collect(Collectors.joining(" "));
  }

  static Set<Part> parts(String text) {
    return text.isEmpty()
        ? Set.of()
        : java.util.Arrays.stream(text.split(" ", -1))
            .map(Part::valueOf)
            .collect(Collectors.toSet());
  }

  /// The same for the same values: 64 bits of a SHA-256 over them.
  long id() {
    String text =
        String.join(
            "\u0000",
            kind,
            source,
            partsText(),
            received.toString(),
            published.toString(),
            String.valueOf(own),
            String.valueOf(expires),
            String.valueOf(reviewOn));
    try {
      return ByteBuffer.wrap(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)))
          .getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("expected SHA-256", e);
    }
  }
}

package org.tripoint.node.sharing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Content of kind `disclosure`: what an audience was given, and what was called back from it, at
/// one moment. Everything that leaves the node leaves under one of these.
///
/// @param partner short name of the partner
/// @param audience name of the audience in the partner's agreement
/// @param bit the audience's place in masks
/// @param purpose what it was given for
/// @param basis id of the basis that it rests on
/// @param instrument the basis's instrument as it then read
/// @param at when
/// @param steps in the order in which the audience may read them
@MadeHere
record Disclosure(
    String partner,
    String audience,
    int bit,
    Purpose purpose,
    String basis,
    String instrument,
    Instant at,
    List<Step> steps) {

  static final Kind<Disclosure> KIND = Kind.of("disclosure", 1, Disclosure.class);

  /// Versions that went the same way.
  ///
  /// @param action given or called back
  /// @param why the reason of a recall; null for what was given
  /// @param variant how much of it was given, or is called back
  /// @param firstAdded microseconds since 1970 of the first; each next one is a microsecond later
  /// @param records the records
  /// @param sequences the version of each, in the same order
  record Step(
      Action action,
      @Nullable RecallReason why,
      Variant variant,
      long firstAdded,
      List<RecordId> records,
      List<Long> sequences) {
    Step {
      records = List.copyOf(records);
      sequences = List.copyOf(sequences);
      if (records.isEmpty() || records.size() != sequences.size()) {
        throw new IllegalArgumentException(
            "expected a version for each of at least one record, found %d and %d"
                .formatted(sequences.size(), records.size()));
      }
      if ((action == Action.RECALLED) != (why != null)) {
        throw new IllegalArgumentException("expected a reason with a recall, and only there");
      }
    }
  }

  Disclosure {
    steps = List.copyOf(steps);
  }
}

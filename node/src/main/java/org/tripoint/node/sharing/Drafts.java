package org.tripoint.node.sharing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.vocabulary.RecordId;

/// The disclosures of one turn, as they grow: for each audience the steps in order, each line at a
/// microsecond of its own after everything that the audience could read before.
final class Drafts {

  private final Map<Integer, Draft> drafts = new TreeMap<>();
  private final DisclosureLog log;
  private final Instant now;
  private final Map<Integer, Audience> audiences = new TreeMap<>();

  Drafts(List<Audience> audiences, DisclosureLog log, Instant now) {
    audiences.forEach(audience -> this.audiences.put(audience.bit(), audience));
    this.log = log;
    this.now = now;
  }

  void give(int bit, UUID record, long sequence, Variant variant) {
    draft(bit).add(Action.GIVEN, null, variant, record, sequence);
  }

  /// @param had what the audience has of it
  void recall(int bit, UUID record, long sequence, Variant had, RecallReason why) {
    draft(bit).add(Action.RECALLED, why, had, record, sequence);
  }

  /// One for each audience that something happened to.
  List<Disclosure> disclosures() {
    return drafts.values().stream().map(Draft::disclosure).toList();
  }

  private Draft draft(int bit) {
    return drafts.computeIfAbsent(
        bit,
        b -> {
          Audience audience = audiences.get(b);
          if (audience == null) {
            throw new IllegalStateException("expected an audience " + b);
          }
          long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
          return new Draft(audience, Math.max(micros, log.lastAdded(b) + 1), now);
        });
  }

  private static final class Draft {
    private final Audience audience;
    private final Instant at;
    private final List<Disclosure.Step> steps = new ArrayList<>();
    private long next;

    private @Nullable Action action;
    private @Nullable RecallReason why;
    private @Nullable Variant variant;
    private final List<RecordId> records = new ArrayList<>();
    private final List<Long> sequences = new ArrayList<>();

    Draft(Audience audience, long first, Instant at) {
      this.audience = audience;
      this.next = first;
      this.at = at;
    }

    void add(Action doing, @Nullable RecallReason because, Variant of, UUID record, long sequence) {
      if (doing != action || because != why || !of.equals(variant)) {
        endStep();
        action = doing;
        why = because;
        variant = of;
      }
      records.add(new RecordId(record));
      sequences.add(sequence);
    }

    private void endStep() {
      if (action != null && variant != null && !records.isEmpty()) {
        steps.add(new Disclosure.Step(action, why, variant, next, records, sequences));
        next += records.size();
        records.clear();
        sequences.clear();
      }
    }

    Disclosure disclosure() {
      endStep();
      SharingBasis basis = audience.terms().basis();
      return new Disclosure(
          audience.partner(),
          audience.name(),
          audience.bit(),
          audience.terms().purpose(),
          basis.id(),
          basis.instrument(),
          at,
          steps);
    }
  }
}

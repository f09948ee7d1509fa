package org.tripoint.node.sharing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.sharing.Audiences.Audience;
import org.tripoint.node.sharing.DisclosureLog.Had;
import org.tripoint.vocabulary.RecordId;

/// The disclosures of one turn, as they grow: for each audience the steps in order, each line at a
/// microsecond of its own after everything that the audience could read before.
final class Drafts {

  private final Map<Integer, Drafting> drafts = new TreeMap<>();
  private final DisclosureLog log;
  private final Instant now;
  private final Map<Integer, Audience> audiences = new TreeMap<>();

  Drafts(List<Audience> audiences, DisclosureLog log, Instant now) {
    audiences.forEach(audience -> this.audiences.put(audience.bit(), audience));
    this.log = log;
    this.now = now;
  }

  /// What a disclosure rests on, as it reads now.
  ///
  /// @param basis its id
  record Ground(String basis, String instrument) {}

  /// Calls back what lost its content.
  ///
  /// @param had what the audience has of it
  void recallErased(int bit, UUID record, long sequence, Variant had) {
    drafting(bit, Optional.empty())
        .add(Action.RECALLED, RecallReason.ERASED, had, record, sequence);
  }

  /// Brings an audience to what was decided on a record. One that is to have less than it had loses
  /// what it had first.
  ///
  /// @param ground what it rests on; empty for the audience's own basis
  /// @param sequence the version that the record stands at
  /// @param has what the audience has of it, or null
  /// @return false when there was nothing to do
  boolean bring(
      int bit,
      Optional<Ground> ground,
      SharingDecision decision,
      UUID record,
      long sequence,
      @Nullable Had has) {
    switch (decision) {
      case SharingDecision.Allowed(var variant) -> {
        if (has != null && has.equals(new Had(sequence, variant))) {
          return false;
        }
        Drafting drafting = drafting(bit, ground);
        if (has != null && !has.variant().isWithin(variant)) {
          drafting.add(
              Action.RECALLED, RecallReason.NARROWED, has.variant(), record, has.sequence());
        }
        drafting.add(Action.GIVEN, null, variant, record, sequence);
        return true;
      }
      case SharingDecision.Refused(var reason) -> {
        if (has == null) {
          return false;
        }
        drafting(bit, ground)
            .add(Action.RECALLED, RecallReason.of(reason), has.variant(), record, has.sequence());
        return true;
      }
    }
  }

  /// One for each audience that something happened to, or several where it rests on several
  /// grounds.
  List<Disclosure> disclosures() {
    return drafts.values().stream().flatMap(drafting -> drafting.end().stream()).toList();
  }

  private Drafting drafting(int bit, Optional<Ground> ground) {
    Drafting drafting =
        drafts.computeIfAbsent(
            bit,
            b -> {
              Audience audience = audiences.get(b);
              if (audience == null) {
                throw new IllegalStateException("expected an audience " + b);
              }
              long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
              return new Drafting(audience, Math.max(micros, log.lastAdded(b) + 1), now);
            });
    drafting.restOn(ground);
    return drafting;
  }

  /// What happens to one audience, in its order.
  private static final class Drafting {
    private final Audience audience;
    private final Instant at;
    private final List<Disclosure> ended = new ArrayList<>();
    private final List<Disclosure.Step> steps = new ArrayList<>();
    private Ground ground;
    private long next;

    private @Nullable Action action;
    private @Nullable RecallReason why;
    private @Nullable Variant variant;
    private final List<RecordId> records = new ArrayList<>();
    private final List<Long> sequences = new ArrayList<>();

    Drafting(Audience audience, long first, Instant at) {
      this.audience = audience;
      this.next = first;
      this.at = at;
      this.ground = own();
    }

    private Ground own() {
      SharingBasis basis = audience.terms().basis();
      return new Ground(basis.id(), basis.instrument());
    }

    void restOn(Optional<Ground> other) {
      Ground now = other.orElseGet(this::own);
      if (!now.equals(ground)) {
        endDisclosure();
        ground = now;
      }
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

    private void endDisclosure() {
      endStep();
      if (!steps.isEmpty()) {
        ended.add(
            new Disclosure(
                audience.partner(),
                audience.name(),
                audience.bit(),
                audience.terms().purpose(),
                ground.basis(),
                ground.instrument(),
                at,
                steps));
        steps.clear();
      }
    }

    List<Disclosure> end() {
      endDisclosure();
      return List.copyOf(ended);
    }
  }
}

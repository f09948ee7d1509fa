package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.exchange.journal.BroughtBack.Returned;
import org.tripoint.node.exchange.journal.JournalBatch.Give;
import org.tripoint.node.exchange.journal.JournalBatch.JournalEntry;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Received;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.sharing.RecallReason;

/// What a node that was restored from a backup does again, as the batches tell that a partner gave
/// back: what was given is appended, what was called back is taken out again. A pure function of
/// those batches.
final class RestorePlan {

  /// One thing to do, in the order in which it happened.
  sealed interface Step {
    /// A record said this.
    record Append(OwnNote note, Known<?> known) implements Step {}

    /// A record was withdrawn.
    record Withdraw(UUID record) implements Step {}

    /// A record's content was emptied.
    record Erase(UUID record) implements Step {}

    /// The partner may no longer have a record, whatever others may.
    record Narrow(UUID record) implements Step {}

    /// An audience was ended.
    record EndAudience(String audience) implements Step {}

    /// What cannot be done again by itself.
    ///
    /// @param why `gone`, the partner no longer has it; `unreadable`; `origin`, nobody knows which
    ///   record it was
    record ByHand(String object, String why) implements Step {}
  }

  /// An object of an audience that something happened to.
  ///
  /// @param last what happened last
  /// @param modified the latest version that was given or called back
  record Touched(String audience, String object, JournalEntry last, Instant modified) {
    /// Whether the audience had it in the end.
    boolean isHeld() {
      return last instanceof Give;
    }

    boolean wasTaken(RecallReason reason) {
      return last instanceof Recall recall && recall.reason() == reason;
    }
  }

  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Touched> touched = new LinkedHashMap<>();
  private final Map<String, UUID> records = new LinkedHashMap<>();

  /// Why the last version of an object cannot be appended by itself.
  private final Map<String, String> missing = new LinkedHashMap<>();

  private final Set<String> ended = new TreeSet<>();

  private final OwnLog log;

  /// What this node gives as it was restored.
  interface OwnLog {
    /// Whether it gives this version of the object to the audience.
    boolean gives(String audience, String object, Instant modified);
  }

  private RestorePlan(OwnLog log) {
    this.log = log;
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  List<Touched> touched() {
    return List.copyOf(touched.values());
  }

  /// Whether it may be given again as this node now stands: nobody took it away on purpose, and its
  /// audience still stands.
  boolean mayBeGivenAgain(Touched one) {
    return !ended.contains(one.audience())
        && (one.isHeld()
            || one.wasTaken(RecallReason.REPLACED)
            || one.wasTaken(RecallReason.AGREEMENT_ENDED));
  }

  /// @param notes opens what this node sealed for itself
  /// @param recordOf the record that an object stands for, as far as this node knows
  static RestorePlan of(
      List<Returned> returned,
      ReadObjects objects,
      Function<String, Optional<OwnNote>> notes,
      Function<String, Optional<UUID>> recordOf,
      OwnLog log) {
    RestorePlan plan = new RestorePlan(log);
    Set<String> seen = new HashSet<>();
    for (Returned one : returned) {
      for (JournalEntry entry : one.batch().entries()) {
        switch (entry) {
          case Give give -> {
            byte[] body = one.objects().get(give.sha256());
            Received received = body == null ? null : objects.read(body);
            if (received instanceof Revoked) {
              plan.touch(withdrawn(give, one.batch().at()));
            } else {
              plan.touch(give);
              plan.give(give, received, notes, seen.add(give.id() + "/" + give.modified()));
            }
          }
          case Recall recall -> plan.touch(recall);
        }
      }
    }
    plan.end(recordOf);
    return plan;
  }

  /// A tombstone says of all versions that they were withdrawn.
  private static Recall withdrawn(Give tombstone, Instant at) {
    return new Recall(
        tombstone.audience(),
        tombstone.added(),
        tombstone.id(),
        tombstone.modified(),
        RecallReason.WITHDRAWN,
        at);
  }

  private void touch(JournalEntry entry) {
    touched.merge(
        entry.audience() + "/" + entry.id(),
        new Touched(entry.audience(), entry.id(), entry, entry.modified()),
        (before, now) ->
            new Touched(
                now.audience(),
                now.object(),
                now.last(),
                before.modified().isAfter(now.modified()) ? before.modified() : now.modified()));
  }

  private void give(
      Give give,
      @Nullable Received received,
      Function<String, Optional<OwnNote>> notes,
      boolean isNew) {
    Optional<OwnNote> note = Optional.ofNullable(give.note()).flatMap(notes);
    note.ifPresent(own -> records.put(give.id(), own.uuid()));
    missing.remove(give.id());
    switch (received) {
      case null -> missing.put(give.id(), "gone");
      case ReadObjects.Refused _ -> missing.put(give.id(), "unreadable");
      case Known<?> known -> {
        if (note.isEmpty()) {
          missing.put(give.id(), "origin");
        } else if (isNew) {
          steps.add(new Step.Append(note.get(), known));
        }
      }
      case Revoked _, ReadObjects.Other _ -> {
        // A tombstone, or what others refer to: made again by itself.
      }
    }
  }

  /// What was called back in the end and is held by no audience, record by record; then audiences.
  private void end(Function<String, Optional<UUID>> recordOf) {
    Map<UUID, List<Touched>> byRecord = new LinkedHashMap<>();
    for (Touched one : touched.values()) {
      Optional.ofNullable(records.get(one.object()))
          .or(() -> recordOf.apply(one.object()))
          .ifPresent(record -> byRecord.computeIfAbsent(record, r -> new ArrayList<>()).add(one));
    }
    byRecord.forEach((record, all) -> {
      if (all.stream().noneMatch(Touched::isHeld)) {
        calledBack(record, all);
      }
    });
    Set<String> held = new HashSet<>();
    touched.values().stream().filter(Touched::isHeld).map(Touched::object).forEach(held::add);
    missing.forEach((object, why) -> {
      if (held.contains(object)) {
        steps.add(new Step.ByHand(object, why));
      }
    });
    endAudiences(byRecord.values());
  }

  /// Audiences that the agreement no longer has, and those that it gives less than before: what was
  /// taken from them flows again only when people have agreed anew.
  private void endAudiences(Collection<List<Touched>> byRecord) {
    Set<String> open = new HashSet<>();
    for (Touched one : touched.values()) {
      if (one.isHeld()) {
        open.add(one.audience());
      } else if (one.wasTaken(RecallReason.AGREEMENT_ENDED)) {
        ended.add(one.audience());
      }
    }
    ended.removeAll(open);
    byRecord.forEach(all ->
        all.stream()
            .filter(one -> one.wasTaken(RecallReason.NARROWED) && isHeldInLess(one, all))
            .map(Touched::audience)
            .forEach(ended::add));
    ended.forEach(audience -> steps.add(new Step.EndAudience(audience)));
  }

  /// Other parts of a version of which this node gives what was taken: it was not a later version
  /// of the record that lost them, but the agreement.
  private boolean isHeldInLess(Touched taken, List<Touched> all) {
    return all.stream()
        .anyMatch(other ->
            other.isHeld()
                && other.audience().equals(taken.audience())
                && (other.modified().equals(taken.modified())
                    || log.gives(taken.audience(), taken.object(), other.modified())));
  }

  private void calledBack(UUID record, List<Touched> all) {
    Set<RecallReason> reasons = new HashSet<>();
    for (Touched one : all) {
      if (one.last() instanceof Recall recall) {
        reasons.add(recall.reason());
      }
    }
    if (reasons.contains(RecallReason.ERASED)) {
      steps.add(new Step.Erase(record));
    } else if (reasons.contains(RecallReason.WITHDRAWN)) {
      steps.add(new Step.Withdraw(record));
    } else if (reasons.contains(RecallReason.NARROWED)) {
      steps.add(new Step.Narrow(record));
    }
  }
}

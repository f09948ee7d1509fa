package org.tripoint.node.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.retention.Cohorts.Item;
import org.tripoint.vocabulary.Happened;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.RecordId;

/// Keeps from the ledger which records hold content, and when what is due for them.
///
/// A record counts by the version that holds content and was published last, whether or not the
/// record was withdrawn since; it is had since the first of its versions came. Where a record has
/// several versions the ledger is asked for all of them, as they are now: so rows may run ahead of
/// the place of the reader, and end the same.
@Component
class RetentionReader implements LedgerReader {

  static final String NAME = "retention";

  private final Decided decided;
  private final Cohorts cohorts;
  private final ReadLedger ledger;
  private final RecordKinds kinds;
  private final ZoneId zone;

  /// Kinds that tell of a day, by the names that were asked for.
  private final Map<String, Optional<Kind<?>>> happened = new ConcurrentHashMap<>();

  RetentionReader(
      Decided decided,
      Cohorts cohorts,
      ReadLedger ledger,
      RecordKinds kinds,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.decided = decided;
    this.cohorts = cohorts;
    this.ledger = ledger;
    this.kinds = kinds;
    this.zone = zone;
  }

  @Override
  public String name() {
    return NAME;
  }

  /// Days are those of the node's zone.
  @Override
  public String layout() {
    return "1 " + zone.getId();
  }

  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  /// What proves or was agreed is not emptied by a rule.
  static boolean mayBeDue(String kind) {
    return switch (kind) {
      case "release",
          "release-confirmation",
          "purge",
          "disclosure",
          "partner-agreement",
          "call-back-decision",
          "partner-node",
          "journal-epoch",
          "retention-rule",
          "retention-decision",
          "retention-lot",
          "legal-hold" ->
          false;
      default -> true;
    };
  }

  @Override
  public void apply(List<RecordChange> changes) {
    boolean moved = false;
    List<RecordChange> due = new ArrayList<>();
    for (RecordChange change : changes) {
      String kind = change.version().header().kind();
      if (Decided.isDecision(kind)) {
        if (change.isCurrent()) {
          decided.apply(change.version());
          moved |= Decided.movesDates(kind);
        }
      } else if (mayBeDue(kind)) {
        due.add(change);
      }
    }
    DueDates dates = decided.dates();
    take(due, dates);
    if (moved) {
      cohorts.workOut(dates);
    }
  }

  private void take(List<RecordChange> changes, DueDates dates) {
    Map<UUID, Item> items = new LinkedHashMap<>();
    Set<UUID> known = new HashSet<>();
    Set<UUID> asked = new LinkedHashSet<>();
    Map<UUID, LocalDate> received = cohorts.received(following(changes));
    for (RecordChange change : changes) {
      RecordVersion version = change.version();
      if (!holds(version)) {
        continue;
      }
      UUID record = version.header().record().value();
      boolean first = change.previous().isEmpty() && change.isCurrent();
      LocalDate since = first ? day(version.header().received()) : received.get(record);
      if (!first) {
        known.add(record);
      }
      if (since == null || !change.isCurrent()) {
        asked.add(record);
      } else {
        received.put(record, since);
        items.put(record, item(version, since));
      }
    }
    items.keySet().removeAll(asked);
    items.putAll(asIs(asked));
    cohorts.move(known, items.values(), dates);
  }

  private static List<UUID> following(List<RecordChange> changes) {
    return changes.stream()
        .filter(change -> change.previous().isPresent())
        .map(change -> change.version().header().record().value())
        .distinct()
        .toList();
  }

  private static boolean holds(RecordVersion version) {
    return version.isHeld() && version.emptied().isEmpty() && !version.canonicalParts().isEmpty();
  }

  /// Records as all their versions say now; those that hold nothing are left out.
  private Map<UUID, Item> asIs(Set<UUID> records) {
    Map<UUID, Item> items = new LinkedHashMap<>();
    if (records.isEmpty()) {
      return items;
    }
    Map<RecordId, List<RecordVersion>> versions =
        ledger
            .listVersionsOf(records.stream().map(RecordId::new).collect(Collectors.toSet()))
            .stream()
            .collect(
                Collectors.groupingBy(
                    version -> version.header().record(), LinkedHashMap::new, Collectors.toList()));
    versions.forEach((record, all) -> {
      LocalDate since =
          all.stream()
              .map(version -> day(version.header().received()))
              .min(Comparator.naturalOrder())
              .orElseThrow();
      all.stream()
          .filter(RetentionReader::holds)
          .reduce((_, later) -> later)
          .ifPresent(last -> items.put(record.value(), item(last, since)));
    });
    return items;
  }

  private Item item(RecordVersion version, LocalDate since) {
    VersionHeader header = version.header();
    return new Item(
        header.record().value(),
        header.sequence(),
        new Cohort(
            header.kind(),
            header.source(),
            SaidParts.of(version),
            since,
            day(header.published()),
            ownDay(version),
            header.marking().expires(),
            header.marking().reviewOn()));
  }

  private @Nullable LocalDate ownDay(RecordVersion version) {
    return happened
        .computeIfAbsent(
            version.header().kind(),
            name ->
                kinds
                    .find(name)
                    .filter(kind -> Happened.class.isAssignableFrom(kind.contentType())))
        .flatMap(version::content)
        .map(content -> ((Happened) content).day())
        .orElse(null);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    VersionHeader header = version.header();
    if (Decided.isDecision(header.kind())) {
      decided.emptied(header);
      if (Decided.movesDates(header.kind())) {
        cohorts.workOut(decided.dates());
      }
    } else if (mayBeDue(header.kind())) {
      UUID record = header.record().value();
      cohorts.move(Set.of(record), asIs(Set.of(record)).values(), decided.dates());
    }
  }

  @Override
  public void clear() {
    decided.clear();
    cohorts.clear();
  }
}

package org.tripoint.node.desks.seizures.lists;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.CountedElsewhere;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.PlaceMapping;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;

/// Keeps the desk's tables at what the records say today.
///
/// A batch is taken as a whole: rows of the records it changes go, rows of what they now say come,
/// by COPY.
@Component
class SeizureReader implements LedgerReader {

  private static final String SIGNAL = "signal";

  private final JdbcTemplate jdbc;
  private final ReportPairs pairs;
  private final MergedEvents merged;
  private final EventsCountedAgain again;
  private final PlaceMappings places;

  SeizureReader(
      JdbcTemplate jdbc,
      ReportPairs pairs,
      MergedEvents merged,
      EventsCountedAgain again,
      PlaceMappings places) {
    this.jdbc = jdbc;
    this.pairs = pairs;
    this.merged = merged;
    this.again = again;
    this.places = places;
  }

  @Override
  public String name() {
    return "desks.seizures";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        PublishedSeizureFigure.KIND.name(),
        Seizure.KIND.name(),
        MergeDecision.KIND.name(),
        CountedElsewhere.KIND.name(),
        PlaceMapping.KIND.name(),
        SIGNAL);
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Map<UUID, RecordVersion> figures = new LinkedHashMap<>();
    Map<UUID, RecordVersion> events = new LinkedHashMap<>();
    List<RecordVersion> decisions = new ArrayList<>();
    List<RecordVersion> signals = new ArrayList<>();
    for (RecordChange change : changes) {
      if (change.isCurrent()) {
        RecordVersion version = change.version();
        UUID record = version.header().record().value();
        switch (version.header().kind()) {
          case "published-seizure-figure" -> figures.put(record, version);
          case "seizure" -> events.put(record, version);
          case "merge-decision" -> decisions.add(version);
          case "counted-elsewhere" -> again.keep(version, carried(version));
          case "place-mapping" -> places.keep(version);
          default -> signals.add(version);
        }
      }
    }
    applyFigures(figures);
    applyEvents(events);
    signals.forEach(version -> pairs.raised(version, carried(version)));
    decisions.forEach(this::decided);
  }

  private void applyFigures(Map<UUID, RecordVersion> versions) {
    if (versions.isEmpty()) {
      return;
    }
    delete("seizures.figure", versions.keySet());
    @Nullable CopyLines lines = null;
    for (RecordVersion version : versions.values()) {
      Optional<PublishedSeizureFigure> figure = held(version, PublishedSeizureFigure.KIND);
      if (figure.isPresent()) {
        Map<String, @Nullable Object> row = Rows.figure(version.header(), figure.get());
        lines = lines == null ? lines("seizures.figure", row) : lines;
        lines.add(row);
      }
    }
    if (lines != null) {
      lines.sendTo(jdbc);
    }
  }

  private void applyEvents(Map<UUID, RecordVersion> versions) {
    if (versions.isEmpty()) {
      return;
    }
    delete("seizures.event", versions.keySet());
    delete("seizures.item", versions.keySet());
    delete("seizures.case_number", versions.keySet());
    @Nullable CopyLines events = null;
    @Nullable CopyLines items = null;
    CopyLines cases = new CopyLines("seizures.case_number (record, sequence, number)");
    for (RecordVersion version : versions.values()) {
      Optional<Seizure> seizure = held(version, Seizure.KIND);
      if (seizure.isPresent()) {
        VersionHeader header = version.header();
        Map<String, @Nullable Object> event =
            Rows.event(header, version.key().orElse(""), seizure.get());
        events = events == null ? lines("seizures.event", event) : events;
        events.add(event);
        for (SeizureItem item : seizure.get().items()) {
          Map<String, @Nullable Object> row = Rows.item(header, seizure.get(), item);
          items = items == null ? lines("seizures.item", row) : items;
          items.add(row);
        }
        for (String number : new LinkedHashSet<>(seizure.get().caseNumbers())) {
          cases.add(Rows.caseNumber(header, number));
        }
      }
    }
    if (events != null && items != null) {
      events.sendTo(jdbc);
      items.sendTo(jdbc);
      cases.sendTo(jdbc);
    }
    for (RecordVersion version : versions.values()) {
      carried(version).ifPresent(merged::remember);
    }
    merged.refresh(versions.keySet());
  }

  private void decided(RecordVersion version) {
    pairs.decided(version, carried(version)).ifPresent(merged::regroup);
  }

  private Optional<String> carried(RecordVersion version) {
    return version.emptied().map(gone -> gone.carried().get(name()));
  }

  private static <C extends Record> Optional<C> held(
      RecordVersion version, org.tripoint.vocabulary.Kind<C> kind) {
    return version.isHeld() ? version.content(kind) : Optional.empty();
  }

  private static CopyLines lines(String table, Map<String, @Nullable Object> row) {
    return new CopyLines(table + " (" + String.join(", ", row.keySet()) + ")");
  }

  private void delete(String table, Set<UUID> records) {
    jdbc.update(
        "delete from " + table + " where record = any (?)", (Object) records.toArray(new UUID[0]));
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    if (!change.isCurrent()) {
      return Optional.empty();
    }
    VersionHeader header = change.version().header();
    return switch (header.kind()) {
      case "published-seizure-figure", "place-mapping" -> Optional.empty();
      case "seizure" -> merged.carried(header.record().value());
      case "counted-elsewhere" -> again.carry(change.version());
      default -> pairs.carry(change);
    };
  }

  @Override
  public void emptied(RecordVersion version) {
    UUID record = version.header().record().value();
    long sequence = version.header().sequence();
    switch (version.header().kind()) {
      case "published-seizure-figure" ->
          jdbc.update(
              "delete from seizures.figure where record = ? and sequence = ?", record, sequence);
      case "seizure" -> {
        jdbc.update(
            "delete from seizures.event where record = ? and sequence = ?", record, sequence);
        jdbc.update(
            "delete from seizures.item where record = ? and sequence = ?", record, sequence);
        jdbc.update(
            "delete from seizures.case_number where record = ? and sequence = ?", record, sequence);
        merged.emptied(record, sequence);
      }
      case "merge-decision" -> pairs.decisionEmptied(sequence);
      case "counted-elsewhere" -> {
        // What it takes off outlives it, as the figures do.
      }
      case "place-mapping" -> places.emptied(sequence);
      default -> pairs.signalEmptied(sequence);
    }
  }

  @Override
  public void clear() {
    jdbc.execute(
        """
        truncate seizures.figure, seizures.event, seizures.item, seizures.case_number,
          seizures.report_pair, seizures.merge_member, seizures.counted_elsewhere,
          seizures.place_mapping
        """);
    places.forgetAfterCommit();
  }

  @Override
  public String layout() {
    return "4: identifiers, places, counted elsewhere";
  }
}

package org.tripoint.node.exchange.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.JournalBatch.Recall;
import org.tripoint.node.exchange.journal.JournalReceipt.Complied;
import org.tripoint.node.exchange.journal.TwoWays.Lost;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.vocabulary.Kind;

/// Takes what a partner called back out of this node: the record is withdrawn, so that no figure
/// counts it any more, and its versions are emptied, so that nobody can read it any more.
@Component
class EmptyRecalled {

  private static final int MOST_PURGED = 10_000;

  private final JdbcTemplate jdbc;
  private final AppendRecords ledger;
  private final ReadLedger versions;
  private final PurgeContent purge;
  private final RecordKinds kinds;
  private final Arrivals arrivals;
  private final TakenObjects taken;
  private final UnreadObjects unread;
  private final TwoWays ways;

  EmptyRecalled(
      JdbcTemplate jdbc,
      AppendRecords ledger,
      ReadLedger versions,
      PurgeContent purge,
      RecordKinds kinds,
      Arrivals arrivals,
      TakenObjects taken,
      UnreadObjects unread,
      TwoWays ways) {
    this.ways = ways;
    this.taken = taken;
    this.unread = unread;
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.versions = versions;
    this.purge = purge;
    this.kinds = kinds;
    this.arrivals = arrivals;
  }

  /// A version that an audience of this node had.
  private record Held(
      String key,
      String kind,
      String source,
      UUID record,
      long sequence,
      TwoWays.Known known,
      boolean direct) {}

  /// What a turn of recalls did.
  ///
  /// @param gone records that an audience no longer has in some version
  /// @param known as their originators know them
  record Emptied(List<Complied> complied, Set<Lost> gone, Set<TwoWays.Known> known) {}

  /// What no audience may have any more is emptied.
  ///
  /// @param published when the withdrawal is published
  Emptied empty(String partner, List<Recall> recalls, Instant published) {
    Set<Lost> audiences = new LinkedHashSet<>();
    Set<TwoWays.Known> known = new LinkedHashSet<>();
    List<Complied> complied = new ArrayList<>();
    Map<Long, Held> gone = new HashMap<>();
    Map<String, Set<Long>> byRecall = new HashMap<>();
    Map<String, Integer> neverRead = new HashMap<>();
    for (Recall recall : recalls) {
      remember(partner, recall);
      neverRead.put(key(recall), unread.forget(partner, recall));
      List<Held> held = release(partner, recall);
      for (Held one : held) {
        gone.put(one.sequence(), one);
        audiences.add(new Lost(partner, recall.audience(), one.record()));
        known.add(one.known());
        chase(one.record(), recall.due());
        if (one.direct() && takesBack(recall.reason())) {
          ways.takenBack(one.known(), Instant.EPOCH.plus(recall.added(), ChronoUnit.MICROS));
        }
      }
      held.stream()
          .max(Comparator.comparingLong(Held::sequence))
          .ifPresent(last -> note(partner, recall, last));
      byRecall.put(key(recall), held.stream().map(Held::sequence).collect(Collectors.toSet()));
    }
    Set<Long> kept = stillHeld(partner, gone.keySet());
    List<Held> lost =
        gone.values().stream().filter(held -> !kept.contains(held.sequence())).toList();
    withdraw(partner, lost, published);
    Set<Long> emptied = purge(partner, lost);
    for (Recall recall : recalls) {
      Set<Long> copies = new HashSet<>(byRecall.getOrDefault(key(recall), Set.of()));
      copies.retainAll(emptied);
      complied.add(
          new Complied(
              recall.audience(),
              recall.added(),
              recall.id(),
              copies.size() + neverRead.getOrDefault(key(recall), 0)));
    }
    return new Emptied(complied, audiences, known);
  }

  /// The record is gone for everybody, not only for this node.
  private static boolean takesBack(RecallReason reason) {
    return switch (reason) {
      case WITHDRAWN, EXPIRED, ERASED -> true;
      case REPLACED, NARROWED, AGREEMENT_ENDED -> false;
    };
  }

  /// Whoever was passed it on has no longer than this node itself.
  private void chase(UUID record, Instant due) {
    jdbc.update(
        """
        insert into exchange.chased (record, due) values (?, ?)
        on conflict (record) do update set due = least(chased.due, excluded.due)
        """,
        record,
        OffsetDateTime.ofInstant(due, ZoneOffset.UTC));
  }

  /// True when the version was emptied because its originator called it back.
  boolean wasCalledBack(long sequence) {
    return versions
        .findVersion(sequence)
        .flatMap(RecordVersion::emptied)
        .filter(emptied -> emptied.basis() == PurgeBasis.RECALL)
        .isPresent();
  }

  private void note(String partner, Recall recall, Held last) {
    arrivals.calledBack(
        partner, recall.audience(), last.record(), last.sequence(), recall.reason().name());
  }

  private static String key(Recall recall) {
    return recall.audience() + "/" + recall.added();
  }

  private void remember(String partner, Recall recall) {
    jdbc.update(
        """
        insert into exchange.called_back (partner, audience, object, modified, added, why)
        values (?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        partner,
        recall.audience(),
        recall.id(),
        OffsetDateTime.ofInstant(recall.modified(), ZoneOffset.UTC),
        recall.added(),
        recall.reason().name());
  }

  private List<Held> release(String partner, Recall recall) {
    return jdbc.query(
        """
        delete from exchange.held
        where partner = ? and audience = ? and object = ? and modified <= ? and added < ?
        returning key, kind, source, record, sequence, country, whole, direct
        """,
        (row, number) ->
            new Held(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                new TwoWays.Known(row.getString(6), row.getString(7)),
                row.getBoolean(8)),
        partner,
        recall.audience(),
        recall.id(),
        OffsetDateTime.ofInstant(recall.modified(), ZoneOffset.UTC),
        recall.added());
  }

  private Set<Long> stillHeld(String partner, Set<Long> sequences) {
    return new HashSet<>(
        jdbc.queryForList(
            "select distinct sequence from exchange.held where partner = ? and sequence = any (?)",
            Long.class,
            partner,
            sequences.toArray(Long[]::new)));
  }

  /// A record of which a newer version is still held stays.
  private void withdraw(String partner, List<Held> lost, Instant published) {
    Set<String> keys = lost.stream().map(Held::key).collect(Collectors.toSet());
    Set<String> held =
        new HashSet<>(
            jdbc.queryForList(
                "select distinct key from exchange.held where partner = ? and key = any (?)",
                String.class,
                partner,
                keys.toArray(String[]::new)));
    Map<String, Map<String, Kind<?>>> bySource = new HashMap<>();
    for (Held one : lost) {
      if (!held.contains(one.key())) {
        kinds
            .find(one.kind())
            .ifPresent(kind ->
                bySource.computeIfAbsent(one.source(), s -> new HashMap<>()).put(one.key(), kind));
      }
    }
    bySource.forEach((source, byKey) -> {
      List<Entry> entries = new ArrayList<>();
      byKey.forEach(
          (key, kind) -> entries.add(new Entry.Withdraw(kind, key, "called back by " + partner)));
      ledger.append(
          new Batch(source, null, published, PartnerSource.of(partner, "journal"), entries));
    });
  }

  private Set<Long> purge(String partner, List<Held> lost) {
    Set<Long> sequences = lost.stream().map(Held::sequence).collect(Collectors.toSet());
    List<Long> filled =
        versions.listVersions(sequences).stream()
            .filter(version -> version.emptied().isEmpty() && version.isHeld())
            .map(RecordVersion::header)
            .map(header -> header.sequence())
            .sorted()
            .toList();
    for (int from = 0; from < filled.size(); from += MOST_PURGED) {
      purge.purge(
          filled.subList(from, Math.min(filled.size(), from + MOST_PURGED)),
          PurgeBasis.RECALL,
          "recall by " + partner,
          PartnerSource.of(partner, "journal"));
    }
    taken.forget(sequences);
    return new TreeSet<>(filled);
  }
}

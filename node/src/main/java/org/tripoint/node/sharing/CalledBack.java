package org.tripoint.node.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// What people of this node called back and nobody gave again, from the ledger. It outlives every
/// later release: a version that goes further than people left does not stand for sharing.
@Component
class CalledBack {

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final Audiences audiences;

  CalledBack(JdbcTemplate jdbc, RecordKinds kinds, Audiences audiences) {
    this.jdbc = jdbc;
    this.kinds = kinds;
    this.audiences = audiences;
  }

  /// Takes a decision, in the ledger's order.
  void apply(long sequence, CallBackDecision decision) {
    UUID record = decision.record().value();
    switch (decision.measure()) {
      case WITHDRAWN -> put(sequence, record, Narrowing.ALL);
      case NARROWED -> put(sequence, record, decision.requireTook());
      case GIVEN_AGAIN -> {
        jdbc.update("delete from sharing.called_back where record = ?", record);
        waitsNoMore(decision.record());
      }
    }
  }

  private void put(long sequence, UUID record, Narrowing took) {
    jdbc.update(
        "insert into sharing.called_back (decision, record, took) values (?, ?, ?)"
            + " on conflict do nothing",
        sequence,
        record,
        kinds.write(Narrowing.AS_TEXT, took));
  }

  /// Those of the versions that may stand: all but what goes further than people left. Those wait.
  List<VersionHeader> within(List<VersionHeader> current) {
    Map<UUID, List<Narrowing>> taken =
        taken(current.stream().map(header -> header.record().value()).collect(Collectors.toSet()));
    if (taken.isEmpty()) {
      return current;
    }
    List<VersionHeader> within = new ArrayList<>();
    for (VersionHeader header : current) {
      List<Narrowing> took = taken.getOrDefault(header.record().value(), List.of());
      if (goesBeyond(header, took)) {
        jdbc.update(
            "insert into sharing.beyond (record) values (?) on conflict do nothing",
            header.record().value());
      } else {
        within.add(header);
        if (!took.isEmpty()) {
          waitsNoMore(header.record());
        }
      }
    }
    return within;
  }

  /// True when the version would give somebody what people took away.
  boolean goesBeyond(VersionHeader header) {
    return goesBeyond(header, taken(header.record()));
  }

  private static boolean goesBeyond(VersionHeader header, List<Narrowing> took) {
    return header.state() == VersionState.HELD
        && !left(header.marking(), took, Set.of()).equals(header.marking());
  }

  /// There is nothing to be said again.
  void waitsNoMore(RecordId record) {
    jdbc.update("delete from sharing.beyond where record = ?", record.value());
  }

  /// What people left of a marking that a source gives to the record.
  Marking left(RecordId record, Marking marking) {
    return left(marking, taken(record), knownAgencies());
  }

  private static Marking left(Marking marking, List<Narrowing> took, Set<String> known) {
    Marking left = marking;
    for (Narrowing one : took) {
      left = one.of(left, known);
    }
    return left;
  }

  private List<Narrowing> taken(RecordId record) {
    return taken(Set.of(record.value())).getOrDefault(record.value(), List.of());
  }

  /// In the order in which people decided.
  private Map<UUID, List<Narrowing>> taken(Collection<UUID> records) {
    Map<UUID, List<Narrowing>> taken = new HashMap<>();
    jdbc.query(
        "select record, took from sharing.called_back where record = any (?) order by decision",
        row -> {
          taken
              .computeIfAbsent(row.getObject(1, UUID.class), record -> new ArrayList<>())
              .add(kinds.parse(Narrowing.AS_TEXT, row.getString(2)));
        },
        (Object) records.toArray(UUID[]::new));
    return taken;
  }

  /// Places in the ledger of the decisions on a record that stand, oldest first.
  List<Long> listDecisions(RecordId record) {
    return jdbc.queryForList(
        "select decision from sharing.called_back where record = ? order by decision",
        Long.class,
        record.value());
  }

  /// Records that have to be said again under what people left; at most `limit`.
  List<RecordId> listBeyond(int limit) {
    return jdbc
        .queryForList("select record from sharing.beyond limit ?", UUID.class, limit)
        .stream()
        .map(RecordId::new)
        .toList();
  }

  /// Agencies that may be given anything.
  Set<String> knownAgencies() {
    return audiences.all().stream()
        .filter(audience -> !audience.ended())
        .flatMap(audience -> audience.terms().agencies().stream())
        .collect(Collectors.toSet());
  }
}

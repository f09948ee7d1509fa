package org.tripoint.node.desks.liaison;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks for what each rule finds, in the log of what its audience was given and what was called
/// back: whatever the wire may not give an audience, no rule finds for its officers.
@Service
public class MatchRules {

  private static final int AT_ONCE = 1_000;

  private final JdbcTemplate jdbc;
  private final AgreeRules rules;
  private final Here here;
  private final ReadShared shared;
  private final ReadLedger ledger;
  private final ReadSubstances substances;
  private final TransactionTemplate transaction;

  MatchRules(
      JdbcTemplate jdbc,
      AgreeRules rules,
      Here here,
      ReadShared shared,
      ReadLedger ledger,
      ReadSubstances substances,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.here = here;
    this.shared = shared;
    this.ledger = ledger;
    this.substances = substances;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// Brings every rule in force to the end of its audience's log.
  public void toTheEnd() {
    for (Kept<LiaisonRule> rule : rules.listInForce()) {
      while (Boolean.TRUE.equals(transaction.execute(_ -> turn(rule)))) {
        if (Thread.currentThread().isInterrupted()) {
          return;
        }
      }
    }
  }

  /// @return true when there may be more
  private boolean turn(Kept<LiaisonRule> kept) {
    LiaisonRule rule = kept.content();
    SharedAudience audience = here.audience(rule.partner(), rule.audience()).orElse(null);
    if (audience == null) {
      return false;
    }
    List<Line> lines = shared.list(audience.bit(), looked(kept.record()), AT_ONCE);
    if (lines.isEmpty()) {
      return false;
    }
    Set<Long> given = new HashSet<>();
    lines.stream()
        .filter(one -> one.action() == Action.GIVEN)
        .forEach(l -> given.add(l.sequence()));
    Map<Long, RecordVersion> versions =
        ledger.listVersions(given).stream()
            .collect(Collectors.toMap(one -> one.header().sequence(), Function.identity()));
    Set<String> keys = rule.family().isEmpty() ? Set.of() : substances.keysOf(rule.family());
    for (Line line : lines) {
      RecordVersion version = versions.get(line.sequence());
      if (line.action() == Action.GIVEN && version != null && fits(rule, version, line, keys)) {
        found(kept.record(), line);
      } else {
        gone(kept.record(), line.record());
      }
    }
    jdbc.update(
        """
        insert into liaison.matching (rule, looked) values (?, ?)
        on conflict (rule) do update set looked = excluded.looked
        """,
        kept.record().value(),
        lines.getLast().dateAdded());
    return lines.size() == AT_ONCE;
  }

  private long looked(RecordId rule) {
    return jdbc
        .queryForList(
            "select looked from liaison.matching where rule = ?", Long.class, rule.value())
        .stream()
        .findFirst()
        .orElse(-1L);
  }

  private void found(RecordId rule, Line line) {
    jdbc.update(
        """
        insert into liaison.match (rule, record, sequence, added, gone)
        values (?, ?, ?, ?, false)
        on conflict (rule, record) do update
        set sequence = excluded.sequence, added = excluded.added, gone = false
        """,
        rule.value(),
        line.record().value(),
        line.sequence(),
        line.dateAdded());
  }

  private void gone(RecordId rule, RecordId record) {
    jdbc.update(
        "update liaison.match set gone = true where rule = ? and record = ?",
        rule.value(),
        record.value());
  }

  private static boolean fits(
      LiaisonRule rule, RecordVersion version, Line line, Set<String> substanceKeys) {
    if (!rule.kinds().contains(version.header().kind())) {
      return false;
    }
    LocalDate since = rule.since();
    if (since != null
        && version.header().published().isBefore(since.atStartOfDay(ZoneOffset.UTC).toInstant())) {
      return false;
    }
    if (rule.place().isEmpty() && rule.family().isEmpty()) {
      return true;
    }
    List<String> values = new ArrayList<>();
    version
        .canonicalParts()
        .forEach((Part part, String json) -> {
          if (line.variant().parts().contains(part)) {
            collect(JsonMapper.shared().readTree(json), values);
          }
        });
    return (rule.place().isEmpty() || values.stream().anyMatch(one -> isIn(one, rule.place())))
        && (rule.family().isEmpty() || values.stream().anyMatch(substanceKeys::contains));
  }

  /// True for the place itself and, where the place is a country, for what lies in it.
  private static boolean isIn(String value, String place) {
    return value.equals(place)
        || (place.length() == 2 && value.startsWith(place + "-") && value.length() <= 6);
  }

  private static void collect(JsonNode node, List<String> values) {
    if (node.isContainer()) {
      node.forEach(child -> collect(child, values));
    } else if (node.isString()) {
      values.add(node.stringValue());
    }
  }
}

package org.tripoint.node.desks.seizures.doubles;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.signals.RaiseSignal.ScorePart;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pairs of reports that wait for a person, and what people decided.
@Component
public class DoubleReports {

  /// Source of what people decide on this node.
  private static final String SOURCE = "node";

  private final JdbcTemplate jdbc;
  private final AlikeReports alike;
  private final PartnersOfPair partners;
  private final AppendRecords ledger;
  private final Clock clock;

  DoubleReports(
      JdbcTemplate jdbc,
      AlikeReports alike,
      PartnersOfPair partners,
      AppendRecords ledger,
      Clock clock) {
    this.jdbc = jdbc;
    this.alike = alike;
    this.partners = partners;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Pairs of one state, newest first.
  ///
  /// @param open true for those that nobody has settled
  public List<ReportPair> list(boolean open, Optional<Instant> before, int limit) {
    String settled = "verdict in ('SAME_EVENT', 'DIFFERENT_EVENTS')";
    return jdbc.query(
        "select * from seizures.report_pair where "
            + (open ? "not " : "")
            + settled
            + " and coalesce(raised, decided) < ?"
            + " order by coalesce(raised, decided) desc, first, second limit ?",
        DoubleReports::pair,
        Timestamp.from(before.orElse(Instant.parse("9999-01-01T00:00:00Z"))),
        limit);
  }

  /// How many nobody has settled.
  public long countOpen() {
    Long open =
        jdbc.queryForObject(
            "select count(*) from seizures.report_pair where verdict in ('OPEN', 'UNDECIDED')",
            Long.class);
    return open == null ? 0 : open;
  }

  /// A pair that was raised or decided, or whose reports agree.
  public Optional<ReportPair> find(RecordId first, RecordId second) {
    return findKept(first, second)
        .or(() ->
            alike.listOf(first).stream()
                .filter(pair -> pair.first().equals(first) && pair.second().equals(second))
                .findFirst()
                .map(partners::tell)
                .map(LikelyPair::unraised));
  }

  /// Every pair of this report with one that agrees with it, raised or not, the highest score
  /// first: also those that chance explains, and those of a report that agrees with many.
  public List<ReportPair> listAgreeing(RecordId report) {
    return alike.listOf(report).stream()
        .map(pair ->
            findKept(pair.first(), pair.second()).orElseGet(() -> partners.tell(pair).unraised()))
        .sorted(
            Comparator.comparing(
                    (ReportPair pair) -> pair.score() == null ? BigDecimal.ZERO : pair.score())
                .reversed()
                .thenComparing(ReportPair::id))
        .toList();
  }

  private Optional<ReportPair> findKept(RecordId first, RecordId second) {
    return jdbc
        .query(
            "select * from seizures.report_pair where first = ? and second = ?",
            DoubleReports::pair,
            first.value(),
            second.value())
        .stream()
        .findFirst();
  }

  /// Pairs that one event stands in.
  public List<ReportPair> listOf(RecordId event) {
    return jdbc.query(
        "select * from seizures.report_pair where first = ? or second = ? limit 50",
        DoubleReports::pair,
        event.value(),
        event.value());
  }

  /// Records what a person decided. Both reports stay as they are.
  ///
  /// @throws IllegalArgumentException if the reason is blank or too long
  public void decide(ReportPair pair, Verdict verdict, String reason, String actor) {
    MergeDecision decision =
        new MergeDecision(pair.first(), pair.second(), verdict, reason.strip());
    Entry entry =
        new Entry.Put<>(
            MergeDecision.KIND,
            pair.id(),
            decision,
            Marking.originatorOnly(Purpose.LAW_ENFORCEMENT),
            null);
    ledger.append(new Batch(SOURCE, null, clock.instant(), actor, List.of(entry)));
  }

  @SuppressWarnings("unused") // a RowMapper is given the row's number
  private static ReportPair pair(ResultSet row, int number) throws SQLException {
    String verdict = row.getString("verdict");
    @Nullable UUID signal = row.getObject("signal", UUID.class);
    return new ReportPair(
        new RecordId(row.getObject("first", UUID.class)),
        new RecordId(row.getObject("second", UUID.class)),
        signal == null ? null : new RecordId(signal),
        instant(row.getTimestamp("raised")),
        row.getBigDecimal("score"),
        parts(row.getString("parts")),
        verdict.equals("OPEN") ? null : Verdict.valueOf(verdict),
        row.getString("reason"),
        row.getString("decided_by"),
        instant(row.getTimestamp("decided")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static List<ScorePart> parts(String json) {
    List<ScorePart> parts = new ArrayList<>();
    for (JsonNode part : JsonMapper.shared().readTree(json)) {
      parts.add(
          new ScorePart(
              part.path("ruleKey").asString(),
              new BigDecimal(part.path("value").asString()),
              part.path("found").asString()));
    }
    return parts;
  }
}

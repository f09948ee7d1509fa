package org.tripoint.node.desks.seizures.lists;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.MergeDecision;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the pairs of reports that may be of one seizure: raised by a signal, settled by a
/// decision.
///
/// Which two reports were raised and what was decided outlive the content of signal and decision;
/// scores and reasons do not.
@Component
class ReportPairs {

  /// Name under which double reports are signalled.
  static final String DETECTOR = "seizures.double-report";

  private final JdbcTemplate jdbc;
  private final ObjectMapper json = JsonMapper.shared();

  ReportPairs(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Takes a signal in the form it has in the ledger; signals of other detectors are none of ours.
  void raised(RecordVersion version, Optional<String> carried) {
    if (carried.isPresent()) {
      pairIn(json.readTree(carried.get())).ifPresent(pair -> keep(version.header(), pair, null));
      return;
    }
    signal(version).ifPresent(body -> keep(version.header(), pairIn(body).orElseThrow(), body));
  }

  private void keep(VersionHeader header, Pair pair, @Nullable JsonNode signal) {
    jdbc.update(
        """
        insert into seizures.report_pair
          (first, second, signal, raised_sequence, raised, score, parts)
        values (?, ?, ?, ?, ?, ?, ?::jsonb)
        on conflict (first, second) do update set
          signal = excluded.signal, raised_sequence = excluded.raised_sequence,
          raised = excluded.raised, score = excluded.score, parts = excluded.parts
        """,
        pair.first(),
        pair.second(),
        header.record().value(),
        header.sequence(),
        Timestamp.from(header.received()),
        signal == null ? null : score(signal),
        signal == null ? "[]" : signal.path("parts").toString());
  }

  private static BigDecimal score(JsonNode signal) {
    return StreamSupport.stream(signal.path("parts").spliterator(), false)
        .map(part -> new BigDecimal(part.path("value").asString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// The body of a signal of ours; empty for any other.
  private Optional<JsonNode> signal(RecordVersion version) {
    String body = version.canonicalParts().getOrDefault(Part.OPEN, "");
    if (!version.isHeld() || !body.contains(DETECTOR)) {
      return Optional.empty();
    }
    JsonNode signal = json.readTree(body);
    boolean ours = signal.path("detector").asString().equals(DETECTOR);
    return ours && pairIn(signal).isPresent() ? Optional.of(signal) : Optional.empty();
  }

  private static Optional<Pair> pairIn(JsonNode node) {
    List<UUID> evidence =
        StreamSupport.stream(node.path("evidence").spliterator(), false)
            .map(each -> UUID.fromString(each.asString()))
            .sorted()
            .toList();
    return evidence.size() == 2
        ? Optional.of(new Pair(evidence.get(0), evidence.get(1)))
        : Optional.empty();
  }

  /// Takes a decision.
  ///
  /// @return the two events it is about
  Optional<Set<UUID>> decided(RecordVersion version, Optional<String> carried) {
    Optional<Decided> decided = carried.map(this::fromCarried).or(() -> fromContent(version));
    decided.ifPresent(decision -> keep(version.header(), decision));
    return decided.map(d -> Set.of(d.pair().first(), d.pair().second()));
  }

  private void keep(VersionHeader header, Decided decision) {
    jdbc.update(
        """
        insert into seizures.report_pair
          (first, second, decision_sequence, verdict, reason, decided_by, decided)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (first, second) do update set
          decision_sequence = excluded.decision_sequence, verdict = excluded.verdict,
          reason = excluded.reason, decided_by = excluded.decided_by, decided = excluded.decided
        """,
        decision.pair().first(),
        decision.pair().second(),
        header.sequence(),
        decision.verdict(),
        decision.reason(),
        header.actor(),
        Timestamp.from(header.published()));
  }

  private static Optional<Decided> fromContent(RecordVersion version) {
    return version.isHeld()
        ? version
            .content(MergeDecision.KIND)
            .map(d ->
                new Decided(
                    new Pair(d.first().value(), d.second().value()),
                    d.verdict().name(),
                    d.reason()))
        : Optional.empty();
  }

  private Decided fromCarried(String carried) {
    JsonNode node = json.readTree(carried);
    return new Decided(pairIn(node).orElseThrow(), node.path("verdict").asString(), "");
  }

  /// What must outlive a signal or a decision.
  Optional<String> carry(RecordChange change) {
    RecordVersion version = change.version();
    if (version.header().kind().equals(MergeDecision.KIND.name())) {
      return fromContent(version).map(d -> carried(d.pair(), d.verdict()));
    }
    return signal(version).flatMap(ReportPairs::pairIn).map(pair -> carried(pair, ""));
  }

  private static String carried(Pair pair, String verdict) {
    String evidence = "{\"evidence\":[\"%s\",\"%s\"]".formatted(pair.first(), pair.second());
    return evidence + (verdict.isEmpty() ? "}" : ",\"verdict\":\"%s\"}".formatted(verdict));
  }

  /// The words of a decision go; what it decided stays.
  void decisionEmptied(long sequence) {
    jdbc.update(
        "update seizures.report_pair set reason = '' where decision_sequence = ?", sequence);
  }

  /// The score of a signal goes; which reports it is about stays.
  void signalEmptied(long sequence) {
    jdbc.update(
        "update seizures.report_pair set parts = '[]', score = null where raised_sequence = ?",
        sequence);
  }

  private record Pair(UUID first, UUID second) {}

  private record Decided(Pair pair, String verdict, String reason) {}
}

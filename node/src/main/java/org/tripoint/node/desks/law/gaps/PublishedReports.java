package org.tripoint.node.desks.law.gaps;

import java.sql.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.registry.Registry;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.ledger.KeptInMemory;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.ReportCounts;
import org.tripoint.vocabulary.SubstanceId;

/// How many reports of a substance were published, in `law.report_count`: whatever desk the counts
/// are of. Only the newest period of a country counts, under the one choice that has most reports:
/// counts of different choices are of the same reports and are never added up.
@Component
class PublishedReports implements LedgerReader {

  /// Kinds whose content says how many reports there were.
  private static final Set<String> KINDS = Set.of("published-lab-count");

  private final JdbcTemplate jdbc;
  private final RecordKinds kinds;
  private final KeptInMemory<List<Counted>> counted = new KeptInMemory<>(this::count);

  PublishedReports(JdbcTemplate jdbc, RecordKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  private record Counted(String substance, String country, long reports) {}

  /// Reports by country code and id of the registry. A heading under which the registry means
  /// several substances is of none of them.
  Map<String, Map<String, Long>> of(Registry registry) {
    Map<String, Map<String, Long>> reports = new HashMap<>();
    for (Counted one : counted.get()) {
      Optional<Substance> named = Detections.named(SubstanceId.parse(one.substance()), registry);
      named.ifPresent(substance ->
          reports
              .computeIfAbsent(substance.id(), id -> new TreeMap<>())
              .merge(one.country(), one.reports(), Long::sum));
    }
    return reports;
  }

  private List<Counted> count() {
    return jdbc.query(
        """
        with period as (
          select country, choice, max(to_day) as to_day from law.report_count group by 1, 2
        ), choice as (
          select distinct on (country) country, choice, to_day
          from period join law.report_count using (country, choice, to_day)
          group by country, choice, to_day
          order by country, to_day desc, sum(reports) desc, choice
        )
        select substance, country, sum(reports)
        from choice join law.report_count using (country, choice, to_day)
        group by substance, country
        """,
        (row, i) -> new Counted(row.getString(1), row.getString(2), row.getLong(3)));
  }

  @Override
  public String name() {
    return "law.reports";
  }

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Map<RecordId, RecordVersion> latest = new LinkedHashMap<>();
    changes.stream()
        .filter(RecordChange::isCurrent)
        .map(RecordChange::version)
        .forEach(version -> latest.put(version.header().record(), version));
    if (latest.isEmpty()) {
      return;
    }
    jdbc.batchUpdate(
        "delete from law.report_count where record = ?",
        latest.keySet().stream().map(record -> new Object[] {record.value()}).toList());
    List<Object[]> rows =
        latest.values().stream()
            .flatMap(version -> counts(version).map(found -> row(version, found)).stream())
            .toList();
    if (!rows.isEmpty()) {
      jdbc.batchUpdate("insert into law.report_count values (?, ?, ?, ?, ?, ?, ?)", rows);
    }
    counted.forgetAfterCommit();
  }

  private static Object[] row(RecordVersion version, ReportCounts found) {
    return new Object[] {
      version.header().record().value(),
      version.header().sequence(),
      found.substance().key(),
      found.country().code(),
      found.choice(),
      Date.valueOf(found.to()),
      found.reports()
    };
  }

  private Optional<ReportCounts> counts(RecordVersion version) {
    return kinds
        .find(version.header().kind())
        .flatMap(version::content)
        .filter(ReportCounts.class::isInstance)
        .map(ReportCounts.class::cast);
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    jdbc.update(
        "delete from law.report_count where record = ? and sequence = ?",
        version.header().record().value(),
        version.header().sequence());
    counted.forgetAfterCommit();
  }

  @Override
  public void clear() {
    jdbc.execute("truncate law.report_count");
    counted.forgetAfterCommit();
  }
}

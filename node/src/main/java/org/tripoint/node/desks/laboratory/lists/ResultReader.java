package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Presence.Bound;
import org.tripoint.node.desks.laboratory.results.Presence.Measured;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.ReportedNumber;

/// Keeps the desk's tables at what the records say today.
@Component
class ResultReader implements LedgerReader {

  private static final int LONGEST_FOUND = 300;
  private static final List<String> TABLES =
      List.of("result", "component", "quantity", "scope", "scope_analyte", "round", "participant");

  private final JdbcTemplate jdbc;

  ResultReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "desks.laboratory";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(LabResult.KIND.name(), AnalysisScope.KIND.name(), ProficiencyRound.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Standing standing = Standing.after(changes);
    if (standing.versions().isEmpty()) {
      return;
    }
    standing.remove(jdbc, TABLES);
    Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (RecordVersion version : standing.versions()) {
      keep(version, rows);
    }
    rows.insert(jdbc);
  }

  /// Rows to come, as values in the order of their columns.
  private record Rows(
      List<Object[]> results, List<Object[]> components, List<@Nullable Object[]> quantities) {
    void insert(JdbcTemplate jdbc) {
      jdbc.batchUpdate(
          "insert into laboratory.result values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          results);
      jdbc.batchUpdate("insert into laboratory.component values (?, ?, ?, ?, ?, ?, ?)", components);
      jdbc.batchUpdate(
          "insert into laboratory.quantity values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          quantities);
    }
  }

  private void keep(RecordVersion version, Rows rows) {
    if (!version.isHeld()) {
      return;
    }
    VersionHeader header = version.header();
    switch (header.kind()) {
      case "lab-result" ->
          version.content(LabResult.KIND).ifPresent(result -> add(header, result, rows));
      case "analysis-scope" ->
          version.content(AnalysisScope.KIND).ifPresent(scope -> add(header, scope));
      default -> version.content(ProficiencyRound.KIND).ifPresent(round -> add(header, round));
    }
  }

  private void add(VersionHeader header, AnalysisScope scope) {
    jdbc.update(
        "insert into laboratory.scope values (?, ?, ?, ?, ?, ?, ?)",
        header.record().value(),
        header.sequence(),
        scope.laboratory(),
        scope.scope(),
        scope.version(),
        scope.validFrom(),
        scope.validTo());
    jdbc.batchUpdate(
        "insert into laboratory.scope_analyte values (?, ?, ?)",
        scope.analytes().stream()
            .map(one ->
                new Object[] {header.record().value(), header.sequence(), one.substance().key()})
            .toList());
  }

  private void add(VersionHeader header, ProficiencyRound round) {
    jdbc.update(
        "insert into laboratory.round values (?, ?, ?)",
        header.record().value(),
        header.sequence(),
        Date.valueOf(round.closedOn()));
    jdbc.batchUpdate(
        "insert into laboratory.participant values (?, ?, ?)",
        round.results().stream()
            .map(
                one -> new Object[] {header.record().value(), header.sequence(), one.participant()})
            .toList());
  }

  private static void add(VersionHeader header, LabResult result, Rows rows) {
    UUID record = header.record().value();
    Date day = Date.valueOf(result.day());
    String area = LabResultsCube.area(result);
    String origin = result.sampleOrigin().name();
    String status = result.status().name();
    rows.results()
        .add(
            new Object[] {
              record,
              header.sequence(),
              day,
              result.date().toString(),
              result.country().code(),
              result.laboratory(),
              result.submission() + "/" + result.item(),
              result.place().key(),
              area,
              origin,
              status,
              found(result),
              result.seizure(),
              Timestamp.from(header.published())
            });
    for (String substance : LabResultsCube.found(result)) {
      rows.components()
          .add(new Object[] {record, substance, header.sequence(), day, area, origin, status});
    }
    for (ResultComponent component : result.components()) {
      if (component.presence() instanceof Measured measured && measured.bound() != Bound.AT_LEAST) {
        rows.quantities().add(quantity(header, result, component, measured));
      }
    }
  }

  /// Per cent by weight, where the unit is a part of a weight.
  private static @Nullable Object[] quantity(
      VersionHeader header, LabResult result, ResultComponent component, Measured measured) {
    boolean ofWeight = measured.unit().toPercent(BigDecimal.ONE).isPresent();
    return new @Nullable Object[] {
      header.record().value(),
      component.number(),
      header.sequence(),
      component.substance().key(),
      Date.valueOf(result.day()),
      LabResultsCube.area(result),
      result.sampleOrigin().name(),
      (ofWeight ? ConcentrationUnit.PERCENT : measured.unit()).name(),
      percent(measured, measured.value()),
      measured.quantityBasis().name(),
      measured.salt() == null ? null : measured.salt().name(),
      measured.uncertainty() == null ? null : percent(measured, measured.uncertainty()),
      measured.coverageFactor() == null ? null : measured.coverageFactor().value()
    };
  }

  private static BigDecimal percent(Measured measured, ReportedNumber number) {
    return measured.unit().toPercent(number.value()).orElse(number.value());
  }

  private static String found(LabResult result) {
    String names =
        result.components().stream()
            .filter(component -> component.presence().isFound())
            .map(ResultComponent::name)
            .distinct()
            .collect(Collectors.joining(", "));
    return names.length() <= LONGEST_FOUND ? names : names.substring(0, LONGEST_FOUND - 1) + "…";
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    return Optional.empty();
  }

  @Override
  public void emptied(RecordVersion version) {
    for (String table : TABLES) {
      jdbc.update(
          "delete from laboratory." + table + " where record = ? and sequence = ?",
          version.header().record().value(),
          version.header().sequence());
    }
  }

  @Override
  public void clear() {
    TABLES.forEach(table -> jdbc.execute("truncate laboratory." + table));
  }

  @Override
  public String layout() {
    return "4";
  }
}

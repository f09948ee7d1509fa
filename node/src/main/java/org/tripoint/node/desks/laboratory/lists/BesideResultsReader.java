package org.tripoint.node.desks.laboratory.lists;

import java.math.BigDecimal;
import java.sql.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Keeps tables of what stands beside results: cases of toxicology, laboratories, published counts
/// and what was found in drug checks.
@Component
class BesideResultsReader implements LedgerReader {

  private static final List<String> TABLES =
      List.of("toxicology_case", "profile", "published_count", "check_found");

  /// The substance whose part some operators estimate.
  private static final SubstanceId FENTANYL =
      new SubstanceId.Structure("PJMPHNIQZUBGLI-UHFFFAOYSA-N");

  private final JdbcTemplate jdbc;

  BesideResultsReader(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "desks.laboratory.beside";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        ToxicologyCase.KIND.name(),
        LaboratoryProfile.KIND.name(),
        PublishedLabCount.KIND.name(),
        DrugCheckSample.KIND.name());
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Standing standing = Standing.after(changes);
    if (standing.versions().isEmpty()) {
      return;
    }
    standing.remove(jdbc, TABLES);
    for (RecordVersion version : standing.versions()) {
      if (version.isHeld()) {
        keep(version);
      }
    }
  }

  private void keep(RecordVersion version) {
    VersionHeader header = version.header();
    switch (header.kind()) {
      case "toxicology-case" ->
          version.content(ToxicologyCase.KIND).ifPresent(one -> add(header, one));
      case "laboratory-profile" ->
          version.content(LaboratoryProfile.KIND).ifPresent(one -> add(header, one));
      case "published-lab-count" ->
          version.content(PublishedLabCount.KIND).ifPresent(one -> add(header, one));
      default -> version.content(DrugCheckSample.KIND).ifPresent(one -> add(header, one));
    }
  }

  private void add(VersionHeader header, ToxicologyCase one) {
    jdbc.update(
        "insert into laboratory.toxicology_case values (?, ?, ?, ?)",
        header.record().value(),
        header.sequence(),
        Date.valueOf(one.day()),
        one.caseType().name());
  }

  private void add(VersionHeader header, LaboratoryProfile profile) {
    jdbc.update(
        "insert into laboratory.profile values (?, ?, ?)",
        header.record().value(),
        header.sequence(),
        profile.laboratory());
  }

  private void add(VersionHeader header, PublishedLabCount count) {
    jdbc.update(
        "insert into laboratory.published_count values (?, ?, ?, ?, ?, ?, ?, ?)",
        header.record().value(),
        header.sequence(),
        Date.valueOf(count.from()),
        Date.valueOf(count.to()),
        count.place().key(),
        count.substance().key(),
        count.choice(),
        count.reports());
  }

  private void add(VersionHeader header, DrugCheckSample sample) {
    Set<SubstanceId> found = new LinkedHashSet<>(sample.identified());
    if (isAboveLimit(sample.fentanylPercent())) {
      found.add(FENTANYL);
    }
    jdbc.batchUpdate(
        "insert into laboratory.check_found values (?, ?, ?, ?, ?, ?)",
        found.stream()
            .map(substance ->
                new @Nullable Object[] {
                  header.record().value(),
                  substance.key(),
                  header.sequence(),
                  Date.valueOf(sample.day()),
                  Analysed.area(sample.province()),
                  percent(sample, substance)
                })
            .toList());
  }

  /// 0 stands for below the method's limit.
  private static boolean isAboveLimit(@Nullable ReportedNumber percent) {
    return percent != null && percent.value().signum() > 0;
  }

  private static @Nullable BigDecimal percent(DrugCheckSample sample, SubstanceId substance) {
    ReportedNumber percent = sample.fentanylPercent();
    return percent != null && isAboveLimit(percent) && substance.equals(FENTANYL)
        ? percent.value()
        : null;
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
    return "1";
  }
}

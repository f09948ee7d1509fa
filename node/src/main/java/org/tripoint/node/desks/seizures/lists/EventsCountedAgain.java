package org.tripoint.node.desks.seizures.lists;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.CountedElsewhere;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which reports are taken off the figures, and which ought to be.
@Component
public class EventsCountedAgain {

  /// Differences taken up at once.
  private static final int AT_ONCE = 1_000;

  private final JdbcTemplate jdbc;

  EventsCountedAgain(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Reports that another one counts and that no record takes off as they now are.
  public List<CountedElsewhere> listMissing() {
    return jdbc.query(
        """
        select m.record, m.country, m.agency, date_trunc('month', m.day)::date
        from seizures.merge_member m left join seizures.counted_elsewhere c using (record)
        where m.counted_again and (c.record is null or c.country <> m.country
          or c.agency <> m.agency or c.month <> date_trunc('month', m.day)::date)
        order by m.record limit ?
        """,
        (row, i) ->
            new CountedElsewhere(
                new RecordId(row.getObject(1, UUID.class)),
                Country.of(row.getString(2)),
                row.getString(3),
                YearMonth.from(row.getObject(4, LocalDate.class))),
        AT_ONCE);
  }

  /// Reports that are taken off although no other counts them any more.
  public List<RecordId> listNeedless() {
    return jdbc.query(
        """
        select c.record from seizures.counted_elsewhere c
        where not exists (
          select from seizures.merge_member m where m.record = c.record and m.counted_again)
        order by c.record limit ?
        """,
        (row, i) -> new RecordId(row.getObject(1, UUID.class)),
        AT_ONCE);
  }

  /// Takes what a record says now.
  void keep(RecordVersion version, Optional<String> carried) {
    Optional<CountedElsewhere> taken =
        carried.isPresent()
            ? carried.map(EventsCountedAgain::parse)
            : version.isHeld() ? version.content(CountedElsewhere.KIND) : Optional.empty();
    UUID toldBy = version.header().record().value();
    jdbc.update("delete from seizures.counted_elsewhere where told_by = ?", toldBy);
    taken.ifPresent(report -> keep(toldBy, report));
  }

  private void keep(UUID toldBy, CountedElsewhere report) {
    jdbc.update(
        """
        insert into seizures.counted_elsewhere (record, told_by, country, agency, month)
        values (?, ?, ?, ?, ?)
        """,
        report.report().value(),
        toldBy,
        report.country().code(),
        report.agency(),
        Date.valueOf(report.month().atDay(1)));
  }

  /// What must outlive the record's content: the figures do.
  Optional<String> carry(RecordVersion version) {
    return version.isHeld()
        ? version.content(CountedElsewhere.KIND).map(this::write)
        : Optional.empty();
  }

  private String write(CountedElsewhere report) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("report", report.report().toString())
        .put("country", report.country().code())
        .put("agency", report.agency())
        .put("month", report.month().toString())
        .toString();
  }

  private static CountedElsewhere parse(String carried) {
    JsonNode node = JsonMapper.shared().readTree(carried);
    return new CountedElsewhere(
        RecordId.parse(node.path("report").asString()),
        Country.of(node.path("country").asString()),
        node.path("agency").asString(),
        YearMonth.parse(node.path("month").asString()));
  }
}

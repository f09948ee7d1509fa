package org.tripoint.node.metrics.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tripoint.node.metrics.definitions.MetricDefinition;
import org.tripoint.node.metrics.definitions.Texts;
import org.tripoint.node.metrics.exports.FigureTable.Earlier;
import org.tripoint.node.metrics.exports.FigureTable.Row;
import org.tripoint.node.metrics.exports.WriteFigures.ExportFormat;
import org.tripoint.node.metrics.figures.FigurePoint;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.metrics.recent.Estimate;
import org.tripoint.node.metrics.recent.Estimate.Expected;
import org.tripoint.node.metrics.recent.Estimate.Method;
import org.tripoint.node.metrics.recent.Estimate.Range;
import org.tripoint.vocabulary.Calendar;

class WriteFiguresTest {

  private static final Texts SHARE = new Texts("Share", "Parte", "Part");

  private static final MetricDefinition DEFINITION =
      new MetricDefinition(
          "M77",
          2,
          LocalDate.of(2026, 1, 15),
          SHARE,
          SHARE,
          List.of(new Texts("Rough, \"very\".", "Aproximado.", "Approximatif.")),
          "kg",
          1,
          Calendar.parse("rolling-12-06"),
          45,
          SHARE,
          false,
          List.of());

  private static final Estimate ESTIMATE =
      new Expected(
          Method.REVISIONS,
          new BigDecimal("0.2"),
          new Range(new BigDecimal("0.15"), new BigDecimal("0.25")),
          new Range(new BigDecimal("0.1"), new BigDecimal("0.4")),
          new BigDecimal("0.5"));

  private final FigureTable table =
      new FigureTable(
          DEFINITION,
          List.of("Rough, \"very\"."),
          List.of(
              row(1, "2024-06", FigureState.REPORTED, "1234.50", ""),
              expected(row(3, "2024-06", FigureState.INCOMPLETE, "0.1", "")),
              row(12, "2024-06", FigureState.SUPPRESSED, null, "count_basis=DISABLED"),
              row(1, "2024-07", FigureState.NOT_PUBLISHED, null, "")));

  @Test
  void writesSdmxCsvByTheStandardsRules() {
    String[] lines = text(ExportFormat.SDMX_CSV).split("\r\n", -1);

    assertThat(lines[0])
        .isEqualTo(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,METRIC,METRIC_VERSION,REF_AREA,TIME_SPAN,"
                + "KEPT_APART,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,DECIMALS,COUNTED_AS,"
                + "AS_OF_CLOCK,AS_OF,LEDGER_SIZE,CHECKPOINT_ROOT,NOWCAST,NOWCAST_50_LOW,"
                + "NOWCAST_50_HIGH,NOWCAST_90_LOW,NOWCAST_90_HIGH,COMPLETENESS,NOWCAST_METHOD,"
                + "SHOWN_EARLIER_ON,SHOWN_EARLIER,NOWCAST_EARLIER,COMMENT_OBS");
    assertThat(lines[1])
        .isEqualTo(
            "dataflow,TRIPOINT:DF_METRICS(1.2.0),I,M,M77,2,MX,P1M,_T,2024-06,1234.5,A,KG,1,reported-events,published,2025-01-01T00:00:00Z,99,ab12,,,,,,,,,,,\"Rough,"
                + " \"\"very\"\".\"");
    assertThat(lines[2])
        .contains(",Q,M77,2,MX,P3M,_T,2024-Q2,0.1,P,", ",0.2,0.15,0.25,0.1,0.4,0.5,REVISIONS,");
    assertThat(lines[3]).contains(",M,M77,2,MX,P12M,count_basis=DISABLED,2023-07-01/P12M,,Q,");
    assertThat(lines[4]).contains(",2024-07,,L,");
    assertThat(lines).hasSize(6);
    assertThat(lines[5]).isEmpty();
  }

  @Test
  void writesCsvWithDefinitionMomentAndCaveatOnEveryRow() {
    assertThat(text(ExportFormat.CSV))
        .startsWith("metric,definition_version,country,period_months,period_first,period_last")
        .contains(
            "M77,2,MX,12,2023-07,2024-06,SUPPRESSED,,kg,count_basis=DISABLED,reported-events,"
                + "published,2025-01-01T00:00:00Z,99,ab12,,,,,,,,,,,\"Rough, \"\"very\"\".\"\r\n");
  }

  @Test
  void writesWhatStoodSixMonthsBeforeBesideTodaysValue() {
    assertThat(text(ExportFormat.CSV))
        .contains(",nowcast_method,shown_earlier_on,shown_earlier,nowcast_earlier,caveats\r\n")
        .contains(",0.5,REVISIONS,2024-07-31,0.05,0.2,");
    assertThat(text(ExportFormat.SDMX_CSV)).contains(",0.5,REVISIONS,2024-07-31,0.05,0.2,");
    assertThat(text(ExportFormat.JSON))
        .contains("\"shown_earlier_on\":\"2024-07-31\"", "\"shown_earlier\":\"0.05\"");
  }

  @Test
  void writesJsonWithFiguresAsExactText() {
    assertThat(text(ExportFormat.JSON))
        .contains("\"metric\":\"M77\"", "\"value\":\"1234.5\"", "\"ledger_size\":99")
        .contains("\"nowcast\":\"0.2\"", "\"nowcast_90_high\":\"0.4\"")
        .doesNotContain("1234.50");
  }

  @Test
  void writesAWorkbookThatOpens() throws IOException {
    byte[] bytes = WriteFigures.write(table, ExportFormat.XLSX);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().read();

      assertThat(rows).hasSize(5);
      assertThat(rows.get(1).getCellAsNumber(7)).contains(new BigDecimal("1234.5"));
      assertThat(rows.get(3).getCellText(6)).isEqualTo("SUPPRESSED");
    }
  }

  @Test
  void refusesAFormatThatThereIsNot() {
    assertThatThrownBy(() -> ExportFormat.parse("pdf"))
        .hasMessage("expected csv, xlsx, json or sdmx-csv, found 'pdf'");
  }

  private String text(ExportFormat format) {
    return new String(WriteFigures.write(table, format), StandardCharsets.UTF_8);
  }

  private static Row row(
      int months, String month, FigureState state, @Nullable String value, String apart) {
    return new Row(
        "MX",
        months,
        new FigurePoint(
            YearMonth.parse(month), state, value == null ? null : new BigDecimal(value)),
        apart,
        "reported-events",
        "published",
        "2025-01-01T00:00:00Z",
        99,
        "ab12",
        null,
        null);
  }

  private static Row expected(Row row) {
    return new Row(
        row.country(),
        row.months(),
        row.point(),
        row.apart(),
        row.countedAs(),
        row.clock(),
        row.asOf(),
        row.ledgerSize(),
        row.root(),
        ESTIMATE,
        new Earlier(LocalDate.of(2024, 7, 31), new BigDecimal("0.05"), ESTIMATE));
  }
}

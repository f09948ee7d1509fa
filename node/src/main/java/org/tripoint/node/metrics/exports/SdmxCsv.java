package org.tripoint.node.metrics.exports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tripoint.node.metrics.exports.FigureTable.Row;
import org.tripoint.node.metrics.figures.FigureState;
import org.tripoint.node.web.CsvLine;
import org.tripoint.vocabulary.Decimals;

/// Figures as an SDMX-CSV 2.0 data message.
///
/// Every row names the structure it follows (`STRUCTURE`, `STRUCTURE_ID`) and what a receiver is to
/// do with it (`ACTION`: `I`, for information, since figures belong to the node that computed
/// them). Then come the dimensions in the order of the dataflow, the measure and the attributes; a
/// value that is absent is an empty cell, and the status says why. The dataflow is described in
/// docs/formats/sdmx-csv.md.
///
/// Source: SDMX-CSV field guide 2.0.0 (SDMX Technical Working Group), for SDMX 3.0; code list
/// CL_OBS_STATUS 2.2; RFC 4180.
final class SdmxCsv {

  /// Agency, id and version of the dataflow.
  static final String DATAFLOW = "TRIPOINT:DF_METRICS(1.2.0)";

  static final List<String> COLUMNS = columns();

  private SdmxCsv() {}

  private static List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "STRUCTURE",
                "STRUCTURE_ID",
                "ACTION",
                "FREQ",
                "METRIC",
                "METRIC_VERSION",
                "REF_AREA",
                "TIME_SPAN",
                "KEPT_APART",
                "TIME_PERIOD",
                "OBS_VALUE",
                "OBS_STATUS",
                "UNIT_MEASURE",
                "DECIMALS",
                "COUNTED_AS",
                "AS_OF_CLOCK",
                "AS_OF",
                "LEDGER_SIZE",
                "CHECKPOINT_ROOT"));
    ExpectedColumns.NAMES.forEach(name -> columns.add(name.toUpperCase(Locale.ROOT)));
    EarlierColumns.NAMES.forEach(name -> columns.add(name.toUpperCase(Locale.ROOT)));
    columns.add("COMMENT_OBS");
    return List.copyOf(columns);
  }

  static String write(FigureTable table) {
    StringBuilder text = new StringBuilder(CsvLine.exact(COLUMNS));
    String caveats = String.join(" | ", table.caveats());
    table.rows().forEach(row -> text.append(CsvLine.exact(cells(table, row, caveats))));
    return text.toString();
  }

  private static List<String> cells(FigureTable table, Row row, String caveats) {
    BigDecimal value = row.point().value();
    List<String> cells =
        new ArrayList<>(
            List.of(
                "dataflow",
                DATAFLOW,
                "I",
                row.months() == 3 ? "Q" : "M",
                table.definition().id(),
                Integer.toString(table.definition().version()),
                row.country(),
                "P" + row.months() + "M",
                row.apart().isEmpty() ? "_T" : row.apart(),
                timePeriod(row),
                value == null ? "" : Decimals.plain(value),
                status(row.point().state()),
                unit(table.definition().unit()),
                Integer.toString(table.definition().decimals()),
                row.countedAs(),
                row.clock(),
                row.asOf(),
                Long.toString(row.ledgerSize()),
                row.root()));
    cells.addAll(ExpectedColumns.cells(row.estimate()));
    cells.addAll(EarlierColumns.cells(row.earlier()));
    cells.add(caveats);
    return cells;
  }

  /// A Gregorian month `2024-06`, a reporting quarter `2024-Q2`, or for twelve months a time range:
  /// first day and duration, `2023-07-01/P12M`.
  private static String timePeriod(Row row) {
    return switch (row.months()) {
      case 1 -> row.point().month().toString();
      case 3 ->
          row.point().month().getYear() + "-Q" + (row.point().month().getMonthValue() + 2) / 3;
      default -> row.first().atDay(1) + "/P" + row.months() + "M";
    };
  }

  /// Codes of CL_OBS_STATUS: A normal, P provisional, E estimated, Q missing and suppressed, M
  /// missing and cannot exist, L missing and existing but not collected, O missing.
  private static String status(FigureState state) {
    return switch (state) {
      case REPORTED -> "A";
      case INCOMPLETE -> "P";
      case NOWCAST, PREDICTED -> "E";
      case SUPPRESSED, NOT_SHOWN -> "Q";
      case NO_DENOMINATOR -> "M";
      case NOT_PUBLISHED -> "L";
      case MISSING -> "O";
    };
  }

  /// Codes of CL_UNIT where there is one.
  private static String unit(String unit) {
    return switch (unit) {
      case "kg" -> "KG";
      case "litres" -> "L";
      case "percent" -> "PT";
      case "deaths" -> "PS";
      default -> "NUMBER";
    };
  }
}

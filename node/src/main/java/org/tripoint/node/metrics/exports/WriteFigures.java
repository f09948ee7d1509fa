package org.tripoint.node.metrics.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tripoint.node.metrics.exports.FigureTable.Row;
import org.tripoint.node.web.CsvLine;
import org.tripoint.vocabulary.Decimals;
import tools.jackson.databind.json.JsonMapper;

/// Writes a table of figures in one of the formats. Pure but for the bytes.
public final class WriteFigures {

  static final List<String> COLUMNS = columns();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WriteFigures() {}

  private static List<String> columns() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "metric",
                "definition_version",
                "country",
                "period_months",
                "period_first",
                "period_last",
                "state",
                "value",
                "unit",
                "kept_apart",
                "counted_as",
                "as_of_clock",
                "as_of",
                "ledger_size",
                "checkpoint_root"));
    columns.addAll(ExpectedColumns.NAMES);
    columns.addAll(EarlierColumns.NAMES);
    columns.add("caveats");
    return List.copyOf(columns);
  }

  /// What figures can be exported as.
  public enum ExportFormat {
    CSV("csv", "text/csv;charset=UTF-8", "csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JSON("json", "application/json", "json"),
    SDMX_CSV("sdmx-csv", "application/vnd.sdmx.data+csv;version=2.0.0;charset=UTF-8", "sdmx.csv");

    private final String code;
    private final String mediaType;
    private final String ending;

    ExportFormat(String code, String mediaType, String ending) {
      this.code = code;
      this.mediaType = mediaType;
      this.ending = ending;
    }

    public String code() {
      return code;
    }

    public String mediaType() {
      return mediaType;
    }

    /// How a file's name ends.
    public String ending() {
      return ending;
    }

    /// The format of a code that stands in an address.
    ///
    /// @throws IllegalArgumentException if there is no such format
    public static ExportFormat parse(String code) {
      for (ExportFormat format : values()) {
        if (format.code.equals(code)) {
          return format;
        }
      }
      throw new IllegalArgumentException(
          "expected csv, xlsx, json or sdmx-csv, found '" + code + "'");
    }
  }

  public static byte[] write(FigureTable table, ExportFormat format) {
    return switch (format) {
      case CSV -> csv(table).getBytes(StandardCharsets.UTF_8);
      case XLSX -> xlsx(table);
      case JSON -> JsonText.of(json(table));
      case SDMX_CSV -> SdmxCsv.write(table).getBytes(StandardCharsets.UTF_8);
    };
  }

  static String csv(FigureTable table) {
    StringBuilder text = new StringBuilder(CsvLine.exact(COLUMNS));
    table.rows().forEach(row -> text.append(CsvLine.exact(cells(table, row))));
    return text.toString();
  }

  /// The same as JSON values: the definition once, then its rows.
  public static Map<String, Object> json(FigureTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      Map<String, Object> item = new LinkedHashMap<>();
      List<String> cells = cells(table, row);
      for (int i = 2; i < COLUMNS.size() - 1; i++) {
        if (!cells.get(i).isEmpty() && !COLUMNS.get(i).equals("unit")) {
          item.put(COLUMNS.get(i), numberOrText(COLUMNS.get(i), cells.get(i)));
        }
      }
      rows.add(item);
    }
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("metric", table.definition().id());
    root.put("definition_version", table.definition().version());
    root.put("unit", table.definition().unit());
    root.put("calendar", table.definition().calendar().id());
    root.put("caveats", table.caveats());
    root.put("figures", rows);
    return root;
  }

  /// Whole numbers of ours are JSON numbers; figures are strings in plain decimals, never rounded.
  private static Object numberOrText(String column, String cell) {
    return column.equals("period_months") || column.equals("ledger_size")
        ? (Object) Long.valueOf(cell)
        : cell;
  }

  private static byte[] xlsx(FigureTable table) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Tripoint", "1.0")) {
      Worksheet figures = workbook.newWorksheet("figures");
      for (int i = 0; i < COLUMNS.size(); i++) {
        figures.value(0, i, COLUMNS.get(i));
      }
      for (int r = 0; r < table.rows().size(); r++) {
        writeRow(figures, r + 1, table, table.rows().get(r));
      }
      Worksheet about = workbook.newWorksheet("about");
      about.value(0, 0, table.definition().key());
      about.value(1, 0, table.definition().title().in(Locale.ENGLISH));
      for (int i = 0; i < table.caveats().size(); i++) {
        about.value(2 + i, 0, table.caveats().get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write a workbook in memory", e);
    }
    return bytes.toByteArray();
  }

  private static void writeRow(Worksheet sheet, int line, FigureTable table, Row row) {
    List<String> cells = cells(table, row);
    for (int i = 0; i < cells.size(); i++) {
      BigDecimal value = row.point().value();
      if (COLUMNS.get(i).equals("value") && value != null) {
        sheet.value(line, i, value);
      } else {
        sheet.value(line, i, cells.get(i));
      }
    }
  }

  private static List<String> cells(FigureTable table, Row row) {
    BigDecimal value = row.point().value();
    List<String> cells =
        new ArrayList<>(
            List.of(
                table.definition().id(),
                Integer.toString(table.definition().version()),
                row.country(),
                Integer.toString(row.months()),
                row.first().toString(),
                row.point().month().toString(),
                row.point().state().name(),
                value == null ? "" : Decimals.plain(value),
                table.definition().unit(),
                row.apart(),
                row.countedAs(),
                row.clock(),
                row.asOf(),
                Long.toString(row.ledgerSize()),
                row.root()));
    cells.addAll(ExpectedColumns.cells(row.estimate()));
    cells.addAll(EarlierColumns.cells(row.earlier()));
    cells.add(String.join(" | ", table.caveats()));
    return cells;
  }

  /// JSON text of plain values.
  private static final class JsonText {
    static byte[] of(Map<String, Object> values) {
      return JSON.writeValueAsString(values).getBytes(StandardCharsets.UTF_8);
    }
  }
}

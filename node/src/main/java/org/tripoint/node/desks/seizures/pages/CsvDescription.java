package org.tripoint.node.desks.seizures.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tripoint.node.web.Page;
import tools.jackson.databind.json.JsonMapper;

/// What a CSV file holds, for programs: its columns, their types, and what [AboutExport] says.
///
/// Source: W3C Metadata Vocabulary for Tabular Data (2015), which finds it beside the file under
/// the file's name and `-metadata.json`.
final class CsvDescription {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CsvDescription() {}

  /// @param fileName of the CSV file
  static byte[] json(
      String fileName,
      AboutExport about,
      List<? extends Column<?>> columns,
      WholeList.Written written) {
    Page page = about.names().page();
    Map<String, Object> table = new LinkedHashMap<>();
    table.put(
        "@context",
        List.of("http://www.w3.org/ns/csvw", Map.of("@language", page.locale().toLanguageTag())));
    table.put("url", fileName);
    table.put("dc:title", about.title());
    table.put("dc:publisher", page.nodeName());
    table.put("dc:created", about.taken().toString());
    table.put("dc:source", List.copyOf(written.sources()));
    table.put("dialect", Map.of("encoding", "utf-8", "header", true, "delimiter", ","));
    table.put(
        "tableSchema",
        Map.of("columns", columns.stream().map(column -> column(column, page)).toList()));
    table.put("notes", about.lines(written, 0));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(table);
  }

  private static Map<String, Object> column(Column<?> column, Page page) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", column.id());
    described.put("titles", page.t("seizures.column." + column.id()));
    described.put("datatype", datatype(column));
    return described;
  }

  /// A day may be known to the month or the year only: then it is no date.
  private static String datatype(Column<?> column) {
    if (column.number()) {
      return "decimal";
    }
    return column.id().equals("month") ? "gYearMonth" : "string";
  }
}

package org.tripoint.node.metrics.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What a written scenario says of its agencies, read the slow way: weekly counts from the truth,
/// records as its files last tell of them.
///
/// @param folder where the scenario is
record AgencyTruth(Path folder) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final DateTimeFormatter SPANISH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  record Line(String file, String published) {}

  /// Files of agencies in the order of publication: their records and their weekly counts.
  List<Line> files() {
    return lines(folder.resolve("import-order.txt"), StandardCharsets.UTF_8).stream()
        .map(line -> line.split(" published=", -1))
        .map(parts -> new Line(parts[0], parts[1]))
        .filter(line -> line.file().matches("(us-hsi|ca-cbsa|ca-rcmp|mx-sedena)[-_].*"))
        .toList();
  }

  /// Quantities of what is wanted in the true weekly counts, by the month of the week's Thursday.
  Map<YearMonth, BigDecimal> counts(String agency, Predicate<Map<String, String>> wanted) {
    Map<YearMonth, BigDecimal> months = new TreeMap<>();
    for (Map<String, String> row : rows("truth/weekly-counts-" + agency + ".csv")) {
      if (wanted.test(row)) {
        LocalDate thursday = LocalDate.parse(row.get("week_start")).with(DayOfWeek.THURSDAY);
        months.merge(
            YearMonth.from(thursday), new BigDecimal(row.get("quantity")), BigDecimal::add);
      }
    }
    return months;
  }

  /// Quantities of what is wanted in the records as last told, by the month of the event.
  Map<YearMonth, BigDecimal> records(String agency, Predicate<Map<String, String>> wanted) {
    boolean spanish = agency.equals("mx-sedena");
    Map<String, List<Map<String, String>>> events = new LinkedHashMap<>();
    for (Line line : files()) {
      if (line.file().startsWith(agency + "_")) {
        Map<String, List<Map<String, String>>> told = new LinkedHashMap<>();
        for (Map<String, String> row : rows(line.file())) {
          String id = row.get(spanish ? "Folio" : "source_record_id");
          told.computeIfAbsent(id, i -> new ArrayList<>()).add(row);
        }
        events.putAll(told);
      }
    }
    Map<YearMonth, BigDecimal> months = new TreeMap<>();
    for (List<Map<String, String>> rows : events.values()) {
      for (Map<String, String> row : rows) {
        if (!"WITHDRAWN".equals(row.get("status")) && wanted.test(row)) {
          LocalDate day =
              spanish
                  ? LocalDate.parse(row.get("Fecha"), SPANISH_DAY)
                  : LocalDate.parse(row.get("event_date"));
          BigDecimal quantity = new BigDecimal(row.get(spanish ? "Cantidad" : "quantity"));
          months.merge(YearMonth.from(day), quantity, BigDecimal::add);
        }
      }
    }
    return months;
  }

  List<Map<String, String>> rows(String file) {
    List<String> lines =
        lines(folder.resolve(file), file.contains("sintetico") ? WINDOWS : StandardCharsets.UTF_8);
    String[] columns = lines.getFirst().split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> lines(Path file, Charset charset) {
    try {
      return Files.readAllLines(file, charset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

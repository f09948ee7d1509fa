package org.tripoint.node.desks.seizures.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetRowsTest {

  @Test
  void goesOnWithAFurtherSheetAndRepeatsTheHead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Tripoint", null)) {
      SheetRows rows = new SheetRows(workbook, "Seizures", 1_001);
      rows.head(List.of("Day", "Kilograms"));
      for (int i = 0; i < 2_500; i++) {
        rows.add(List.of("d" + i, new BigDecimal(i + ".125")));
      }
      rows.finish();
      assertThat(rows.written()).isEqualTo(2_500);
      assertThat(rows.sheets()).isEqualTo(3);
    }
    List<String> sheets = new ArrayList<>();
    List<String> days = new ArrayList<>();
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (var sheet : workbook.getSheets().toList()) {
        List<Row> rows = sheet.read();
        sheets.add(sheet.getName() + " " + rows.size() + " " + rows.getFirst().getCellText(1));
        rows.stream().skip(1).forEach(row -> days.add(row.getCellText(0)));
      }
    }
    assertThat(sheets)
        .containsExactly(
            "Seizures 1001 Kilograms", "Seizures 2 1001 Kilograms", "Seizures 3 501 Kilograms");
    assertThat(days).hasSize(2_500).startsWith("d0").endsWith("d2499").doesNotHaveDuplicates();
  }

  @Test
  void writesTheHeadOfAnEmptyList() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Tripoint", null)) {
      SheetRows rows = new SheetRows(workbook, "Seizures", SheetRows.MOST_ROWS);
      rows.head(List.of("Day"));
      rows.finish();
      assertThat(rows.sheets()).isEqualTo(1);
    }
    assertThat(bytes.size()).isPositive();
  }
}

package org.tripoint.node.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.intake.reading.TableReader.Line;

class WorkbookReadingTest {

  @TempDir private Path folder;

  private static byte[] workbook(Consumer<Worksheet> fill) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var workbook = new Workbook(out, "test", "1.0")) {
      fill.accept(workbook.newWorksheet("Data"));
      Worksheet second = workbook.newWorksheet("Otra hoja");
      second.value(0, 0, "x");
      second.value(1, 0, "y");
    }
    return out.toByteArray();
  }

  @Test
  void readsTextNumbersAndDates() throws IOException {
    byte[] bytes =
        workbook(sheet -> {
          sheet.value(0, 0, "nombre");
          sheet.value(0, 1, "cantidad");
          sheet.value(0, 2, "fecha");
          sheet.value(0, 3, "hora");
          sheet.value(1, 0, "Québec");
          sheet.value(1, 1, 1234.5);
          sheet.value(1, 2, LocalDate.of(2024, 2, 29));
          sheet.style(1, 2).format("yyyy-mm-dd").set();
          sheet.value(1, 3, LocalDateTime.of(1900, 1, 1, 12, 30));
          sheet.style(1, 3).format("dd/mm/yyyy hh:mm").set();
          sheet.value(3, 0, "solo");
        });
    var read = ReadFile.of(folder, bytes);
    assertThat(read.layout()).isEqualTo("Data");
    assertThat(read.lines())
        .containsExactly(
            new Line.Full(1, List.of("Québec", "1234.5", "2024-02-29", "1900-01-01T12:30:00")),
            new Line.Blank(2),
            new Line.Full(3, List.of("solo", "", "", "")));
  }

  @Test
  void readsTheSheetThatIsNamedAndNamesTheSheetsThereAre() throws IOException {
    Path path = Files.write(folder.resolve("book"), workbook(sheet -> sheet.value(0, 0, "a")));
    var other = TableFile.look(path, "b.xlsx", "Otra hoja", ReadFile.LIMITS);
    assertThat(other).isInstanceOf(TableFile.Looked.Sound.class);
    assertThat(TableFile.look(path, "b.xlsx", "Absent", ReadFile.LIMITS))
        .isEqualTo(
            new TableFile.Looked.Refused(
                new FileRefusal(
                    Rule.SHEET_NOT_FOUND, "b.xlsx", 0, "", "Absent", "Data | Otra hoja")));
  }

  /// Styles are an optional part of a workbook.
  @Test
  void readsAWorkbookWithoutStyles() throws IOException {
    byte[] bytes =
        workbook(sheet -> {
          sheet.value(0, 0, "nombre");
          sheet.value(0, 1, "cantidad");
          sheet.value(1, 0, "Québec");
          sheet.value(1, 1, 1234.5);
        });
    var read = ReadFile.of(folder, without(bytes, "xl/styles.xml"));
    assertThat(read.rows()).containsExactly(List.of("Québec", "1234.5"));
  }

  @Test
  void refusesFormulasWithTheirCell() throws IOException {
    byte[] bytes =
        workbook(sheet -> {
          sheet.value(0, 0, "a");
          sheet.value(0, 1, "b");
          sheet.value(1, 0, 1);
          sheet.formula(1, 1, "A2*2");
        });
    assertThat(ReadFile.of(folder, bytes).refusal())
        .isEqualTo(new FileRefusal(Rule.FORMULA, "nasty.csv", 1, "B2", "=A2*2", ""));
  }

  @Test
  void refusesACellBeyondTheLimit() throws IOException {
    byte[] bytes =
        workbook(sheet -> {
          sheet.value(0, 0, "a");
          sheet.inlineString(1, 0, "x".repeat(70_000));
        });
    assertThat(ReadFile.of(folder, bytes).rule()).isEqualTo(Rule.CELL_TOO_LARGE);
  }

  @Test
  void refusesAHugeCellBeforeTheLibrarySeesIt() throws IOException {
    byte[] bytes = workbook(sheet -> sheet.value(0, 0, "a"));
    byte[] huge =
        withEntry(
            bytes,
            "xl/worksheets/sheet1.xml",
            xml ->
                xml.replace(
                    "</sheetData>",
                    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>"
                        + "xy".repeat(10 << 20)
                        + "</t></is></c></row></sheetData>"));
    assertThat(ReadFile.of(folder, huge).rule()).isIn(Rule.CELL_TOO_LARGE, Rule.UNPACKS_TOO_FAR);
  }

  @Test
  void refusesABomb() throws IOException {
    byte[] bytes = workbook(sheet -> sheet.value(0, 0, "a"));
    byte[] bomb =
        withEntry(
            bytes,
            "xl/worksheets/sheet1.xml",
            xml -> xml.replace("<sheetData>", "<sheetData>" + "<row></row>".repeat(4 << 20)));
    assertThat(ReadFile.of(folder, bomb).rule()).isEqualTo(Rule.UNPACKS_TOO_FAR);
  }

  @Test
  void refusesDocumentTypesAndDamage() throws IOException {
    byte[] bytes = workbook(sheet -> sheet.value(0, 0, "a"));
    byte[] entities =
        withEntry(
            bytes,
            "xl/workbook.xml",
            xml -> xml.replace("<workbook", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook"));
    assertThat(ReadFile.of(folder, entities).rule()).isEqualTo(Rule.WORKBOOK_DAMAGED);
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length / 2);
    assertThat(ReadFile.of(folder, cut).rule()).isEqualTo(Rule.WORKBOOK_DAMAGED);
    byte[] broken =
        withEntry(bytes, "xl/worksheets/sheet1.xml", xml -> "<worksheet><sheetData><row");
    assertThat(ReadFile.of(folder, broken).rule()).isIn(Rule.WORKBOOK_DAMAGED, Rule.EMPTY_FILE);
  }

  @Test
  void refusesArchivesThatAreNoWorkbooks() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write('x');
    }
    assertThat(ReadFile.of(folder, out.toByteArray()).rule()).isEqualTo(Rule.NOT_A_TABLE);
  }

  private byte[] without(byte[] workbook, String name) throws IOException {
    Path path = Files.write(folder.resolve("original"), workbook);
    var out = new ByteArrayOutputStream();
    try (var in = new ZipFile(path.toFile());
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : in.stream().filter(one -> !one.getName().equals(name)).toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(in.getInputStream(entry).readAllBytes());
      }
    }
    return out.toByteArray();
  }

  private byte[] withEntry(byte[] workbook, String name, UnaryOperator<String> change)
      throws IOException {
    Path path = Files.write(folder.resolve("original"), workbook);
    var out = new ByteArrayOutputStream();
    try (var in = new ZipFile(path.toFile());
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : in.stream().toList()) {
        String content =
            new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            (entry.getName().equals(name) ? change.apply(content) : content)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }
}

package org.tripoint.node.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tripoint.node.intake.reading.FileRefusal.Rule;
import org.tripoint.node.intake.reading.TableReader.Line;

class CsvReadingTest {

  @TempDir private Path folder;

  private ReadFile read(String text) {
    return ReadFile.of(folder, text);
  }

  @Test
  void refusesMixedLineEndsWithTheRowWhereTheyChange() {
    var read = read("a,b\n1,2\n3,4\r\n5,6\n");
    assertThat(read.refusal())
        .isEqualTo(new FileRefusal(Rule.MIXED_LINE_ENDS, "nasty.csv", 2, "b", "CRLF", "LF"));
  }

  @Test
  void takesLineBreaksInsideQuotesAsText() {
    var read = read("a,b\r\n1,\"x\ny\r\nz\"\r\n");
    assertThat(read.rows()).containsExactly(List.of("1", "x\ny\r\nz"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEachKindOfLineEnd(String end) {
    var read = read(String.join(end, "a,b", "1,2", "3,4"));
    assertThat(read.rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
  }

  @Test
  void refusesNulCharactersWhereverTheyStand() {
    assertThat(read("a,b\n1,\0\n").rule()).isEqualTo(Rule.NUL_BYTE);
    assertThat(read("a,b\n" + "1,2\n".repeat(40_000) + "1,\0\n").rule()).isEqualTo(Rule.NUL_BYTE);
    byte[] wide = "a,b\n1,\0x\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(ReadFile.of(folder, wide).rule()).isEqualTo(Rule.NUL_BYTE);
  }

  @Test
  void refusesAQuoteThatIsNeverClosed() {
    var read = read("a,b\n1,2\n3,\"4\n5,6\n");
    assertThat(read.refusal())
        .isEqualTo(new FileRefusal(Rule.QUOTE_NOT_CLOSED, "nasty.csv", 2, "b", "4\n5,6\n", "\""));
  }

  @Test
  void refusesACellOfAHundredMegabytesWithoutHoldingIt() {
    var cell = new byte[100 << 20];
    Arrays.fill(cell, (byte) 'x');
    byte[] head = "a,b\n1,2\n3,\"".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(head, 0, cell, 0, head.length);
    var read = ReadFile.of(folder, cell);
    assertThat(read.rule()).isEqualTo(Rule.CELL_TOO_LARGE);
    assertThat(read.rows()).containsExactly(List.of("1", "2"));
  }

  @Test
  void refusesGzipThatUnpacksTooFarOrTooLarge() {
    byte[] bomb = ReadFile.gzip(new byte[200 << 20]);
    assertThat(ReadFile.of(folder, bomb).rule()).isEqualTo(Rule.NUL_BYTE);
    byte[] rows = ("a,b\n" + "1,2\n".repeat(15 << 20)).getBytes(StandardCharsets.UTF_8);
    assertThat(ReadFile.of(folder, ReadFile.gzip(rows)).rule()).isEqualTo(Rule.UNPACKS_TOO_FAR);
    var small = new Limits(1 << 20, 100_000, 1 << 16, 100, 1 << 20);
    assertThat(ReadFile.of(folder, ReadFile.gzip(rows), small).rule())
        .isEqualTo(Rule.UNPACKS_TOO_LARGE);
  }

  @Test
  void refusesGzipThatIsCutOff() {
    byte[] whole =
        ReadFile.gzip(("a,b\n" + "1,2\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
    byte[] cut = Arrays.copyOf(whole, whole.length - 12);
    assertThat(ReadFile.of(folder, cut).rule()).isEqualTo(Rule.PACKING_DAMAGED);
  }

  @Test
  void refusesDuplicateColumnNames() {
    assertThat(read("a,b, a\n1,2,3\n").refusal())
        .isEqualTo(new FileRefusal(Rule.DUPLICATE_COLUMN, "nasty.csv", 0, "a", "a", "unique"));
  }

  @Test
  void refusesWhatIsNoText() {
    assertThat(ReadFile.of(folder, new byte[0]).rule()).isEqualTo(Rule.EMPTY_FILE);
    assertThat(read("\n\n").rule()).isEqualTo(Rule.EMPTY_FILE);
    assertThat(read("%PDF-1.7 …").rule()).isEqualTo(Rule.NOT_A_TABLE);
    byte[] undefined = {'a', ',', 'b', '\n', (byte) 0x81, ',', (byte) 0xe9, '\n'};
    assertThat(ReadFile.of(folder, undefined).rule()).isEqualTo(Rule.NOT_TEXT);
    byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0};
    assertThat(ReadFile.of(folder, old).rule()).isEqualTo(Rule.OLD_WORKBOOK);
  }

  @Test
  void setsRowsWithAnotherNumberOfCellsApart() {
    var read = read("a,b,c\n1,2\n1,2,3\n1,2,3,4\n");
    assertThat(read.lines())
        .containsExactly(
            new Line.Uneven(1, List.of("1", "2"), "column-count"),
            new Line.Full(2, List.of("1", "2", "3")),
            new Line.Uneven(3, List.of("1", "2", "3", "4"), "column-count"));
  }

  @Test
  void setsRowsWithTextAfterAClosingQuoteApart() {
    var read = read("a,b\n\"1\"x,2\n3,4\n");
    assertThat(read.lines())
        .containsExactly(
            new Line.Uneven(1, List.of("1x", "2"), "quote-misplaced"),
            new Line.Full(2, List.of("3", "4")));
  }

  @Test
  void takesAQuoteInsideAnUnquotedCellAsItStands() {
    assertThat(read("a,b\n5\" pipe,x\n").rows()).containsExactly(List.of("5\" pipe", "x"));
  }

  @Test
  void countsRowsWithoutText() {
    assertThat(read("a,b\n\n1,2\n,\n").lines())
        .containsExactly(new Line.Blank(1), new Line.Full(2, List.of("1", "2")), new Line.Blank(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheSeparator(String separator) {
    var read = read("name;x,a|b\tc\n1;2,3|4\t5\n".replaceAll("[;,|\t]", separator));
    assertThat(read.layout()).isEqualTo(separator);
    assertThat(read.columns()).hasSize(5);
  }

  @Test
  void prefersTheSeparatorThatRowsAgreeOn() {
    var read = read("fecha;cantidad\n01/02/2024;1,5\n02/02/2024;2,25\n");
    assertThat(read.rows())
        .containsExactly(List.of("01/02/2024", "1,5"), List.of("02/02/2024", "2,25"));
  }

  @Test
  void readsTheSeparatorLineThatSpreadsheetsWrite() {
    assertThat(read("sep=;\r\na;b\r\n1;2\r\n").lines())
        .containsExactly(new Line.Full(1, List.of("1", "2")));
  }

  @Test
  void readsByteOrderMarksAndWideCharacters() {
    String text = "país,año\nMéxico,2024\n";
    var expected = List.of(List.of("México", "2024"));
    assertThat(read("\ufeff" + text).columns()).containsExactly("país", "año");
    for (var charset :
        List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(ReadFile.of(folder, text.getBytes(charset)).rows()).isEqualTo(expected);
    }
  }

  @Test
  void readsWindows1252WhenTheFirstAccentComesLate() {
    String text = "a,b\n" + "1,2\n".repeat(60_000) + "Québec,€\n";
    var read = ReadFile.of(folder, text.getBytes(Charset.forName("windows-1252")));
    assertThat(read.encoding()).isEqualTo("windows-1252");
    assertThat(read.rows().getLast()).containsExactly("Québec", "€");
  }

  @Test
  void refusesLinesOfDifferentEncodings() {
    byte[] utf8 = "lugar,kg\nMérida,1\n".getBytes(StandardCharsets.UTF_8);
    byte[] windows = "Xalapa,1\r\nQuerétaro,2\n".getBytes(Charset.forName("windows-1252"));
    assertThat(ReadFile.of(folder, concat(utf8, windows)).refusal())
        .isEqualTo(new FileRefusal(Rule.MIXED_ENCODINGS, "nasty.csv", 0, "", "2", "4"));
    byte[] undefinedInOne = "Álamos,3\n".getBytes(StandardCharsets.UTF_8);
    assertThat(ReadFile.of(folder, concat(windows, undefinedInOne)).refusal())
        .isEqualTo(new FileRefusal(Rule.MIXED_ENCODINGS, "nasty.csv", 0, "", "3", "2"));
  }

  /// Capitals before a closing quotation mark or a hard space look like one character in UTF-8.
  @Test
  void readsWindows1252ThatLooksLikeUtf8InPlaces() {
    String text = "nom,note\nQuébec,«\u00a0SÉCURITÉ\u00a0»\nLévis,«RÉALITÉ»\n";
    var read = ReadFile.of(folder, text.getBytes(Charset.forName("windows-1252")));
    assertThat(read.encoding()).isEqualTo("windows-1252");
    assertThat(read.rows().getLast()).containsExactly("Lévis", "«RÉALITÉ»");
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  void namesBlankColumnsByTheirPlace() {
    assertThat(read("a,,c\n1,2,3\n").columns()).containsExactly("a", "#2", "c");
  }

  @Test
  void refusesMoreColumnsThanAllowed() {
    assertThat(read(",x".repeat(101) + "\n").rule()).isEqualTo(Rule.TOO_MANY_COLUMNS);
  }
}

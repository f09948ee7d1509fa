package org.tripoint.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvLineTest {

  @Test
  void quotesOnlyWhatMustBeQuoted() {
    assertThat(CsvLine.exact(List.of("Calexico", "a \"press\"", "one, two", "two\nlines", "x\r")))
        .isEqualTo("Calexico,\"a \"\"press\"\"\",\"one, two\",\"two\nlines\",\"x\r\"\r\n");
  }

  @Test
  void disarmsTextThatASpreadsheetWouldCompute() {
    assertThat(
            CsvLine.forSpreadsheets(
                List.of("=HYPERLINK(\"x\")", "+1", "-1", "@SUM(1)", "\t=1", "a=b")))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@SUM(1),'\t=1,a=b\r\n");
    assertThat(CsvLine.exact(List.of("=1", "-1"))).isEqualTo("=1,-1\r\n");
  }

  @Test
  void writesNumbersPlainlyAndNothingForNull() {
    assertThat(CsvLine.forSpreadsheets(Arrays.asList(new BigDecimal("-1E+3"), null, 7L, "")))
        .isEqualTo("-1000,,7,\r\n");
  }
}

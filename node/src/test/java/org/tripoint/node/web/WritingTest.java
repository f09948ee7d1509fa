package org.tripoint.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class WritingTest {

  @Test
  void writesNumbersAsEachLanguageDoes() {
    BigDecimal value = new BigDecimal("1234567.895");
    assertThat(TestWording.of(Language.ENGLISH).number(value, 2)).isEqualTo("1,234,567.9");
    assertThat(TestWording.of(Language.SPANISH).number(value, 2)).isEqualTo("1,234,567.9");
    assertThat(TestWording.of(Language.FRENCH).number(value, 2)).isEqualTo("1\u202f234\u202f567,9");
  }

  @Test
  void writesTheDecimalsInsideATextAsEachLanguageDoes() {
    var french = TestWording.of(Language.FRENCH);
    assertThat(french.figures("cocaine 12.50 kg, heroin 1234567.8 g, 0.42 %"))
        .isEqualTo("cocaine 12,5 kg, heroin 1\u202f234\u202f567,8 g, 0,42 %");
    assertThat(french.figures("12345 tablet")).isEqualTo("12\u202f345 tablet");
    for (String as : new String[] {"2024-01-02", "US-CA", "M30", "v1.2.3", "2024", "10.1.2.3"}) {
      assertThat(french.figures(as)).isEqualTo(as);
    }
    assertThat(TestWording.of(Language.SPANISH).figures("12345.5 kg")).isEqualTo("12,345.5 kg");
  }

  @Test
  void writesShares() {
    BigDecimal share = new BigDecimal("0.1234");
    assertThat(TestWording.of(Language.ENGLISH).percent(share, 1)).isEqualTo("12.3%");
    assertThat(TestWording.of(Language.FRENCH).percent(share, 1)).isEqualTo("12,3\u00a0%");
  }

  @Test
  void writesDaysAndMonths() {
    LocalDate day = LocalDate.of(2024, 1, 9);
    assertThat(TestWording.of(Language.ENGLISH).day(day)).isEqualTo("Jan 9, 2024");
    assertThat(TestWording.of(Language.SPANISH).day(day)).isEqualTo("9 ene 2024");
    assertThat(TestWording.of(Language.FRENCH).day(day)).isEqualTo("9 janv. 2024");
    assertThat(TestWording.of(Language.SPANISH).month(YearMonth.of(2024, 1))).isEqualTo("ene 2024");
    assertThat(TestWording.of(Language.FRENCH).month(YearMonth.of(2024, 2)))
        .isEqualTo("févr. 2024");
  }

  @Test
  void writesInstantsWithTheirZone() {
    assertThat(TestWording.of(Language.ENGLISH).instant(Instant.parse("2024-01-09T15:04:05Z")))
        .isEqualTo("Jan 9, 2024, 15:04 UTC");
  }

  @Test
  void keepsRedirectsOnThisNode() {
    assertThat(LocalAddress.of("/seizures?country=MX")).isEqualTo("/seizures?country=MX");
    assertThat(LocalAddress.of("//elsewhere.example")).isEqualTo("/");
    assertThat(LocalAddress.of("/\\elsewhere.example")).isEqualTo("/");
    assertThat(LocalAddress.of("https://elsewhere.example")).isEqualTo("/");
    assertThat(LocalAddress.of("/a\r\nSet-Cookie: b")).isEqualTo("/");
  }
}

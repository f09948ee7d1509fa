package org.tripoint.node.desks.seizures.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.desks.seizures.formats.TestImports;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.CsvText;
import org.tripoint.node.testing.TestDatabase;

/// A planted CBP file that restates a month: both vintages on the figure's page and the metric's.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class RestatedFigurePagesTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String HEADER =
      "FY,Month (abbv),Component,Region,Land Filter,Area of Responsibility,Drug Type,Count of"
          + " Event,Sum Qty (lbs)\n";

  @Autowired private MockMvc web;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private JdbcClient database;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private static CsvText october(String events, String pounds) {
    return CsvText.of(
        HEADER
            + "2025,OCT,U.S. Border Patrol,Southwest Border,Other,TUCSON SECTOR,Fentanyl,%s,%s\n"
                .formatted(events, pounds));
  }

  @Test
  void bothVintagesStandOnTheFiguresPageAndOnTheMetrics() throws Exception {
    TestImports imports = new TestImports(ledger);
    imports.cbp("january.csv", october("3", "10"), Instant.parse("2025-01-20T00:00:00Z"));
    imports.cbp("february.csv", october("4", "12"), Instant.parse("2025-02-20T00:00:00Z"));
    readers.catchUp();
    String record =
        database.sql("select record::text from seizures.figure").query(String.class).single();
    assertThat(text("/seizures/figures/" + record + "?lang=en"))
        .contains("10 lb in 3 events", "12 lb in 4 events");
    String then = text("/metrics/M01?country=US&clock=published&at=2025-02-01&lang=en");
    assertThat(then)
        .containsSubsequence("<h2>Restated since", "Oct 2024", ">4.5<", ">5.4<", "+0.9");
    assertThat(text("/metrics/M01?country=US&lang=en")).contains(">5.4</a>");
    assertThat(text("/api/metrics/M01/figures?country=US&clock=published&at=2025-02-01"))
        .contains("4.5")
        .doesNotContain("5.44");
    assertThat(text("/api/metrics/M01/figures?country=US")).contains("5.4");
  }

  private String text(String address) throws Exception {
    MockHttpServletResponse answer =
        web.perform(get(address).with(user("ana").roles("ANALYST"))).andReturn().getResponse();
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }
}

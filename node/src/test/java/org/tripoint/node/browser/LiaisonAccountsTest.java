package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;

/// The account of a partner's officer: alone in its role, until a day, and shut out of the house.
class LiaisonAccountsTest extends RunningNode {

  @Autowired private DataSource database;

  @Test
  void isMadeWithItsRoleAloneAndADayThatIsNotOver() throws Exception {
    Visitor admin = administrator();
    admin.post(
        "/accounts",
        "/accounts",
        Map.of("name", "l.no-end", "fullName", "No End", "roles", "LIAISON", "ceiling", "RED"));
    admin.post(
        "/accounts",
        "/accounts",
        Map.of(
            "name",
            "l.over",
            "fullName",
            "Over",
            "roles",
            "LIAISON",
            "lastDay",
            "2020-01-01",
            "ceiling",
            "RED"));
    admin.post(
        "/accounts",
        "/accounts",
        Map.of(
            "name",
            "l.keeps",
            "fullName",
            "Keeps",
            "roles",
            "LIAISON",
            "lastDay",
            "2999-01-01",
            "ceiling",
            "GREEN"));
    assertThat(admin.get("/accounts").body()).doesNotContain("l.no-end", "l.over");
    admin.post(
        "/accounts/of/l.keeps",
        "/accounts/of/l.keeps/rights",
        Map.of("roles", "LIAISON", "lastDay", ""));
    assertThat(admin.get("/accounts/of/l.keeps").body()).contains("2999-01-01");
  }

  @Test
  void signsNobodyInAfterItsLastDayAndEndsOpenSessions() throws Exception {
    Visitor officer = person("l.ends", Role.LIAISON);
    assertThat(officer.get("/me").statusCode()).isEqualTo(200);
    JdbcClient.create(database)
        .sql("update accounts.account set last_day = '2020-01-01' where name = 'l.ends'")
        .update();
    assertThat(location(officer.get("/me"))).endsWith("/login?ended");
    Visitor again = visitor();
    assertThat(location(again.signIn("l.ends", PASSWORD))).endsWith("/login?disabled");
  }

  @Test
  void opensItsOwnPagesAndNothingOfTheHouse() throws Exception {
    Visitor officer = person("l.inside", Role.LIAISON);
    Visitor again = visitor();
    assertThat(location(again.signIn("l.inside", PASSWORD))).endsWith("/liaison/mine");
    String page = officer.get("/me").body();
    assertThat(page).doesNotContain("action=\"/search\"", "/me/tokens", "href=\"/signals\"");
    for (String path : List.of("/", "/search?q=x", "/ledger", "/actuator/info")) {
      assertThat(officer.get(path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(officer.get("/api/imports").statusCode()).isEqualTo(403);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}

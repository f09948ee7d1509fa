package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking.Tlp;

/// What is marked above an account's ceiling, or for agencies other than its own, is nowhere: every
/// page, fragment, file and interface is asked for as accounts of every ceiling. A page without an
/// address fails it.
class ClearanceTest extends RunningNode {

  private static List<MarkedRecords> marked = List.of();

  @Autowired private ApplicationContext node;
  @Autowired private JdbcTemplate jdbc;

  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private Map<String, String> ids;

  @BeforeEach
  void fill() throws Exception {
    ids = OneOfEverything.in(base(), home(), node, administrator());
    if (marked.isEmpty()) {
      marked = MarkedRecords.in(node);
    }
  }

  /// Somebody who reads.
  private record Reader(String name, Tlp ceiling, String agency, Visitor visitor) {
    boolean mayRead(MarkedRecords one) {
      boolean low = one.tlp().compareTo(ceiling) >= 0;
      return low && (one.agency().isEmpty() || agency.equals("*") || one.agency().equals(agency));
    }
  }

  @Test
  void noPageTellsOfWhatIsMarkedAboveTheCeilingOrForOthers() throws Exception {
    assertThat(EveryPage.handlers(requestMappingHandlerMapping).keySet())
        .isSubsetOf(EveryPage.named());
    Set<String> told = new TreeSet<>();
    Map<String, String> asked = addresses();
    for (Reader reader : readers()) {
      for (Map.Entry<String, String> page : asked.entrySet()) {
        HttpResponse<String> answer = reader.visitor().get(page.getKey());
        if (answer.statusCode() >= 500) {
          told.add(reader.name() + ": " + page.getKey() + " answers " + answer.statusCode());
        }
        String body = answer.body();
        for (MarkedRecords one : marked) {
          if (!reader.mayRead(one) && tells(page.getKey(), body, one)) {
            told.add(reader.name() + ": " + page.getKey() + " tells of " + one.word());
          }
        }
      }
    }
    assertThat(told).isEmpty();
  }

  /// A filter offers what figures are counted by, and a search repeats what was asked.
  private static boolean tells(String address, String body, MarkedRecords one) {
    if (address.startsWith("/search") || address.contains("agency=")) {
      return body.contains(one.ids().get("event")) || body.contains(one.ids().get("signal"));
    }
    return body.replaceAll("(?s)<select.*?</select>", "").contains(one.word());
  }

  @Test
  void showsWhatTheClearanceReaches() throws Exception {
    for (Reader reader : readers()) {
      String list = reader.visitor().get("/seizures?lang=en").body();
      for (MarkedRecords one : marked) {
        boolean may = reader.mayRead(one);
        String who = reader.name() + " " + one.word();
        int expected = may ? 200 : 404;
        assertThat(list.contains("/seizures/events/" + one.ids().get("event")))
            .as(who)
            .isEqualTo(may);
        for (String page :
            List.of(
                "/seizures/events/" + one.ids().get("event"),
                "/ledger/records/" + one.ids().get("event"),
                "/ledger/records/" + one.ids().get("signal"),
                "/laboratory/results/" + one.ids().get("result"),
                "/signals/" + one.ids().get("signal"))) {
          assertThat(reader.visitor().get(page).statusCode())
              .as(who + " " + page)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void aCeilingThatIsLoweredEndsSessionsAndIsInTheAuditTrail() throws Exception {
    Visitor person = reader("lowered", Tlp.RED, "*");
    String red = "/ledger/records/" + marked.getFirst().ids().get("event");
    assertThat(person.get(red).statusCode()).isEqualTo(200);
    String page = "/accounts/of/lowered";
    Visitor admin = administrator();
    admin.post(
        page, page + "/rights", Map.of("roles", "ANALYST", "ceiling", "GREEN", "agency", "CBSA"));
    assertThat(person.get(red).statusCode()).as("signed out").isEqualTo(302);
    person = visitor();
    person.signIn("lowered", PASSWORD);
    assertThat(person.get(red).statusCode()).isEqualTo(404);
    assertThat(admin.get(page + "?lang=en").body()).contains("TLP:GREEN", "CBSA");
    assertThat(
            jdbc.queryForList(
                """
                select account || ': ' || detail from accounts.audit
                where action = 'clearance' and subject = 'lowered' order by id desc limit 1
                """,
                String.class))
        .containsExactly("admin: TLP:RED, every agency → TLP:GREEN, CBSA");
  }

  @Test
  void refusesAClearanceThatIsNone() throws Exception {
    Visitor admin = administrator();
    Map<String, String> form = new TreeMap<>(Map.of("name", "no.ceiling", "fullName", "No One"));
    form.put("roles", "ANALYST");
    admin.post("/accounts", "/accounts", form);
    assertThat(admin.get("/accounts?lang=en").body())
        .contains("choose a highest label")
        .doesNotContain("no.ceiling");
    for (Map<String, String> wrong :
        List.of(
            Map.of("ceiling", "PURPLE"),
            Map.of("ceiling", ""),
            Map.of("ceiling", "GREEN", "agency", "x".repeat(61)),
            Map.of("ceiling", "GREEN", "agency", "CBSA", "everyAgency", "true"))) {
      Map<String, String> with = new TreeMap<>(form);
      with.putAll(wrong);
      admin.post("/accounts", "/accounts", with);
      assertThat(admin.get("/accounts/of/no.ceiling").statusCode()).as("" + wrong).isEqualTo(404);
    }
  }

  /// What the node marks for itself is not weighed by anybody; everything else is kept by its
  /// marking. A kind that is new here is kept, until a migration names it.
  @Test
  void onlyKindsOfTheNodesOwnWorkAreReadWhateverTheirMarking() {
    Set<String> working =
        Set.copyOf(jdbc.queryForList("select unnest(ledger.working_kinds())", String.class));
    Set<String> kept = new TreeSet<>();
    for (Kind<?> kind : node.getBean(RecordKinds.class).list()) {
      if (!working.contains(kind.name())) {
        kept.add(kind.name());
      }
    }
    assertThat(kept)
        .containsExactly(
            "analysis-scope",
            "drug-check-sample",
            "health-observation",
            "kept-spectrum",
            "lab-result",
            "laboratory-profile",
            "notice",
            "proficiency-round",
            "published-lab-count",
            "published-seizure-figure",
            "seizure",
            "toxicology-case");
  }

  private List<Reader> readers() throws Exception {
    List<Reader> readers = new ArrayList<>();
    for (Tlp ceiling : Tlp.values()) {
      String name = "c." + ceiling.name().toLowerCase(Locale.ROOT).replace('_', '-');
      readers.add(new Reader(name, ceiling, "*", reader(name, ceiling, "*")));
    }
    for (String agency : List.of("", "OTHER", "RCMP")) {
      String name = "a.of-" + agency.toLowerCase(Locale.ROOT) + "x";
      readers.add(new Reader(name, Tlp.RED, agency, reader(name, Tlp.RED, agency)));
    }
    return readers;
  }

  /// Every page with what it shows usually, and with each of the marked records.
  private Map<String, String> addresses() {
    Map<String, String> all = new LinkedHashMap<>(EveryPage.all(ids));
    for (MarkedRecords one : marked) {
      Map<String, String> with = new TreeMap<>(ids);
      with.putAll(one.ids());
      all.putAll(EveryPage.all(with));
      all.put("/search?q=" + one.word(), "Search.search");
      all.put("/seizures?agency=" + one.word(), "SeizurePages.list");
      all.put("/ledger/records/" + one.ids().get("result"), "RecordPages.show");
      all.put("/ledger/records/" + one.ids().get("case"), "RecordPages.show");
      all.put("/ledger/records/" + one.ids().get("signal"), "RecordPages.show");
    }
    return all;
  }

  private Visitor reader(String name, Tlp ceiling, String agency) throws Exception {
    Visitor admin = administrator();
    if (admin.get("/accounts/of/" + name).statusCode() == 200) {
      Visitor known = visitor();
      known.signIn(name, PASSWORD);
      return known;
    }
    Visitor.newPerson(
        admin, base(), name, "ANALYST,STEWARD,ADMINISTRATOR,AUDITOR", "NOMINAL,HEALTH");
    Map<String, String> form =
        new TreeMap<>(
            Map.of("roles", "ANALYST,STEWARD,ADMINISTRATOR,AUDITOR", "reads", "NOMINAL,HEALTH"));
    form.put("ceiling", ceiling.name());
    form.put(agency.equals("*") ? "everyAgency" : "agency", agency.equals("*") ? "true" : agency);
    String page = "/accounts/of/" + name;
    admin.post(page, page + "/rights", form);
    String shown = agency.equals("*") ? "Records for every agency" : agency;
    assertThat(admin.get(page + "?lang=en").body())
        .contains("<dd>" + (shown.isEmpty() ? "none" : shown) + "</dd>");
    Visitor again = visitor();
    again.signIn(name, PASSWORD);
    return again;
  }
}

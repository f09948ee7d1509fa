package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.RecordId;

/// Names and health are for accounts that an administrator gave them to, whatever their roles:
/// every page, fragment and file is asked for.
class ReadablePartsTest extends RunningNode {

  /// What a person who imports must see to mend it: the rows of the file as they were sent.
  private static final Set<String> OF_IMPORTS =
      Set.of("ImportsApi.quarantine", "QuarantinePages.list", "QuarantinePages.download");

  @Autowired private ApplicationContext node;
  @Autowired private JdbcTemplate jdbc;
  private Map<String, String> ids;

  @BeforeEach
  void fill() throws Exception {
    ids = OneOfEverything.in(base(), home(), node, administrator());
  }

  @Test
  void noPageShowsWhatAnAccountMayNotRead() throws Exception {
    Visitor person = withEveryRole("reads.nothing", "");
    Map<String, String> addresses = new TreeMap<>(EveryPage.all(ids));
    addresses.put("/ledger/records/" + first("drug-check-sample"), "RecordPages.show");

    assertThat(pagesWith(person, addresses, OneOfEverything.PERSON, OneOfEverything.TOWN))
        .isEmpty();
  }

  @Test
  void showsNamesAndHealthToWhomTheyWereGiven() throws Exception {
    Visitor names = withEveryRole("reads.names", "NOMINAL");
    Visitor health = withEveryRole("reads.health", "HEALTH");
    String sample = "/ledger/records/" + first("drug-check-sample");
    String event = "/ledger/records/" + ids.get("event");

    assertThat(names.get(event).body()).contains(OneOfEverything.PERSON);
    assertThat(names.get(sample).body()).doesNotContain(OneOfEverything.TOWN);
    assertThat(health.get(sample).body()).contains(OneOfEverything.TOWN);
    assertThat(health.get(event).body()).doesNotContain(OneOfEverything.PERSON);
  }

  /// Its counts are in the open part, for they went into the chain before anybody held them back.
  @Test
  void showsWhatASignalOverSamplesFromPeopleSaysToReadersOfHealthAlone() throws Exception {
    RecordId signal =
        node.getBean(RaiseSignal.class)
            .raise(
                new RaiseSignal.Signal(
                    "detectors.recent-sums",
                    "detectors/lab-results-surges/US",
                    "detectors.signal.surge",
                    List.of("x", "US", "2026-01-05"),
                    List.of(RecordId.parse(ids.get("event"))),
                    List.of(
                        new RaiseSignal.ScorePart(
                            "detectors.part.above", BigDecimal.ONE, "3 of 7777")),
                    "/detectors/series?setting=lab-results-surges&at=US"));
    String page = "/ledger/records/" + signal.value();
    Visitor nothing = withEveryRole("reads.no.signal", "");
    Visitor health = withEveryRole("reads.signal", "HEALTH");

    assertThat(nothing.get(page).body()).doesNotContain("7777");
    assertThat(health.get(page).body()).contains("3 of 7777");
    long sequence =
        Objects.requireNonNull(
            jdbc.queryForObject(
                "select max(seq) from ledger.version where record = ?",
                Long.class,
                signal.value()));
    String proof = page + "/versions/" + sequence + "/proof";
    assertThat(nothing.get(proof + "?content=open").statusCode()).isEqualTo(403);
    assertThat(nothing.get(proof).body()).doesNotContain("7777");
    assertThat(health.get(proof + "?content=open").body()).contains("7777");
  }

  @Test
  void takesEffectAtOnce() throws Exception {
    Visitor person = withEveryRole("reads.nolonger", "NOMINAL");
    String event = "/ledger/records/" + ids.get("event");
    assertThat(person.get(event).body()).contains(OneOfEverything.PERSON);

    administrator()
        .post(
            "/accounts/of/reads.nolonger",
            "/accounts/of/reads.nolonger/rights",
            Map.of("roles", "ANALYST", "reads", ""));

    assertThat(person.get(event).statusCode()).as("signed out").isEqualTo(302);
    person.signIn("reads.nolonger", PASSWORD);
    assertThat(person.get(event).body()).doesNotContain(OneOfEverything.PERSON);
  }

  private static Set<String> pagesWith(
      Visitor person, Map<String, String> addresses, String... words) throws Exception {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, String> one : addresses.entrySet()) {
      if (OF_IMPORTS.contains(one.getValue())) {
        continue;
      }
      String body = person.get(one.getKey()).body();
      for (String word : words) {
        if (body.contains(word)) {
          found.add(one.getKey() + " (" + one.getValue() + ") shows " + word);
        }
      }
    }
    return found;
  }

  private Visitor withEveryRole(String name, String reads) throws Exception {
    return Visitor.newPerson(
        administrator(), base(), name, "ANALYST,STEWARD,ADMINISTRATOR,AUDITOR", reads);
  }

  private String first(String kind) {
    return String.valueOf(
        jdbc.queryForObject(
            "select record from ledger.version where kind = ? order by seq limit 1",
            Object.class,
            kind));
  }
}

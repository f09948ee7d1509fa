package org.tripoint.node.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.liaison.LiaisonWorld;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.RunningNode;
import org.tripoint.node.testing.Visitor;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// Calling back and giving again as people do it, on a whole node.
class CallBackPagesTest extends RunningNode {
  private static final Map<String, String> REASON = Map.of("reason", "given by mistake");

  @Autowired private ApplicationContext node;
  @Autowired private ReadLedger ledger;
  @Autowired private AppendRecords append;
  @Autowired private RunReaders readers;
  @Autowired private Clock clock;

  @Test
  void refusesWhatIsNotToBeCalledBackHere() throws Exception {
    Visitor steward = person("back.refused", Role.STEWARD);
    String nothing = journey(new RecordId(new java.util.UUID(0, 4711)));
    assertThat(steward.get(nothing + "/call-back").statusCode()).isEqualTo(404);
    String theirs = journey(put("partner:back-us/us-dea", "theirs", Marking.published()));
    assertThat(steward.get(theirs + "/call-back").statusCode()).isEqualTo(404);
    assertThat(steward.get(theirs).body()).doesNotContain("/call-back\"");
    for (String act : List.of("/withdraw", "/narrow", "/give-again")) {
      assertThat(said(steward, theirs, act, form("tlp", "RED")))
          .as(act)
          .contains(
              act.equals("/give-again")
                  ? "Nothing to give again"
                  : "This record cannot be called back here");
      assertThat(standing(theirs)).isEqualTo(Marking.published());
    }
  }

  @Test
  void refusesWrongValuesAndNoReasonAndNothingTakenAway() throws Exception {
    String record = journey(own("wrong", Country.MEXICO));
    Marking before = standing(record);
    Visitor steward = person("back.wrong", Role.STEWARD);
    for (Map.Entry<String, String> wrong :
        Map.of("tlp", "PINK", "court", "OFTEN", "expires", "tomorrow", "control", "perhaps")
            .entrySet()) {
      HttpResponse<String> answer =
          steward.post("/me", record + "/narrow", form(wrong.getKey(), wrong.getValue()));
      assertThat(answer.statusCode()).as("%s", wrong).isEqualTo(400);
      assertThat(answer.body()).doesNotContain("Exception");
    }
    assertThat(steward.post("/me", record + "/withdraw", Map.of()).statusCode()).isEqualTo(400);
    assertThat(said(steward, record, "/withdraw", Map.of("reason", "  x ")))
        .contains("Give a reason of 3 to 500 characters.");
    assertThat(
            said(steward, record, "/narrow", Map.of("control", "true", "reason", "x".repeat(501))))
        .contains("Nothing would be taken away");
    assertThat(said(steward, record, "/narrow", REASON)).contains("Nothing would be taken away");
    assertThat(said(steward, record, "/give-again", REASON)).contains("Nothing to give again");
    assertThat(standing(record)).isEqualTo(before);
  }

  /// Every value that would widen the marking changes nothing.
  @Test
  void widensNothing() throws Exception {
    RecordId own = own("wide", Country.MEXICO);
    String record = journey(own);
    Marking before = standing(record);
    Visitor steward = person("back.wide", Role.STEWARD);
    Map<String, String> wide =
        Map.of(
            "tlp", "CLEAR",
            "countries", "US",
            "agencies", "",
            "court", "ALLOWED",
            "derivative", "ALLOWED",
            "purpose", "ANY_LAWFUL",
            "control", "false",
            "verify", "false",
            "protectedSource", "false",
            "reason", "to give more");
    assertThat(said(steward, record, "/narrow", wide)).contains("Nothing would be taken away");
    assertThat(standing(record)).isEqualTo(before);
    assertThat(ledger.listVersions(own)).hasSize(1);
  }

  @Test
  void stewardsCallBackAndNobodyElse() throws Exception {
    String record = journey(own("roles", Country.MEXICO));
    Marking before = standing(record);
    for (Role role : List.of(Role.ANALYST, Role.AUDITOR, Role.LIAISON)) {
      Visitor other = person("back." + role.name().toLowerCase(java.util.Locale.ROOT), role);
      assertThat(other.get(record + "/call-back").statusCode()).as("%s", role).isEqualTo(403);
      for (String act : List.of("/withdraw", "/narrow", "/give-again")) {
        assertThat(other.post("/me", record + act, form("tlp", "RED")).statusCode())
            .as(role + act)
            .isEqualTo(403);
      }
    }
    assertThat(standing(record)).isEqualTo(before);
    assertThat(person("back.reads", Role.ANALYST).get(record).body())
        .doesNotContain(record + "/call-back\"");
  }

  @Test
  void narrowedWithdrawnAndGivenAgainAsThePageSays() throws Exception {
    RecordId own = own("walk", Country.MEXICO, Country.UNITED_STATES);
    String record = journey(own);
    Visitor steward = person("back.walks", Role.STEWARD);
    assertThat(steward.get(record).body()).contains(record + "/call-back\"");
    Map<String, String> narrow = form("countries", "MX");
    narrow.put("derivative", "NEVER");
    assertThat(said(steward, record, "/narrow", narrow))
        .contains("Narrowed.", "marking narrowed", "back.walks", "given by mistake");
    Marking left = standing(record);
    assertThat(left.releasableToCountries()).containsExactly(Country.UNITED_STATES);
    assertThat(left.derivativeUse()).isEqualTo(Permission.NEVER);

    assertThat(said(steward, record, "/withdraw", REASON)).contains("Withdrawn.");
    assertThat(ledger.findCurrent(own).orElseThrow().isHeld()).isFalse();
    put("ca-cbsa", "walk", Marking.published());
    awaitMarking(record, Tlp.RED);

    assertThat(steward.get(record + "/call-back").body()).contains("Give it again");
    assertThat(said(steward, record, "/give-again", REASON)).contains("Given again.");
    assertThat(standing(record)).isEqualTo(Marking.published());
    assertThat(steward.get(record).body()).doesNotContain("marking narrowed");
    assertThat(person("back.audits", Role.AUDITOR).get("/accounts/audit").body())
        .contains(
            "Record called back from everybody",
            "Marking of a record narrowed",
            "Record given again after a call-back");
  }

  /// The page that follows an act.
  private String said(Visitor steward, String record, String act, Map<String, String> form)
      throws Exception {
    HttpResponse<String> answer = steward.post("/me", record + act, form);
    assertThat(answer.statusCode()).isEqualTo(302);
    String next = answer.headers().firstValue("Location").orElseThrow();
    return steward.get(next.replace(base(), "")).body();
  }

  private static Map<String, String> form(String name, String value) {
    Map<String, String> form = new TreeMap<>(REASON);
    form.put(name, value);
    return form;
  }

  private RecordId own(String key, Country... to) {
    return new LiaisonWorld(node, Country.CANADA).seize("back-" + key, "CA-NS", to);
  }

  /// A source says it, as a later release would.
  private RecordId put(String source, String key, Marking marking) {
    Seizure seizure =
        SeizureSamples.event(
            "CBSA", "2025-01-12", "CA-NS", SeizureSamples.drug(1, "fentanyl", "2", "kg"));
    Entry entry = new Entry.Put<>(Seizure.KIND, "back-" + key, seizure, marking, null);
    RecordId record =
        append
            .append(
                new Batch(
                    source,
                    null,
                    clock.instant().plusSeconds(1).truncatedTo(ChronoUnit.MICROS),
                    "tester",
                    List.of(entry)))
            .outcomes()
            .getFirst()
            .requireRecord();
    readers.catchUp();
    return record;
  }

  private static String journey(RecordId record) {
    return "/exchange/records/" + record;
  }

  private Marking standing(String journey) {
    RecordId record = RecordId.parse(journey.substring("/exchange/records/".length()));
    return ledger
        .listStanding(Set.of(record), java.util.Optional.empty())
        .getFirst()
        .header()
        .marking();
  }

  private void awaitMarking(String journey, Tlp tlp) throws Exception {
    long end = System.nanoTime() + 60_000_000_000L;
    while (standing(journey).tlp() != tlp) {
      assertThat(System.nanoTime()).as("said again in time").isLessThan(end);
      Thread.sleep(200);
    }
  }
}

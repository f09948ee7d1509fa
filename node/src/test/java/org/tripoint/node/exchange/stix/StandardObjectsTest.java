package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.stix.StixWorld.LANDING;
import static org.tripoint.node.exchange.stix.StixWorld.OPEN;
import static org.tripoint.node.exchange.stix.StixWorld.PROTECTED;
import static org.tripoint.node.exchange.stix.StixWorld.WITH_NAMES;
import static org.tripoint.node.exchange.stix.StixWorld.bytes;
import static org.tripoint.node.exchange.stix.StixWorld.landing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Other;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.notices.Notice;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import tools.jackson.databind.json.JsonMapper;

/// What a program is given that knows the standard and nothing of ours.
class StandardObjectsTest {
  private static final int CANADA = 0;
  private static final Place COLIMA = Place.admin1("MX-COL");
  private static final Place PIER = Place.of(Country.MEXICO, PlaceScheme.AS_REPORTED, "Muelle 4");
  private static final Place POINT =
      COLIMA.withPoint(new GeoPoint(new BigDecimal("19.0533000"), new BigDecimal("-104.3"), 500));
  private static final String FENTANYL = "inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N";
  private static final String ISOMER = "isomer:fluorofentanyl";

  private TestDatabase database;
  private StixWorld world;

  @BeforeEach
  void start() {
    database = TestDatabase.fresh();
    world = new StixWorld(database);
  }

  @AfterEach
  void end() {
    database.close();
  }

  private Map<String, Integer> types() {
    Map<String, Integer> types = new TreeMap<>();
    world
        .shown(CANADA)
        .keySet()
        .forEach(id -> types.merge(id.substring(0, id.indexOf("--")), 1, Integer::sum));
    return types;
  }

  private List<String> shown(String type) {
    return world.shown(CANADA).entrySet().stream()
        .filter(one -> one.getKey().startsWith(type + "--"))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void give(RecordVersion version) {
    world.give(CANADA, version, OPEN);
    world.freezeAll();
  }

  @Test
  void anEventIsAnIncidentAtAPlaceReportedByAnAgencyWithItsCaveats() {
    give(world.put("a", landing("two presses", COLIMA, "A. Sender")));
    assertThat(types())
        .containsEntry("incident", 1)
        .containsEntry("location", 1)
        .containsEntry("note", 1)
        .containsEntry("relationship", 3)
        .containsEntry("tripoint-landing", 1);
    assertThat(shown("incident")).singleElement().asString().contains("two presses");
    assertThat(shown("identity")).anyMatch(body -> body.contains("\"name\":\"CBSA\""));
    assertThat(shown("location"))
        .singleElement()
        .asString()
        .contains("\"administrative_area\":\"MX-COL\"")
        .contains("\"country\":\"MX\"");
    assertThat(shown("note")).singleElement().asString().contains("Use in court: allowed.");
    assertThat(world.shown(CANADA).values()).noneMatch(body -> body.contains("A. Sender"));
  }

  @Test
  void aProtectedSourceIsNamedByNoStandardObject() {
    world.give(CANADA, world.put("a", landing("a press", COLIMA, null)), PROTECTED);
    world.freezeAll();
    assertThat(types()).containsEntry("relationship", 2).containsEntry("incident", 1);
    assertThat(world.shown(CANADA).values())
        .noneMatch(body -> body.contains("CBSA") || body.contains("us-test"));
  }

  @Test
  void namesChangeNoByteOfThem() {
    RecordVersion version = world.put("a", landing("a press", COLIMA, "A. Sender"));
    world.give(CANADA, version, WITH_NAMES);
    world.freezeAll();
    assertThat(shown("incident")).hasSize(1);
    assertThat(world.shown(CANADA).entrySet())
        .filteredOn(one -> !one.getKey().startsWith("tripoint-"))
        .noneMatch(one -> one.getValue().contains("A. Sender"));
  }

  @Test
  void placesOfAListAreSharedAndPointsAreTheRecordsOwn() {
    give(world.put("a", landing("one", COLIMA, null)));
    give(world.put("b", landing("two", COLIMA, null)));
    assertThat(shown("location")).hasSize(1);
    give(world.put("c", landing("three", POINT, null)));
    give(world.put("d", landing("four", POINT, null)));
    give(world.put("e", landing("five", PIER, null)));
    assertThat(shown("location")).hasSize(4);
    assertThat(shown("location"))
        .filteredOn(body -> body.contains("\"latitude\":19.0533,\"longitude\":-104.3,"))
        .hasSize(2)
        .allMatch(body -> body.contains("\"precision\":500"));
  }

  @Test
  void aRecallTakesWhatIsTheRecordsOwnAndLeavesWhatIsShared() {
    RecordVersion point = world.put("a", landing("MARKER", POINT, null));
    give(point);
    give(world.put("b", landing("die", COLIMA, null)));
    world.recall(CANADA, point, OPEN, RecallReason.NARROWED);
    world.freezeAll();
    assertThat(world.shown(CANADA).values())
        .noneMatch(body -> body.contains("MARKER") || body.contains("latitude"));
    assertThat(types()).containsEntry("incident", 1).containsEntry("note", 1);
    assertThat(world.bodies()).noneMatch(body -> body.contains("revoked"));
    give(point);
    assertThat(types()).containsEntry("incident", 2).containsEntry("location", 2);
  }

  @Test
  void aNewerVersionIsANewerVersionOfEach() {
    give(world.put("a", landing("one press", COLIMA, null)));
    Map<String, Integer> before = types();
    give(world.put("a", landing("two presses", COLIMA, null)));
    assertThat(types()).isEqualTo(before);
    assertThat(shown("incident")).singleElement().asString().contains("two presses");
  }

  @Test
  void anotherVariantHasItsOwn() {
    RecordVersion version = world.put("a", landing("one press", COLIMA, "A. Sender"));
    give(version);
    String open = shown("incident").getFirst();
    world.give(CANADA, version, WITH_NAMES);
    world.freezeAll();
    assertThat(shown("incident")).hasSize(1).doesNotContain(open);
    assertThat(types()).containsEntry("note", 1).containsEntry("relationship", 3);
  }

  @Test
  void withdrawalEndsEachOfThemAndSaysNothing() {
    RecordVersion version = world.put("a", landing("MARKER", POINT, null));
    give(version);
    Map<String, Integer> before = types();
    world.withdraw(LANDING, "a");
    world.recall(CANADA, version, OPEN, RecallReason.WITHDRAWN);
    world.freezeAll();
    assertThat(types()).isEqualTo(before);
    for (String type : List.of("incident", "location", "note", "relationship")) {
      assertThat(shown(type))
          .allMatch(body -> body.contains("\"revoked\":true"))
          .noneMatch(body -> body.contains("MARKER") || body.contains("104.3"))
          .allMatch(body -> StixRules.broken(bytes(body)).isEmpty());
    }
  }

  @Test
  void aFindingIsASightingAndOneThatWasCorrectedWasNotSeen() {
    give(world.put("a", landing("sample", COLIMA, null, FENTANYL, ISOMER)));
    assertThat(types())
        .containsEntry("sighting", 2)
        .containsEntry("tripoint-substance", 2)
        .doesNotContainKey("incident");
    assertThat(shown("sighting"))
        .allMatch(
            body -> body.contains("\"count\":1") && body.contains("\"first_seen\":\"2026-03-14"));
    give(world.put("a", landing("sample", COLIMA, null, FENTANYL)));
    assertThat(shown("sighting"))
        .hasSize(2)
        .filteredOn(body -> body.contains("\"count\":0"))
        .hasSize(1);
    give(world.put("a", landing("sample", COLIMA, null, FENTANYL, ISOMER)));
    assertThat(shown("sighting")).hasSize(2).allMatch(body -> body.contains("\"count\":1"));
  }

  @Test
  void aNoticeIsAReportOfWhatMayGoAndOfNothingElse() {
    give(world.putAll(List.of(NoticesToGive.notice())).getFirst());
    assertThat(types())
        .containsEntry("report", 1)
        .containsEntry("note", 1)
        .containsEntry("location", 1)
        .containsEntry("tripoint-substance", 1)
        .containsEntry("tripoint-notice", 1);
    String report = shown("report").getFirst();
    assertThat(StixRules.broken(bytes(report))).isEmpty();
    assertThat(report)
        .contains("\"name\":\"A new nitazene\"")
        .contains("\"labels\":[\"new-substance\",\"urgent\",\"released\"]")
        .contains("\"published\":\"2026-11-20T08:00:00.000000Z\"")
        .contains("Two samples.", "Very potent.", "Vancouver: 2; 1");
    for (String type : List.of("tripoint-notice", "location", "tripoint-substance")) {
      String id = JsonMapper.shared().readTree(shown(type).getFirst()).path("id").asString();
      assertThat(report).contains(id);
    }
    assertThat(world.shown(CANADA).values())
        .noneMatch(body -> body.contains("MARKER") || body.contains("A. Releaser"));
    BestPracticeTest.requireReferencesBefore(world.reads(CANADA));
  }

  @Test
  void aNoticeComesBackFromItsObjectAsItWasAndItsReportIsNoRecord() {
    give(world.putAll(List.of(NoticesToGive.notice())).getFirst());
    assertThat(shown("tripoint-notice").stream().map(body -> world.read.read(bytes(body))))
        .singleElement()
        .isInstanceOf(Known.class);
    assertThat(shown("report").stream().map(body -> world.read.read(bytes(body))))
        .singleElement()
        .isInstanceOf(Other.class);
  }

  @Test
  void aRetractedNoticeEndsItsReport() {
    RecordVersion version = world.putAll(List.of(NoticesToGive.notice())).getFirst();
    give(version);
    world.withdraw(Notice.KIND, NoticesToGive.NUMBER);
    world.recall(CANADA, version, OPEN, RecallReason.WITHDRAWN);
    world.freezeAll();
    assertThat(shown("report"))
        .singleElement()
        .asString()
        .contains("\"revoked\":true")
        .doesNotContain("nitazene")
        .satisfies(body -> assertThat(StixRules.broken(bytes(body))).isEmpty());
  }

  @Test
  void everyReferenceWasGivenBefore() {
    give(world.put("a", landing("one", POINT, null)));
    give(world.put("b", landing("sample", COLIMA, null, FENTANYL)));
    BestPracticeTest.requireReferencesBefore(world.reads(CANADA));
  }

  @Test
  void theJournalBetweenNodesDoesNotCarryThem() {
    give(world.put("a", landing("one", COLIMA, null)));
    assertThat(world.current(CANADA)).hasSize(1);
    assertThat(
            world.jdbc.queryForList(
                "select type from exchange.entry where line is not null", String.class))
        .containsExactly("tripoint-landing");
  }

  @Test
  void theyAreNoRecordsToWhoeverReadsThemBack() {
    give(world.put("a", landing("one", COLIMA, null)));
    assertThat(world.shown(CANADA).values().stream().map(body -> world.read.read(bytes(body))))
        .filteredOn(received -> received instanceof Known)
        .hasSize(1);
    assertThat(shown("incident").stream().map(body -> world.read.read(bytes(body))))
        .allMatch(received -> received instanceof Other);
  }

  @Test
  void noneOutlivesTheContentItWasMadeOf() {
    RecordVersion version = world.put("a", landing("MARKER", POINT, null));
    give(version);
    world
        .ledger
        .purge()
        .purge(List.of(version.header().sequence()), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.ledger.readers().catchUp();
    assertThat(world.bodies())
        .noneMatch(body -> body.contains("MARKER") || body.contains("latitude"));
  }

  @Test
  void whatWasErasedBeforeItWasFrozenMovesNothingAfterIt() {
    RecordVersion one = world.put("a", landing("one", POINT, null));
    RecordVersion two = world.put("b", landing("two", PIER, null));
    world.give(CANADA, one, OPEN);
    world.give(CANADA, two, OPEN);
    world.freezeAll();
    String before = momentOf(two);
    world
        .ledger
        .purge()
        .purge(List.of(one.header().sequence()), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.forget();
    world.freezeAll();
    assertThat(momentOf(two)).isEqualTo(before);
  }

  private String momentOf(RecordVersion version) {
    return world.jdbc.queryForObject(
        """
        select e.date_added::text from exchange.entry e join exchange.object o on o.id = e.object
        where o.sequence = ? and o.owner is null
        """,
        String.class,
        version.header().sequence());
  }
}

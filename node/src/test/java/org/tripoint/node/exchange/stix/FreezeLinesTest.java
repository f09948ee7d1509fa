package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.stix.StixWorld.OPEN;
import static org.tripoint.node.exchange.stix.StixWorld.PROTECTED;
import static org.tripoint.node.exchange.stix.StixWorld.WITH_NAMES;
import static org.tripoint.node.exchange.stix.StixWorld.parcel;
import static org.tripoint.node.exchange.stix.StixWorld.uuid;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.testing.TestDatabase;

/// What each audience reads of its lines.
class FreezeLinesTest {
  private static final int CANADA = 0;
  private static final int MEXICO = 1;

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

  @Test
  void givesEveryVariantAnIdOfItsOwn() {
    RecordVersion version = world.put("a", parcel("press", "A. Sender"));
    world.give(CANADA, version, WITH_NAMES);
    world.give(MEXICO, version, OPEN);
    world.freezeAll();

    String whole = world.current(CANADA).keySet().iterator().next();
    String open = world.current(MEXICO).keySet().iterator().next();
    assertThat(uuid(whole).version()).isEqualTo(5);
    assertThat(open).startsWith("tripoint-parcel--").isNotEqualTo(whole);
    assertThat(uuid(open).version()).isEqualTo(5);
    assertThat(world.current(CANADA).get(whole)).contains("A. Sender").contains("us-test");
    assertThat(world.current(MEXICO).get(open))
        .contains("\"derived_from_ref\":\"" + whole + "\"")
        .doesNotContain("A. Sender");
  }

  @Test
  void namesNeitherTheSourceNorWhatBetraysItWhereItIsProtected() {
    world.give(CANADA, world.put("a", parcel("press", null)), PROTECTED);
    world.freezeAll();

    assertThat(world.reads(CANADA)).noneMatch(line -> line.contains("us-test"));
    assertThat(world.reads(CANADA)).noneMatch(line -> line.contains("CBP"));
    String object = world.current(CANADA).values().iterator().next();
    assertThat(((Known<?>) world.read.read(object.getBytes(StandardCharsets.UTF_8))).content())
        .isEqualTo(
            new StixWorld.Parcel(
                "press", List.of("red", "blue"), Map.of("Zona Nº", "4"), "PROTECTED", null));
  }

  @Test
  void listsWhatObjectsReferToBeforeTheFirstThatDoesAndOnce() {
    world.give(CANADA, world.put("a", parcel("press", null)), OPEN);
    world.give(CANADA, world.put("b", parcel("die", null)), OPEN);
    world.freezeAll();
    assertThat(types(CANADA))
        .containsExactly(
            "identity",
            "extension-definition",
            "identity",
            "marking-definition",
            "identity",
            "tripoint-parcel",
            "tripoint-parcel");
  }

  private List<String> types(int audience) {
    return world.jdbc.queryForList(
        "select type from exchange.entry where audience = ? order by date_added",
        String.class,
        audience);
  }

  @Test
  void neverHasTwoEntriesAtOneMomentNorOneBeforeItsLine() {
    for (int i = 0; i < 10; i++) {
      world.give(CANADA, world.put("k" + i, parcel("press", null)), OPEN);
    }
    world.freezeAll();
    assertThat(
            world.jdbc.queryForObject(
                "select bool_and(date_added >= line) from exchange.entry where line is not null",
                Boolean.class))
        .isTrue();
  }

  @Test
  void aNewerVersionSupersedesAndTheFirstStaysTheFirst() {
    RecordVersion one = world.put("a", parcel("press", null));
    world.give(CANADA, one, OPEN);
    world.freezeAll();
    RecordVersion two = world.put("a", parcel("two presses", null));
    world.give(CANADA, two, OPEN);
    world.freezeAll();

    assertThat(world.current(CANADA)).hasSize(1);
    assertThat(world.current(CANADA).values().iterator().next()).contains("two presses");
    List<Map<String, Object>> entries =
        world.jdbc.queryForList(
            """
            select date_added, first, superseded from exchange.entry
            where type = 'tripoint-parcel' order by date_added
            """);
    assertThat(entries).extracting(e -> e.get("first")).containsExactly(true, false);
    assertThat(entries.getFirst().get("superseded")).isEqualTo(entries.get(1).get("date_added"));
    assertThat(entries.get(1).get("superseded")).isNull();
  }

  @Test
  void whatIsCalledBackIsGoneAndComesBackAsItWas() {
    RecordVersion version = world.put("a", parcel("press", null));
    world.give(CANADA, version, OPEN);
    world.freezeAll();
    Map<String, String> before = world.current(CANADA);
    world.recall(CANADA, version, OPEN, RecallReason.NARROWED);
    world.freezeAll();
    assertThat(world.current(CANADA)).isEmpty();
    world.give(CANADA, version, OPEN);
    world.freezeAll();
    assertThat(world.current(CANADA)).isEqualTo(before);
  }

  @Test
  void anotherVariantTakesThePlaceOfTheOneBefore() {
    RecordVersion version = world.put("a", parcel("press", "A. Sender"));
    world.give(CANADA, version, OPEN);
    world.give(CANADA, version, WITH_NAMES);
    world.freezeAll();
    assertThat(world.current(CANADA).values()).singleElement().asString().contains("A. Sender");
    assertThat(world.entries(CANADA)).filteredOn(e -> e.contains("REPLACED")).hasSize(1);
  }

  @Test
  void theRecallOfAnOlderVersionLeavesTheNewer() {
    RecordVersion one = world.put("a", parcel("press", null));
    RecordVersion two = world.put("a", parcel("two presses", null));
    world.give(CANADA, one, OPEN);
    world.give(CANADA, two, OPEN);
    world.recall(CANADA, one, OPEN, RecallReason.ERASED);
    world.freezeAll();
    assertThat(world.current(CANADA)).hasSize(1);
    assertThat(
            world.jdbc.queryForList(
                """
                select first from exchange.entry
                where type = 'tripoint-parcel' and action = 0 and gone is null
                """,
                Boolean.class))
        .containsExactly(true);
  }

  @Test
  void withdrawalEndsEveryObjectByATombstoneWithoutContent() {
    RecordVersion version = world.put("a", parcel("press", "A. Sender"));
    world.give(CANADA, version, OPEN);
    world.give(MEXICO, version, WITH_NAMES);
    world.freezeAll();
    String id = world.current(MEXICO).keySet().iterator().next();
    RecordVersion withdrawn = world.withdraw("a");
    world.recall(CANADA, version, OPEN, RecallReason.WITHDRAWN);
    world.recall(MEXICO, version, WITH_NAMES, RecallReason.WITHDRAWN);
    world.freezeAll();

    for (int audience : List.of(CANADA, MEXICO)) {
      String tombstone = world.current(audience).values().iterator().next();
      assertThat(tombstone)
          .contains("\"revoked\":true")
          .doesNotContain("press")
          .doesNotContain("A. Sender")
          .doesNotContain("us-test");
      assertThat(world.read.read(tombstone.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(Revoked.class);
    }
    assertThat(world.read.read(world.current(MEXICO).get(id).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Revoked(id, withdrawn.header().received()));
  }

  @Test
  void narrowingEndsNothing() {
    RecordVersion version = world.put("a", parcel("press", null));
    world.give(CANADA, version, OPEN);
    world.recall(CANADA, version, OPEN, RecallReason.AGREEMENT_ENDED);
    world.freezeAll();
    assertThat(world.current(CANADA)).isEmpty();
    assertThat(world.bodies()).noneMatch(body -> body.contains("revoked"));
  }

  @Test
  void aRecordThatComesBackAfterItWasTakenBackLivesUnderAnotherId() {
    RecordVersion one = world.put("a", parcel("press", null));
    world.give(CANADA, one, OPEN);
    world.withdraw("a");
    world.recall(CANADA, one, OPEN, RecallReason.WITHDRAWN);
    RecordVersion again = world.put("a", parcel("a press after all", null));
    world.give(CANADA, again, OPEN);
    world.freezeAll();
    Map<String, String> current = world.current(CANADA);
    assertThat(current).hasSize(2);
    assertThat(current.values()).filteredOn(body -> body.contains("revoked")).hasSize(1);
    assertThat(current.values()).filteredOn(body -> body.contains("after all")).hasSize(1);
  }

  @Test
  void noFrozenObjectOutlivesItsContent() {
    RecordVersion version = world.put("a", parcel("MARKER", null));
    world.give(CANADA, version, OPEN);
    world.recall(CANADA, version, OPEN, RecallReason.NARROWED);
    world.freezeAll();
    assertThat(world.bodies()).anyMatch(body -> body.contains("MARKER"));
    purge(version);
    world.ledger.readers().catchUp();
    assertThat(world.bodies()).noneMatch(body -> body.contains("MARKER"));
  }

  @Test
  void whatWasGoneBeforeItWasFrozenTakesTheSameMoments() {
    RecordVersion one = world.put("a", parcel("MARKER", null));
    RecordVersion other = world.put("b", parcel("die", null));
    world.give(CANADA, one, OPEN);
    world.give(CANADA, other, OPEN);
    world.freezeAll();
    purge(one);
    world.recall(CANADA, one, OPEN, RecallReason.ERASED);
    world.freezeAll();
    List<String> first = world.entries(CANADA);
    world.forget();
    world.freezeAll();
    assertThat(world.entries(CANADA)).isEqualTo(first);
    assertThat(world.bodies()).noneMatch(body -> body.contains("MARKER"));
  }

  private void purge(RecordVersion version) {
    world
        .ledger
        .purge()
        .purge(List.of(version.header().sequence()), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
  }
}

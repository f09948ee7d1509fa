package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.node.sharing.SharingWorld.withMexico;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.sharing.DisclosuresFile.Checked;
import org.tripoint.node.sharing.DisclosuresFile.Counts;
import org.tripoint.node.sharing.ReadDisclosures.Asked;
import org.tripoint.node.sharing.ReadDisclosures.Disclosed;
import org.tripoint.node.sharing.ReadDisclosures.Place;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.json.JsonMapper;

/// Who had what, when and on which basis: found on the node, and checked far from it.
class DisclosureLedgerTest {

  private TestDatabase database;
  private SharingWorld world;
  private DisclosureSearch search;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    world = new SharingWorld(database);
    world.ledger.reader(world.reader);
    search = new DisclosureSearch(world.jdbc);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void listsWhatEverybodyHadNewestFirstWithTheInstrumentOfThatDay() {
    RecordId record = world.put("a", new Parcel("press", "S.", null), forCountries(CANADA, MEXICO));
    world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
    world.agree(withMexico());
    world.share.toTheEnd();
    world.day.moveDays(1);
    world.withdraw("a");
    world.share.toTheEnd();
    List<Disclosed> all = search.list(Asked.all(), Optional.empty(), 10);
    assertThat(all)
        .extracting(Disclosed::partner, Disclosed::kind, d -> d.line().action())
        .containsExactly(
            tuple("mx", "parcel", Action.RECALLED),
            tuple("ca", "parcel", Action.RECALLED),
            tuple("mx", "parcel", Action.GIVEN),
            tuple("ca", "parcel", Action.GIVEN));
    assertThat(all).extracting(Disclosed::instrument).containsOnly("Agreement on enforcement");
    assertThat(all.getFirst().line().why()).isEqualTo(RecallReason.WITHDRAWN);
    assertThat(search.list(new Asked("ca", null, "", 0, Long.MAX_VALUE), Optional.empty(), 10))
        .hasSize(2);
    assertThat(search.list(new Asked("", record, "parcel", 0, day(1)), Optional.empty(), 10))
        .extracting(d -> d.line().action())
        .containsExactly(Action.GIVEN, Action.GIVEN);
    assertThat(search.list(new Asked("", null, "seizure", 0, day(9)), Optional.empty(), 10))
        .isEmpty();
    assertThat(search.list(new Asked("zz", null, "", 0, day(9)), Optional.empty(), 10)).isEmpty();
    assertThat(search.listKinds()).containsExactly("parcel");
  }

  /// Every page of every size, downwards and back, has each line once.
  @Test
  void pagesByKeyInBothDirectionsUnderEveryFilter() {
    world.agree(withCanada(Set.of(Part.OPEN), enforcement("RCMP"), SharingWorld.statistics()));
    world.agree(withMexico());
    List<RecordId> records = new ArrayList<>();
    for (int i = 0; i < 23; i++) {
      records.add(
          world.put("k" + i, new Parcel("n" + i, null, null), forCountries(CANADA, MEXICO)));
      world.share.toTheEnd();
    }
    for (int i = 0; i < 5; i++) {
      world.withdraw("k" + i);
    }
    world.share.toTheEnd();
    for (Asked asked :
        List.of(
            Asked.all(),
            new Asked("mx", null, "", 0, Long.MAX_VALUE),
            new Asked("", null, "parcel", 0, Long.MAX_VALUE),
            new Asked("", records.getFirst(), "", 0, Long.MAX_VALUE))) {
      List<Disclosed> all = search.list(asked, Optional.empty(), 1_000);
      assertThat(all).isNotEmpty().doesNotHaveDuplicates();
      for (int size : List.of(1, 3, 7)) {
        assertThat(walk(asked, size, false)).isEqualTo(all);
        assertThat(walk(asked, size, true)).isEqualTo(all);
      }
    }
  }

  private List<Disclosed> walk(Asked asked, int size, boolean upwards) {
    List<Disclosed> walked = new ArrayList<>();
    Optional<Place> place = upwards ? Optional.of(new Place(0, 0, true)) : Optional.empty();
    List<Disclosed> page = search.list(asked, place, size);
    while (!page.isEmpty()) {
      walked.addAll(upwards ? 0 : walked.size(), page);
      Disclosed end = upwards ? page.getFirst() : page.getLast();
      place = Optional.of(new Place(end.line().dateAdded(), end.audience(), upwards));
      page = search.list(asked, place, size);
    }
    return walked;
  }

  @Test
  void theFileHoldsFarFromTheNode() throws IOException {
    fill();
    String key = world.ledger.read().verifierKey().orElseThrow();
    Checked checked = check(file(Asked.all()), key);
    assertThat(checked).isInstanceOf(Checked.Holds.class);
    Checked.Holds holds = (Checked.Holds) checked;
    assertThat(holds.byAudience())
        .isEqualTo(Map.of("ca/enforcement", new Counts(2, 1), "mx/enforcement", new Counts(1, 0)));
    assertThat(holds.disclosures()).isEqualTo(3);
    assertThat(holds.emptied()).isZero();
    assertThat(holds.key()).isEqualTo(key);
  }

  @Test
  void aPartIsAFileOfItsOwn() throws IOException {
    RecordId both = fill();
    Checked.Holds ofMexico =
        (Checked.Holds) check(file(new Asked("mx", null, "", 0, Long.MAX_VALUE)), null);
    assertThat(ofMexico.byAudience()).containsOnlyKeys("mx/enforcement");
    Checked.Holds ofRecord =
        (Checked.Holds) check(file(new Asked("", both, "", 0, Long.MAX_VALUE)), null);
    assertThat(ofRecord.disclosures()).isEqualTo(2);
    assertThat(file(new Asked("", null, "", 0, day(0)))).hasLineCount(2);
  }

  @Test
  void aDisclosureThatLostItsContentStillHasItsPlace() throws IOException {
    fill();
    long first = search.listPlaces(Asked.all(), -1, 1).getFirst();
    world.ledger.purge().purge(List.of(first), PurgeBasis.RETENTION, "ten years", "ana");
    Checked.Holds holds = (Checked.Holds) check(file(Asked.all()), null);
    assertThat(holds.emptied()).isEqualTo(1);
    assertThat(holds.disclosures()).isEqualTo(3);
  }

  @Test
  void whatWasChangedCutOffSwappedOrSignedByAnotherIsFound() throws IOException {
    fill();
    String file = file(Asked.all());
    List<String> lines = file.lines().toList();
    assertThat(check(file, "Other+00000000+AAAA")).isInstanceOf(Checked.Fails.class);
    assertThat(check(String.join("\n", lines.subList(0, 3)) + "\n", null))
        .isEqualTo(new Checked.Fails(3, "expected an end, the file was cut off"));
    assertThat(check(joined(lines, 0, 1, 3, 4), null))
        .isEqualTo(new Checked.Fails(4, "expected as many as the end says"));
    assertThat(check(joined(lines, 0, 2, 1, 3, 4), null)).isInstanceOf(Checked.Fails.class);
    assertThat(check(joined(lines, 0, 1, 1, 2, 3, 4), null)).isInstanceOf(Checked.Fails.class);
    assertThat(check(file.replaceFirst("RCMP|enforcement", "x"), null))
        .isInstanceOf(Checked.Fails.class);
    assertThat(check("", null)).isEqualTo(new Checked.Unreadable());
    assertThat(check("no file\n", null)).isEqualTo(new Checked.Unreadable());
    assertThat(check("\n\n", null)).isEqualTo(new Checked.Unreadable());
    assertThat(check(lines.getFirst() + "\n[]\n", null)).isInstanceOf(Checked.Fails.class);
  }

  /// Nobody turns a file into another one that holds and says something else.
  @Test
  void noFlippedBitChangesWhatAFileThatHoldsSays() throws IOException {
    fill();
    byte[] file = file(Asked.all()).getBytes(StandardCharsets.UTF_8);
    String key = world.ledger.read().verifierKey().orElseThrow();
    Checked before = check(new String(file, StandardCharsets.UTF_8), key);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      byte[] flipped = file.clone();
      flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(7));
      Checked after = check(new String(flipped, StandardCharsets.UTF_8), key);
      if (after instanceof Checked.Holds) {
        assertThat(after).as("seed %d step %d", seed, i).isEqualTo(before);
      }
    }
  }

  private RecordId fill() {
    world.agree(withCanada(Set.of(Part.OPEN, Part.NOMINAL), enforcement("RCMP")));
    world.agree(withMexico());
    RecordId both = world.put("a", new Parcel("press", "S.", null), forCountries(CANADA, MEXICO));
    world.put("b", new Parcel("die", null, null), forCountries(CANADA));
    world.share.toTheEnd();
    world.withdraw("b");
    world.share.toTheEnd();
    return both;
  }

  private String file(Asked asked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WriteDisclosures(
            search,
            world.ledger.read(),
            JsonMapper.builder().build(),
            world.day.withZone(ZoneOffset.UTC))
        .write(asked, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Checked check(String file, @org.jspecify.annotations.Nullable String key)
      throws IOException {
    return DisclosuresFile.check(new StringReader(file), key);
  }

  private static String joined(List<String> lines, int... chosen) {
    StringBuilder text = new StringBuilder();
    for (int one : chosen) {
      text.append(lines.get(one)).append('\n');
    }
    return text.toString();
  }

  /// The start of a day, counted from the first.
  private static long day(int days) {
    return ChronoUnit.MICROS.between(
        Instant.EPOCH, SharingWorld.START.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}

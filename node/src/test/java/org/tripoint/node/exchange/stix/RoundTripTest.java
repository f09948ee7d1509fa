package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Received;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.node.substances.registry.AddedSubstance;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.SeedSource;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;

/// What is frozen is read back as it was, for every kind, every variant and whatever content;
/// everything frozen keeps to STIX and to its own schema.
@TestInstance(Lifecycle.PER_CLASS)
class RoundTripTest {
  private static final List<Kind<?>> TRAVELLING =
      List.of(
          StixWorld.PARCEL,
          StixWorld.LANDING,
          Seizure.KIND,
          PublishedSeizureFigure.KIND,
          Kinds.HEALTH,
          Kinds.SAMPLE);
  private static final int OF_EACH = 2;

  private TestDatabase database;
  private StixWorld world;

  @BeforeAll
  void start() {
    database = TestDatabase.fresh();
    world = new StixWorld(database);
  }

  @AfterAll
  void end() {
    database.close();
  }

  private record Draft(Record content, Entry entry, Variant variant) {}

  private record Case(Record content, RecordVersion version, Variant variant) {}

  @ParameterizedTest
  @SeedSource
  void readsBackWhatItFroze(long seed) throws Exception {
    RandomGenerator random = Seeds.random(seed);
    List<Draft> drafts = new ArrayList<>();
    for (Kind<?> kind : TRAVELLING) {
      for (int i = 0; i < OF_EACH; i++) {
        drafts.add(make(kind, random, seed + "/" + i));
      }
    }
    List<RecordVersion> versions = world.putAll(drafts.stream().map(Draft::entry).toList());
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      Draft draft = drafts.get(i);
      cases.add(new Case(draft.content(), versions.get(i), draft.variant()));
    }
    cases.forEach(each -> world.give(0, each.version(), each.variant()));
    world.freezeAll();
    ObjectSchemas schemas = new ObjectSchemas(world.forms);
    for (Case each : cases) {
      byte[] body = body(each.version());
      assertThat(new JsonCanonicalizer(body).getEncodedUTF8()).as("seed %d", seed).isEqualTo(body);
      assertThat(StixRules.broken(body)).as("seed %d", seed).isEmpty();
      assertThat(SchemaCheck.broken(schemas, body)).as("seed %d", seed).isEmpty();
      check(each, world.read.read(body), seed);
    }
    for (String text : world.bodies()) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      assertThat(new JsonCanonicalizer(body).getEncodedUTF8()).isEqualTo(body);
      assertThat(StixRules.broken(body)).as(text).isEmpty();
    }
  }

  @Test
  void aSubstanceThatPeopleAddedTravels() throws Exception {
    AddedSubstance one =
        new AddedSubstance(
            "CCCN",
            "WGYKZJWCGVVSQN-UHFFFAOYSA-N",
            "C3H9N",
            "propylamine",
            "",
            "propylamine",
            List.of("propan-1-amine"),
            List.of(),
            "107-10-8",
            "other-precursor",
            List.of(Substance.Role.REAGENT),
            "CCCN",
            List.of(),
            "a handbook",
            "");
    RecordVersion version =
        world.put(AddedSubstance.KIND, one.inchiKey(), one, Marking.published());
    Variant whole = new Variant(Set.of(Part.OPEN), Naming.SOURCE_NAMED);
    world.give(0, version, whole);
    world.freezeAll();
    byte[] body = body(version);
    assertThat(StixRules.broken(body)).isEmpty();
    assertThat(SchemaCheck.broken(new ObjectSchemas(world.forms), body)).isEmpty();
    check(new Case(one, version, whole), world.read.read(body), 0);
  }

  private <C extends Record> Draft make(Kind<C> kind, RandomGenerator random, String key) {
    C content = new RandomContent(random).of(kind.contentType());
    List<Set<Part>> parts =
        List.of(
            Set.of(Part.OPEN),
            Set.of(Part.OPEN, Part.NOMINAL),
            Set.of(Part.OPEN, Part.HEALTH),
            Set.of(Part.OPEN, Part.NOMINAL, Part.HEALTH));
    Variant variant =
        new Variant(
            parts.get(random.nextInt(4)),
            random.nextBoolean() ? Naming.SOURCE_NAMED : Naming.SOURCE_PROTECTED);
    return new Draft(content, new Entry.Put<>(kind, key, content, marking(random), null), variant);
  }

  private static Marking marking(RandomGenerator random) {
    return new Marking(
        List.of(Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN, Tlp.CLEAR).get(random.nextInt(4)),
        random.nextBoolean() ? Set.of(Country.CANADA, Country.MEXICO) : Set.of(),
        random.nextBoolean() ? Set.of("RCMP") : Set.of(),
        random.nextBoolean(),
        Permission.ASK,
        Permission.NEVER,
        Purpose.LAW_ENFORCEMENT,
        random.nextBoolean() ? LocalDate.of(2030, 1, 1) : null,
        null,
        random.nextBoolean(),
        SourceGrade.B_USUALLY_RELIABLE,
        InformationGrade.G3_POSSIBLY_TRUE,
        random.nextBoolean());
  }

  private byte[] body(RecordVersion version) {
    return world.jdbc.queryForObject(
        "select body from exchange.object where sequence = ? and owner is null",
        byte[].class,
        version.header().sequence());
  }

  private void check(Case each, Received received, long seed) {
    assertThat(received).as("seed %d", seed).isInstanceOf(Known.class);
    Known<?> known = (Known<?>) received;
    Variant variant = each.variant();
    boolean named = variant.naming() == Naming.SOURCE_NAMED;
    assertThat(known.given()).isEqualTo(variant.parts());
    assertThat(known.marking()).isEqualTo(each.version().header().marking());
    assertThat(known.published()).isEqualTo(each.version().header().published());
    assertThat(known.modified()).isEqualTo(each.version().header().received());
    assertThat(known.source()).isEqualTo(named ? StixWorld.SOURCE : null);
    assertThat(known.content())
        .as("seed %d, %s", seed, variant)
        .isEqualTo(Redacted.of(each.content(), variant));
  }

  @Test
  void everyKindHasAFormThatLosesNothing() {
    assertThat(world.forms.list()).extracting(KindForm::type).contains("tripoint-seizure");
  }
}

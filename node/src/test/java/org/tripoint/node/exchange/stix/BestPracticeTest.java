package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tripoint.node.exchange.stix.StixWorld.LANDING;
import static org.tripoint.node.exchange.stix.StixWorld.OPEN;
import static org.tripoint.node.exchange.stix.StixWorld.PROTECTED;
import static org.tripoint.node.exchange.stix.StixWorld.landing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a validator of the standard recommends beyond what it demands, each recommendation by
/// itself, over seizures, samples and others of every sort.
@TestInstance(Lifecycle.PER_CLASS)
class BestPracticeTest {
  private static final Pattern REFERENCE = Pattern.compile("\"([a-z0-9-]+--[0-9a-f-]{36})\"");
  private static final Pattern OWN_ID = Pattern.compile("\"id\":\"([a-z0-9-]+--[0-9a-f-]{36})\"");

  private static final Set<String> STANDARD =
      Set.of(
          "identity",
          "location",
          "incident",
          "report",
          "relationship",
          "sighting",
          "note",
          "marking-definition",
          "extension-definition");

  private TestDatabase database;
  private final List<JsonNode> objects = new ArrayList<>();
  private List<String> reads = List.of();

  @BeforeAll
  void start() {
    database = TestDatabase.fresh();
    StixWorld world = new StixWorld(database);
    RandomGenerator random = Seeds.random(7);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      entries.add(any(Seizure.KIND, random, "s" + i));
      entries.add(any(Kinds.SAMPLE, random, "l" + i));
      entries.add(any(Kinds.HEALTH, random, "h" + i));
    }
    entries.add(NoticesToGive.notice());
    List<RecordVersion> versions = world.putAll(entries);
    for (int i = 0; i < versions.size(); i++) {
      world.give(0, versions.get(i), i % 3 == 0 ? PROTECTED : OPEN);
    }
    Place point =
        Place.country(Country.MEXICO)
            .withPoint(new GeoPoint(new BigDecimal("-0.00004"), new BigDecimal("100"), 30));
    RecordVersion ended = world.put("e", landing("ended", point, null));
    world.give(0, ended, OPEN);
    world.give(0, world.put("f", landing("f", point, null, "isomer:x", "isomer:y")), OPEN);
    world.give(0, world.put("f", landing("f", point, null, "isomer:y")), OPEN);
    world.withdraw(LANDING, "e");
    world.recall(0, ended, OPEN, RecallReason.WITHDRAWN);
    world.freezeAll();
    world.bodies().forEach(body -> objects.add(JsonMapper.shared().readTree(body)));
    reads = world.reads(0);
    assertThat(objects).extracting(one -> one.path("type").asString()).containsAll(STANDARD);
  }

  @AfterAll
  void end() {
    database.close();
  }

  private static <C extends Record> Entry any(Kind<C> kind, RandomGenerator random, String key) {
    return new Entry.Put<>(
        kind, key, new RandomContent(random).of(kind.contentType()), Marking.published(), null);
  }

  private void each(String type, Consumer<JsonNode> rule) {
    List<JsonNode> some =
        objects.stream().filter(one -> one.path("type").asString().equals(type)).toList();
    assertThat(some).isNotEmpty();
    some.forEach(rule);
  }

  @Test
  void everythingKeepsTheRulesOfTheStandard() {
    objects.forEach(one ->
        assertThat(StixRules.broken(StixWorld.bytes(one.toString()))).as(one.toString()).isEmpty());
  }

  @Test
  void noTwoObjectsHaveOneIdAndVersion() {
    Set<String> seen = new HashSet<>();
    objects.forEach(one ->
        assertThat(seen.add(one.path("id").asString() + one.path("modified").asString("")))
            .isTrue());
  }

  @Test
  void typesThatTheStandardDoesNotHaveAreDefinedByAnExtension() {
    for (JsonNode one : objects) {
      if (!STANDARD.contains(one.path("type").asString())) {
        assertThat(one.path("extensions").path(Stix.EXTENSION).path("extension_type").asString(""))
            .isEqualTo("new-sdo");
      }
    }
  }

  @Test
  void substancesKeepToTheirSchema() {
    ObjectSchemas schemas = new ObjectSchemas(new StixWorld(database).forms);
    each(
        ObjectIds.SUBSTANCE,
        one -> assertThat(SchemaCheck.broken(schemas, StixWorld.bytes(one.toString()))).isEmpty());
  }

  @Test
  void standardTypesHaveNoPropertiesOfOurOwn() {
    for (JsonNode one : objects) {
      if (STANDARD.contains(one.path("type").asString())
          && !one.path("type").asString().equals("marking-definition")) {
        assertThat(one.has("extensions")).isFalse();
        assertThat(one.propertyNames()).noneMatch(name -> name.startsWith("x_"));
      }
    }
  }

  @Test
  void relationshipsAreOfTypesThatTheStandardSuggests() {
    each(
        "relationship",
        one -> assertThat(one.path("relationship_type").asString()).isEqualTo("related-to"));
  }

  @Test
  void identityClassesAreOfTheVocabulary() {
    each(
        "identity",
        one -> assertThat(one.path("identity_class").asString()).isIn("organization", "group"));
  }

  @Test
  void definitionsOfExtensionsAreDescribedAndHaveAuthors() {
    each(
        "extension-definition",
        one -> {
          assertThat(one.path("description").asString("")).isNotEmpty();
          assertThat(one.path("created_by_ref").asString("")).startsWith("identity--");
        });
  }

  @Test
  void coloursAreThePublishedOnesOfTlp2() {
    each(
        "marking-definition",
        one -> {
          assertThat(one.path("name").asString()).startsWith("TLP:");
          assertThat(one.has("definition_type")).isFalse();
        });
  }

  @Test
  void languagesAreNamedByTheirCode() {
    each(
        "incident",
        one -> {
          if (!one.path("revoked").asBoolean(false)) {
            assertThat(one.path("lang").asString("")).isEqualTo("en");
          }
        });
  }

  @Test
  void countriesAreOfIso3166() {
    each(
        "location",
        one -> assertThat(Locale.getISOCountries()).contains(one.path("country").asString("")));
  }

  @Test
  void subdivisionsAreOfIso3166() {
    each(
        "location",
        one ->
            assertThat(one.path("administrative_area").asString("XX-X"))
                .matches("[A-Z]{2}-[A-Z0-9]{1,3}"));
  }

  @Test
  void nothingEndsBeforeItBegins() {
    for (JsonNode one : objects) {
      require(one, "created", "modified");
      require(one, "first_seen", "last_seen");
    }
  }

  private static void require(JsonNode one, String first, String last) {
    if (one.has(first) && one.has(last)) {
      assertThat(Instant.parse(one.path(first).asString()))
          .isBeforeOrEqualTo(Instant.parse(one.path(last).asString()));
    }
  }

  @Test
  void timesOfOneObjectAreOfOnePrecision() {
    for (JsonNode one : objects) {
      if (one.has("modified")) {
        assertThat(one.path("modified").asString()).hasSameSizeAs(one.path("created").asString());
      }
    }
  }

  @Test
  void whatIsOverKeepsOnlyWhatTheStandardDemands() {
    for (JsonNode one : objects) {
      if (one.path("revoked").asBoolean(false)) {
        assertThat(one.has("description")).isFalse();
        assertThat(one.has("latitude")).isFalse();
        assertThat(one.has("where_sighted_refs")).isFalse();
      }
    }
  }

  @Test
  void everyReferenceIsGivenBeforeItIsNeeded() {
    requireReferencesBefore(reads);
  }

  /// Except to the whole record of a variant: that is what its receiver may not have.
  static void requireReferencesBefore(List<String> reads) {
    Set<String> given = new HashSet<>();
    for (String line : reads) {
      var own = OWN_ID.matcher(line);
      while (own.find()) {
        given.add(own.group(1));
      }
      String others = line.replaceAll("\"derived_from_ref\":\"[^\"]*\"", "");
      var reference = REFERENCE.matcher(others);
      while (reference.find()) {
        if (!reference.group(1).startsWith("extension-definition--60a3c5c5")) {
          assertThat(given).as(line).contains(reference.group(1));
        }
      }
    }
  }
}

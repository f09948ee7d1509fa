package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tripoint.node.exchange.stix.StixWorld.OPEN;
import static org.tripoint.node.exchange.stix.StixWorld.PROTECTED;
import static org.tripoint.node.exchange.stix.StixWorld.landing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.testsupport.Seeds;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Place;
import tools.jackson.databind.json.JsonMapper;

/// Everything that is given, against the schemas that OASIS publishes for STIX 2.1, which do not
/// come with the program: `-Dtripoint.stix.schemas` names the folder `schemas` of
/// `cti-stix2-json-schemas`, branch `stix2.1`.
@Tag("campaign")
class OasisSchemasTest {
  private static final String PUBLISHED =
      "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

  private static final Map<String, String> FILES =
      Map.of(
          "incident", "sdos/incident.json",
          "report", "sdos/report.json",
          "identity", "sdos/identity.json",
          "location", "sdos/location.json",
          "note", "sdos/note.json",
          "relationship", "sros/relationship.json",
          "sighting", "sros/sighting.json",
          "marking-definition", "common/marking-definition.json",
          "extension-definition", "common/extension-definition.json");

  @Test
  void letEverythingPass() {
    String folder = System.getProperty("tripoint.stix.schemas", "");
    assumeTrue(
        Files.isDirectory(Path.of(folder, "common")),
        "the schemas of OASIS are not here: -Dtripoint.stix.schemas names their folder");
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(address -> read(Path.of(folder), address)));
    Map<String, Integer> passed = new TreeMap<>();
    for (String text : given()) {
      String type = JsonMapper.shared().readTree(text).path("type").asString();
      Schema schema =
          registry.getSchema(
              SchemaLocation.of(PUBLISHED + FILES.getOrDefault(type, "common/core.json")));
      assertThat(schema.validate(text, InputFormat.JSON)).as(text).isEmpty();
      passed.merge(type, 1, Integer::sum);
    }
    assertThat(passed.keySet()).containsAll(FILES.keySet());
    System.out.println("passed the published schemas: " + passed);
  }

  private static String read(Path folder, String address) {
    try {
      return Files.readString(folder.resolve(address.substring(PUBLISHED.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> given() {
    try (TestDatabase database = TestDatabase.fresh()) {
      StixWorld world = new StixWorld(database);
      RandomGenerator random = Seeds.random(8);
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        entries.add(any(Seizure.KIND, random, "s" + i));
        entries.add(any(Kinds.SAMPLE, random, "l" + i));
        entries.add(any(Kinds.HEALTH, random, "h" + i));
      }
      entries.add(NoticesToGive.notice());
      List<RecordVersion> versions = world.putAll(entries);
      for (int i = 0; i < versions.size(); i++) {
        world.give(0, versions.get(i), i % 3 == 0 ? PROTECTED : OPEN);
      }
      Place colima = Place.admin1("MX-COL");
      world.give(0, world.put("f", landing("f", colima, null, "isomer:x", "isomer:y")), OPEN);
      world.recall(0, versions.get(1), OPEN, RecallReason.WITHDRAWN);
      world.freezeAll();
      return world.bodies();
    }
  }

  private static <C extends Record> Entry any(Kind<C> kind, RandomGenerator random, String key) {
    return new Entry.Put<>(
        kind, key, new RandomContent(random).of(kind.contentType()), Marking.published(), null);
  }
}

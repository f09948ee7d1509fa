package org.tripoint.node.exchange.stix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;

/// The schemas that are shipped are those of the kinds. `-Dtripoint.write.schemas` writes them.
class ShippedSchemasTest {
  private static final Path SHIPPED = Path.of("../docs/formats/stix");

  @Test
  void shippedSchemasAreThoseOfTheKinds() throws Exception {
    List<Kind<?>> travelling =
        Kinds.all().stream()
            .filter(kind -> !kind.contentType().isAnnotationPresent(MadeHere.class))
            .toList();
    assertThat(travelling).hasSizeGreaterThan(3);
    try (TestDatabase database = TestDatabase.fresh()) {
      ObjectSchemas schemas = new ObjectSchemas(new StixWorld(database).forms);
      List<String> types =
          Stream.concat(
                  travelling.stream().map(kind -> "tripoint-" + kind.name()),
                  Stream.of(ObjectIds.SUBSTANCE))
              .toList();
      for (String type : types) {
        Path file = SHIPPED.resolve(type + ".json");
        String schema = schemas.find(type).orElseThrow() + "\n";
        if (Boolean.getBoolean("tripoint.write.schemas")) {
          Files.createDirectories(SHIPPED);
          Files.writeString(file, schema);
        }
        assertThat(file).hasContent(schema);
      }
    }
  }
}

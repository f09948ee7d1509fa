package org.tripoint.node.exchange.taxii;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.tripoint.node.exchange.stix.ReadObjects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads objects as far as the inbox has to know them.
@TestConfiguration
class ReadPlainObjects {

  @Bean
  @Primary
  ReadObjects plainObjects() {
    JsonMapper json = JsonMapper.builder().build();
    return bytes -> {
      try {
        JsonNode object = json.readTree(bytes);
        String id = object.path("id").asString("");
        String modified = object.path("modified").asString("");
        if (id.isEmpty()) {
          return new ReadObjects.Refused(null, "Expected an id.");
        }
        Instant at = modified.isEmpty() ? null : Instant.parse(modified);
        return at != null && object.path("revoked").asBoolean(false)
            ? new ReadObjects.Revoked(id, at)
            : new ReadObjects.Other(id, object.path("type").asString(""), at);
      } catch (JacksonException e) {
        return new ReadObjects.Refused(null, "Expected JSON.");
      }
    };
  }
}

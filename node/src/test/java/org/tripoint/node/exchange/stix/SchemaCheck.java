package org.tripoint.node.exchange.stix;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/// Holds objects against the schemas of their types, as a stranger's library reads them.
final class SchemaCheck {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Map<String, Schema> KNOWN = new ConcurrentHashMap<>();

  private SchemaCheck() {}

  static List<String> broken(ObjectSchemas schemas, byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    String type = JsonMapper.shared().readTree(text).path("type").asString();
    Schema schema =
        KNOWN.computeIfAbsent(
            type, name -> REGISTRY.getSchema(schemas.find(name).orElseThrow(), InputFormat.JSON));
    return schema.validate(text, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}

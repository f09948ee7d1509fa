package org.tripoint.node.exchange.stix;

import java.util.SortedMap;
import tools.jackson.databind.JsonNode;

/// How values of one type of content stand in an object: from the ledger's canonical JSON, back to
/// it, and as JSON Schema.
abstract class Field {

  /// The value as an object carries it.
  ///
  /// @param canonical as the ledger's canonical JSON has it
  abstract Object write(JsonNode canonical);

  /// True for values that are left out, and read as empty where they are missing.
  boolean isEmpty(JsonNode canonical) {
    return false;
  }

  /// The value as canonical JSON would have it.
  ///
  /// @param at where it stands, for refusals
  /// @throws NotBelieved if it is not of the type
  abstract Object read(JsonNode value, String at);

  /// JSON Schema of it.
  ///
  /// @param definitions what others may refer to, by name
  abstract SortedMap<String, Object> schema(SortedMap<String, Object> definitions);
}

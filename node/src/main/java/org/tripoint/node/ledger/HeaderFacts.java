package org.tripoint.node.ledger;

import java.util.HashMap;
import java.util.Map;
import org.tripoint.node.ledger.canonical.JsonReader;

/// What a check needs of a header's canonical JSON.
///
/// @param commitments hex by name of the part
record HeaderFacts(String record, long sequence, Map<String, String> commitments) {

  /// Reads a header.
  ///
  /// @throws IllegalArgumentException if the text is no header
  static HeaderFacts read(String header) {
    JsonReader in = new JsonReader(header);
    String record = "";
    long sequence = -1;
    Map<String, String> commitments = new HashMap<>();
    in.open('{');
    do {
      switch (in.name()) {
        case "record" -> record = in.string();
        case "sequence" -> sequence = in.integer();
        case "commitments" -> readInto(in, commitments);
        default -> in.skip();
      }
    } while (in.more('}'));
    in.end();
    return new HeaderFacts(record, sequence, Map.copyOf(commitments));
  }

  private static void readInto(JsonReader in, Map<String, String> commitments) {
    in.open('{');
    if (in.closes('}')) {
      return;
    }
    do {
      commitments.put(in.name(), in.string());
    } while (in.more('}'));
  }
}

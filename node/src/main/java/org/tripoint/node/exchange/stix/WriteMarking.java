package org.tripoint.node.exchange.stix;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Markings as objects carry them, all of them beside the TLP colour that STIX knows; each distinct
/// one is written once.
@Component
class WriteMarking {
  /// For writing and reading; no record is of it.
  private static final Kind<Marking> AS_TEXT = Kind.of("stix-marking", 1, Marking.class);

  private static final RecordField FIELD = (RecordField) new Fields().of(Marking.class);
  private static final int MOST = 10_000;

  private final RecordKinds kinds;
  private final Map<Marking, Object> written = new ConcurrentHashMap<>();

  WriteMarking(RecordKinds kinds) {
    this.kinds = kinds;
  }

  static RecordField field() {
    return FIELD;
  }

  Object write(Marking marking) {
    if (written.size() > MOST) {
      written.clear();
    }
    return written.computeIfAbsent(
        marking, each -> FIELD.write(JsonMapper.shared().readTree(kinds.write(AS_TEXT, each))));
  }

  /// @throws NotBelieved if it is none
  Marking read(JsonNode value, String at) {
    String canonical = CanonicalJson.text(FIELD.read(value, at));
    try {
      return kinds.parse(AS_TEXT, canonical);
    } catch (RuntimeException e) {
      throw NotBelieved.expected("a marking that does not contradict itself", at);
    }
  }
}

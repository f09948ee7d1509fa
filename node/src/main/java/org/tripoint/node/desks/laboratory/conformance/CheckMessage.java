package org.tripoint.node.desks.laboratory.conformance;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Checked;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.ledger.RecordKinds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks the message of a result: a record as `POST /api/records` takes it, a request of several,
/// or the content alone.
@Component
public class CheckMessage {

  /// Longest message, in characters.
  public static final int LONGEST = 1_000_000;

  private static final int MOST_RECORDS = 1_000;

  private final RecordKinds kinds;
  private final CheckProtocol protocol;

  CheckMessage(RecordKinds kinds, CheckProtocol protocol) {
    this.kinds = kinds;
    this.protocol = protocol;
  }

  /// What became of one record of a message.
  public sealed interface Answer {

    /// It could not be read as a result.
    ///
    /// @param expected what was expected, in English
    record Unreadable(String expected) implements Answer {}

    /// It was read and held against the rules.
    record Read(LabResult result, Checked checked) implements Answer {}

    /// True when the message passes.
    default boolean passes() {
      return this instanceof Read(LabResult _, Checked checked) && checked.conforms();
    }
  }

  /// One answer for each record, in order.
  public List<Answer> check(String message) {
    if (message.length() > LONGEST) {
      return List.of(new Answer.Unreadable("a message of at most " + LONGEST + " characters"));
    }
    JsonNode node;
    try {
      node = JsonMapper.shared().readTree(message);
    } catch (JacksonException e) {
      return List.of(new Answer.Unreadable("JSON"));
    }
    JsonNode records = node.path("records");
    if (!records.isArray()) {
      return List.of(checkOne(node));
    }
    if (records.isEmpty() || records.size() > MOST_RECORDS) {
      return List.of(new Answer.Unreadable("1 to " + MOST_RECORDS + " records"));
    }
    return records.valueStream().map(this::checkOne).toList();
  }

  private Answer checkOne(JsonNode node) {
    if (!node.isObject()) {
      return new Answer.Unreadable("an object");
    }
    JsonNode kind = node.path("kind");
    if (!kind.isMissingNode() && !kind.asString("").equals(LabResult.KIND.name())) {
      return new Answer.Unreadable("kind " + LabResult.KIND.name());
    }
    JsonNode content = node.has("content") ? node.path("content") : node;
    try {
      LabResult result = kinds.parse(LabResult.KIND, content.toString());
      return new Answer.Read(result, protocol.check(result));
    } catch (IllegalArgumentException e) {
      return new Answer.Unreadable(
          Optional.ofNullable(e.getMessage()).orElse(LabResult.KIND.name()));
    }
  }
}

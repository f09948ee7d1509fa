package org.tripoint.node.desks.laboratory.conformance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Checked;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.vocabulary.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks a message of a laboratory: a record as `POST /api/records` takes it, a request of
/// several, or the content of a result alone.
///
/// Results are held against the rules of the protocol, with the scope that they name where the same
/// message brings it. Profiles of laboratories, scopes, rounds and toxicology cases are held
/// against what records of their kind must be.
@Component
public class CheckMessage {

  /// Longest message, in characters.
  public static final int LONGEST = 1_000_000;

  private static final int MOST_RECORDS = 1_000;

  private static final List<Kind<? extends Record>> OTHERS =
      List.of(
          AnalysisScope.KIND, LaboratoryProfile.KIND, ProficiencyRound.KIND, ToxicologyCase.KIND);

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

    /// A record of another kind of the desk, as it must be.
    ///
    /// @param kind its name
    record Sound(String kind) implements Answer {}

    /// True when the message passes.
    default boolean passes() {
      return switch (this) {
        case Unreadable _ -> false;
        case Read(LabResult _, Checked checked) -> checked.conforms();
        case Sound _ -> true;
      };
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
      return List.of(checkOne(node, List.of()));
    }
    if (records.isEmpty() || records.size() > MOST_RECORDS) {
      return List.of(new Answer.Unreadable("1 to " + MOST_RECORDS + " records"));
    }
    List<AnalysisScope> scopes = records.valueStream().flatMap(this::scope).toList();
    return records.valueStream().map(one -> checkOne(one, scopes)).toList();
  }

  /// A scope that the message brings, if it can be read.
  private Stream<AnalysisScope> scope(JsonNode node) {
    if (!node.path("kind").asString("").equals(AnalysisScope.KIND.name())) {
      return Stream.empty();
    }
    try {
      return Stream.of(kinds.parse(AnalysisScope.KIND, node.path("content").toString()));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  private Answer checkOne(JsonNode node, List<AnalysisScope> scopes) {
    if (!node.isObject()) {
      return new Answer.Unreadable("an object");
    }
    String kind = node.has("kind") ? node.path("kind").asString("") : LabResult.KIND.name();
    String content = (node.has("content") ? node.path("content") : node).toString();
    try {
      if (kind.equals(LabResult.KIND.name())) {
        LabResult result = kinds.parse(LabResult.KIND, content);
        return new Answer.Read(result, protocol.check(result, named(result, scopes)));
      }
      for (Kind<? extends Record> other : OTHERS) {
        if (other.name().equals(kind)) {
          kinds.parse(other, content);
          return new Answer.Sound(kind);
        }
      }
    } catch (IllegalArgumentException e) {
      return new Answer.Unreadable(Optional.ofNullable(e.getMessage()).orElse(kind));
    }
    return new Answer.Unreadable(
        Stream.concat(Stream.of(LabResult.KIND), OTHERS.stream())
            .map(Kind::name)
            .collect(Collectors.joining(", ", "kind ", "")));
  }

  private static Optional<AnalysisScope> named(LabResult result, List<AnalysisScope> scopes) {
    return scopes.stream()
        .filter(one -> one.laboratory().equals(result.laboratory()))
        .filter(one -> one.scope().equals(result.scope()))
        .filter(one -> one.version().equals(result.scopeVersion()))
        .findFirst();
  }
}

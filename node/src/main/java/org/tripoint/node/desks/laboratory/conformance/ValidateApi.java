package org.tripoint.node.desks.laboratory.conformance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.conformance.CheckMessage.Answer;
import org.tripoint.node.desks.laboratory.protocol.CheckProtocol.Checked;
import org.tripoint.node.desks.laboratory.results.LabResult;

/// The validator for programs: a laboratory's system checks its messages before it sends any.
@RestController
@Tag(name = "Laboratory")
class ValidateApi {

  private final CheckMessage check;

  ValidateApi(CheckMessage check) {
    this.check = check;
  }

  /// @param passes whether every record passes
  record Validated(boolean passes, List<Judged> records) {}

  /// One record, in the order of the message.
  ///
  /// @param kind null where it could not be read
  /// @param level conformance level that a result reaches; null where it breaks a rule or is none
  /// @param expected what was expected where it could not be read, English; else null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Judged(
      int number,
      @Nullable String kind,
      boolean passes,
      @Nullable String level,
      List<BrokenRule> broken,
      @Nullable String expected) {}

  /// @param must whether the rule must be kept, or only should
  /// @param component number of the component; 0 for the record as a whole
  record BrokenRule(String rule, boolean must, int component, List<String> values) {}

  @PostMapping(
      path = "/api/laboratory/validate",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(
      summary = "Check messages of a laboratory",
      description =
          "A record as POST /api/records takes it, or a request of several: results, scopes,"
              + " profiles of laboratories, rounds and toxicology cases. Nothing is kept.")
  Validated validate(@RequestBody String message) {
    List<Answer> answers = check.check(message);
    return new Validated(
        answers.stream().allMatch(Answer::passes),
        IntStream.range(0, answers.size()).mapToObj(i -> judged(i + 1, answers.get(i))).toList());
  }

  private static Judged judged(int number, Answer answer) {
    return switch (answer) {
      case Answer.Unreadable(String expected) ->
          new Judged(number, null, false, null, List.of(), expected);
      case Answer.Sound(String kind) -> new Judged(number, kind, true, null, List.of(), null);
      case Answer.Read(LabResult _, Checked checked) ->
          new Judged(
              number,
              LabResult.KIND.name(),
              checked.conforms(),
              checked.level().map(Enum::name).orElse(null),
              checked.broken().stream()
                  .map(one ->
                      new BrokenRule(
                          one.rule().name(), one.rule().isMust(), one.component(), one.values()))
                  .toList(),
              null);
    };
  }
}

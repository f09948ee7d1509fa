package org.tripoint.node.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.RecordsMessage.Read;
import org.tripoint.node.intake.RecordsMessage.Sent;
import org.tripoint.node.intake.RecordsMessage.Stated;
import org.tripoint.node.intake.RecordsMessage.Wrong;
import org.tripoint.node.intake.UnrecognisedInRecord.Unrecognised;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.BatchReceipt;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.ledger.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Records as messages: all of a request are appended, or none.
@RestController
@Tag(name = "Records", description = "Records of any kind as JSON messages")
class RecordsApi {

  static final int MOST_BYTES = 8 << 20;
  static final int MOST_RECORDS = 1_000;
  private static final int DEEPEST = 40;

  private final RecordsMessage message;
  private final SimulatedRecords simulated;
  private final AppendRecords ledger;
  private final Problems problems;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final JsonMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(1 << 20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  RecordsApi(
      RecordsMessage message,
      SimulatedRecords simulated,
      AppendRecords ledger,
      Problems problems,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.message = message;
    this.simulated = simulated;
    this.ledger = ledger;
    this.problems = problems;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// @param ledgerSize versions under the checkpoint signed after the request
  /// @param notRecognised records that name something which nothing here recognises
  /// @param results one for each record, in order
  record Answer(long ledgerSize, long notRecognised, List<Result> results) {}

  /// @param outcome APPENDED, UNCHANGED, EMPTIED (by a purge: not brought back) or CONFLICTING
  /// @param notRecognised names kept as reported; left out where there are none
  record Result(
      int index,
      String outcome,
      UUID record,
      long sequence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Unrecognised> notRecognised) {}

  @PostMapping(
      value = "/api/records",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(
      summary = "Append records",
      description =
          "At most 1,000 records and 8 MiB. Content is one object with all its members, or an"
              + " object by part (open, nominal, health). The same record with the same content"
              + " again changes nothing. What happened after it was published, and what contradicts"
              + " itself, is refused. Beside the records, `simulated: true` says that all of them"
              + " are simulated; a source has either simulated or real records, in files and"
              + " messages alike, and a node for simulated records takes no other. Substances and"
              + " places that nothing recognises are kept as reported and listed in the answer.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      examples =
                          @ExampleObject(
                              """
                              {"simulated": false, "records": [{"kind": "health-observation", "source": "ca-phac",
                                "key": "2024-Q1|48", "published": "2024-06-01", "content": {}}]}
                              """))))
  ResponseEntity<Object> append(HttpServletRequest request, Principal person, Locale locale)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      return tooLarge(locale);
    }
    JsonNode sent;
    try {
      sent = json.readTree(body);
    } catch (JacksonException e) {
      return unreadable(e.getOriginalMessage(), locale);
    }
    JsonNode records = sent.path("records");
    JsonNode isSimulated = sent.path("simulated");
    if (!records.isArray() || records.isEmpty()) {
      return unreadable("records", locale);
    }
    if (!isSimulated.isMissingNode() && !isSimulated.isBoolean()) {
      return unreadable("simulated", locale);
    }
    return records.size() > MOST_RECORDS
        ? tooLarge(locale)
        : append(records, sent(isSimulated.asBoolean(false)), person.getName(), locale);
  }

  private Sent sent(boolean isSimulated) {
    return new Sent(clock.instant(), isSimulated, simulated.mixtures(isSimulated));
  }

  private ResponseEntity<Object> append(JsonNode records, Sent sent, String person, Locale locale) {
    var stated = new ArrayList<Stated>();
    var wrong = new ArrayList<Wrong>();
    for (int i = 0; i < records.size(); i++) {
      Read read = message.read(records.get(i), "/records/" + i, sent, locale);
      wrong.addAll(read.wrong());
      if (read.stated() != null) {
        stated.add(read.stated());
      }
    }
    if (!wrong.isEmpty()) {
      return problems.answer(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "records",
          locale,
          Map.of("errors", wrong),
          records.size() - stated.size(),
          records.size());
    }
    Answer answer = transaction.execute(status -> append(stated, sent, person));
    simulated.taken(sent.simulated());
    return ResponseEntity.ok(answer);
  }

  /// Records of one source and publication go together; the whole request is one transaction.
  private Answer append(List<Stated> stated, Sent sent, String person) {
    stated.stream()
        .map(Stated::source)
        .distinct()
        .sorted()
        .forEach(source -> simulated.sent(source, sent.simulated()));
    var groups = new LinkedHashMap<List<Object>, List<Integer>>();
    for (int i = 0; i < stated.size(); i++) {
      groups
          .computeIfAbsent(
              List.of(stated.get(i).source(), stated.get(i).published()), g -> new ArrayList<>())
          .add(i);
    }
    var results = new Result[stated.size()];
    long size = 0;
    for (List<Integer> group : groups.values()) {
      Stated first = stated.get(group.getFirst());
      List<Entry> entries = group.stream().map(i -> stated.get(i).entry()).toList();
      BatchReceipt receipt =
          ledger.append(new Batch(first.source(), null, first.published(), person, entries));
      size = receipt.ledgerSize();
      for (int i = 0; i < group.size(); i++) {
        int at = group.get(i);
        results[at] = result(at, receipt.outcomes().get(i), stated.get(at).unrecognised());
      }
    }
    long notRecognised = stated.stream().filter(one -> !one.unrecognised().isEmpty()).count();
    return new Answer(size, notRecognised, List.of(results));
  }

  private static Result result(int index, Outcome outcome, List<Unrecognised> names) {
    return switch (outcome) {
      case Outcome.Appended(var record, long sequence, long previous, var changed) ->
          new Result(index, "APPENDED", record.value(), sequence, names);
      case Outcome.Unchanged(var record, long sequence) ->
          new Result(index, "UNCHANGED", record.value(), sequence, names);
      case Outcome.Emptied(var record, long sequence) ->
          new Result(index, "EMPTIED", record.value(), sequence, names);
      case Outcome.Conflicting(var record, long sequence) ->
          new Result(index, "CONFLICTING", record.value(), sequence, names);
      case Outcome.Refused refused ->
          throw new IllegalStateException("expected the whole request to be refused");
    };
  }

  private ResponseEntity<Object> tooLarge(Locale locale) {
    return problems.answer(
        HttpStatus.CONTENT_TOO_LARGE, "body-too-large", locale, Map.of(), MOST_BYTES, MOST_RECORDS);
  }

  private ResponseEntity<Object> unreadable(String what, Locale locale) {
    return problems.answer(HttpStatus.BAD_REQUEST, "body", locale, Map.of(), what);
  }
}

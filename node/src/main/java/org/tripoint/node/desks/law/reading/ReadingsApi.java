package org.tripoint.node.desks.law.reading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.law.LawReading;
import org.tripoint.vocabulary.RecordId;

/// Texts of instruments for programs.
@RestController
@Tag(name = "Law", description = "Texts of instruments, as their publishers have them")
class ReadingsApi {

  private final LawReadings readings;
  private final MessageSource words;

  ReadingsApi(LawReadings readings, MessageSource words) {
    this.readings = readings;
    this.words = words;
  }

  /// @param record of the instrument in its language
  /// @param items of its schedules, or rows of a list
  record Taken(String record, String instrument, String language, int items) {}

  @PostMapping(value = "/api/law/readings", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed(Role.Names.STEWARD)
  @Operation(
      summary = "Hand in the text of an instrument",
      description =
          "The body is the file as its publisher has it, gzipped or not: the XML of a Canadian act"
              + " or regulation, or the DEA's list of controlled substances.")
  ResponseEntity<Object> take(HttpServletRequest request, Principal person, Locale locale)
      throws IOException {
    byte[] file = request.getInputStream().readNBytes(ReadText.MOST_BYTES + 1);
    try {
      RecordId record = readings.take(file, person.getName());
      LawReading newest = readings.list(record).getFirst();
      return ResponseEntity.ok(
          new Taken(
              record.toString(), newest.instrument(), newest.language(), newest.items().size()));
    } catch (TextRefused e) {
      return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  words.getMessage(
                      "law.reading.refused." + e.why(), new Object[] {e.where()}, locale)));
    }
  }
}

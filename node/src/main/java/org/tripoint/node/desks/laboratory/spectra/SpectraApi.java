package org.tripoint.node.desks.laboratory.spectra;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.spectra.ImportLibrary.Begun;
import org.tripoint.node.desks.laboratory.spectra.LibraryRun.Outcome;

/// Libraries of spectra for programs.
@RestController
@RequestMapping(path = "/api/spectra/libraries", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Spectra", description = "Libraries that measured spectra are compared with")
class SpectraApi {

  private final ImportLibrary importLibrary;
  private final LibraryTable table;
  private final MessageSource words;

  SpectraApi(ImportLibrary importLibrary, LibraryTable table, MessageSource words) {
    this.importLibrary = importLibrary;
    this.table = table;
    this.words = words;
  }

  /// @param libraries those that stand, the oldest first
  /// @param runs files that are being read or were since the node started, the newest first
  record Libraries(List<Listed> libraries, List<Run> runs) {}

  /// A library.
  record Listed(
      String record,
      String name,
      String version,
      String licence,
      boolean mayBeShared,
      String sha256,
      long spectra,
      long skipped,
      boolean synthetic) {}

  /// @param state READING, TAKEN or REFUSED
  /// @param reason why it was refused, English
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Run(String fileName, String state, long spectra, long skipped, @Nullable String reason) {}

  @GetMapping
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(summary = "Libraries that are here, and what became of files that were handed in")
  Libraries list() {
    return new Libraries(
        table.list().stream()
            .map(one ->
                new Listed(
                    one.record().toString(),
                    one.content().name(),
                    one.content().version(),
                    one.content().licence(),
                    one.content().mayBeShared(),
                    one.content().sha256(),
                    one.content().spectra(),
                    one.content().skipped(),
                    one.content().synthetic()))
            .toList(),
        importLibrary.listRuns().stream().map(SpectraApi::run).toList());
  }

  private static Run run(LibraryRun.Now now) {
    String state =
        now.outcome()
            .map(outcome -> outcome instanceof Outcome.Taken ? "TAKEN" : "REFUSED")
            .orElse("READING");
    return new Run(
        now.fileName(),
        state,
        now.spectra(),
        now.skipped(),
        now.outcome().flatMap(SpectraApi::reason).orElse(null));
  }

  private static Optional<String> reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Taken ignored -> Optional.empty();
      case Outcome.Refused refused -> Optional.of(refused.refusal().english());
      case Outcome.Nothing ignored -> Optional.of("expected mass spectra, found none");
      case Outcome.NoRoom room ->
          Optional.of(
              "expected at most %d bytes of memory for all libraries, found %d"
                  .formatted(room.most(), room.needed()));
      case Outcome.Failed ignored -> Optional.of("a fault of the node; see its log");
    };
  }

  @PostMapping
  @RolesAllowed(Role.Names.STEWARD)
  @Operation(
      summary = "Hand in a library",
      description =
          "The body is the file as it is, gzipped or not. `name`, `licence` and `shared` (yes or"
              + " no) are required. Answers 202 as soon as the file is on disk; what becomes of it"
              + " is listed.")
  ResponseEntity<Object> add(
      HttpServletRequest request,
      Principal person,
      java.util.Locale locale,
      @RequestParam(defaultValue = "file") String fileName,
      @ModelAttribute LibraryForm form)
      throws IOException {
    Optional<String> problem = form.problem();
    if (problem.isPresent()) {
      return refused(HttpStatus.BAD_REQUEST, words.getMessage(problem.get(), null, locale));
    }
    return switch (importLibrary.begin(
        request.getInputStream(), FileNames.plain(fileName), form, person.getName())) {
      case Begun.Reading reading -> ResponseEntity.accepted().body(run(reading.run().now()));
      case Begun.Known known ->
          refused(
              HttpStatus.CONFLICT,
              words.getMessage(
                  "spectra.problem.known",
                  new Object[] {known.library().content().name()},
                  locale));
      case Begun.TooLarge tooLarge ->
          refused(
              HttpStatus.CONTENT_TOO_LARGE,
              words.getMessage(
                  "spectra.problem.too-large", new Object[] {tooLarge.limit()}, locale));
      case Begun.Empty ignored ->
          refused(HttpStatus.BAD_REQUEST, words.getMessage("spectra.problem.file", null, locale));
    };
  }

  private static ResponseEntity<Object> refused(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(status, detail));
  }
}

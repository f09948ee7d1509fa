package org.tripoint.node.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.intake.AnswerImport.Answered;
import org.tripoint.node.intake.Delivery.AskedTo;
import org.tripoint.node.intake.EventsBeyond.LaterRow;
import org.tripoint.node.intake.ImportMapping.NumberStyle;
import org.tripoint.node.intake.Quarantine.Only;
import org.tripoint.node.intake.TakeDelivery.Note;
import org.tripoint.node.intake.TakeDelivery.Taken;
import org.tripoint.node.ledger.RunReaders;

/// Files over the REST interface.
@RestController
@RequestMapping("/api/imports")
@Tag(
    name = "Imports",
    description = "Files that are handed in, and what became of each of their rows")
class ImportsApi {

  private static final int ROWS_NAMED = 5;

  private final TakeDelivery take;
  private final ImportJobs jobs;
  private final AnswerImport answer;
  private final CorrectPublication correct;
  private final QuarantineFile quarantineFile;
  private final RunReaders readers;
  private final ImportWords words;
  private final Problems problems;

  ImportsApi(
      TakeDelivery take,
      ImportJobs jobs,
      AnswerImport answer,
      CorrectPublication correct,
      QuarantineFile quarantineFile,
      RunReaders readers,
      ImportWords words,
      Problems problems) {
    this.take = take;
    this.jobs = jobs;
    this.answer = answer;
    this.correct = correct;
    this.quarantineFile = quarantineFile;
    this.readers = readers;
    this.words = words;
    this.problems = problems;
  }

  @PostMapping
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(
      summary = "Hand in a file",
      description =
          "The body is the file as it is: CSV or XLSX, gzipped or not, or a mapping as JSON."
              + " Answers 202 with the import's id as soon as the file is on disk.")
  ResponseEntity<Object> receive(
      HttpServletRequest request,
      Principal person,
      Locale locale,
      @Parameter(description = "Name of the file") @RequestParam String fileName,
      @Parameter(description = "When its source published it: a day or an instant, ISO 8601")
          @RequestParam(required = false)
          @Nullable String published,
      @Parameter(description = "Format it must be read by") @RequestParam(required = false)
          @Nullable String format,
      @Parameter(description = "Saved mapping it must be read through")
          @RequestParam(required = false)
          @Nullable String mapping,
      @Parameter(description = "Source it is a release of") @RequestParam(required = false)
          @Nullable String source,
      @Parameter(description = "Sheet of a workbook") @RequestParam(defaultValue = "") String sheet,
      @Parameter(description = "Its records are simulated") @RequestParam(defaultValue = "false")
          boolean synthetic,
      @Parameter(description = "How its decimals are written, where the file leaves it open")
          @RequestParam(required = false)
          @Nullable NumberStyle numbers,
      @Parameter(description = "append at once, or preview and wait")
          @RequestParam(defaultValue = "append")
          String mode)
      throws IOException {
    String type = request.getContentType();
    if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      return problems.answer(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-type", locale, Map.of(), type);
    }
    if (!mode.equals("append") && !mode.equals("preview")) {
      return parameter("mode", mode, "append, preview", locale);
    }
    if (source != null && !source.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return parameter("source", source, "us-cbp-nationwide", locale);
    }
    Optional<Instant> instant = Optional.ofNullable(published).flatMap(ImportsApi::instant);
    if (published != null && instant.isEmpty()) {
      return parameter("published", published, "2024-03-01, 2024-03-01T12:00:00Z", locale);
    }
    var note =
        new Note(
            fileName,
            person.getName(),
            mode.equals("append") ? AskedTo.APPEND : AskedTo.PREVIEW,
            false,
            synthetic,
            sheet,
            instant.orElse(null),
            mapping == null ? format : mapping,
            source,
            numbers);
    return switch (take.take(request.getInputStream(), note)) {
      case Taken.TooLarge tooLarge ->
          problems.answer(
              HttpStatus.CONTENT_TOO_LARGE, "file-too-large", locale, Map.of(), tooLarge.limit());
      case Taken.Started started ->
          ResponseEntity.accepted()
              .location(URI.create("/api/imports/" + started.id()))
              .body(progress(started.id(), locale));
    };
  }

  @GetMapping
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  @Operation(
      summary = "Imports, newest first",
      description = "At most 100; pass the last id as `before` for more.")
  List<ImportProgress> list(@RequestParam(required = false) @Nullable Long before, Locale locale) {
    ReadersLag lag = ReadersLag.now(readers);
    return jobs.list(before == null ? Long.MAX_VALUE : before, 100).stream()
        .map(job -> ImportProgress.of(job, lag, words, locale))
        .toList();
  }

  @GetMapping("/{id}")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  @Operation(summary = "Where an import stands")
  ResponseEntity<Object> show(@PathVariable long id, Locale locale) {
    return withJob(id, locale, job -> ResponseEntity.ok(progress(id, locale)));
  }

  @PostMapping("/{id}/confirm")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(summary = "Append what the preview shows")
  ResponseEntity<Object> confirm(@PathVariable long id, Principal person, Locale locale) {
    return withJob(id, locale, job -> answered(id, answer.confirm(id, person.getName()), locale));
  }

  @PostMapping("/{id}/published")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(summary = "Say when the file was published, when that is asked")
  ResponseEntity<Object> published(
      @PathVariable long id, @RequestParam String published, Locale locale) {
    Optional<Instant> instant = instant(published);
    if (instant.isEmpty()) {
      return parameter("published", published, "2024-03-01, 2024-03-01T12:00:00Z", locale);
    }
    return withJob(id, locale, job -> answered(id, answer.published(id, instant.get()), locale));
  }

  @PostMapping("/{id}/numbers")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(summary = "Say how the file writes its decimals, when that is asked")
  ResponseEntity<Object> numbers(
      @PathVariable long id, @RequestParam NumberStyle written, Locale locale) {
    return withJob(id, locale, job -> answered(id, answer.numbers(id, written), locale));
  }

  @PostMapping("/{id}/correct")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(
      summary = "Say that a file which was appended was published at another instant",
      description = "Refused where something that the file reports happened later.")
  ResponseEntity<Object> correct(
      @PathVariable long id, @RequestParam String published, Principal person, Locale locale) {
    Optional<Instant> instant = instant(published);
    if (instant.isEmpty()) {
      return parameter("published", published, "2024-03-01, 2024-03-01T12:00:00Z", locale);
    }
    return withJob(
        id,
        locale,
        job -> {
          Answered answered = correct.correct(job, instant.get(), person.getName());
          return answered == Answered.BEFORE_ITS_EVENTS
              ? later(job, instant.get(), locale)
              : answered(id, answered, locale);
        });
  }

  private ResponseEntity<Object> later(ImportJob job, Instant instant, Locale locale) {
    List<LaterRow> rows = correct.listLater(job, instant, ROWS_NAMED);
    String named =
        rows.stream()
            .map(row -> words.of("intake.later-row", locale, row.row(), row.column(), row.day()))
            .collect(Collectors.joining("; "));
    return problems.answer(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "before-its-events",
        locale,
        Map.of("rows", rows),
        instant.atZone(ZoneOffset.UTC).toLocalDate().toString(),
        named);
  }

  @PostMapping("/{id}/again")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(summary = "Make a preview again that other records of its source have overtaken")
  ResponseEntity<Object> lookAgain(@PathVariable long id, Locale locale) {
    return withJob(id, locale, job -> answered(id, answer.lookAgain(id), locale));
  }

  @PostMapping("/{id}/retry")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  @Operation(summary = "Try again what failed on the node's side")
  ResponseEntity<Object> retry(@PathVariable long id, Locale locale) {
    return withJob(id, locale, job -> answered(id, answer.tryAgain(id), locale));
  }

  @GetMapping(value = "/{id}/quarantine", produces = "text/csv")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  @Operation(summary = "Rows in quarantine as CSV, as they stood in the file, with the reason")
  void quarantine(
      @PathVariable long id,
      @Parameter(description = "Only rows that break this rule") @RequestParam(required = false)
          @Nullable String rule,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    Optional<ImportJob> job = jobs.find(id).filter(one -> one.reading() != null);
    if (job.isEmpty()) {
      response.sendError(HttpStatus.NOT_FOUND.value());
      return;
    }
    quarantineFile.answer(job.get(), new Only(rule, null), locale, response);
  }

  private ResponseEntity<Object> withJob(
      long id, Locale locale, Function<ImportJob, ResponseEntity<Object>> then) {
    return jobs.find(id)
        .map(then)
        .orElseGet(() ->
            problems.answer(
                HttpStatus.NOT_FOUND, "no-such-import", locale, Map.of(), String.valueOf(id)));
  }

  private ResponseEntity<Object> answered(long id, Answered answered, Locale locale) {
    return switch (answered) {
      case TAKEN -> ResponseEntity.ok(progress(id, locale));
      case STALE -> problems.answer(HttpStatus.CONFLICT, "stale", locale, Map.of());
      case NOT_ASKED ->
          problems.answer(
              HttpStatus.CONFLICT, "not-asked", locale, Map.of("state", jobs.get(id).state()));
      case IN_THE_FUTURE ->
          problems.answer(HttpStatus.UNPROCESSABLE_CONTENT, "in-the-future", locale, Map.of());
      case FILE_REMOVED -> problems.answer(HttpStatus.CONFLICT, "file-removed", locale, Map.of());
      case BEFORE_ITS_EVENTS ->
          throw new IllegalStateException("expected only a correction to lie before its events");
    };
  }

  private Object progress(long id, Locale locale) {
    return ImportProgress.of(jobs.get(id), ReadersLag.now(readers), words, locale);
  }

  private ResponseEntity<Object> parameter(
      String name, String found, String expected, Locale locale) {
    return problems.answer(
        HttpStatus.BAD_REQUEST,
        "parameter",
        locale,
        Map.of("parameter", name),
        name,
        found,
        expected);
  }

  /// A day (its first moment, UTC) or an instant.
  static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          text.length() <= 10
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

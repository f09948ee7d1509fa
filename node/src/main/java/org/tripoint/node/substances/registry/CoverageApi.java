package org.tripoint.node.substances.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.accounts.Role;

/// Class coverage for programs: a structure and a day in, an answer for each jurisdiction out.
@RestController
@Tag(name = "Substances")
class CoverageApi {

  private static final int LONGEST = 2_000;

  private final Chemistry chemistry;
  private final ControlAnswers control;
  private final Clock clock;
  private final ZoneId zone;

  CoverageApi(
      Chemistry chemistry,
      ControlAnswers control,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.chemistry = chemistry;
    this.control = control;
    this.clock = clock;
    this.zone = zone;
  }

  /// @param smiles as the atoms of differences are numbered
  /// @param on the day that the answers hold for
  record Covered(
      String smiles,
      String inchiKey,
      String formula,
      LocalDate on,
      List<ControlAnswers.Answered> control) {}

  @GetMapping(path = "/api/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(
      summary = "Whose rules take a structure in on a day",
      description =
          "Any structure as SMILES, whether or not the registry holds it. 400 when it cannot be"
              + " read, with the reason. Nothing of the question is kept.")
  Covered cover(
      @Parameter(description = "The structure") @RequestParam String smiles,
      @Parameter(description = "Day, ISO 8601; else today") @RequestParam(required = false)
          @Nullable LocalDate on) {
    if (smiles.isBlank() || smiles.length() > LONGEST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "expected a SMILES of 1 to " + LONGEST + " characters");
    }
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), zone) : on;
    return switch (chemistry.readSmiles(smiles.strip())) {
      case Reading.Refused(var why, var _) ->
          throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no structure: " + why);
      case Reading.Read(Structure structure) ->
          new Covered(
              smiles.strip(),
              structure.inchiKey(),
              structure.formula(),
              day,
              control.of(structure, day));
    };
  }
}

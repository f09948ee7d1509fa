package org.tripoint.node.substances.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;

/// The registry for programs.
@RestController
@RequestMapping(path = "/api/substances", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Substances", description = "What a name means, and whose rules take a structure in")
class SubstancesApi {

  private static final int LONGEST_NAME = 500;

  private final ReadRegistry registry;
  private final AddedSubstances added;
  private final Chemistry chemistry;
  private final ControlAnswers control;
  private final Clock clock;
  private final ZoneId zone;

  SubstancesApi(
      ReadRegistry registry,
      AddedSubstances added,
      Chemistry chemistry,
      ControlAnswers control,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.registry = registry;
    this.added = added;
    this.chemistry = chemistry;
    this.control = control;
    this.clock = clock;
    this.zone = zone;
  }

  /// @param meaning ONE, SEVERAL, STREET, ISOMER_UNSPECIFIED or UNKNOWN
  /// @param salt words of a salt that were set apart
  /// @param substances what the name means, or may mean; none is chosen
  /// @param near ids of those with a name near it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Named(
      String name,
      String meaning,
      @Nullable String salt,
      List<Described> substances,
      List<String> near) {}

  /// @param id word of the registry, or record of what people added
  /// @param origin `registry`, `here`, or the partner's short name
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Described(
      String id,
      String inchiKey,
      String smiles,
      String formula,
      @Nullable String cas,
      Map<String, String> names,
      List<String> synonyms,
      List<String> street,
      @Nullable String hs,
      String family,
      List<Substance.Role> roles,
      boolean unverified,
      String source,
      String origin) {}

  /// @param on the day that the answers hold for
  record Controlled(
      List<Described> substances, LocalDate on, List<ControlAnswers.Answered> control) {}

  @GetMapping
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(
      summary = "What a name means",
      description =
          "Any name in English, Spanish or French, of the street, or a CAS number. A name that"
              + " several substances bear, or that is only near one, is never resolved.")
  Named find(@Parameter(description = "As written") @RequestParam String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "expected a name of 1 to " + LONGEST_NAME + " characters");
    }
    return switch (registry.registry().lookUp(name)) {
      case Meaning.One one ->
          new Named(
              name,
              "ONE",
              one.salt().orElse(null),
              describe(List.of(one.substance())),
              ids(one.aSlipApart()));
      case Meaning.Several several ->
          new Named(
              name,
              several.street() ? "STREET" : "SEVERAL",
              null,
              describe(several.substances()),
              List.of());
      case Meaning.IsomerUnspecified family ->
          new Named(name, "ISOMER_UNSPECIFIED", null, describe(family.members()), List.of());
      case Meaning.Unknown unknown ->
          new Named(name, "UNKNOWN", null, List.of(), ids(unknown.near()));
    };
  }

  @GetMapping("/{inchiKey}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @Operation(
      summary = "A substance by its InChIKey, and whose rules take it in on a day",
      description = "404 when the registry does not hold the structure.")
  Controlled show(
      @PathVariable String inchiKey,
      @Parameter(description = "Day, ISO 8601; else today") @RequestParam(required = false)
          @Nullable LocalDate on) {
    List<Substance> same =
        FindMeaning.INCHI_KEY.matcher(inchiKey).matches()
            ? registry.registry().listBySkeleton(inchiKey.substring(0, 14)).stream()
                .filter(one -> one.inchiKey().equals(inchiKey))
                .toList()
            : List.of();
    if (same.isEmpty()) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND, "the registry holds no structure with this InChIKey");
    }
    LocalDate day = on == null ? LocalDate.ofInstant(clock.instant(), zone) : on;
    var structure = chemistry.structureOf(same.getFirst());
    return new Controlled(describe(same), day, control.of(structure, day));
  }

  private static List<String> ids(List<Substance> some) {
    return some.stream().map(Substance::id).toList();
  }

  private List<Described> describe(List<Substance> some) {
    return some.stream().map(this::describe).toList();
  }

  private Described describe(Substance one) {
    return new Described(
        one.id(),
        one.inchiKey(),
        one.smiles(),
        one.formula(),
        one.cas().map(CasNumber::text).orElse(null),
        Map.of("en", one.english(), "es", one.spanish(), "fr", one.french()),
        one.synonyms(),
        one.street(),
        one.hs().orElse(null),
        one.family(),
        one.roles(),
        one.unverified(),
        one.source(),
        added.find(one.id()).map(SubstancesApi::origin).orElse("registry"));
  }

  private static String origin(Kept kept) {
    String partner = kept.origin();
    return partner == null ? "here" : partner;
  }
}

package org.tripoint.node.substances.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.CasNumber;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ControlOutcome;
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
  private final Clock clock;
  private final ZoneId zone;

  SubstancesApi(
      ReadRegistry registry,
      AddedSubstances added,
      Chemistry chemistry,
      Clock clock,
      @Value("${tripoint.zone:UTC}") ZoneId zone) {
    this.registry = registry;
    this.added = added;
    this.chemistry = chemistry;
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
  record Controlled(List<Described> substances, LocalDate on, List<Answered> control) {}

  /// @param answer IN, CHEMIST, EXCEPTED, NOT_CONTROLLED, PENDING or NO_RULE, which is not
  ///   NOT_CONTROLLED
  record Answered(Jurisdiction jurisdiction, String answer, List<Reason> grounds) {}

  /// @param how LISTED, EXCEPTED, PENDING, CLASS or MIXTURE
  /// @param match how the structure meets an entry by name, such as ITSELF
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reason(
      String how,
      @Nullable String match,
      @Nullable String entry,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      Validity.@Nullable DateKind dateKind,
      Validity.@Nullable Certainty certainty,
      @Nullable String source,
      List<Changed> differences) {}

  /// @param atoms numbers in the SMILES, from 0
  record Changed(
      String place, String group, Set<String> clauses, String verdict, Set<Integer> atoms) {}

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
    List<Answered> control = new ArrayList<>();
    for (Jurisdiction one : Jurisdiction.values()) {
      Coverage coverage = chemistry.decide(one, structure, day);
      control.add(
          new Answered(
              one,
              ControlOutcome.of(coverage).name(),
              coverage.grounds().stream().map(SubstancesApi::reason).toList()));
    }
    return new Controlled(describe(same), day, control);
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

  private static Reason reason(Ground ground) {
    return switch (ground) {
      case Ground.Listed(Listing listing, Ground.Match match) ->
          reason("LISTED", match.name(), listing.entry(), listing.validity(), List.of());
      case Ground.Excepted(Listing listing, Ground.Match match) ->
          reason("EXCEPTED", match.name(), listing.entry(), listing.validity(), List.of());
      case Ground.Pending(Listing listing) ->
          reason("PENDING", null, listing.entry(), listing.validity(), List.of());
      case Ground.NotControlled(Listing listing) ->
          reason("NOT_CONTROLLED", null, listing.entry(), listing.validity(), List.of());
      case Ground.ByClass(var rule, var reading) ->
          reason(
              "CLASS",
              null,
              rule.entry(),
              rule.validity(),
              reading.differences().stream()
                  .map(one ->
                      new Changed(
                          one.site(),
                          one.group().word(),
                          one.clauses(),
                          one.verdict().name(),
                          one.atoms()))
                  .toList());
      case Ground.Mixture ignored ->
          new Reason("MIXTURE", null, null, null, null, null, null, null, List.of());
    };
  }

  private static Reason reason(
      String how, @Nullable String match, String entry, Validity validity, List<Changed> changed) {
    return new Reason(
        how,
        match,
        entry,
        validity.from().orElse(null),
        validity.until().orElse(null),
        validity.kind(),
        validity.certainty(),
        validity.source(),
        changed);
  }
}

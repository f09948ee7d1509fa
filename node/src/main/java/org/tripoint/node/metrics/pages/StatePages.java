package org.tripoint.node.metrics.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.metrics.definitions.CountrySource;
import org.tripoint.node.metrics.definitions.DefinitionStore.Read;
import org.tripoint.node.metrics.observations.StandingStatement;
import org.tripoint.node.metrics.observations.StandingStatements;
import org.tripoint.node.metrics.observations.StateFigures;
import org.tripoint.node.metrics.observations.StateFigures.Outcome;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;

/// A steward states this node's figures of a metric to partners.
@Controller
class StatePages {

  private final AskMetric ask;
  private final StateFigures state;
  private final StandingStatements standing;

  StatePages(AskMetric ask, StateFigures state, StandingStatements standing) {
    this.ask = ask;
    this.state = state;
    this.standing = standing;
  }

  @PostMapping("/metrics/{id}/state")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String state(
      Page page,
      @PathVariable String id,
      @RequestParam String version,
      @RequestParam(required = false) @Nullable Set<String> to,
      @RequestParam(defaultValue = "false") boolean keep,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes next) {
    if (!(ask.version(id, version) instanceof Read.Usable usable)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    Set<Country> countries =
        (to == null ? Set.<String>of() : to)
            .stream().map(Country::find).flatMap(Optional::stream).collect(Collectors.toSet());
    if (countries.isEmpty()) {
      next.addFlashAttribute("problem", page.t("metrics.stated.choose"));
    } else {
      Map<String, String> apart = apart(usable, parameters);
      Outcome outcome = state.state(usable, apart, countries, page.account());
      if (keep && outcome instanceof Outcome.Done) {
        standing.begin(new StandingStatement(id, apart, countries), page.account());
      }
      tell(outcome, page, next);
    }
    return "redirect:/metrics/" + id + "?version=" + version;
  }

  @PostMapping("/metrics/{id}/state/end")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String end(
      Page page,
      @PathVariable String id,
      @RequestParam String version,
      @RequestParam Map<String, String> parameters,
      RedirectAttributes next) {
    if (!(ask.version(id, version) instanceof Read.Usable usable)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    standing
        .find(id, apart(usable, parameters))
        .ifPresent(one -> {
          standing.end(one.statement(), page.account());
          next.addFlashAttribute("notice", page.t("metrics.standing.ended"));
        });
    return "redirect:/metrics/" + id + "?version=" + version;
  }

  private Map<String, String> apart(Read.Usable usable, Map<String, String> parameters) {
    Map<String, String> apart = new TreeMap<>();
    for (CountrySource source : usable.definition().sources()) {
      if (state.isOurs(source)) {
        source.keptApart().keySet().stream()
            .filter(name -> !parameters.getOrDefault(name, "").isBlank())
            .forEach(name -> apart.put(name, parameters.getOrDefault(name, "")));
      }
    }
    return apart;
  }

  private static void tell(Outcome outcome, Page page, RedirectAttributes next) {
    switch (outcome) {
      case Outcome.Done(int changed, int unchanged, int withheld) ->
          next.addFlashAttribute(
              "notice", page.t("metrics.stated.done", changed, unchanged, withheld));
      case Outcome.NothingToState nothing ->
          next.addFlashAttribute("problem", page.t("metrics.stated.nothing"));
      case Outcome.NoAgreement none ->
          next.addFlashAttribute("problem", page.t("metrics.stated.no-agreement"));
    }
  }
}

package org.tripoint.node.substances;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.engines.chemistry.registry.Meaning;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ListUnrecognised.Unrecognised;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.SubstanceId.AsReported;

/// Names that no list holds, and where a steward says what they are counted under.
@Controller
public class UnmappedPage {

  private static final int MOST_NAMES = 500;

  /// The most frequent names are looked up in the registry, and a few answers shown for each.
  private static final int MOST_LOOKED_UP = 100;

  private static final int MOST_SUGGESTED = 4;

  private final ObjectProvider<ListUnrecognised> unrecognised;
  private final ReadSubstances substances;
  private final SubstanceMappings mappings;
  private final MapSubstance mapSubstance;
  private final ReadRegistry registry;

  UnmappedPage(
      ObjectProvider<ListUnrecognised> unrecognised,
      ReadSubstances substances,
      ReadRegistry registry,
      SubstanceMappings mappings,
      MapSubstance mapSubstance) {
    this.unrecognised = unrecognised;
    this.substances = substances;
    this.registry = registry;
    this.mappings = mappings;
    this.mapSubstance = mapSubstance;
  }

  /// One row of the list.
  ///
  /// @param how in what sense the registry knows the name: "" when it means one substance
  /// @param suggestions what the registry knows; nothing is taken from it by itself
  public record Row(String name, long rows, String how, List<Suggestion> suggestions) {
    public Row {
      suggestions = List.copyOf(suggestions);
    }
  }

  /// A substance of the registry.
  public record Suggestion(String name, String address) {}

  /// One mapping that people made.
  public record Decided(String name, String family, String reason, String by, String when) {}

  @GetMapping("/substances/unmapped")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    return show(page, model, "");
  }

  @PostMapping("/substances/unmapped")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String map(
      Page page,
      Model model,
      @RequestParam String name,
      @RequestParam String family,
      @RequestParam String reason) {
    try {
      mapSubstance.map(name, family, reason, page.account());
    } catch (IllegalArgumentException e) {
      return show(page, model, page.t("substances.unmapped.refused"));
    }
    String familyName = substances.nameOf(family, page.locale());
    return show(page, model, page.t("substances.unmapped.saved", name, familyName));
  }

  private String show(Page page, Model model, String notice) {
    ListUnrecognised names = unrecognised.getIfAvailable(() -> limit -> List.of());
    List<Row> rows = new ArrayList<>();
    for (Unrecognised found : names.listUnrecognisedNames(MOST_NAMES)) {
      if (!isMapped(found)) {
        rows.add(
            rows.size() < MOST_LOOKED_UP
                ? row(found, page)
                : new Row(found.name(), found.rows(), "", List.of()));
      }
    }
    List<Decided> decided =
        mappings.list().stream()
            .map(m ->
                new Decided(
                    substances.nameOf(m.reported(), page.locale()),
                    substances.nameOf(m.family(), page.locale()),
                    m.reason(),
                    m.decidedBy(),
                    page.instant(m.at())))
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("decided", decided);
    model.addAttribute("families", substances.listFamilies().stream().map(Family::code).toList());
    model.addAttribute("notice", notice);
    return "substances/unmapped";
  }

  private Row row(Unrecognised found, Page page) {
    return switch (registry.registry().lookUp(found.name())) {
      case Meaning.One one -> row(found, "", List.of(one.substance()), page);
      case Meaning.Several several ->
          row(found, "substances.unmapped.ambiguous", several.substances(), page);
      case Meaning.IsomerUnspecified family ->
          row(found, "substances.unmapped.ambiguous", family.members(), page);
      case Meaning.Unknown unknown ->
          row(
              found,
              unknown.near().isEmpty() ? "" : "substances.unmapped.near",
              unknown.near(),
              page);
    };
  }

  private static Row row(Unrecognised found, String how, List<Substance> known, Page page) {
    return new Row(
        found.name(),
        found.rows(),
        how.isEmpty() ? "" : page.t(how),
        known.stream()
            .limit(MOST_SUGGESTED)
            .map(one ->
                new Suggestion(one.nameIn(page.locale().getLanguage()), "/substances/" + one.id()))
            .toList());
  }

  private boolean isMapped(Unrecognised found) {
    return substances.isRecognised(new AsReported(found.name()));
  }
}

package org.tripoint.node.substances;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.substances.ListUnrecognised.Unrecognised;
import org.tripoint.node.substances.ReadSubstances.Family;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.SubstanceId.AsReported;

/// Names that no list holds, and where a steward says what they are counted under.
@Controller
public class UnmappedPage {

  private static final int MOST_NAMES = 500;

  private final ObjectProvider<ListUnrecognised> unrecognised;
  private final ReadSubstances substances;
  private final SubstanceMappings mappings;
  private final MapSubstance mapSubstance;

  UnmappedPage(
      ObjectProvider<ListUnrecognised> unrecognised,
      ReadSubstances substances,
      SubstanceMappings mappings,
      MapSubstance mapSubstance) {
    this.unrecognised = unrecognised;
    this.substances = substances;
    this.mappings = mappings;
    this.mapSubstance = mapSubstance;
  }

  /// One row of the list.
  public record Row(String name, long rows) {}

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
    List<Row> rows =
        names.listUnrecognisedNames(MOST_NAMES).stream()
            .filter(found -> !isMapped(found))
            .map(found -> new Row(found.name(), found.rows()))
            .toList();
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

  private boolean isMapped(Unrecognised found) {
    return substances.isRecognised(new AsReported(found.name()));
  }
}

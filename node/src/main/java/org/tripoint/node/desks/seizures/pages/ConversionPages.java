package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Conversion;
import org.tripoint.vocabulary.Conversions;

/// Every conversion that a quantity can have gone through: those that are exact, and those that
/// rest on a named assumption.
@Controller
public class ConversionPages {

  static final String PATH = "/seizures/conversions";

  /// One conversion, in words.
  ///
  /// @param id the name that converted figures carry
  /// @param rule `1 lb = 0.45359237 kg`
  /// @param assumption what is assumed, or "" when it is exact
  /// @param source where the factor comes from
  /// @param used where it is applied
  public record Row(String id, String rule, String assumption, String source, String used) {}

  @GetMapping(PATH)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    List<Row> rows = Conversions.all().stream().map(c -> row(page, c)).toList();
    model.addAttribute("exact", rows.stream().filter(r -> r.assumption().isEmpty()).toList());
    model.addAttribute("assumed", rows.stream().filter(r -> !r.assumption().isEmpty()).toList());
    return "seizures/conversions";
  }

  private static Row row(Page page, Conversion conversion) {
    String assumption = conversion.assumption();
    return new Row(
        conversion.id(),
        page.t(
            "seizures.conversion.rule",
            unit(page, conversion.from()),
            page.number(conversion.factor(), Math.max(0, conversion.factor().scale())),
            unit(page, conversion.to())),
        assumption == null ? "" : page.t("seizures.assumption." + assumption),
        conversion.source(),
        page.t(assumption == null ? "seizures.conversion.by-itself" : "seizures.conversion.shown"));
  }

  private static String unit(Page page, String unit) {
    String key = "seizures.unit." + unit;
    return page.has(key) ? page.t(key, 1) : unit;
  }
}

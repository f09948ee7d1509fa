package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.lists.SeizureCounts;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.SumRows;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;

/// Amounts under filters that no cells answer: of up to 10,000 events at once, of all of them on
/// request, with progress.
@Controller
class AmountPages {

  private final SeizureListing listing;
  private final SeizureCounts counts;
  private final SumRows rows;
  private final ExactCounts exact;
  private final ReadSubstances substances;

  AmountPages(
      SeizureListing listing,
      SeizureCounts counts,
      SumRows rows,
      ExactCounts exact,
      ReadSubstances substances) {
    this.listing = listing;
    this.counts = counts;
    this.rows = rows;
    this.exact = exact;
    this.substances = substances;
  }

  /// The amounts of the newest events: a part of the list's page, or a page of its own for people
  /// without scripts.
  @GetMapping("/seizures/amounts")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String amounts(
      Page page,
      Model model,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestHeader(name = "HX-Request", defaultValue = "") String partOfPage) {
    Asked asked = Asked.of(parameters);
    SumRows.Bounded found = rows.newest(listing.filterOf(asked));
    AmountTables tables = new AmountTables(new Names(page, substances), found.exact());
    model.addAttribute("tables", tables.of(found.sums()));
    model.addAttribute("exact", found.exact());
    model.addAttribute("address", asked.address());
    model.addAttribute("count", asked.address("/seizures/count"));
    model.addAttribute("most", (long) SeizureCounts.LIMIT);
    return partOfPage.isEmpty() ? "seizures/amountspage" : "seizures/amounts";
  }

  @PostMapping("/seizures/count")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String count(@RequestParam MultiValueMap<String, String> parameters) {
    Asked asked = Asked.of(parameters);
    SeizureFilter filter = listing.filterOf(asked);
    UUID id =
        exact.start(asked.address(), counts.listMonths(filter), month -> rows.in(month, filter));
    return "redirect:/seizures/count/" + id;
  }

  @GetMapping("/seizures/count/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String counted(Page page, Model model, @PathVariable UUID id) {
    return progress(page, model, id, "seizures/count");
  }

  @GetMapping("/seizures/count/{id}/progress")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String counting(Page page, Model model, @PathVariable UUID id) {
    return progress(page, model, id, "seizures/counting");
  }

  private String progress(Page page, Model model, UUID id, String template) {
    ExactCounts.Count count =
        exact.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean running = count.isRunning();
    AmountTables tables = new AmountTables(new Names(page, substances), !running);
    model.addAttribute("id", id.toString());
    model.addAttribute("address", count.address());
    model.addAttribute("done", count.done());
    model.addAttribute("months", (long) count.months());
    model.addAttribute("found", count.found());
    model.addAttribute("running", running);
    model.addAttribute("failed", count.hasFailed());
    model.addAttribute("tables", count.hasFailed() ? java.util.List.of() : tables.of(count.sums()));
    return template;
  }
}

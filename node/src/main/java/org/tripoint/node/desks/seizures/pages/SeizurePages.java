package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.lists.SeizureCounts;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.web.Page;

/// The seizures page, its exports and its exact counts.
@Controller
class SeizurePages {

  private final SeizureListing listing;
  private final SeizureExport export;
  private final SeizureCounts counts;
  private final ExactCounts exact;

  SeizurePages(
      SeizureListing listing, SeizureExport export, SeizureCounts counts, ExactCounts exact) {
    this.listing = listing;
    this.export = export;
    this.counts = counts;
    this.exact = exact;
  }

  @GetMapping("/seizures")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model, @RequestParam MultiValueMap<String, String> parameters) {
    model.addAttribute("view", listing.view(page, listing.settle(Asked.of(parameters))));
    return "seizures/list";
  }

  @GetMapping(path = "/seizures", params = "format=csv")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  void csv(
      Page page,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    name(response, "text/csv;charset=UTF-8", "seizures.csv");
    export.csv(page, listing.settle(Asked.of(parameters)), response.getOutputStream());
  }

  @GetMapping(path = "/seizures", params = "format=xlsx")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  void xlsx(
      Page page,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    name(
        response,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "seizures.xlsx");
    export.xlsx(page, listing.settle(Asked.of(parameters)), response.getOutputStream());
  }

  private static void name(HttpServletResponse response, String type, String fileName) {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
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
        exact.start(
            asked.address(),
            counts.listMonths(filter),
            month -> counts.countEventsIn(month, filter));
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
    return progress(model, id, "seizures/count");
  }

  @GetMapping("/seizures/count/{id}/progress")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String counting(Page page, Model model, @PathVariable UUID id) {
    return progress(model, id, "seizures/counting");
  }

  private String progress(Model model, UUID id, String template) {
    ExactCounts.Count count =
        exact.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("id", id.toString());
    model.addAttribute("address", count.address());
    model.addAttribute("done", count.done());
    model.addAttribute("months", (long) count.months());
    model.addAttribute("found", count.found());
    model.addAttribute("running", count.isRunning());
    model.addAttribute("failed", count.hasFailed());
    return template;
  }
}

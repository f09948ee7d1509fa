package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.Page;

/// The seizures page and its exports.
@Controller
class SeizurePages {

  private final SeizureListing listing;
  private final SeizureExport export;

  SeizurePages(SeizureListing listing, SeizureExport export) {
    this.listing = listing;
    this.export = export;
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
}

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

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String ZIP = "application/zip";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    ExportedList exported = take(page, parameters);
    name(response, CSV, exported, ".csv");
    exported.csv(response.getOutputStream());
  }

  /// The same with what it holds beside it.
  @GetMapping(path = "/seizures", params = "format=zip")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  void zip(
      Page page,
      @RequestParam MultiValueMap<String, String> parameters,
      HttpServletResponse response)
      throws IOException {
    ExportedList exported = take(page, parameters);
    name(response, ZIP, exported, ".zip");
    exported.zip(response.getOutputStream());
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
    ExportedList exported = take(page, parameters);
    name(response, XLSX, exported, ".xlsx");
    exported.xlsx(response.getOutputStream());
  }

  private ExportedList take(Page page, MultiValueMap<String, String> parameters) {
    return export.take(page, listing.settle(Asked.of(parameters)));
  }

  private static void name(
      HttpServletResponse response, String type, ExportedList exported, String ending) {
    response.setContentType(type);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + exported.about().fileName() + ending + "\"");
  }
}

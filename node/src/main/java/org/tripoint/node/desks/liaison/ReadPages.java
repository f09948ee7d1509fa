package org.tripoint.node.desks.liaison;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;

/// Reads by officers: of partners' officers here, and of this country's there as they were
/// received.
@Controller
class ReadPages {

  private static final int ROWS = 100;
  private static final int MOST = 50_000;

  private final Entries entries;
  private final Here here;

  ReadPages(Entries entries, Here here) {
    this.entries = entries;
    this.here = here;
  }

  @GetMapping("/liaison/reads")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.AUDITOR})
  String list(Page page, @RequestParam(defaultValue = "") String before, Model model) {
    List<ReadRow> rows = rows(before, ROWS);
    model.addAttribute("rows", rows);
    model.addAttribute("next", rows.size() == ROWS ? rows.getLast().read().at().toString() : "");
    model.addAttribute("names", page.readable().contains(Part.NOMINAL));
    return "liaison/reads";
  }

  @GetMapping("/liaison/reads/export")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.AUDITOR})
  ResponseEntity<String> export(Page page) {
    boolean names = page.readable().contains(Part.NOMINAL);
    StringBuilder csv = new StringBuilder();
    csv.append(
        CsvLine.forSpreadsheets(
            List.of(
                "read", "node", "at", "country", "agency", "officer", "name", "page", "rule",
                "request", "records")));
    for (ReadRow row : rows("", MOST)) {
      LiaisonRead read = row.read();
      csv.append(
          CsvLine.forSpreadsheets(
              Arrays.asList(
                  row.record(),
                  row.origin() == null ? here.country().code() : row.origin(),
                  read.at(),
                  read.country().code(),
                  read.agency(),
                  read.officer(),
                  names ? read.fullName() : null,
                  read.page(),
                  read.rule(),
                  read.request(),
                  read.records().stream().map(Object::toString).collect(Collectors.joining(" ")))));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"liaison-reads.csv\"")
        .body(csv.toString());
  }

  private List<ReadRow> rows(String before, int limit) {
    Instant until;
    try {
      until = before.isEmpty() ? Instant.MAX : Instant.parse(before);
    } catch (DateTimeParseException e) {
      until = Instant.MAX;
    }
    return (until.equals(Instant.MAX)
            ? entries.list(LiaisonRead.KIND, limit)
            : entries.listBefore(LiaisonRead.KIND, until, limit))
        .stream().map(one -> new ReadRow(one.record(), one.origin(), one.content())).toList();
  }
}

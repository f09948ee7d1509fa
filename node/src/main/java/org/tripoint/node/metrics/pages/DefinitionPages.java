package org.tripoint.node.metrics.pages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.metrics.definitions.DefinitionRefused;
import org.tripoint.node.metrics.definitions.DefinitionStore.Held;
import org.tripoint.node.metrics.definitions.IssueDefinition;
import org.tripoint.node.metrics.definitions.IssueDefinition.Outcome;
import org.tripoint.node.web.Page;

/// A definition as the document it is, and the form that takes a new one.
@Controller
class DefinitionPages {

  private final AskMetric ask;
  private final IssueDefinition issue;
  private final RunReaders readers;

  DefinitionPages(AskMetric ask, IssueDefinition issue, RunReaders readers) {
    this.ask = ask;
    this.issue = issue;
    this.readers = readers;
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}/definition", params = "!format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String definition(
      Page page,
      Model model,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String version) {
    Held held = ask.version(id, version).held();
    model.addAttribute("id", id);
    model.addAttribute("version", String.valueOf(held.document().version()));
    model.addAttribute("yaml", held.document().yaml());
    model.addAttribute("record", held.record().toString());
    return "metrics/definition";
  }

  @GetMapping(path = "/metrics/{id:M[0-9]+}/definition", params = "format=yaml")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> yaml(
      @PathVariable String id, @RequestParam(defaultValue = "") String version) {
    Held held = ask.version(id, version).held();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-v%s.yaml\"".formatted(id, held.document().version()))
        .body(held.document().yaml().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/metrics/issue")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String form(Page page, Model model) {
    return form(model, "", "");
  }

  @PostMapping("/metrics/issue")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String issue(Page page, Model model, @RequestParam(defaultValue = "") String yaml) {
    String document = yaml.replace("\r\n", "\n");
    return switch (issue.issue(document, page.account())) {
      case Outcome.Issued issued -> {
        readers.catchUpBriefly();
        yield "redirect:/metrics/" + issued.definition().id();
      }
      case Outcome.Refused(var why) -> form(model, document, problem(page, why));
      case Outcome.AlreadyIssued already ->
          form(
              model,
              document,
              page.t(
                  "metrics.refused.already-issued",
                  already.definition().id(),
                  String.valueOf(already.definition().version())));
    };
  }

  private static String form(Model model, String yaml, String problem) {
    model.addAttribute("yaml", yaml);
    model.addAttribute("problem", problem);
    return "metrics/issue";
  }

  static String problem(Page page, DefinitionRefused why) {
    return page.t(why.rule().messageKey(), String.valueOf(why.line()), why.found(), why.expected());
  }
}

package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.CheckOpening;
import org.tripoint.node.exchange.journal.Commitments;
import org.tripoint.node.exchange.journal.Commitments.Opening;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.web.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Nodes' words on their own ledgers: what each gave, what opens this node's, and whether what an
/// auditor was shown elsewhere opens what came here.
@Controller
class ProofPages {

  private static final int SHOWN = 60;
  private static final int LONGEST_OPENING = 10_000;
  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
  private static final String PAGE = "redirect:/exchange/proofs";

  private final Commitments commitments;
  private final CheckOpening check;
  private final Partners partners;
  private final OwnName own;

  ProofPages(Commitments commitments, CheckOpening check, Partners partners, OwnName own) {
    this.commitments = commitments;
    this.check = check;
    this.partners = partners;
    this.own = own;
  }

  @GetMapping("/exchange/proofs")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(
      Model model,
      @RequestParam(required = false)
          @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @org.jspecify.annotations.Nullable
          LocalDate before) {
    LocalDate until = before == null ? LATEST : before;
    model.addAttribute("words", commitments.listOwn(until, SHOWN));
    model.addAttribute("theirs", commitments.listTheirs(until, SHOWN));
    model.addAttribute("partners", partners.list());
    return "exchange/proofs";
  }

  /// The salt and the note of a day: whoever has them can check what a partner was told.
  @GetMapping("/exchange/proofs/{day}/export")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  ResponseEntity<byte[]> open(
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    Opening opening =
        commitments.open(day).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("checkpoint-of-%s-%s.json".formatted(own.name(), day))
                .build()
                .toString())
        .body(JsonMapper.shared().writeValueAsString(opening).getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/exchange/proofs")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String compare(
      Page page,
      @RequestParam String partner,
      @RequestParam String opening,
      RedirectAttributes next) {
    Optional<Opening> shown = read(opening);
    if (shown.isEmpty()) {
      next.addFlashAttribute("refused", page.t("exchange.proofs.unreadable"));
      return PAGE;
    }
    Commitments.Compared found = check.check(partner, shown.get());
    next.addFlashAttribute(
        found == Commitments.Compared.OPENS ? "said" : "refused",
        page.t(
            "exchange.proofs.compared." + found.name(),
            partner,
            page.day(LocalDate.parse(shown.get().day()))));
    return PAGE;
  }

  private static Optional<Opening> read(String text) {
    try {
      if (text.length() > LONGEST_OPENING) {
        return Optional.empty();
      }
      var json = JsonMapper.shared().readTree(text);
      Opening opening =
          new Opening(
              json.path("day").asString(""),
              json.path("salt").asString(""),
              json.path("note").asString(""));
      LocalDate.parse(opening.day());
      return Optional.of(opening);
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}

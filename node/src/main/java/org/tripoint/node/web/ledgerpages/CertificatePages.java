package org.tripoint.node.web.ledgerpages;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.CertifyPurges;
import org.tripoint.node.ledger.CertifyPurges.Purged;
import org.tripoint.node.ledger.PurgeCertificate;
import org.tripoint.node.web.Page;
import tools.jackson.databind.json.JsonMapper;

/// What was purged, and a certificate of each purge: to print, and as a file that is checked
/// without the node. Accounts are named to auditors alone.
@Controller
class CertificatePages {
  private static final int AT_ONCE = 50;
  private static final int MOST_SHOWN = 500;

  private final CertifyPurges purges;
  private final JsonMapper json;

  CertificatePages(CertifyPurges purges, JsonMapper json) {
    this.purges = purges;
    this.json = json;
  }

  @GetMapping("/ledger/purges")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(@RequestParam(defaultValue = "0") long below, Model model) {
    List<Purged> found = purges.list(below <= 0 ? Long.MAX_VALUE : below, AT_ONCE);
    model.addAttribute("purges", found);
    model.addAttribute("newer", below <= 0 ? "" : "/ledger/purges");
    model.addAttribute(
        "older",
        found.size() == AT_ONCE ? "/ledger/purges?below=" + found.getLast().sequence() : "");
    return "ledger/purges";
  }

  @GetMapping("/ledger/purges/{sequence}")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String show(Page page, @PathVariable long sequence, Model model) {
    Purged purge = purges.find(sequence).orElseThrow(CertificatePages::notThere);
    PurgeCertificate certificate =
        purges
            .certify(sequence, page.mayUse(Role.Names.AUDITOR))
            .orElseThrow(CertificatePages::notThere);
    model.addAttribute("purge", purge);
    model.addAttribute("certificate", certificate);
    model.addAttribute("by", by(page, purge));
    model.addAttribute("most", MOST_SHOWN);
    model.addAttribute(
        "command", "./tripoint verify --certificate purge-certificate-" + sequence + ".json");
    return "ledger/certificate";
  }

  @GetMapping("/ledger/purges/{sequence}/certificate")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  ResponseEntity<byte[]> download(Page page, @PathVariable long sequence) {
    PurgeCertificate certificate =
        purges
            .certify(sequence, page.mayUse(Role.Names.AUDITOR))
            .orElseThrow(CertificatePages::notThere);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"purge-certificate-" + sequence + ".json\"")
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(certificate));
  }

  private static String by(Page page, Purged purge) {
    if (purge.isByPartner()) {
      return page.t("proof.certificate.by.partner", partner(purge.actor()));
    }
    return page.mayUse(Role.Names.AUDITOR)
        ? purge.actor()
        : page.t("proof.certificate.by.administrator");
  }

  private static String partner(String actor) {
    String name = actor.substring(actor.indexOf(':') + 1);
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

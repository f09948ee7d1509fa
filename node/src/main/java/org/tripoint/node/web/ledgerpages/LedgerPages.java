package org.tripoint.node.web.ledgerpages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
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
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ConsistencyFile;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.NavigationEntry;
import org.tripoint.node.web.Page;
import tools.jackson.databind.json.JsonMapper;

/// The ledger as a whole.
@Controller
class LedgerPages {
  private static final int CHECKPOINTS = 50;

  private final ReadLedger ledger;
  private final RunReaders readers;
  private final Verification verification;
  private final JsonMapper json;

  LedgerPages(ReadLedger ledger, RunReaders readers, Verification verification, JsonMapper json) {
    this.json = json;
    this.ledger = ledger;
    this.readers = readers;
    this.verification = verification;
  }

  @Bean
  static NavigationEntry ledgerEntry() {
    return new NavigationEntry(60, "/ledger", "proof.title", Set.of());
  }

  @GetMapping("/ledger")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Model model) {
    model.addAttribute("size", ledger.size());
    model.addAttribute("checkpoint", ledger.latestCheckpoint().orElse(null));
    model.addAttribute("readers", readers.listProgress());
    model.addAttribute("run", verification.latest());
    return "ledger/ledger";
  }

  @PostMapping("/ledger/verify")
  @RolesAllowed({Role.Names.AUDITOR, Role.Names.ADMINISTRATOR})
  String verify(Page page) {
    verification.start(page.account());
    return "redirect:/ledger";
  }

  /// The fragment that shows how far the verification is.
  @GetMapping("/ledger/verification")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String progress(Model model) {
    model.addAttribute("run", verification.latest());
    return "ledger/verification";
  }

  @GetMapping("/ledger/checkpoints")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String checkpoints(@RequestParam(defaultValue = "0") long below, Model model) {
    long under = below <= 0 ? Long.MAX_VALUE : below;
    List<Checkpoint> checkpoints = ledger.listCheckpoints(under, CHECKPOINTS);
    model.addAttribute("checkpoints", checkpoints);
    model.addAttribute("size", ledger.latestCheckpoint().map(Checkpoint::size).orElse(0L));
    model.addAttribute("newer", below <= 0 ? "" : "/ledger/checkpoints");
    boolean more = checkpoints.size() == CHECKPOINTS;
    model.addAttribute(
        "older", more ? "/ledger/checkpoints?below=" + checkpoints.getLast().size() : "");
    return "ledger/checkpoints";
  }

  /// The signed note as a file, for whoever keeps it elsewhere.
  @GetMapping("/ledger/checkpoints/{size}/note")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> note(@PathVariable long size) {
    Checkpoint checkpoint = checkpoint(size);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"checkpoint-" + size + ".note\"")
        .body(checkpoint.note().getBytes(StandardCharsets.UTF_8));
  }

  /// The proof that the later of two checkpoints only added to the earlier one, as a file.
  ///
  /// @param to versions under the later checkpoint; the newest when it is not given
  @GetMapping("/ledger/consistency")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> consistency(@RequestParam long from, @RequestParam Optional<Long> to) {
    Checkpoint one = checkpoint(from);
    Checkpoint other =
        to.or(() -> ledger.latestCheckpoint().map(Checkpoint::size))
            .map(this::checkpoint)
            .orElseThrow(LedgerPages::notThere);
    boolean ascending = one.size() <= other.size();
    Checkpoint earlier = ascending ? one : other;
    Checkpoint later = ascending ? other : one;
    ConsistencyFile file =
        ConsistencyFile.of(
            earlier,
            later,
            ledger.proveConsistency(earlier.size(), later.size()),
            ledger.verifierKey().orElseThrow(LedgerPages::notThere));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"consistency-" + earlier.size() + "-" + later.size() + ".json\"")
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
  }

  private Checkpoint checkpoint(long size) {
    return ledger
        .findCheckpointCovering(size)
        .filter(found -> found.size() == size)
        .orElseThrow(LedgerPages::notThere);
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}

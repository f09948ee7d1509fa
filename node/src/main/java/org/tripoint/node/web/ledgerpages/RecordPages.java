package org.tripoint.node.web.ledgerpages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.tripoint.node.ledger.ProofFile;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.ReadLedger.InclusionProof;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.WithheldContent;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.json.JsonMapper;

/// One record: its versions on both clocks, what the chosen one says, and the proof that it stands
/// in the ledger.
@Controller
class RecordPages {
  private final ReadLedger ledger;
  private final List<WithheldContent> withheld;
  private final JsonMapper json;

  RecordPages(ReadLedger ledger, List<WithheldContent> withheld, JsonMapper json) {
    this.ledger = ledger;
    this.withheld = List.copyOf(withheld);
    this.json = json;
  }

  @GetMapping("/ledger/records/{id}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "-1") long version,
      Model model) {
    List<RecordVersion> versions = versions(id);
    RecordVersion current = versions.getLast();
    RecordVersion shown = version < 0 ? current : choose(versions, version);
    int at = versions.indexOf(shown);
    Optional<RecordVersion> before = at > 0 ? Optional.of(versions.get(at - 1)) : Optional.empty();
    List<VersionView> views = new ArrayList<>();
    versions.reversed().forEach(one -> views.add(VersionView.of(one, current, one.equals(shown))));
    model.addAttribute("record", id.toString());
    model.addAttribute("versions", views);
    model.addAttribute("shown", VersionView.of(shown, current, true));
    model.addAttribute("key", shown.keyFor(page.readable()).orElse(""));
    model.addAttribute("compares", before.isPresent());
    model.addAttribute(
        "lines",
        isWithheld(shown, page) ? List.of() : ReadContent.of(shown, before, page.readable(), page));
    model.addAttribute("hidden", hidden(shown, page));
    ledger.latestCheckpoint().ifPresent(newest -> addProof(shown, newest, model));
    return "ledger/record";
  }

  /// The proof as a file: what is needed to check it elsewhere. With `content=open` it discloses
  /// the open part, salt and all; what is nominal or about health stays a commitment.
  @GetMapping("/ledger/records/{id}/versions/{sequence}/proof")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> proof(
      Page page,
      @PathVariable UUID id,
      @PathVariable long sequence,
      @RequestParam(defaultValue = "") String content) {
    RecordVersion version = choose(versions(id), sequence);
    if (content.equals("open") && isWithheld(version, page)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    Checkpoint newest = ledger.latestCheckpoint().orElseThrow(RecordPages::notThere);
    ProofFile file =
        ProofFile.of(
            version,
            ledger.proveInclusion(sequence, newest.size()),
            newest,
            ledger.disclose(sequence).orElseThrow(RecordPages::notThere),
            content.equals("open") ? EnumSet.of(Part.OPEN) : EnumSet.noneOf(Part.class));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-" + sequence + ".json\"")
        .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(file));
  }

  private static ResponseStatusException notThere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  private void addProof(RecordVersion shown, Checkpoint newest, Model model) {
    InclusionProof proof = ledger.proveInclusion(shown.header().sequence(), newest.size());
    model.addAttribute("checkpoint", newest);
    model.addAttribute("proof", proof);
  }

  private List<RecordVersion> versions(UUID id) {
    List<RecordVersion> versions = ledger.listVersions(new RecordId(id));
    if (versions.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return versions;
  }

  private static RecordVersion choose(List<RecordVersion> versions, long sequence) {
    return versions.stream()
        .filter(one -> one.header().sequence() == sequence)
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private boolean isWithheld(RecordVersion version, Page page) {
    return withheld.stream()
        .flatMap(room -> room.partNeeded(version).stream())
        .anyMatch(part -> !page.readable().contains(part));
  }

  private Set<Part> hidden(RecordVersion version, Page page) {
    Set<Part> hidden = EnumSet.noneOf(Part.class);
    hidden.addAll(version.canonicalParts().keySet());
    withheld.forEach(room -> room.partNeeded(version).ifPresent(hidden::add));
    hidden.removeAll(page.readable());
    return hidden;
  }
}

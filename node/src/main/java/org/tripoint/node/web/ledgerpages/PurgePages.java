package org.tripoint.node.web.ledgerpages;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Empties the content of records for good: first a look at what would go, then the reason, then a
/// typed confirmation.
@Controller
class PurgePages {
  private static final int MOST_RECORDS = 1_000;
  private static final int MOST_VERSIONS = 10_000;

  private final ReadLedger ledger;
  private final PurgeContent purge;

  PurgePages(ReadLedger ledger, PurgeContent purge) {
    this.ledger = ledger;
    this.purge = purge;
  }

  @GetMapping("/ledger/purge")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String preview(@RequestParam(defaultValue = "") String records, Model model) {
    show(records, model);
    return "ledger/purge";
  }

  @PostMapping("/ledger/purge")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String purge(
      Page page,
      @RequestParam String records,
      @RequestParam PurgeBasis basis,
      @RequestParam String instrument,
      @RequestParam String confirmation,
      HttpServletResponse response,
      RedirectAttributes next,
      Model model) {
    List<VersionView> versions = show(records, model);
    String problem = problemOf(versions, instrument.strip(), confirmation.strip());
    if (!problem.isEmpty()) {
      model.addAttribute("problem", problem);
      model.addAttribute("instrument", instrument);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "ledger/purge";
    }
    List<Long> sequences = versions.stream().map(one -> one.header().sequence()).toList();
    long sequence = purge.purge(sequences, basis, instrument.strip(), page.account());
    next.addFlashAttribute("purged", sequence);
    return ledger
        .findVersion(sequence)
        .map(record -> "redirect:/ledger/records/" + record.header().record())
        .orElse("redirect:/ledger");
  }

  private static String problemOf(
      List<VersionView> versions, String instrument, String confirmation) {
    if (versions.isEmpty() || versions.size() > MOST_VERSIONS) {
      return "proof.purge.problem.records";
    }
    if (instrument.length() < 3 || instrument.length() > 500) {
      return "proof.purge.problem.instrument";
    }
    return confirmation.equals(String.valueOf(versions.size()))
        ? ""
        : "proof.purge.problem.confirmation";
  }

  private List<VersionView> show(String records, Model model) {
    List<VersionView> versions = new ArrayList<>();
    Set<String> unknown = new LinkedHashSet<>();
    for (String word : words(records)) {
      List<RecordVersion> found = parse(word);
      if (found.isEmpty()) {
        unknown.add(word);
      }
      found.stream()
          .filter(one -> one.emptied().isEmpty() && !one.canonicalParts().isEmpty())
          .forEach(one -> versions.add(VersionView.of(one, found.getLast(), false)));
    }
    model.addAttribute("records", records);
    model.addAttribute("versions", versions);
    model.addAttribute("unknown", List.copyOf(unknown));
    return versions;
  }

  private static Set<String> words(String records) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : records.strip().split("[\\s,;]+", -1)) {
      if (!word.isEmpty() && words.size() < MOST_RECORDS) {
        words.add(word);
      }
    }
    return words;
  }

  private List<RecordVersion> parse(String word) {
    try {
      return ledger.listVersions(new RecordId(UUID.fromString(word)));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}

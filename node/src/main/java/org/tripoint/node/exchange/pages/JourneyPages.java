package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.onward.AskOriginator;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.sharing.CallBack;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// Who was given a record, on which basis, and who has it still.
@Controller
class JourneyPages {

  private final ReadLedger ledger;
  private final HolderRows holders;
  private final JournalStatus journals;
  private final Lately lately;
  private final AskOriginator onward;
  private final CallBack callBack;
  private final Clock clock;

  JourneyPages(
      ReadLedger ledger,
      HolderRows holders,
      JournalStatus journals,
      Lately lately,
      AskOriginator onward,
      CallBack callBack,
      Clock clock) {
    this.ledger = ledger;
    this.holders = holders;
    this.journals = journals;
    this.lately = lately;
    this.onward = onward;
    this.callBack = callBack;
    this.clock = clock;
  }

  @GetMapping("/exchange/records/{id}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String journey(Page page, @PathVariable UUID id, Model model) {
    RecordId record = new RecordId(id);
    if (ledger.listVersions(record).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("record", record);
    model.addAttribute("marking", marking(record));
    model.addAttribute("decisions", callBack.listDecisions(record));
    model.addAttribute("mayCallBack", callBack.find(record).isPresent());
    model.addAttribute("arrivals", lately.listOf(page, record));
    model.addAttribute("holders", holders.of(record));
    model.addAttribute("recalls", journals.listRecalls(record));
    model.addAttribute("how", onward.how(record));
    model.addAttribute("told", onward.listTold(record));
    model.addAttribute("now", clock.instant());
    model.addAttribute(
        "questions",
        onward.listAbout(record).stream()
            .map(one -> new OnwardRow(one, "", one.isLate(clock.instant())))
            .toList());
    return "exchange/journey";
  }

  /// Who may have it and for what; null when nothing is left of it.
  private @Nullable Marking marking(RecordId record) {
    return ledger
        .findCurrent(record)
        .filter(version -> version.isHeld() && version.emptied().isEmpty())
        .map(version -> version.header().marking())
        .orElse(null);
  }
}

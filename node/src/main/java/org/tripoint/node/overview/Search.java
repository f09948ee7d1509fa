package org.tripoint.node.overview;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SearchRecords;
import org.tripoint.vocabulary.RecordId;

/// One box for everything: a record's id leads to the record, other words to what the rooms find.
@Controller
class Search {
  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int LIMIT = 20;
  private static final int LONGEST = 200;

  private final ReadLedger ledger;
  private final List<SearchRecords> rooms;

  Search(ReadLedger ledger, ObjectProvider<SearchRecords> rooms) {
    this.ledger = ledger;
    this.rooms = rooms.orderedStream().toList();
  }

  @GetMapping("/search")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String search(Page page, @RequestParam(defaultValue = "") String q, Model model) {
    String words = q.strip();
    words = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    Optional<RecordId> record = findRecord(words);
    if (record.isPresent()) {
      return "redirect:/ledger/records/" + record.get();
    }
    List<SearchRecords.Hit> hits = new ArrayList<>();
    for (SearchRecords room : rooms) {
      if (!words.isEmpty() && hits.size() < LIMIT) {
        hits.addAll(room.search(words, page.locale(), page.readable(), LIMIT - hits.size()));
      }
    }
    model.addAttribute("words", words);
    model.addAttribute("hits", hits);
    return "overview/search";
  }

  private Optional<RecordId> findRecord(String words) {
    if (!ID.matcher(words).matches()) {
      return Optional.empty();
    }
    RecordId id = new RecordId(UUID.fromString(words));
    return ledger.listVersions(id).isEmpty() ? Optional.empty() : Optional.of(id);
  }
}

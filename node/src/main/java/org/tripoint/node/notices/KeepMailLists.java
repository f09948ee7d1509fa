package org.tripoint.node.notices;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.FiledRecords.Kept;
import org.tripoint.node.notices.MailList.Recipient;
import org.tripoint.node.web.Language;

/// What stewards decide about who is sent notices by e-mail. Each decision is a record.
@Service
class KeepMailLists {

  private final NoticeEntries entries;
  private final HereAndPartners here;

  KeepMailLists(NoticeEntries entries, HereAndPartners here) {
    this.entries = entries;
    this.here = here;
  }

  Optional<MailList> find(String name) {
    return entries.listUnder(MailList.KIND, name).stream().findFirst().map(Kept::content);
  }

  /// Makes a list, or changes the one of that name. An address that stays keeps its day.
  ///
  /// @throws IllegalArgumentException where one is no address, or there are none or too many, or
  ///   the way is no partner's audience here
  @Transactional
  public void put(String name, MailWay way, Language language, List<String> addresses, String by) {
    Instant now = here.now();
    Map<String, Recipient> before =
        find(name)
            .filter(one -> one.way().equals(way))
            .map(one ->
                one.recipients().stream()
                    .collect(Collectors.toMap(Recipient::address, recipient -> recipient)))
            .orElse(Map.of());
    List<Recipient> recipients =
        new LinkedHashSet<>(addresses)
            .stream().map(one -> before.getOrDefault(one, new Recipient(one, now))).toList();
    if (recipients.isEmpty() || !here.mailWays().contains(way)) {
      throw new IllegalArgumentException("expected addresses and a right by which they are sent");
    }
    here.append(
        new Entry.Put<>(
            MailList.KIND,
            name,
            new MailList(name, way, language, recipients, by, now),
            HereAndPartners.own(),
            null),
        by);
  }

  /// Ends a list. Who had a notice by it is still told when that is over or taken back.
  @Transactional
  public void end(String name, String by) {
    if (find(name).isPresent()) {
      here.append(new Entry.Withdraw(MailList.KIND, name, "ended"), by);
    }
  }
}

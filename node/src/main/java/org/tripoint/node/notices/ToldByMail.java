package org.tripoint.node.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.notices.NoticeMailing.Says;
import org.tripoint.node.notices.mail.MailServer.Outcome;

/// What each address was told of one notice by e-mail.
final class ToldByMail {

  private final Map<Reader, NoticeMailing> last = new LinkedHashMap<>();
  private final List<NoticeMailing> refused = new ArrayList<>();

  /// An address with the right by which it is written to.
  record Reader(MailWay way, String address) {}

  /// @param mailings of the notice, in the order of the ledger
  ToldByMail(List<NoticeMailing> mailings) {
    for (NoticeMailing one : mailings) {
      String address = one.address();
      if (one.outcome() == Outcome.REFUSED) {
        refused.add(one);
      } else if (address != null) {
        last.put(new Reader(one.way(), address), one);
      }
    }
  }

  /// The last that each was told.
  Map<Reader, NoticeMailing> last() {
    return last;
  }

  /// True when somebody on a list has still to be told of an edition.
  ///
  /// @param released when the edition was
  /// @param since when its reader was put on the list
  boolean isEditionDue(Reader reader, int edition, Instant released, Instant since) {
    NoticeMailing told = last.get(reader);
    boolean isNews =
        told == null
            ? !released.isBefore(since)
            : told.says() == Says.TAKEN_BACK || told.edition() < edition;
    return isNews && !wasRefused(reader, Says.EDITION, edition, since);
  }

  /// True when somebody who had the notice has still to be told that it is over or taken back.
  boolean isEndDue(Reader reader, Says says) {
    NoticeMailing told = last.get(reader);
    return told != null
        && told.says() != says
        && told.says() != Says.TAKEN_BACK
        && !wasRefused(reader, says, told.edition(), told.at());
  }

  private boolean wasRefused(Reader reader, Says says, int edition, Instant since) {
    return refused.stream()
        .anyMatch(one ->
            isOf(one, reader)
                && one.says() == says
                && one.edition() == edition
                && !one.at().isBefore(since));
  }

  private static boolean isOf(NoticeMailing one, Reader reader) {
    @Nullable String address = one.address();
    return reader.address().equals(address) && reader.way().equals(one.way());
  }
}

package org.tripoint.node.notices;

import java.time.Instant;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// The originator takes a notice back: the content of kind `notice-retraction`. The notice itself
/// is withdrawn, so that it is called back from everybody who had it; this stays and says so.
///
/// @param number of the notice
/// @param from the country that said it
/// @param reason why
/// @param at when
@StatedByNode
public record NoticeRetraction(String number, Country from, String reason, Instant at)
    implements Filed {

  public static final Kind<NoticeRetraction> KIND =
      Kind.of("notice-retraction", 1, NoticeRetraction.class);

  public NoticeRetraction {
    Notice.requireNumber(number);
    reason = Notice.requireReason(reason);
  }

  @Override
  public String filedUnder() {
    return number;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}

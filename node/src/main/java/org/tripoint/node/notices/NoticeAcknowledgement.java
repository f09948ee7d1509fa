package org.tripoint.node.notices;

import java.time.Instant;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// A partner says that its people have a notice: the content of kind `notice-acknowledgement`.
///
/// @param number of the notice
/// @param edition that they have
/// @param from the partner's country
/// @param at when
@StatedByNode
public record NoticeAcknowledgement(String number, int edition, Country from, Instant at)
    implements Filed {

  public static final Kind<NoticeAcknowledgement> KIND =
      Kind.of("notice-acknowledgement", 1, NoticeAcknowledgement.class);

  public NoticeAcknowledgement {
    Notice.requireNumber(number);
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

package org.tripoint.node.notices;

import java.time.Instant;
import org.tripoint.node.ledger.Filed;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.StatedByNode;

/// A partner publishes a notice together with its originator: the content of kind
/// `notice-countersignature`.
///
/// @param number of the notice
/// @param edition that it signs; a later one has to be signed anew
/// @param from the partner's country
/// @param at when
@StatedByNode
public record NoticeCountersignature(String number, int edition, Country from, Instant at)
    implements Filed {

  public static final Kind<NoticeCountersignature> KIND =
      Kind.of("notice-countersignature", 1, NoticeCountersignature.class);

  public NoticeCountersignature {
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

package org.tripoint.node.notices;

import org.tripoint.node.ledger.Filed;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.StatedByNode;

/// A released notice: the content of kind `notice`. It holds only parts that partners may have.
///
/// @param number names it on every node: the country, the day and eight digits, such as
///   `CA-20261122-7f3a91c2`
/// @param edition from 1; a new edition is a new version of the record
/// @param from the country that says it
/// @param quorum how many partners must countersign before its public part is published
/// @param releasedBy who released it, or null where names did not travel
/// @param at when it was released
/// @param closedFor why it is closed, or null while it stands
@StatedByNode
public record Notice(
    String number,
    int edition,
    Country from,
    NoticeBody body,
    int quorum,
    @InPart(Part.NOMINAL) @Nullable String releasedBy,
    Instant at,
    @Nullable String closedFor)
    implements Filed {

  public static final Kind<Notice> KIND = Kind.of("notice", 1, Notice.class);

  static final int LONGEST_REASON = 1_000;

  private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-[0-9]{8}-[0-9a-f]{8}");

  public Notice {
    requireNumber(number);
    if (!number.startsWith(from.code()) || quorum < 0 || quorum > 2) {
      throw new IllegalArgumentException("expected the country's number and a quorum of 0 to 2");
    }
  }

  static void requireNumber(String number) {
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("expected the number of a notice, found " + number);
    }
  }

  static String requireReason(String reason) {
    if (reason.strip().length() < 3 || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("expected a reason of 3 to 1000 characters");
    }
    return reason.strip();
  }

  Notice closed(String reason, Instant now) {
    return new Notice(number, edition, from, body, quorum, releasedBy, now, requireReason(reason));
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

package org.tripoint.node.notices;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.tripoint.node.notices.NoticeMailing.Says;
import org.tripoint.node.web.Language;

/// A letter that has to go out.
///
/// @param edition that it tells of; that its reader had, where it is taken back
/// @param body what its reader may have; empty where it is taken back
/// @param list whose address it is
public record DueMail(
    NoticeView notice,
    int edition,
    Says says,
    Optional<NoticeBody> body,
    String list,
    MailWay way,
    Language language,
    String address) {

  /// Names the letter; the same however often it is tried, so that a mailbox that got it twice
  /// shows it once.
  public String id() {
    String what =
        String.join(
            "\n", notice.number(), String.valueOf(edition), says.name(), way.code(), address);
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }
}

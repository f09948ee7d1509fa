package org.tripoint.node.notices;

import java.time.Instant;
import java.util.List;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.notices.mail.Letter;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;

/// Addresses that a steward has notices sent to: the content of kind `notice-mail-list`. A change
/// is a new version; a list that is ended is withdrawn.
///
/// @param name tells it from others on this node
/// @param way by which right, and so which parts
/// @param language of the letters
/// @param recipients at most 500
/// @param by account that changed it last
/// @param at when
@MadeHere
public record MailList(
    String name,
    MailWay way,
    Language language,
    @InPart(Part.NOMINAL) List<Recipient> recipients,
    String by,
    Instant at)
    implements Filed {

  static final Kind<MailList> KIND = Kind.of("notice-mail-list", 1, MailList.class);

  static final int LONGEST_NAME = 80;
  static final int MOST = 500;

  /// Somebody who is sent what is released from some time on.
  public record Recipient(String address, Instant since) {
    public Recipient {
      if (!Letter.isAddress(address)) {
        throw new IllegalArgumentException("expected an e-mail address");
      }
    }
  }

  public MailList {
    recipients = List.copyOf(recipients);
    if (name.isBlank() || name.length() > LONGEST_NAME || recipients.size() > MOST) {
      throw new IllegalArgumentException("expected a name of 1 to 80 letters and 500 addresses");
    }
  }

  @Override
  public String filedUnder() {
    return name;
  }

  @Override
  public Instant filedAt() {
    return at;
  }
}

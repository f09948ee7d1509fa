package org.tripoint.node.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.ledger.Filed;
import org.tripoint.node.notices.mail.MailServer.Outcome;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.MadeHere;
import org.tripoint.vocabulary.Part;

/// A notice went out by e-mail to one address, or the mail server refused to carry it: the content
/// of kind `notice-mailing`.
///
/// @param number of the notice
/// @param edition of the notice
/// @param says what the letter told
/// @param list whose address it was
/// @param way by which right, and so which parts
/// @param language of the letter
/// @param address null where it was not kept
/// @param letter its Message-ID
/// @param outcome taken or refused
/// @param answer of the mail server
/// @param at when
@MadeHere
public record NoticeMailing(
    String number,
    int edition,
    Says says,
    String list,
    MailWay way,
    Language language,
    @InPart(Part.NOMINAL) @Nullable String address,
    String letter,
    Outcome outcome,
    String answer,
    Instant at)
    implements Filed {

  static final Kind<NoticeMailing> KIND = Kind.of("notice-mailing", 1, NoticeMailing.class);

  /// What a letter tells.
  public enum Says {
    /// The notice, with what its reader may have.
    EDITION,
    /// It is over.
    CLOSED,
    /// It no longer stands, or its reader may no longer have it.
    TAKEN_BACK
  }

  public NoticeMailing {
    Notice.requireNumber(number);
    if (outcome == Outcome.LATER) {
      throw new IllegalArgumentException("expected what became of the letter");
    }
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

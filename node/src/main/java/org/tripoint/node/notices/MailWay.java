package org.tripoint.node.notices;

/// By which right people are sent notices by e-mail, and so which parts.
///
/// @param whom what kind of people they are
/// @param partner short name of the partner whose people they are; else ""
/// @param audience name of the audience in that partner's agreement; else ""
public record MailWay(Whom whom, String partner, String audience) {

  static final MailWay PUBLIC = new MailWay(Whom.PUBLIC, "", "");
  static final MailWay HOME = new MailWay(Whom.HOME, "", "");

  /// Kinds of people.
  public enum Whom {
    /// Anybody: the public part, once it is published.
    PUBLIC,
    /// Agencies of this country: what partners may have.
    HOME,
    /// An audience of a partner: what partners may have, once the disclosure ledger says that this
    /// audience was given it.
    PARTNER
  }

  public MailWay {
    if ((whom == Whom.PARTNER) == (partner.isEmpty() || audience.isEmpty())) {
      throw new IllegalArgumentException("expected a partner's audience exactly for its people");
    }
  }

  /// As one text: `PUBLIC`, `HOME`, `PARTNER/us/health`.
  public String code() {
    return whom == Whom.PARTNER ? "%s/%s/%s".formatted(whom, partner, audience) : whom.name();
  }
}

package org.tripoint.node.notices;

import org.tripoint.node.web.Page;

/// What the ways of e-mail are called.
public final class MailWords {

  private MailWords() {}

  /// Whose people they are, such as *agencies of this country*.
  public static String way(MailWay way, Page page) {
    return page.t("notices.mail.whom." + way.whom(), way.partner(), way.audience());
  }
}

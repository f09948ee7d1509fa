package org.tripoint.node.notices;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RegularWork;

/// Sends notices by e-mail, a few seconds behind the ledger, where a mail server is named.
@Component
@ConditionalOnProperty("tripoint.notices.mail.host")
class MailWork extends RegularWork {

  private final MailNotices mail;

  MailWork(MailNotices mail) {
    super("notices-mail", Duration.ofSeconds(15));
    this.mail = mail;
  }

  @Override
  protected void turn() {
    mail.send();
  }
}

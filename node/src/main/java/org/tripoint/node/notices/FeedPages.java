package org.tripoint.node.notices;

import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Page;

/// The public part of notices as an Atom feed (RFC 4287). Strangers may read it only where
/// `tripoint.notices.public` is on; the people of the house see in it what would be published.
@Controller
class FeedPages {

  private final ListNotices notices;
  private final NoticeLanguages languages;

  FeedPages(ListNotices notices, NoticeLanguages languages) {
    this.notices = notices;
    this.languages = languages;
  }

  @GetMapping(value = "/notices/public.atom", produces = "application/atom+xml;charset=UTF-8")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  @ResponseBody
  String feed(Page page, @RequestParam(defaultValue = "") String in) {
    InLanguage language = languages.in(Language.find(in).orElse(page.language()));
    return new PublicFeed(page.nodeCountry(), page.nodeName(), page.synthetic(), language)
        .of(notices.list().stream().filter(NoticeView::own).toList());
  }
}

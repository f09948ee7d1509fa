package org.tripoint.node.exchange.taxii;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;

/// What a program or a partner's node has sent into its inbox, newest first.
@Controller
class InboxPages {

  private static final int PAGE_SIZE = 50;

  private final JdbcClient jdbc;

  InboxPages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param before microseconds since 1970; what came earlier is listed
  @GetMapping("/exchange/clients/{name}/inbox")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String inbox(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable Long before,
      Model model) {
    List<SentObject> sent = list(name, before == null ? Long.MAX_VALUE : before);
    String here = "/exchange/clients/" + name + "/inbox";
    model.addAttribute("name", name);
    model.addAttribute("sent", sent);
    model.addAttribute("newer", before == null ? "" : here);
    model.addAttribute(
        "older", sent.size() < PAGE_SIZE ? "" : here + "?before=" + micros(sent.getLast().came()));
    return "taxii/inbox";
  }

  private List<SentObject> list(String name, long before) {
    return jdbc.sql(
            """
            select object, date_added, modified, record,
              case when gone is not null then 'gone' when revoked then 'revoked'
                when superseded is not null then 'replaced' else 'now' end
            from exchange.inbox where client = ? and date_added < ?
            order by date_added desc limit ?
            """)
        .params(name, before, PAGE_SIZE)
        .query((row, _) ->
            new SentObject(
                row.getString(1),
                instant(row.getLong(2)),
                instant(row.getLong(3)),
                row.getObject(4, UUID.class),
                row.getString(5)))
        .list();
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS);
  }

  private static long micros(Instant instant) {
    return java.time.temporal.ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

package org.tripoint.node.accounts;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Who did what, when, from where.
@Controller
public class AuditPage {

  /// A part of an address that names a thing, with the rule for it.
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)[^}]*+\\}");

  private static final int ROWS = 50;

  private final AuditTrail trail;

  AuditPage(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/accounts/audit")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String show(
      Page page,
      @RequestParam(defaultValue = "") String account,
      @RequestParam(defaultValue = "") String action,
      @RequestParam(defaultValue = "0") long before,
      @RequestParam(defaultValue = "0") long after,
      Model model) {
    List<AuditLine> lines = trail.list(account, action, before, after, ROWS);
    List<Option> actions = new ArrayList<>(List.of(new Option("", page.t("accounts.audit.any"))));
    trail.actions().forEach(one -> actions.add(new Option(one, words(page, one))));
    model.addAttribute("lines", lines);
    model.addAttribute("actions", actions);
    model.addAttribute("account", account);
    model.addAttribute("action", action);
    String filter = "/accounts/audit?account=" + encode(account) + "&action=" + encode(action);
    boolean first = before == 0 && after == 0;
    model.addAttribute(
        "newer", first || lines.isEmpty() ? "" : filter + "&after=" + lines.getFirst().id());
    model.addAttribute(
        "older", lines.size() < ROWS ? "" : filter + "&before=" + lines.getLast().id());
    return "accounts/audit";
  }

  /// What was done, in words: `sign-in`, or `POST /imports/{id}/confirm` under
  /// `post.imports.id.confirm`. A request that has no words is written as it was made.
  public static String words(Page page, String action) {
    String name =
        PARAMETER
            .matcher(action.toLowerCase(Locale.ROOT))
            .replaceAll("$1")
            .replaceAll("[^a-z-]+", ".");
    String key = "accounts.audit.action." + name;
    return page.has(key) ? page.t(key) : action;
  }

  private static String encode(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}

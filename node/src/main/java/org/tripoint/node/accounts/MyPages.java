package org.tripoint.node.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.tripoint.node.web.Language;
import org.tripoint.node.web.Page;

/// What a person does about their own account: language, theme, password, tokens.
@Controller
class MyPages {
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");
  private static final Set<Integer> DAYS = Set.of(30, 90, 365);

  private final AccountStore accounts;
  private final TokenStore tokens;
  private final Passwords passwords;
  private final HomeFiles files;
  private final HttpSessionSecurityContextRepository sessions =
      new HttpSessionSecurityContextRepository();

  MyPages(AccountStore accounts, TokenStore tokens, Passwords passwords, HomeFiles files) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.passwords = passwords;
    this.files = files;
  }

  @GetMapping("/me")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR,
    Role.Names.LIAISON
  })
  String show(Page page, Model model) {
    model.addAttribute("account", mine(page));
    model.addAttribute("tokens", tokens.list(page.account()));
    return "accounts/me";
  }

  @PostMapping("/me/choices")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR,
    Role.Names.LIAISON
  })
  String choose(
      Page page,
      @RequestParam String language,
      @RequestParam String theme,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Language chosen = Language.find(language).orElse(page.language());
    accounts.choose(page.account(), chosen.code(), THEMES.contains(theme) ? theme : "auto");
    LocaleResolver languages = RequestContextUtils.getLocaleResolver(request);
    if (languages != null) {
      languages.setLocale(request, response, chosen.locale());
    }
    next.addFlashAttribute("notice", "accounts.me.saved");
    return "redirect:/me";
  }

  @GetMapping("/me/password")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR,
    Role.Names.LIAISON
  })
  String password(Page page, Model model) {
    model.addAttribute("forced", mine(page).mustChange());
    return "accounts/password";
  }

  @PostMapping("/me/password")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR,
    Role.Names.LIAISON
  })
  String changePassword(
      Page page,
      @RequestParam String current,
      @RequestParam String fresh,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Account account = mine(page);
    if (account.isOfProvider()) {
      return "redirect:/me";
    }
    String problem = problemOf(account, current, fresh, again);
    if (!problem.isEmpty()) {
      model.addAttribute("forced", account.mustChange());
      model.addAttribute("problem", problem);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "accounts/password";
    }
    accounts.setPassword(account.name(), passwords.encode(fresh), false);
    if (account.name().equals(FirstAdministrator.NAME)) {
      files.removeFirstLogin();
    }
    request.changeSessionId();
    renewSession(account.name(), request, response);
    return "redirect:" + (account.mustChange() ? page.home() : "/me");
  }

  /// The message key of what is wrong with the new password; empty when nothing is.
  private String problemOf(Account account, String current, String fresh, String again) {
    if (!passwords.matches(current, accounts.findHash(account.name()).orElse(""))) {
      return "accounts.password.problem.current";
    }
    if (!fresh.equals(again)) {
      return "accounts.password.problem.again";
    }
    if (fresh.equals(current)) {
      return "accounts.password.problem.same";
    }
    if (fresh.length() < Passwords.SHORTEST || fresh.length() > Passwords.LONGEST) {
      return "accounts.password.problem.length";
    }
    String lower = fresh.toLowerCase(java.util.Locale.ROOT);
    boolean tooFew = fresh.codePoints().distinct().count() < 5;
    return tooFew || lower.contains("tripoint") || lower.contains(account.name() + account.name())
        ? "accounts.password.problem.weak"
        : "";
  }

  /// The session goes on under the new epoch; all others of the account end.
  private void renewSession(String name, HttpServletRequest request, HttpServletResponse response) {
    Account account = accounts.find(name).orElseThrow();
    SignedIn fresh = SignedIn.of(account, "");
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(fresh, null, fresh.authorities()));
    SecurityContextHolder.setContext(context);
    sessions.saveContext(context, request, response);
  }

  @PostMapping("/me/tokens")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String makeToken(
      Page page, @RequestParam String label, @RequestParam int days, RedirectAttributes next) {
    String words = label.strip();
    if (words.isEmpty() || words.length() > 100 || !DAYS.contains(days)) {
      next.addFlashAttribute("problem", "accounts.tokens.problem");
      return "redirect:/me";
    }
    next.addFlashAttribute("token", tokens.make(page.account(), words, days));
    return "redirect:/me";
  }

  @PostMapping("/me/tokens/{id}/revoke")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String revokeToken(Page page, @PathVariable UUID id, RedirectAttributes next) {
    if (!tokens.revoke(page.account(), id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    next.addFlashAttribute("notice", "accounts.tokens.revoked");
    return "redirect:/me";
  }

  private Account mine(Page page) {
    @Nullable Account account = accounts.find(page.account()).orElse(null);
    if (account == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return account;
  }
}

package org.tripoint.node.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Part;

/// The accounts of this node, for its administrators; auditors read.
@Controller
class AccountPages {
  private final AccountStore accounts;
  private final Passwords passwords;
  private final WriteAudit audit;

  AccountPages(AccountStore accounts, Passwords passwords, WriteAudit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.audit = audit;
  }

  @GetMapping("/accounts")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String list(Model model) {
    model.addAttribute("accounts", accounts.list());
    return "accounts/list";
  }

  @PostMapping("/accounts")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String create(
      Page page,
      @RequestParam String name,
      @RequestParam String fullName,
      @RequestParam(defaultValue = "") Set<Role> roles,
      @RequestParam(defaultValue = "") Set<Part> reads,
      @RequestParam(required = false) @Nullable LocalDate lastDay,
      AskedClearance clearance,
      HttpServletRequest request,
      RedirectAttributes next) {
    Optional<Clearance> chosen = clearance.chosen();
    if (chosen.isEmpty()) {
      next.addFlashAttribute("problem", "accounts.clearance.problem");
      return "redirect:/accounts";
    }
    Rights rights = new Rights(roles, reads, lastDay, chosen.get());
    String full = fullName.strip();
    if (!AccountName.isValid(name) || full.isEmpty() || full.length() > 200 || roles.isEmpty()) {
      next.addFlashAttribute("problem", "accounts.create.problem");
      return "redirect:/accounts";
    }
    if (!rights.isWhole(accounts.today())) {
      next.addFlashAttribute("problem", "accounts.liaison.problem");
      return "redirect:/accounts";
    }
    String password = Passwords.oneTime();
    if (!accounts.create(name, full, passwords.encode(password), rights, page.account())) {
      next.addFlashAttribute("problem", "accounts.create.taken");
      return "redirect:/accounts";
    }
    note(page, request, name, chosen.get().text());
    next.addFlashAttribute("oneTime", password);
    return "redirect:/accounts/of/" + name;
  }

  @GetMapping("/accounts/of/{name}")
  @RolesAllowed({Role.Names.ADMINISTRATOR, Role.Names.AUDITOR})
  String show(@PathVariable String name, Model model) {
    model.addAttribute("account", get(name));
    return "accounts/account";
  }

  @PostMapping("/accounts/of/{name}/rights")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String changeRights(
      Page page,
      @PathVariable String name,
      @RequestParam(defaultValue = "") Set<Role> roles,
      @RequestParam(defaultValue = "") Set<Part> reads,
      @RequestParam(defaultValue = "false") boolean disabled,
      @RequestParam(required = false) @Nullable LocalDate lastDay,
      AskedClearance clearance,
      HttpServletRequest request,
      RedirectAttributes next) {
    Account account = get(name);
    Clearance before = account.clearance();
    Optional<Clearance> chosen = clearance.isAsked() ? clearance.chosen() : Optional.of(before);
    if (chosen.isEmpty()) {
      next.addFlashAttribute("problem", "accounts.clearance.problem");
      return "redirect:/accounts/of/" + account.name();
    }
    Clearance after = chosen.get();
    Set<Role> given = account.isOfProvider() ? account.roles() : roles;
    Rights rights = new Rights(given, reads, lastDay, after);
    if (rights.roles().isEmpty()) {
      next.addFlashAttribute("problem", "accounts.rights.none");
    } else if (!rights.isWhole(accounts.today())) {
      next.addFlashAttribute("problem", "accounts.liaison.problem");
    } else if (!accounts.changeRights(account.name(), rights, disabled)) {
      next.addFlashAttribute("problem", "accounts.rights.last");
    } else {
      if (!after.equals(before)) {
        note(page, request, account.name(), before.text() + " → " + after.text());
      }
      next.addFlashAttribute("notice", "accounts.rights.saved");
    }
    return "redirect:/accounts/of/" + account.name();
  }

  @PostMapping("/accounts/of/{name}/reset")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String reset(Page page, @PathVariable String name, RedirectAttributes next) {
    Account account = get(name);
    if (account.name().equals(page.account())) {
      return "redirect:/me/password";
    }
    if (account.isOfProvider()) {
      next.addFlashAttribute("problem", "accounts.provider.no-password");
      return "redirect:/accounts/of/" + account.name();
    }
    String password = Passwords.oneTime();
    accounts.setPassword(account.name(), passwords.encode(password), true);
    next.addFlashAttribute("oneTime", password);
    return "redirect:/accounts/of/" + account.name();
  }

  private void note(Page page, HttpServletRequest request, String account, String what) {
    audit.write(
        page.account(),
        request.getRemoteAddr(),
        "clearance",
        account,
        WriteAudit.Outcome.DONE,
        what);
  }

  private Account get(String name) {
    return accounts.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

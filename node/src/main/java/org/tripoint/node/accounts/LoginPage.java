package org.tripoint.node.accounts;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The one page that is open to everyone.
@Controller
class LoginPage {
  private static final Set<String> NOTES =
      Set.of(
          "wrong",
          "throttled",
          "disabled",
          "ended",
          "signed-out",
          "no-role",
          "provider-down",
          "provider-failed");

  private final HomeFiles files;
  private final OidcSignIn provider;

  LoginPage(HomeFiles files, OidcSignIn provider) {
    this.files = files;
    this.provider = provider;
  }

  @GetMapping("/login")
  @PermitAll
  String show(HttpServletRequest request, @Nullable Principal principal, Model model) {
    if (principal != null) {
      return "redirect:/";
    }
    String note =
        NOTES.stream().filter(one -> request.getParameter(one) != null).findFirst().orElse("");
    model.addAttribute("note", note);
    model.addAttribute("first", files.hasFirstLogin());
    model.addAttribute("provider", provider.button());
    return "accounts/login";
  }
}

package org.tripoint.node.exchange.taxii;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Partners' programs: which there are, what each may do, and new ones.
@Controller
class ClientPages {
  private static final String PAGE = "redirect:/exchange/clients";

  private final Clients clients;
  private final ReadShared shared;

  ClientPages(Clients clients, ReadShared shared) {
    this.clients = clients;
    this.shared = shared;
  }

  @GetMapping("/exchange/clients")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String list(Page page, Model model) {
    List<SharedAudience> audiences = shared.listAudiences();
    model.addAttribute("clients", clients.list());
    model.addAttribute("audiences", names(page, audiences));
    model.addAttribute(
        "choices",
        audiences.stream()
            .filter(one -> !one.ended())
            .map(one -> new Option(Integer.toString(one.bit()), name(page, one)))
            .toList());
    return "taxii/clients";
  }

  @PostMapping("/exchange/clients")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String make(
      Page page,
      @RequestParam String name,
      @RequestParam(required = false) @Nullable Integer audience,
      @RequestParam(defaultValue = "false") boolean reads,
      @RequestParam(defaultValue = "false") boolean writes,
      RedirectAttributes next) {
    Optional<SharedAudience> chosen =
        shared.listAudiences().stream()
            .filter(one -> audience != null && one.bit() == audience && !one.ended())
            .findFirst();
    if (!ClientSignIn.NAME.matcher(name).matches() || chosen.isEmpty() || !(reads || writes)) {
      next.addFlashAttribute("problem", "taxii.make.problem");
      return PAGE;
    }
    Optional<Clients.Secrets> made =
        clients.make(name, chosen.get().partner(), reads ? audience : null, writes, page.account());
    if (made.isEmpty()) {
      next.addFlashAttribute("problem", "taxii.make.taken");
    }
    made.ifPresent(secrets -> show(name, secrets, next));
    return PAGE;
  }

  @PostMapping("/exchange/clients/{name}/renew")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String renew(@PathVariable String name, RedirectAttributes next) {
    Optional<Clients.Secrets> fresh = clients.renew(name);
    if (fresh.isEmpty()) {
      next.addFlashAttribute("problem", "taxii.gone");
    }
    fresh.ifPresent(secrets -> show(name, secrets, next));
    return PAGE;
  }

  @PostMapping("/exchange/clients/{name}/end")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String end(@PathVariable String name, RedirectAttributes next) {
    if (clients.end(name)) {
      next.addFlashAttribute("notice", "taxii.ended");
    } else {
      next.addFlashAttribute("problem", "taxii.gone");
    }
    return PAGE;
  }

  private static void show(String name, Clients.Secrets secrets, RedirectAttributes next) {
    next.addFlashAttribute("whose", name);
    next.addFlashAttribute("secret", secrets.secret());
    next.addFlashAttribute("token", secrets.token());
  }

  private static Map<Integer, String> names(Page page, List<SharedAudience> audiences) {
    return audiences.stream()
        .collect(Collectors.toMap(SharedAudience::bit, one -> name(page, one)));
  }

  private static String name(Page page, SharedAudience audience) {
    return page.t(
        audience.ended() ? "taxii.reads.of-ended" : "taxii.reads.of",
        audience.partner(),
        audience.name());
  }
}

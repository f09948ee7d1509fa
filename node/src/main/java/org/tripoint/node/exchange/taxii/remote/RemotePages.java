package org.tripoint.node.exchange.taxii.remote;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.taxii.remote.CollectionToRead.SignIn;
import org.tripoint.node.exchange.taxii.remote.RemotePlaces.Place;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Collections of other servers: which are read, how the last look at each went, and new ones.
@Controller
class RemotePages {
  private static final String PAGE = "redirect:/exchange/remote";

  private final RemoteCollections collections;
  private final RemotePlaces places;
  private final KeepRemoteCollections keep;
  private final ReadShared shared;
  private final OwnName own;
  private final RunReaders readers;

  RemotePages(
      RemoteCollections collections,
      RemotePlaces places,
      KeepRemoteCollections keep,
      ReadShared shared,
      OwnName own,
      RunReaders readers) {
    this.collections = collections;
    this.places = places;
    this.keep = keep;
    this.shared = shared;
    this.own = own;
    this.readers = readers;
  }

  @GetMapping("/exchange/remote")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String list(Page page, Model model) {
    Map<String, Place> read = places.list();
    List<CollectionToRead> all = collections.list();
    model.addAttribute(
        "rows",
        all.stream()
            .map(one -> RemoteRow.of(one, read.getOrDefault(one.name(), Place.NONE)))
            .toList());
    model.addAttribute(
        "ended",
        read.keySet().stream()
            .filter(name -> all.stream().noneMatch(one -> one.name().equals(name)))
            .sorted()
            .toList());
    model.addAttribute("partners", partners(all));
    model.addAttribute(
        "ways",
        Arrays.stream(SignIn.values())
            .map(way -> new Option(way.name(), page.t("taxii.remote.sign-in." + way.name())))
            .toList());
    if (!model.containsAttribute("asked")) {
      model.addAttribute("asked", RemoteForm.EMPTY);
    }
    return "taxii/remote";
  }

  private List<String> partners(List<CollectionToRead> all) {
    return Stream.concat(
            shared.listAudiences().stream().map(SharedAudience::partner),
            all.stream().map(CollectionToRead::partner))
        .distinct()
        .sorted()
        .toList();
  }

  @PostMapping("/exchange/remote")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String add(Page page, RemoteForm form, RedirectAttributes next) {
    try {
      if (!keep.add(form.read(own.name()), form.secretToKeep(), page.account())) {
        throw new RemoteForm.Refused(RemoteForm.Problem.TAKEN);
      }
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "taxii.remote.added");
    } catch (RemoteForm.Refused e) {
      next.addFlashAttribute("problem", "taxii.remote.problem." + e.problem().name());
      next.addFlashAttribute("asked", form.withoutSecret());
    }
    return PAGE;
  }

  @PostMapping("/exchange/remote/{name}/look")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String look(@PathVariable String name, RedirectAttributes next) {
    places.lookSoon(get(name).name());
    next.addFlashAttribute("notice", "taxii.remote.soon");
    return PAGE;
  }

  @PostMapping("/exchange/remote/{name}/secret")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String renew(
      @PathVariable String name,
      @RequestParam(defaultValue = "") String secret,
      RedirectAttributes next) {
    CollectionToRead one = get(name);
    if (one.signIn() == SignIn.CERTIFICATE || !RemoteForm.isSecret(one.signIn(), secret)) {
      next.addFlashAttribute("problem", "taxii.remote.problem.SECRET");
      return PAGE;
    }
    keep.renew(name, secret.strip());
    next.addFlashAttribute("notice", "taxii.remote.renewed");
    return PAGE;
  }

  @PostMapping("/exchange/remote/{name}/end")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String end(Page page, @PathVariable String name, RedirectAttributes next) {
    keep.end(get(name).name(), page.account());
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "taxii.remote.ended");
    return PAGE;
  }

  private CollectionToRead get(String name) {
    return collections
        .find(name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

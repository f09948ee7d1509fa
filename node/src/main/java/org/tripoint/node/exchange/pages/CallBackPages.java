package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.CallBack;
import org.tripoint.node.sharing.CallBackDecision;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.web.MarkingWords;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.RecordId;

/// Calling back a record of this node, from everybody or from those whom a narrower marking leaves
/// out; and giving it again.
@Controller
class CallBackPages {
  private final CallBack callBack;
  private final ReadShared shared;
  private final RunReaders readers;

  CallBackPages(CallBack callBack, ReadShared shared, RunReaders readers) {
    this.callBack = callBack;
    this.shared = shared;
    this.readers = readers;
  }

  @GetMapping("/exchange/records/{id}/call-back")
  @RolesAllowed(Role.Names.STEWARD)
  String form(Page page, @PathVariable UUID id, Model model) {
    RecordId record = new RecordId(id);
    Optional<RecordVersion> standing = callBack.find(record);
    List<CallBackDecision> decisions = callBack.listDecisions(record);
    if (standing.isEmpty() && decisions.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    model.addAttribute("record", record);
    model.addAttribute("decisions", decisions);
    model.addAttribute(
        "holders", shared.listHolders(record).stream().filter(ReadShared.Holder::holds).toList());
    standing.ifPresent(version -> choices(page, version.header().marking(), model));
    return "exchange/callback";
  }

  /// What may be taken away from the marking.
  private void choices(Page page, Marking marking, Model model) {
    Set<String> agencies = new TreeSet<>(marking.releasableToAgencies());
    if (agencies.isEmpty()) {
      agencies.addAll(callBack.knownAgencies());
    }
    model.addAttribute("marking", marking);
    model.addAttribute("agencies", List.copyOf(agencies));
    model.addAttribute(
        "colours",
        options(page, Tlp.values(), one -> one.compareTo(marking.tlp()) < 0, MarkingWords::colour));
    model.addAttribute("courts", permissions(page, marking.courtUse()));
    model.addAttribute("derivatives", permissions(page, marking.derivativeUse()));
    model.addAttribute(
        "purposes",
        options(
            page,
            Purpose.values(),
            one -> marking.purpose() == Purpose.ANY_LAWFUL && one != Purpose.ANY_LAWFUL,
            one -> page.t("proof.purpose." + one.name())));
  }

  private static List<Option> permissions(Page page, Permission marked) {
    return options(
        page,
        Permission.values(),
        one -> one.compareTo(marked) > 0,
        one -> page.t("web.marking.permission." + one.name()));
  }

  /// What is narrower than what the marking says, after the choice to leave it.
  private static <E extends Enum<E>> List<Option> options(
      Page page, E[] all, Predicate<E> narrower, Function<E, String> words) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", page.t("exchange.call-back.as-it-is")));
    Arrays.stream(all)
        .filter(narrower)
        .map(one -> new Option(one.name(), words.apply(one)))
        .forEach(options::add);
    return options;
  }

  @PostMapping("/exchange/records/{id}/withdraw")
  @RolesAllowed(Role.Names.STEWARD)
  String withdraw(
      Page page, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes next) {
    try {
      callBack.withdraw(new RecordId(id), reason, page.account());
      return done(id, "exchange.call-back.withdrawn", next);
    } catch (CallBack.Refused e) {
      return refused(id, e, next);
    }
  }

  @PostMapping("/exchange/records/{id}/narrow")
  @RolesAllowed(Role.Names.STEWARD)
  String narrow(
      Page page,
      @PathVariable UUID id,
      @ModelAttribute CallBackForm form,
      @RequestParam String reason,
      RedirectAttributes next) {
    try {
      callBack.narrow(new RecordId(id), form.narrowing(), reason, page.account());
      return done(id, "exchange.call-back.narrowed", next);
    } catch (CallBack.Refused e) {
      return refused(id, e, next);
    }
  }

  @PostMapping("/exchange/records/{id}/give-again")
  @RolesAllowed(Role.Names.STEWARD)
  String giveAgain(
      Page page, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes next) {
    try {
      callBack.giveAgain(new RecordId(id), reason, page.account());
      return done(id, "exchange.call-back.given-again", next);
    } catch (CallBack.Refused e) {
      return refused(id, e, next);
    }
  }

  private String done(UUID id, String notice, RedirectAttributes next) {
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", notice);
    return "redirect:/exchange/records/" + id;
  }

  private String refused(UUID id, CallBack.Refused refused, RedirectAttributes next) {
    next.addFlashAttribute("problem", "exchange.call-back.refused." + refused.refusal().name());
    return "redirect:/exchange/records/" + id + (mayCallBack(id) ? "/call-back" : "");
  }

  private boolean mayCallBack(UUID id) {
    RecordId record = new RecordId(id);
    return callBack.find(record).isPresent() || !callBack.listDecisions(record).isEmpty();
  }
}

package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.journal.EndExchange;
import org.tripoint.node.exchange.journal.JournalStatus;
import org.tripoint.node.exchange.journal.JournalStatus.Recalled;
import org.tripoint.node.exchange.journal.ListConfirmations;
import org.tripoint.node.exchange.journal.Way;
import org.tripoint.node.exchange.keys.Jws.NotTrusted;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.onward.AskOriginator;
import org.tripoint.node.exchange.onward.AskOriginator.Told;
import org.tripoint.node.exchange.partners.IntroducePartner;
import org.tripoint.node.exchange.partners.Introduction;
import org.tripoint.node.exchange.partners.Introductions;
import org.tripoint.node.exchange.partners.OwnIntroduction;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.RecordId;

/// Partners' nodes, and how the exchange with each stands.
@Controller
class ExchangePages {
  private static final String PAGE = "redirect:/exchange";
  private static final int RECALLS = 200;
  private static final int LATELY = 40;
  private static final int LACKING = 100;

  private final Partners partners;
  private final Introductions introductions;
  private final OwnIntroduction today;
  private final IntroducePartner introduce;
  private final EndExchange end;
  private final JournalStatus journals;
  private final ListConfirmations confirmations;
  private final AgreementViews agreements;
  private final OwnName own;
  private final Lately lately;
  private final RunReaders readers;
  private final AskOriginator onward;
  private final Clock clock;

  ExchangePages(
      Partners partners,
      Introductions introductions,
      OwnIntroduction today,
      IntroducePartner introduce,
      EndExchange end,
      JournalStatus journals,
      ListConfirmations confirmations,
      AgreementViews agreements,
      OwnName own,
      Lately lately,
      RunReaders readers,
      AskOriginator onward,
      Clock clock) {
    this.partners = partners;
    this.introductions = introductions;
    this.today = today;
    this.introduce = introduce;
    this.end = end;
    this.journals = journals;
    this.confirmations = confirmations;
    this.agreements = agreements;
    this.own = own;
    this.lately = lately;
    this.readers = readers;
    this.onward = onward;
    this.clock = clock;
  }

  @GetMapping("/exchange")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String list(Page page, Model model) throws NotTrusted {
    Introduction introduction = introductions.read(today.current().signed());
    model.addAttribute("own", own);
    model.addAttribute("fingerprint", grouped(introductions.fingerprintOf(introduction)));
    model.addAttribute(
        "partners",
        partners.list().stream()
            .map(partner -> new PartnerRow(partner, journals.of(partner.name())))
            .toList());
    model.addAttribute("endedUnconfirmed", journals.listEndedUnconfirmed());
    model.addAttribute("waiting", introduce.listProposals().stream().map(WaitingRow::new).toList());
    model.addAttribute("keysGoodUntil", today.goodUntil());
    model.addAttribute("keyWaits", today.areKeysWaiting());
    model.addAttribute("keyWaitsFor", today.waitingFor(partners.list()));
    model.addAttribute("lately", lately.list(page, LATELY));
    return "exchange/list";
  }

  @GetMapping("/exchange/introduction")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  ResponseEntity<byte[]> introduction() {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_PLAIN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("introduction-of-" + own.name() + ".txt")
                .build()
                .toString())
        .body(today.current().signed().getBytes(StandardCharsets.US_ASCII));
  }

  /// New keys of every kind.
  @PostMapping("/exchange/keys")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String renewKeys(RedirectAttributes next) {
    today.renewKeys();
    next.addFlashAttribute("notice", "exchange.key.prepared");
    return PAGE;
  }

  /// The certificates shown until now are no longer good.
  @PostMapping("/exchange/certificates/revoke")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String revokeCertificates(RedirectAttributes next) {
    today.revokeCertificates();
    next.addFlashAttribute("notice", "exchange.certificates.revoked");
    return PAGE;
  }

  @PostMapping("/exchange/introduce")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String propose(
      Page page,
      @RequestParam String introduction,
      @RequestParam String fingerprint,
      RedirectAttributes next) {
    try {
      introduce.propose(introduction, fingerprint, page.account());
      next.addFlashAttribute("notice", "exchange.proposed");
    } catch (IntroducePartner.Refused e) {
      next.addFlashAttribute("problem", "exchange.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/exchange/introduce/{partner}")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String confirm(
      Page page,
      @PathVariable String partner,
      @RequestParam String fingerprint,
      RedirectAttributes next) {
    try {
      introduce.confirm(partner, fingerprint, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "exchange.confirmed");
    } catch (IntroducePartner.Refused e) {
      next.addFlashAttribute("problem", "exchange.refused." + e.refusal().name());
    }
    return PAGE;
  }

  @PostMapping("/exchange/introduce/{partner}/dismiss")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String dismiss(@PathVariable String partner, RedirectAttributes next) {
    introduce.dismiss(partner);
    next.addFlashAttribute("notice", "exchange.dismissed");
    return PAGE;
  }

  @GetMapping("/exchange/partners/{name}")
  @RolesAllowed({Role.Names.ANALYST, Role.Names.AUDITOR})
  String partner(Page page, @PathVariable String name, Model model) {
    Partner partner = get(name);
    model.addAttribute("partner", partner);
    model.addAttribute("fingerprint", grouped(introductions.fingerprintOf(partner.introduction())));
    model.addAttribute("journal", journals.of(name));
    model.addAttribute("held", journals.countHeld(name));
    List<Recalled> recalls = journals.listRecalls(name, RECALLS);
    model.addAttribute("recalls", recalls);
    model.addAttribute("told", told(name, recalls));
    model.addAttribute("lacking", confirmations.listLacking(name, LACKING));
    model.addAttribute("now", clock.instant());
    model.addAttribute("audiences", agreements.audiencesOf(name));
    model.addAttribute("sweep", agreements.sweep());
    model.addAttribute("kinds", agreements.kinds(page));
    return "exchange/partner";
  }

  @PostMapping("/exchange/partners/{name}/go-on")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String goOn(@PathVariable String name, @RequestParam Way way, RedirectAttributes next) {
    journals.goOn(get(name).name(), way);
    next.addFlashAttribute("notice", "exchange.goes-on");
    return PAGE + "/partners/" + name;
  }

  /// Another time within which the partner has to confirm recalls.
  @PostMapping("/exchange/partners/{name}/comply")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String comply(
      Page page, @PathVariable String name, @RequestParam int hours, RedirectAttributes next) {
    try {
      introduce.letConfirmWithin(get(name), hours, page.account());
      readers.catchUpBriefly();
      next.addFlashAttribute("notice", "exchange.comply.saved");
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "exchange.comply.refused");
    }
    return PAGE + "/partners/" + name;
  }

  @PostMapping("/exchange/partners/{name}/end")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String end(
      Page page,
      @PathVariable String name,
      @RequestParam String reason,
      @RequestParam(required = false) @Nullable Boolean unconfirmed,
      RedirectAttributes next) {
    if (reason.isBlank() || reason.length() > 500) {
      next.addFlashAttribute("problem", "exchange.end.reason-missing");
      return PAGE + "/partners/" + name;
    }
    Optional<EndExchange.Refusal> refused =
        end.end(get(name), reason.strip(), page.account(), Boolean.TRUE.equals(unconfirmed));
    if (refused.isPresent()) {
      next.addFlashAttribute("problem", "exchange.end.refused." + refused.get().name());
      return PAGE + "/partners/" + name;
    }
    readers.catchUpBriefly();
    next.addFlashAttribute("notice", "exchange.ended");
    return PAGE;
  }

  /// Where the partner passed on what is called back from it.
  private Map<RecordId, List<Told>> told(String partner, List<Recalled> recalls) {
    Map<RecordId, List<Told>> told = new HashMap<>();
    for (Recalled recall : recalls) {
      RecordId record = recall.record();
      if (record != null && !told.containsKey(record)) {
        told.put(
            record,
            onward.listTold(record).stream().filter(one -> one.partner().equals(partner)).toList());
      }
    }
    return told;
  }

  private Partner get(String name) {
    Optional<Partner> found = partners.find(name);
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /// In groups of four, as one reads it out.
  private static String grouped(String fingerprint) {
    return String.join(" ", List.of(fingerprint.split("(?<=\\G.{4})", -1))).strip();
  }
}

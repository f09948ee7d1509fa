package org.tripoint.node.exchange.pages;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.exchange.keys.OwnName;
import org.tripoint.node.exchange.partners.Partners;
import org.tripoint.node.exchange.partners.Partners.Partner;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;

/// What is agreed with a partner, audience by audience: each with the instrument it rests on.
@Controller
class AgreementPages {

  private final Partners partners;
  private final KeepAgreements keep;
  private final AgreementViews views;
  private final OwnName own;
  private final RunReaders follow;

  AgreementPages(
      Partners partners,
      KeepAgreements keep,
      AgreementViews views,
      OwnName own,
      RunReaders follow) {
    this.partners = partners;
    this.keep = keep;
    this.views = views;
    this.own = own;
    this.follow = follow;
  }

  @PostMapping("/exchange/partners/{name}/audiences")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String put(
      Page page,
      @PathVariable String name,
      @RequestParam String audience,
      @RequestParam String agencies,
      @RequestParam Purpose purpose,
      @RequestParam String instrument,
      @RequestParam(required = false) @Nullable Set<String> kinds,
      @RequestParam(required = false) @Nullable Set<Part> parts,
      @RequestParam SharingBasis.Onward onward,
      @RequestParam SharingBasis.Assurance assurance,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "365") int retention,
      RedirectAttributes next) {
    Partner partner = get(name);
    Set<Part> given = EnumSet.of(Part.OPEN);
    given.addAll(parts == null ? Set.of() : parts);
    Set<String> readers =
        Arrays.stream(agencies.split("[,;]", -1))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toSet());
    if (kinds == null || kinds.isEmpty() || readers.isEmpty()) {
      next.addFlashAttribute("problem", "exchange.audience.incomplete");
      return page(name);
    }
    try {
      SharingBasis basis =
          new SharingBasis(
              audience.strip(),
              instrument.strip(),
              own.country(),
              partner.introduction().country(),
              kinds,
              given,
              Set.of(purpose),
              onward,
              assurance,
              from,
              to,
              retention);
      PartnerAgreement.Audience added =
          new PartnerAgreement.Audience(audience.strip(), readers, purpose, basis.id());
      keep(partner, basis, added, page.account());
      follow.catchUpBriefly();
      next.addFlashAttribute("notice", "exchange.audience.saved");
    } catch (KeepAgreements.TooManyAudiences e) {
      next.addFlashAttribute("problem", "exchange.audience.too-many");
    } catch (IllegalArgumentException e) {
      next.addFlashAttribute("problem", "exchange.audience.refused");
    }
    return page(name);
  }

  @PostMapping("/exchange/partners/{name}/audiences/{audience}/end")
  @RolesAllowed(Role.Names.ADMINISTRATOR)
  String end(
      Page page,
      @PathVariable String name,
      @PathVariable String audience,
      RedirectAttributes next) {
    Partner partner = get(name);
    List<SharedAudience> left = others(name, audience);
    keep.keep(
        agreement(
            partner,
            left.stream().map(SharedAudience::basis).toList(),
            left.stream().map(AgreementPages::audience).toList()),
        page.account());
    follow.catchUpBriefly();
    next.addFlashAttribute("notice", "exchange.audience.ended");
    return page(name);
  }

  private void keep(
      Partner partner, SharingBasis basis, PartnerAgreement.Audience added, String actor) {
    List<SharedAudience> others = others(partner.name(), added.name());
    List<SharingBasis> bases = new ArrayList<>();
    List<PartnerAgreement.Audience> audiences = new ArrayList<>();
    for (SharedAudience other : others) {
      bases.add(other.basis());
      audiences.add(audience(other));
    }
    bases.add(basis);
    audiences.add(added);
    keep.keep(agreement(partner, bases, audiences), actor);
  }

  private static PartnerAgreement agreement(
      Partner partner, List<SharingBasis> bases, List<PartnerAgreement.Audience> audiences) {
    return new PartnerAgreement(
        partner.name(),
        partner.introduction().authority(),
        partner.introduction().country(),
        bases.stream().distinct().toList(),
        audiences);
  }

  private List<SharedAudience> others(String partner, String audience) {
    return views.audiencesOf(partner).stream()
        .filter(one -> !one.ended() && !one.isExceptional())
        .filter(one -> !one.name().equals(audience.strip()))
        .toList();
  }

  private static PartnerAgreement.Audience audience(SharedAudience one) {
    return new PartnerAgreement.Audience(
        one.name(), one.agencies(), one.purpose(), one.basis().id());
  }

  private static String page(String name) {
    return "redirect:/exchange/partners/" + name;
  }

  private Partner get(String name) {
    return partners.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

package org.tripoint.node.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.retention.Due.Action;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Part;

/// When records kept alike are due for review and for purge. Pure.
///
/// Of the rules for a part the narrowest holds, and among equally narrow ones the one that asks
/// soonest. A marking's own days and the basis on which a partner gave count beside it: for each
/// part and action the soonest day stands, with what asked for it.
///
/// @param here the country of this node
record DueDates(List<RetentionRule> rules, List<PartnerAgreement> agreements, Country here) {
  DueDates {
    rules = List.copyOf(rules);
    agreements = List.copyOf(agreements);
  }

  List<Due> of(Cohort cohort) {
    Map<Action, Map<Part, Due>> soonest = new EnumMap<>(Action.class);
    all(cohort)
        .forEach(due ->
            soonest
                .computeIfAbsent(due.action(), action -> new EnumMap<>(Part.class))
                .merge(due.part(), due, (a, b) -> b.on().isBefore(a.on()) ? b : a));
    return soonest.values().stream().flatMap(byPart -> byPart.values().stream()).toList();
  }

  private List<Due> all(Cohort cohort) {
    String partner = PartnerSource.partnerOf(cohort.source());
    List<PartnerAgreement> agreed =
        agreements.stream().filter(one -> one.partner().equals(partner)).toList();
    List<Due> all = new ArrayList<>(ofMarking(cohort));
    if (partner != null) {
      agreed.forEach(agreement -> all.addAll(ofBases(cohort, agreement)));
    }
    Country originator =
        partner == null
            ? here
            : agreed.stream().map(PartnerAgreement::country).findFirst().orElse(null);
    for (Part part : Part.values()) {
      rule(cohort, part, originator).ifPresent(rule -> all.addAll(ofRule(cohort, rule)));
    }
    return all;
  }

  private Optional<RetentionRule> rule(Cohort cohort, Part part, @Nullable Country originator) {
    return rules.stream()
        .filter(rule -> rule.part() == part && rule.covers(cohort, originator))
        .max(
            Comparator.comparingInt(RetentionRule::narrowness)
                .thenComparing(rule -> last(cohort, rule), Comparator.reverseOrder())
                .thenComparing(RetentionRule::name, Comparator.reverseOrder()));
  }

  private static LocalDate last(Cohort cohort, RetentionRule rule) {
    return ofRule(cohort, rule).stream()
        .map(Due::on)
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  private static List<Due> ofRule(Cohort cohort, RetentionRule rule) {
    LocalDate from = from(cohort, rule);
    String why = Due.RULE + rule.name();
    List<Due> due = new ArrayList<>();
    if (rule.reviewAfter() != null) {
      due.add(new Due(Action.REVIEW, rule.part(), rule.reviewAfter().after(from), why));
    }
    if (rule.purgeAfter() != null) {
      due.add(new Due(Action.PURGE, rule.part(), rule.purgeAfter().after(from), why));
    }
    return due;
  }

  private static LocalDate from(Cohort cohort, RetentionRule rule) {
    return switch (rule.clock()) {
      case RECEIVED -> cohort.received();
      case PUBLISHED -> cohort.published();
      case OWN_DATE -> cohort.own() == null ? cohort.published() : cohort.own();
    };
  }

  /// What is marked to expire is looked at on the day after its last.
  private static List<Due> ofMarking(Cohort cohort) {
    List<Due> due = new ArrayList<>();
    if (cohort.reviewOn() != null) {
      due.add(new Due(Action.REVIEW, Part.OPEN, cohort.reviewOn(), Due.MARKING));
    }
    if (cohort.expires() != null) {
      due.add(new Due(Action.REVIEW, Part.OPEN, cohort.expires().plusDays(1), Due.MARKING));
    }
    return due;
  }

  /// Which of its bases a partner gave on is the partner's to know: the shortest that covers the
  /// kind bounds all of it.
  private List<Due> ofBases(Cohort cohort, PartnerAgreement agreement) {
    return agreement.bases().stream()
        .filter(basis -> basis.from().equals(agreement.country()) && basis.to().equals(here))
        .filter(basis -> basis.kinds().contains(cohort.kind()))
        .min(Comparator.comparingInt(SharingBasis::retentionDays).thenComparing(SharingBasis::id))
        .map(basis ->
            new Due(
                Action.PURGE,
                Part.OPEN,
                cohort.received().plusDays(basis.retentionDays()),
                Due.BASIS + agreement.partner() + "/" + basis.id()))
        .stream()
        .toList();
  }
}

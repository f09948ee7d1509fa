package org.tripoint.node.substances.registry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tripoint.engines.chemistry.coverage.ClassRule;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Listing;
import org.tripoint.engines.chemistry.coverage.Validity;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Page;

/// What the registry and the rules say, in the words of a page.
record SubstanceWords(Page page) {

  private RegistryWords shared() {
    return new RegistryWords(page);
  }

  String name(Substance one) {
    return shared().name(one);
  }

  String family(String family) {
    return shared().family(family);
  }

  /// The word for a code that comes with data: the code itself where nobody has a word for it yet.
  String word(String sort, String code) {
    String key = "substances." + sort + "." + code;
    return page.has(key) ? page.t(key) : code;
  }

  String roles(List<Substance.Role> roles) {
    return String.join(
        ", ", roles.stream().map(role -> page.t("substances.role." + role.name())).toList());
  }

  String outcome(ControlOutcome outcome) {
    return shared().outcome(outcome);
  }

  /// Since when it holds, of what kind that date is, and until when.
  String dates(Validity validity) {
    return shared().dates(validity);
  }

  String certainty(Validity validity) {
    return shared().certainty(validity);
  }

  /// How the structure meets a ground.
  String how(Ground ground) {
    return switch (ground) {
      case Ground.Listed(Listing listing, Ground.Match match) ->
          page.t("substances.match." + match.name(), name(listing.substance()));
      case Ground.Excepted(Listing listing, Ground.Match match) ->
          match == Ground.Match.ITSELF
              ? page.t("substances.match.excepted")
              : page.t("substances.match." + match.name(), name(listing.substance()));
      case Ground.Pending(Listing listing) ->
          page.t("substances.match.pending." + listing.validity().kind().name());
      case Ground.NotControlled ignored -> page.t("substances.match.not-controlled");
      case Ground.ByClass(ClassRule rule, var reading) ->
          switch (reading.verdict()) {
            case IN -> page.t("substances.match.class");
            case NEEDS_A_CHEMIST ->
                page.t("substances.match.class-doubt", word("reason", reading.reason()));
            case OUT -> page.t("substances.match.near-miss");
          };
      case Ground.Mixture ignored -> page.t("substances.reason.mixture");
    };
  }

  /// What an entry takes in beside the substance itself; "" when nothing.
  String covers(Ground ground) {
    Optional<Listing> listing =
        switch (ground) {
          case Ground.Listed listed -> Optional.of(listed.listing());
          case Ground.Excepted excepted -> Optional.of(excepted.listing());
          case Ground.Pending pending -> Optional.of(pending.listing());
          case Ground.NotControlled ignored -> Optional.empty();
          case Ground.ByClass ignored -> Optional.empty();
          case Ground.Mixture ignored -> Optional.empty();
        };
    return listing
        .map(one -> one.covers().stream().sorted().toList())
        .filter(some -> !some.isEmpty())
        .map(some -> some.stream().map(one -> page.t("substances.covers." + one.name())).toList())
        .map(words -> page.t("substances.covers", String.join(", ", words)))
        .orElse("");
  }

  /// Days in a row of words.
  String days(Collection<LocalDate> days) {
    return String.join("; ", days.stream().map(page::day).toList());
  }
}

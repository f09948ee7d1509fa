package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.desks.seizures.lists.Places;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Place;

/// Places that no code of their own puts into a state, province or territory: where they are
/// counted, who says so, and where a steward says otherwise.
@Controller
public class PlacePages {

  private static final int MOST_PLACES = 500;

  private final Places places;
  private final DecidePlace decide;

  PlacePages(Places places, DecidePlace decide) {
    this.places = places;
    this.decide = decide;
  }

  /// One place.
  ///
  /// @param label its code or name, as reported
  /// @param scheme what list the code is of, in words
  /// @param subdivision where it is counted, in words
  /// @param known false when it is counted under no subdivision
  /// @param basis who says so, in words
  /// @param options subdivisions of its country, for the select; empty where the country is none of
  ///   the three
  public record Row(
      String key,
      String label,
      String scheme,
      String country,
      long events,
      String subdivision,
      boolean known,
      String basis,
      List<Option> options) {}

  @GetMapping("/seizures/places")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String list(Page page, Model model) {
    return show(page, model, "", true);
  }

  @PostMapping("/seizures/places")
  @RolesAllowed({Role.Names.STEWARD, Role.Names.ADMINISTRATOR})
  String decide(
      Page page,
      Model model,
      @RequestParam String place,
      @RequestParam String subdivision,
      @RequestParam String reason) {
    try {
      decide.decide(place, subdivision, reason, page.account());
    } catch (IllegalArgumentException e) {
      return show(page, model, page.t("seizures.places.refused"), false);
    }
    String label = Whereabouts.placeOf(place).map(Place::code).orElse(place);
    return show(
        page, model, page.t("seizures.places.saved", label, page.t("place." + subdivision)), true);
  }

  private String show(Page page, Model model, String notice, boolean good) {
    Map<String, List<Option>> options = new LinkedHashMap<>();
    List<Row> rows =
        places.list().stream()
            .limit(MOST_PLACES)
            .map(place -> row(page, place, options))
            .flatMap(Optional::stream)
            .toList();
    model.addAttribute("rows", rows);
    model.addAttribute("notice", notice);
    model.addAttribute("good", good);
    model.addAttribute(
        "mayDecide", page.mayUse(Role.Names.STEWARD) || page.mayUse(Role.Names.ADMINISTRATOR));
    return "seizures/places";
  }

  private static Optional<Row> row(
      Page page, Places.Reported place, Map<String, List<Option>> options) {
    return Whereabouts.placeOf(place.key())
        .map(reported -> {
          String country = reported.country().code();
          boolean known = !place.subdivision().equals(Whereabouts.NOT_KNOWN);
          return new Row(
              place.key(),
              place.name().isEmpty()
                  ? reported.code()
                  : place.name() + " (" + reported.code() + ")",
              page.t("seizures.scheme." + reported.scheme().name()),
              page.has("place." + country) ? page.t("place." + country) : country,
              place.events(),
              known ? page.t("place." + place.subdivision()) : page.t("seizures.place.unknown"),
              known,
              basis(page, place, known),
              options.computeIfAbsent(country, c -> options(page, reported.country())));
        });
  }

  private static String basis(Page page, Places.Reported place, boolean known) {
    Places.Decision decision = place.decision();
    if (decision != null) {
      return page.t(
          "seizures.places.by", decision.by(), page.instant(decision.at()), decision.reason());
    }
    return known ? page.t("seizures.places.shipped") : "";
  }

  private static List<Option> options(Page page, Country country) {
    return Subdivisions.listOf(country).stream()
        .filter(code -> page.has("place." + code))
        .map(code -> new Option(code, page.t("place." + code)))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }
}

package org.tripoint.node.detectors.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.detectors.adjacency.Adjacency;
import org.tripoint.node.detectors.adjacency.KeepAdjacencies;
import org.tripoint.node.detectors.adjacency.PlaceAdjacency;
import org.tripoint.node.detectors.adjacency.ReadAdjacencies;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Which places are next to each other: the list, and what a steward makes of it.
@Controller
class AdjacencyPages {

  private static final String ADDRESS = "/detectors/adjacency";

  private final ReadAdjacencies adjacencies;
  private final KeepAdjacencies keep;
  private final RunReaders readers;
  private final SeriesWords words;

  AdjacencyPages(
      ReadAdjacencies adjacencies, KeepAdjacencies keep, RunReaders readers, SeriesWords words) {
    this.adjacencies = adjacencies;
    this.keep = keep;
    this.readers = readers;
    this.words = words;
  }

  @GetMapping(ADDRESS)
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String other,
      Model model) {
    AdjacencyForm form =
        adjacencies.list().stream()
            .filter(its -> its.isOf(place, other))
            .findFirst()
            .map(AdjacencyForm::of)
            .orElseGet(() -> new AdjacencyForm(place, other, Adjacency.BORDER, ""));
    return show(page, form, place, "", model);
  }

  @PostMapping("/detectors/adjacencies")
  @RolesAllowed(Role.Names.STEWARD)
  String keep(Page page, @ModelAttribute AdjacencyForm form, Model model, RedirectAttributes next) {
    Adjacency chosen = form.adjacency();
    String one = form.text(form.one());
    try {
      if (chosen == null) {
        throw new IllegalArgumentException("expected how they are next to each other");
      }
      keep.keep(one, form.text(form.other()), chosen, form.text(form.reason()), page.account());
    } catch (IllegalArgumentException e) {
      return show(page, form, one, "detectors.adjacency.problem", model);
    }
    readers.catchUp();
    next.addFlashAttribute("notice", "detectors.adjacency.kept");
    next.addAttribute("place", one);
    return "redirect:" + ADDRESS;
  }

  private String show(Page page, AdjacencyForm form, String place, String problem, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("problem", problem);
    model.addAttribute("place", place);
    model.addAttribute("rows", rows(page, place));
    model.addAttribute("places", places(page));
    model.addAttribute(
        "ways",
        Arrays.stream(Adjacency.values())
            .map(one -> new Option(one.name(), page.t("detectors.adjacent." + one.name())))
            .toList());
    return "detectors/adjacency";
  }

  /// Those of one place, or all: what people decided first.
  private List<AdjacencyRow> rows(Page page, String place) {
    return adjacencies.list().stream()
        .filter(its -> place.isEmpty() || its.has(place))
        .sorted(Comparator.comparing(its -> !its.decided()))
        .map(its -> row(its, place.isEmpty() ? its.one() : place, page))
        .toList();
  }

  private AdjacencyRow row(PlaceAdjacency its, String from, Page page) {
    String to = its.one().equals(from) ? its.other() : its.one();
    return new AdjacencyRow(
        words.place(from, page),
        words.place(to, page),
        page.t("detectors.adjacent." + its.adjacency().name()),
        its.reason(),
        its.adjacency() == Adjacency.APART,
        its.decided()
            ? page.t("detectors.decided", its.by(), page.instant(its.at()))
            : page.t("detectors.shipped"),
        UriComponentsBuilder.fromPath(ADDRESS)
            .queryParam("place", from)
            .queryParam("other", to)
            .fragment("decide")
            .build()
            .toUriString());
  }

  private List<Option> places(Page page) {
    List<Option> places =
        new ArrayList<>(List.of(new Option("", page.t("detectors.adjacency.any"))));
    for (String area : adjacencies.areas()) {
      places.add(
          new Option(area, page.t("detectors.adjacency.area", words.place(area, page), area)));
    }
    return places;
  }
}

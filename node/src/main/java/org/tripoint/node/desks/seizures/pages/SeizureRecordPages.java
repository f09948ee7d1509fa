package org.tripoint.node.desks.seizures.pages;

import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.Whereabouts;
import org.tripoint.node.desks.seizures.doubles.DoubleReports;
import org.tripoint.node.desks.seizures.lists.Identifiers;
import org.tripoint.node.desks.seizures.lists.Places;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.RecordId;

/// One seizure event, or one published figure, with its versions.
@Controller
public class SeizureRecordPages {

  private final ReadLedger ledger;
  private final ReadSubstances substances;
  private final DoubleReports doubles;
  private final Places places;

  SeizureRecordPages(
      ReadLedger ledger, ReadSubstances substances, DoubleReports doubles, Places places) {
    this.places = places;
    this.ledger = ledger;
    this.substances = substances;
    this.doubles = doubles;
  }

  /// One version in the side rail.
  ///
  /// @param says what it says, in words
  /// @param change the figure it gave, or ""
  public record Version(long sequence, String published, String says, String change) {}

  /// A pair the event stands in.
  public record Pair(String address, String verdict) {}

  @GetMapping("/seizures/events/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String event(Page page, Model model, @PathVariable String record) {
    RecordId id = id(record);
    List<RecordVersion> versions = versions(id, Seizure.KIND);
    RecordVersion current = versions.getLast();
    Names names = new Names(page, substances);
    Optional<Seizure> seizure = content(current, Seizure.KIND);
    Reports reports = new Reports(names);
    model.addAttribute(
        "event",
        seizure
            .map(s -> reports.event(record, s).with(countedUnder(page, s.place())))
            .orElse(null));
    model.addAttribute(
        "identifier", seizure.map(s -> Identifiers.of(current.key().orElse(""), s)).orElse(""));
    model.addAttribute(
        "pairs",
        doubles.listOf(id).stream()
            .map(pair ->
                new Pair(
                    "/seizures/double-reports/" + pair.id(),
                    page.t(
                        "seizures.verdict."
                            + (pair.verdict() == null ? "OPEN" : pair.verdict().name()))))
            .toList());
    List<Version> listed = new ArrayList<>();
    versions.forEach(version -> listed.add(version(page, version, "")));
    common(page, model, current, listed);
    return "seizures/event";
  }

  @GetMapping("/seizures/figures/{record}")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String figure(Page page, Model model, @PathVariable String record) {
    RecordId id = id(record);
    List<RecordVersion> versions = versions(id, PublishedSeizureFigure.KIND);
    RecordVersion current = versions.getLast();
    Names names = new Names(page, substances);
    Optional<PublishedSeizureFigure> figure = content(current, PublishedSeizureFigure.KIND);
    model.addAttribute(
        "title", figure.map(f -> figureTitle(names, f)).orElse(page.t("seizures.gone")));
    model.addAttribute("conversion", figure.map(SeizureRecordPages::conversionOf).orElse(""));
    boolean weekly = figure.map(f -> f.week() != null).orElse(false);
    model.addAttribute(
        "note", page.t(weekly ? "seizures.figure.note.week" : "seizures.figure.note"));
    model.addAttribute("facts", figure.map(f -> new Reports(names).figure(f)).orElse(List.of()));
    List<Version> listed = new ArrayList<>();
    for (RecordVersion version : versions) {
      String change =
          content(version, PublishedSeizureFigure.KIND)
              .map(f ->
                  page.t(
                      "seizures.figure.said",
                      names.quantity(f.quantity().value(), f.unit()),
                      f.events().value()))
              .orElse("");
      listed.add(version(page, version, change));
    }
    common(page, model, current, listed);
    return "seizures/figure";
  }

  private static String figureTitle(Names names, PublishedSeizureFigure figure) {
    Page page = names.page();
    String when =
        figure.week() == null
            ? page.month(figure.month())
            : page.t("seizures.figure.week", page.day(figure.week().monday()));
    return page.t(
        "seizures.figure.title", figure.drugType(), when, names.area(figure.area().code()));
  }

  private static String conversionOf(PublishedSeizureFigure figure) {
    return figure.conversion() == null ? "" : figure.conversion();
  }

  private static void common(
      Page page, Model model, RecordVersion current, List<Version> versions) {
    VersionHeader header = current.header();
    model.addAttribute("record", header.record().toString());
    model.addAttribute("source", header.source());
    model.addAttribute("sourceName", sourceName(page, header.source()));
    model.addAttribute("state", says(page, current));
    model.addAttribute("marking", "TLP:" + header.marking().tlp().name().replace('_', '+'));
    model.addAttribute("released", released(page, header));
    model.addAttribute("versions", versions.reversed());
  }

  /// Where an event at a port or a named place is counted; nothing for other places.
  private List<Fact> countedUnder(Page page, Place place) {
    String whereabouts = Whereabouts.of(place);
    if (whereabouts.indexOf(':') < 0) {
      return List.of();
    }
    String subdivision = places.subdivisionOf(whereabouts);
    String name =
        subdivision.equals(Whereabouts.NOT_KNOWN)
            ? page.t("seizures.place.unknown")
            : page.t("place." + subdivision);
    return List.of(new Fact(page.t("seizures.places.counted"), name));
  }

  private static String sourceName(Page page, String source) {
    String key = "seizures.source." + source;
    return page.has(key) ? page.t(key) : source;
  }

  private static String released(Page page, VersionHeader header) {
    String countries =
        String.join(
            ", ",
            header.marking().releasableToCountries().stream()
                .map(country -> page.t("place." + country.code()))
                .toList());
    return countries.isEmpty() ? page.t("seizures.released.none") : countries;
  }

  private static Version version(Page page, RecordVersion version, String change) {
    return new Version(
        version.header().sequence(),
        page.instant(version.header().published()),
        says(page, version),
        change);
  }

  private static String says(Page page, RecordVersion version) {
    return version
        .emptied()
        .map(gone -> page.t("seizures.state.emptied", page.instant(gone.when())))
        .orElseGet(() -> page.t("seizures.state." + version.header().state().name()));
  }

  private static <C extends Record> Optional<C> content(RecordVersion version, Kind<C> kind) {
    return version.isHeld() ? version.content(kind) : Optional.empty();
  }

  /// Every version by publication; not found when the record is none of this kind.
  private List<RecordVersion> versions(RecordId record, Kind<?> kind) {
    List<RecordVersion> versions = ledger.listVersions(record);
    if (versions.isEmpty() || !versions.getLast().header().kind().equals(kind.name())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return versions;
  }

  private static RecordId id(String text) {
    try {
      return RecordId.parse(text);
    } catch (IllegalArgumentException notAnId) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "expected a record id", notAnId);
    }
  }
}

package org.tripoint.node.desks.health;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.health.HealthQueries.Available;
import org.tripoint.node.desks.health.HealthQueries.ReleaseFile;
import org.tripoint.node.desks.health.Restatements.At;
import org.tripoint.node.desks.health.Restatements.Compared;
import org.tripoint.node.desks.health.Restatements.Comparison;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// What did an earlier release say? Two releases of a source side by side.
@Controller
class VintagesPage {

  private static final int ROWS = 200;

  private final HealthQueries queries;
  private final Restatements restatements;

  VintagesPage(HealthQueries queries, Restatements restatements) {
    this.queries = queries;
    this.restatements = restatements;
  }

  /// What the page compares.
  private record Chosen(
      String source,
      ReleaseFile from,
      ReleaseFile to,
      List<ReleaseFile> files,
      Available series,
      List<Available> all) {}

  @GetMapping("/health/vintages")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String indicator) {
    HealthWords words = new HealthWords(page);
    List<ReleaseFile> releases = queries.listReleases();
    Optional<Chosen> chosen = choose(releases, source, from, to, indicator);
    model.addAttribute("empty", chosen.isEmpty());
    chosen.ifPresent(c -> compare(c, releases, words, model));
    return "health/vintages";
  }

  @GetMapping(value = "/health/vintages", params = "format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      @RequestParam String format,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String indicator) {
    List<List<@Nullable Object>> rows =
        choose(queries.listReleases(), source, from, to, indicator)
            .map(c -> compare(c).cells().stream().map(VintagesPage::exported).toList())
            .orElse(List.of());
    return new TableExport(
            "health-vintages",
            List.of(
                "jurisdiction",
                "indicator",
                "period_kind",
                "period_start",
                "period_end",
                "change",
                "state_before",
                "value_before",
                "state_after",
                "value_after",
                "difference",
                "record"),
            rows)
        .as(format);
  }

  private static List<@Nullable Object> exported(Compared cell) {
    return Arrays.asList(
        cell.series().area().key(),
        cell.series().indicator(),
        cell.series().period().name(),
        cell.first(),
        cell.last(),
        cell.change().name(),
        word(cell.from()),
        cell.from().value(),
        word(cell.to()),
        cell.to().value(),
        cell.difference(),
        cell.record().toString());
  }

  private static String word(At at) {
    return at.state() == null ? at.presence().name() : at.state().name();
  }

  /// Two releases of one source: those asked for, or the two newest that said something new about
  /// the indicator.
  private Optional<Chosen> choose(
      List<ReleaseFile> releases, String source, String from, String to, String indicator) {
    String wanted =
        releases.stream().anyMatch(r -> r.source().equals(source))
            ? source
            : releases.stream()
                .map(ReleaseFile::source)
                .filter(s -> releases.stream().filter(r -> r.source().equals(s)).count() > 1)
                .min((a, b) ->
                    Boolean.compare(!a.equals(VsrrFormat.SOURCE), !b.equals(VsrrFormat.SOURCE)))
                .orElse("");
    List<ReleaseFile> files = releases.stream().filter(r -> r.source().equals(wanted)).toList();
    List<Available> series = queries.listSeriesOfSource(wanted);
    if (files.size() < 2 || series.isEmpty()) {
      return Optional.empty();
    }
    Available one =
        series.stream()
            .filter(s -> s.key().indicator().equals(indicator))
            .findFirst()
            .or(() ->
                series.stream()
                    .filter(s -> HealthSelection.HEADLINES.contains(s.key().indicator()))
                    .findFirst())
            .orElse(series.getFirst());
    List<Instant> said = queries.listPublished(wanted, one.key().indicator());
    List<ReleaseFile> telling =
        files.stream().filter(file -> said.contains(file.published())).toList();
    List<ReleaseFile> usual = telling.size() < 2 ? files : telling;
    ReleaseFile later = find(files, to).orElse(usual.getFirst());
    ReleaseFile earlier = find(files, from).orElse(usual.get(1));
    boolean swapped = later.published().isBefore(earlier.published());
    return Optional.of(
        new Chosen(
            wanted, swapped ? later : earlier, swapped ? earlier : later, files, one, series));
  }

  private static Optional<ReleaseFile> find(List<ReleaseFile> files, String id) {
    return files.stream().filter(file -> file.id().toString().equals(id)).findFirst();
  }

  private Comparison compare(Chosen chosen) {
    return restatements.compare(
        chosen.source(),
        chosen.series().key().indicator(),
        "",
        chosen.from().published(),
        chosen.to().published());
  }

  private void compare(Chosen chosen, List<ReleaseFile> releases, HealthWords words, Model model) {
    Page page = words.page();
    Comparison comparison = compare(chosen);
    model.addAttribute("source", chosen.source());
    model.addAttribute(
        "sources",
        releases.stream().map(ReleaseFile::source).distinct().map(s -> new Option(s, s)).toList());
    model.addAttribute("from", chosen.from().id().toString());
    model.addAttribute("to", chosen.to().id().toString());
    model.addAttribute("files", files(chosen.files(), page));
    model.addAttribute("indicator", chosen.series().key().indicator());
    List<Option> indicators = new ArrayList<>();
    chosen
        .all()
        .forEach(s -> indicators.add(new Option(s.key().indicator(), words.indicator(s.key()))));
    model.addAttribute("indicators", indicators);
    model.addAttribute(
        "answer",
        page.t(
            "health.vintages.answer",
            words.indicator(chosen.series().key()),
            comparison.inBoth(),
            comparison.restated(),
            comparison.added(),
            comparison.gone()));
    model.addAttribute("before", page.day(day(chosen.from())));
    model.addAttribute("after", page.day(day(chosen.to())));
    model.addAttribute(
        "rows", comparison.cells().stream().limit(ROWS).map(c -> restated(c, words)).toList());
    model.addAttribute("more", Math.max(0, comparison.cells().size() - ROWS));
  }

  private static List<Option> files(List<ReleaseFile> files, Page page) {
    return files.stream()
        .map(f -> new Option(f.id().toString(), page.day(day(f)) + " · " + f.fileName()))
        .toList();
  }

  private static java.time.LocalDate day(ReleaseFile file) {
    return file.published().atZone(java.time.ZoneOffset.UTC).toLocalDate();
  }

  private static HealthView.Restated restated(Compared cell, HealthWords words) {
    return new HealthView.Restated(
        words.place(cell.series().area()),
        words.period(cell.series().period(), cell.first(), cell.last()),
        words.page().t("health.change." + cell.change()),
        said(cell.from(), words),
        said(cell.to(), words),
        difference(cell, words),
        "/health/observations/" + cell.record());
  }

  private static String difference(Compared cell, HealthWords words) {
    var difference = cell.difference();
    if (difference == null) {
      return "";
    }
    return (difference.signum() > 0 ? "+" : "") + words.number(difference);
  }

  private static String said(At at, HealthWords words) {
    if (at.state() == null) {
      return words.page().t("health.presence." + at.presence());
    }
    if (at.value() == null) {
      return words.state(at.state());
    }
    return at.state() == Figure.State.REPORTED
        ? words.number(at.value())
        : words.number(at.value()) + " (" + words.state(at.state()) + ")";
  }
}

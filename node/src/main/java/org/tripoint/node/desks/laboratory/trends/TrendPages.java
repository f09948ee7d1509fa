package org.tripoint.node.desks.laboratory.trends;

import jakarta.annotation.security.RolesAllowed;
import java.text.Collator;
import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.pages.ResultWords;
import org.tripoint.node.desks.laboratory.trends.TrendView.Found;
import org.tripoint.node.desks.laboratory.trends.TrendView.MostFound;
import org.tripoint.node.metrics.StillComing;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.charts.ChartFile;
import org.tripoint.vocabulary.SubstanceId;

/// Regional trends of what laboratories find, origin beside origin.
@Controller
class TrendPages {

  private static final int MOST_OPTIONS = 500;
  private static final int MOST_FOUND = 20;

  private final ReadTrends trends;
  private final DiscloseTrends disclose;
  private final ReadSubstances substances;
  private final ReadRegistry registry;
  private final Clock clock;

  TrendPages(
      ReadTrends trends,
      DiscloseTrends disclose,
      ReadSubstances substances,
      ReadRegistry registry,
      Clock clock) {
    this.clock = clock;
    this.trends = trends;
    this.disclose = disclose;
    this.substances = substances;
    this.registry = registry;
  }

  @GetMapping("/laboratory/trends")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(Page page, Model model, @ModelAttribute TrendAsked asked) {
    boolean chosen = isSubstance(asked.substance());
    Optional<ShowTrend> show = chosen ? Optional.of(trend(asked, page)) : Optional.empty();
    model.addAttribute(
        "view",
        new TrendView(
            asked,
            options(
                page,
                "laboratory.trends.choose",
                trends.values("substance"),
                key -> substances.nameOf(key, page.locale())),
            options(
                page,
                "laboratory.trends.side-by-side",
                ReadTrends.ORIGINS,
                code -> page.t("laboratory.origin." + code)),
            options(page, "laboratory.any", trends.values("area"), words(page)::place),
            chosen
                ? page.t(
                    "laboratory.trends.of", substances.nameOf(asked.substance(), page.locale()))
                : page.t("laboratory.trends"),
            asked.address(asked.substance()),
            chosen ? List.of() : mostFound(asked, page),
            origins(asked).stream().anyMatch(DiscloseTrends::isOfPeople)
                ? page.t("laboratory.trends.guarded", disclose.threshold())
                : "",
            show.map(ShowTrend::pictures).orElse(List.of()),
            show.map(ShowTrend::tables).orElse(List.of())));
    return "laboratory/trends";
  }

  /// A chart as CSV or SVG, a table as CSV.
  @GetMapping(value = "/laboratory/trends", params = "format")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      Page page,
      @ModelAttribute TrendAsked asked,
      @RequestParam String format,
      @RequestParam(defaultValue = "") String chart,
      @RequestParam(defaultValue = "") String table) {
    if (!isSubstance(asked.substance())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    ShowTrend show = trend(asked, page);
    return table.isEmpty()
        ? show.pictures().stream()
            .filter(one -> one.code().equals(chart))
            .findFirst()
            .map(one ->
                ChartFile.answer(
                    one.chart(),
                    page,
                    "trend-" + chart,
                    one.caveat() + " " + one.citation(),
                    format))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
        : show.tables().stream()
            .filter(one -> one.code().equals(table))
            .findFirst()
            .map(TrendPages::file)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ResponseEntity<byte[]> file(TrendTable table) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("trend-" + table.code() + ".csv")
                .build()
                .toString())
        .body(table.csv());
  }

  private ShowTrend trend(TrendAsked asked, Page page) {
    Map<String, TrendCounts> counts = new LinkedHashMap<>();
    origins(asked).forEach(origin -> counts.put(origin, disclose.of(asked.of(origin))));
    return new ShowTrend(
        trends,
        substances,
        words(page),
        asked,
        formula(asked.substance()),
        StillComing.after(clock.instant()),
        Collections.unmodifiableMap(counts));
  }

  private static boolean isSubstance(String key) {
    try {
      SubstanceId.parse(key);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<String> formula(String key) {
    return SubstanceId.parse(key) instanceof SubstanceId.Structure(String inchiKey)
        ? registry.registry().findByKey(inchiKey).map(Substance::formula)
        : Optional.empty();
  }

  /// The one that was asked for; else all that have a sample.
  private List<String> origins(TrendAsked asked) {
    return ReadTrends.ORIGINS.stream()
        .filter(
            one -> asked.origin().equals(one) || (asked.isOf(one) && trends.isTold(asked.of(one))))
        .toList();
  }

  private ResultWords words(Page page) {
    return new ResultWords(page, registry.registry());
  }

  private List<MostFound> mostFound(TrendAsked asked, Page page) {
    return origins(asked).stream()
        .map(origin ->
            new MostFound(
                page.t("laboratory.origin." + origin),
                analysed(disclose.analysed(asked.of(origin)), page),
                trends.mostFound(asked.of(origin)).stream()
                    .limit(MOST_FOUND)
                    .map(one ->
                        new Found(
                            substances.nameOf(one.substance(), page.locale()),
                            asked.address(one.substance()),
                            // A sum of all places would say what its months hold back.
                            DiscloseTrends.isOfPeople(origin) ? "" : page.number(one.samples())))
                    .toList()))
        .toList();
  }

  private static String analysed(ShownCount samples, Page page) {
    if (samples.whole()) {
      return page.t("laboratory.trends.samples-of", samples.least());
    }
    return samples.least() == 0
        ? page.t("laboratory.trends.samples-of.hidden")
        : page.t("laboratory.trends.samples-of.at-least", page.number(samples.least()));
  }

  private static List<Option> options(
      Page page, String any, List<String> values, UnaryOperator<String> name) {
    Collator collator = Collator.getInstance(page.locale());
    return Stream.concat(
            Stream.of(new Option("", page.t(any))),
            values.stream()
                .limit(MOST_OPTIONS)
                .map(value -> new Option(value, name.apply(value)))
                .sorted(Comparator.comparing(Option::label, collator::compare)))
        .toList();
  }
}

package org.tripoint.node.desks.laboratory.pages;

import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.lists.ReadPublished;
import org.tripoint.node.desks.laboratory.pages.CountTable.Counted;
import org.tripoint.node.desks.laboratory.pages.CountTable.Period;
import org.tripoint.node.desks.laboratory.pages.ResultViews.Cells;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.CsvLine;
import org.tripoint.node.web.Option;
import org.tripoint.node.web.Page;

/// Counts of laboratories' reports as their publishers gave them, by substance, half-year and
/// place.
@Controller
class PublishedPages {

  private static final int MOST_ROWS = 60;
  private static final int MOST_PERIODS = 12;

  private final ReadPublished published;
  private final ReadSubstances substances;
  private final ReadRegistry registry;

  PublishedPages(ReadPublished published, ReadSubstances substances, ReadRegistry registry) {
    this.published = published;
    this.substances = substances;
    this.registry = registry;
  }

  @GetMapping("/laboratory/published")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  String show(
      Page page,
      Model model,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String substance,
      @RequestParam(defaultValue = "") String place) {
    model.addAttribute("view", view(page, choice, substance, place));
    return "laboratory/published";
  }

  /// What is shown, as CSV.
  @GetMapping(value = "/laboratory/published", params = "format=csv")
  @RolesAllowed({
    Role.Names.ANALYST,
    Role.Names.STEWARD,
    Role.Names.ADMINISTRATOR,
    Role.Names.AUDITOR
  })
  ResponseEntity<byte[]> export(
      Page page,
      @RequestParam(defaultValue = "") String choice,
      @RequestParam(defaultValue = "") String substance,
      @RequestParam(defaultValue = "") String place) {
    PublishedView view = view(page, choice, substance, place);
    StringBuilder text = new StringBuilder(CsvLine.forSpreadsheets(view.heads()));
    view.rows().forEach(row -> text.append(CsvLine.forSpreadsheets(row.texts())));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("published-counts.csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private PublishedView view(Page page, String askedChoice, String substance, String place) {
    List<String> choices = published.choices();
    String choice =
        choices.contains(askedChoice)
            ? askedChoice
            : choices.stream().findFirst().orElse(askedChoice);
    UnaryOperator<String> places = new ResultWords(page, registry.registry())::place;
    UnaryOperator<String> names = key -> substances.nameOf(key, page.locale());
    CountTable table = CountTable.of(published.reports(choice, substance, place));
    List<Period> periods = table.periods().stream().limit(MOST_PERIODS).toList();
    UnaryOperator<String> rowName = substance.isEmpty() ? names : places;
    return new PublishedView(
        choices.stream()
            .map(one ->
                new Option(one, one.isEmpty() ? page.t("laboratory.published.no-choice") : one))
            .toList(),
        choice,
        options(page, published.substances(choice), names),
        substance,
        options(page, published.places(choice), places),
        place,
        title(page, substance, place, names, places),
        heads(page, substance, periods),
        table.rows().stream()
            .limit(MOST_ROWS)
            .map(row -> row(page, row, periods, rowName))
            .toList(),
        leftOut(page, table),
        page.with("format", ""));
  }

  private static String title(
      Page page,
      String substance,
      String place,
      UnaryOperator<String> names,
      UnaryOperator<String> places) {
    String of = substance.isEmpty() ? page.t("laboratory.published.all") : names.apply(substance);
    return place.isEmpty()
        ? page.t("laboratory.published.of", of)
        : page.t("laboratory.published.of-in", of, places.apply(place));
  }

  private static List<String> heads(Page page, String substance, List<Period> periods) {
    List<String> heads = new ArrayList<>();
    heads.add(page.t(substance.isEmpty() ? "proof.field.substance" : "proof.field.place"));
    for (Period period : periods) {
      heads.add(
          page.t(
              "laboratory.published.period",
              page.month(java.time.YearMonth.from(period.from())),
              page.month(java.time.YearMonth.from(period.to()))));
    }
    return heads;
  }

  private static Cells row(
      Page page, Counted row, List<Period> periods, UnaryOperator<String> name) {
    List<String> cells = new ArrayList<>(List.of(name.apply(row.key())));
    for (Period period : periods) {
      Long reports = row.reports().get(period);
      cells.add(reports == null ? "–" : page.number(reports));
    }
    return new Cells(cells);
  }

  private static String leftOut(Page page, CountTable table) {
    int rows = Math.max(0, table.rows().size() - MOST_ROWS);
    int periods = Math.max(0, table.periods().size() - MOST_PERIODS);
    return rows + periods == 0 ? "" : page.t("laboratory.published.more", rows, periods);
  }

  private static List<Option> options(Page page, List<String> values, UnaryOperator<String> name) {
    Collator collator = Collator.getInstance(page.locale());
    return Stream.concat(
            Stream.of(new Option("", page.t("laboratory.any"))),
            values.stream()
                .map(value -> new Option(value, name.apply(value)))
                .sorted(Comparator.comparing(Option::label, collator::compare)))
        .toList();
  }
}

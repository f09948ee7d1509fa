package org.tripoint.node.desks.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tripoint.engines.chemistry.coverage.Coverage;
import org.tripoint.engines.chemistry.coverage.Ground;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.engines.chemistry.registry.Substance;
import org.tripoint.node.desks.law.ControlMatrix.Row;
import org.tripoint.node.desks.law.MatrixView.CellView;
import org.tripoint.node.desks.law.MatrixView.EntryView;
import org.tripoint.node.desks.law.MatrixView.RowView;
import org.tripoint.node.desks.law.MatrixView.TurnView;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.node.substances.RegistryWords;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SliceByKey;

/// A page of the matrix.
@Component
class ShowMatrix {

  private static final int ROWS = 50;

  private final ControlMatrix matrix;
  private final ReadRegistry registry;
  private final LawEntries entries;

  ShowMatrix(ControlMatrix matrix, ReadRegistry registry, LawEntries entries) {
    this.entries = entries;
    this.matrix = matrix;
    this.registry = registry;
  }

  MatrixView show(MatrixQuery asked, Page page) {
    RegistryWords words = new RegistryWords(page);
    Map<String, LawReview> reviews = reviews();
    List<Row> all = matrix.on(asked.day());
    Map<String, Map<Jurisdiction, ControlOutcome>> before = new HashMap<>();
    matrix
        .on(asked.day().minusDays(1))
        .forEach(row -> before.put(row.substance().id(), row.outcomes()));
    Set<String> turned = new HashSet<>();
    for (Row row : all) {
      if (!row.outcomes().equals(before.get(row.substance().id()))) {
        turned.add(row.substance().id());
      }
    }
    List<Row> some = filtered(all, turned, asked, words);
    SliceByKey<Row> shown = SliceByKey.of(some, row -> row.substance().id(), asked.after(), ROWS);
    return new MatrixView(
        asked.day().toString(),
        page.day(asked.day()),
        turns(asked, page),
        words.families(all.stream().map(Row::substance).toList()),
        asked.family(),
        asked.find(),
        asked.changed(),
        turned.size(),
        Arrays.stream(Jurisdiction.values()).map(words::jurisdiction).toList(),
        shown.rows().stream()
            .map(row -> row(row, asked.changed() ? before : Map.of(), reviews, words))
            .toList(),
        page.t("substances.registry.total", some.size()),
        shown.first() ? "" : asked.behind("").address(),
        shown.next().isEmpty() ? "" : asked.behind(shown.next()).address());
  }

  private List<Row> filtered(
      List<Row> all, Set<String> turned, MatrixQuery asked, RegistryWords words) {
    Map<String, Row> fitting = new HashMap<>();
    Set<String> found = new HashSet<>();
    registry.registry().listNamedLike(asked.find()).forEach(one -> found.add(one.id()));
    all.stream()
        .filter(row -> asked.family().isEmpty() || row.substance().family().equals(asked.family()))
        .filter(row -> asked.find().isEmpty() || found.contains(row.substance().id()))
        .filter(row -> !asked.changed() || turned.contains(row.substance().id()))
        .forEach(row -> fitting.put(row.substance().id(), row));
    List<Row> sorted = new ArrayList<>();
    words
        .sorted(fitting.values().stream().map(Row::substance).toList())
        .forEach(one -> Optional.ofNullable(fitting.get(one.id())).ifPresent(sorted::add));
    return sorted;
  }

  private TurnView turns(MatrixQuery asked, Page page) {
    LocalDate day = asked.day();
    List<LocalDate> turns = matrix.turns();
    int at =
        IntStream.range(0, turns.size()).filter(i -> !turns.get(i).isAfter(day)).max().orElse(0);
    Optional<LocalDate> earlier =
        turns.stream().filter(one -> one.isBefore(day)).max(Comparator.naturalOrder());
    Optional<LocalDate> later = turns.stream().filter(one -> one.isAfter(day)).findFirst();
    return new TurnView(
        turns.stream().map(LocalDate::toString).toList(),
        at,
        earlier.map(one -> asked.on(one).address()).orElse(""),
        earlier.map(page::day).orElse(""),
        later.map(one -> asked.on(one).address()).orElse(""),
        later.map(page::day).orElse(""));
  }

  private static RowView row(
      Row row,
      Map<String, Map<Jurisdiction, ControlOutcome>> before,
      Map<String, LawReview> reviews,
      RegistryWords words) {
    Map<Jurisdiction, ControlOutcome> then = before.getOrDefault(row.substance().id(), Map.of());
    List<CellView> cells = new ArrayList<>();
    row.answers()
        .forEach((jurisdiction, coverage) -> {
          ControlOutcome now = ControlOutcome.of(coverage);
          ControlOutcome was = then.getOrDefault(jurisdiction, now);
          cells.add(
              cell(
                  jurisdiction,
                  coverage,
                  was == now ? "" : words.page().t("law.was", words.outcome(was)),
                  reviewed(reviews, row.substance(), jurisdiction, words.page()),
                  words));
        });
    return new RowView(
        row.substance().id(),
        words.name(row.substance()),
        words.family(row.substance().family()),
        cells);
  }

  private static String reviewed(
      Map<String, LawReview> reviews, Substance one, Jurisdiction jurisdiction, Page page) {
    LawReview last = reviews.get(one.inchiKey() + "/" + jurisdiction);
    return last == null
        ? ""
        : page.t("law.cell.last", page.t("law.verdict." + last.verdict()), last.reviewer());
  }

  /// The last review of each answer, by substance and jurisdiction.
  private Map<String, LawReview> reviews() {
    Map<String, LawReview> last = new HashMap<>();
    for (LawEntries.Kept<LawReview> kept : entries.list(LawReview.KIND)) {
      LawReview review = kept.content();
      last.putIfAbsent(review.substance() + "/" + review.jurisdiction(), review);
    }
    return last;
  }

  private static CellView cell(
      Jurisdiction jurisdiction,
      Coverage coverage,
      String was,
      String reviewed,
      RegistryWords words) {
    ControlOutcome outcome = ControlOutcome.of(coverage);
    return new CellView(
        jurisdiction.name(),
        words.jurisdiction(jurisdiction),
        words.outcome(outcome),
        outcome.tone(),
        was,
        reviewed,
        coverage.grounds().stream()
            .map(Ground::cited)
            .flatMap(Optional::stream)
            .distinct()
            .map(cited -> entry(cited, words))
            .toList());
  }

  static EntryView entry(Ground.Cited cited, RegistryWords words) {
    return new EntryView(
        cited.entry(),
        words.dates(cited.validity()),
        words.certainty(cited.validity()),
        cited.validity().source());
  }
}

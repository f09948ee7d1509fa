package org.tripoint.node.desks.seizures.pages;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.counts.CountCube;
import org.tripoint.node.desks.seizures.doubles.DoubleReports;
import org.tripoint.node.desks.seizures.lists.Cursor;
import org.tripoint.node.desks.seizures.lists.EventRow;
import org.tripoint.node.desks.seizures.lists.Field;
import org.tripoint.node.desks.seizures.lists.FigureRow;
import org.tripoint.node.desks.seizures.lists.ListPage;
import org.tripoint.node.desks.seizures.lists.MapPoints;
import org.tripoint.node.desks.seizures.lists.Order;
import org.tripoint.node.desks.seizures.lists.Places;
import org.tripoint.node.desks.seizures.lists.SeizureCells;
import org.tripoint.node.desks.seizures.lists.SeizureCounts;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.SeizureLists;
import org.tripoint.node.desks.seizures.pages.ListView.ColumnChoice;
import org.tripoint.node.desks.seizures.pages.ListView.Head;
import org.tripoint.node.desks.seizures.pages.ListView.Row;
import org.tripoint.node.metrics.NewestReleases;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.Tab;
import org.tripoint.node.web.charts.Chart;

/// Puts together what the seizures page shows for what was asked.
@Component
class SeizureListing {

  static final int PAGE_SIZE = 50;

  /// The source shown first when nobody has chosen: it covers the whole agency.
  private static final String USUAL_SOURCE = "us-cbp-nationwide";

  private final SeizureLists lists;
  private final SeizureCounts counts;
  private final SeizureCells cells;
  private final MapPoints points;
  private final ReadSubstances substances;
  private final DoubleReports doubles;
  private final Places places;
  private final NewestReleases releases;

  SeizureListing(
      SeizureLists lists,
      SeizureCounts counts,
      SeizureCells cells,
      MapPoints points,
      ReadSubstances substances,
      DoubleReports doubles,
      Places places,
      NewestReleases releases) {
    this.releases = releases;
    this.places = places;
    this.lists = lists;
    this.counts = counts;
    this.cells = cells;
    this.points = points;
    this.substances = substances;
    this.doubles = doubles;
  }

  /// What was asked, with a source chosen when published figures are asked for: their sources are
  /// never added.
  Asked settle(Asked asked) {
    if (!asked.figures() || !asked.valueOf(Field.SOURCE).isEmpty()) {
      return asked;
    }
    List<String> sources = cells.valuesOf("seizure-figures", Field.SOURCE);
    String source =
        sources.contains(USUAL_SOURCE) || sources.isEmpty() ? USUAL_SOURCE : sources.getFirst();
    Asked settled = asked.with(Field.SOURCE, source);
    return settled.startingAt(asked.after(), asked.before());
  }

  SeizureFilter filterOf(Asked asked) {
    return asked.filter(substances::keysOf, places::valuesOf);
  }

  ListView view(Page page, Asked asked) {
    Names names = new Names(page, substances);
    return asked.figures() ? figures(names, asked) : events(names, asked);
  }

  private ListView events(Names names, Asked asked) {
    SeizureFilter filter = filterOf(asked);
    Page page = names.page();
    EventAnswer answer = new EventAnswer(names, cells, points, places, asked, filter, releases);
    SeizureCounts.Counted events = counts.countEvents(filter);
    long merged = counts.countMerged(filter);
    ListPage<EventRow> found =
        page(asked, (after, order) -> lists.pageOfEvents(filter, after, order, PAGE_SIZE));
    List<Chart> charts = answer.charts();
    List<String> notes = new ArrayList<>();
    if (!asked.at().isEmpty() && charts.isEmpty() && events.number() > 0) {
      notes.add(page.t("seizures.note.no-series"));
    }
    notes.add(page.t("seizures.note.apart"));
    return view(
        names,
        asked,
        Columns.EVENTS,
        found,
        row -> "/seizures/events/" + row.record(),
        row -> row.cursor(asked.order()),
        lead(page, events, merged, monthsOf(filter)),
        notes,
        answer.tables(),
        answer.isDeclared() ? "" : asked.address("/seizures/amounts"),
        charts,
        number(page, events),
        events.exact() ? "" : asked.address("/seizures/count"),
        leftOut(page, asked, events.number()));
  }

  /// Months that hold what the filter names, as far as cells can tell; else those of the period.
  private NavigableMap<YearMonth, ?> monthsOf(SeizureFilter filter) {
    boolean ofThings = filter.asksForItems() && cells.isDeclaredForThings(filter);
    return ofThings ? cells.eventsOfThingsSeries(filter) : cells.eventSeries(filter);
  }

  private static String lead(
      Page page, SeizureCounts.Counted events, long merged, NavigableMap<YearMonth, ?> months) {
    String period = period(page, months);
    if (!events.exact()) {
      return page.t("seizures.lead.more", page.number(events.number()), period);
    }
    return merged == 0
        ? page.t("seizures.lead.events", events.number(), period)
        : page.t("seizures.lead.merged", events.number(), merged, events.number() - merged, period);
  }

  private static String period(Page page, NavigableMap<YearMonth, ?> months) {
    if (months.isEmpty()) {
      return page.t("seizures.period.none");
    }
    return page.t("seizures.period", page.month(months.firstKey()), page.month(months.lastKey()));
  }

  private static String number(Page page, SeizureCounts.Counted number) {
    return number.exact()
        ? page.t("seizures.total", number.number())
        : page.t("seizures.total.more", page.number(number.number()));
  }

  private ListView figures(Names names, Asked asked) {
    SeizureFilter filter = filterOf(asked);
    Page page = names.page();
    FigureAnswer answer = new FigureAnswer(names, cells, asked, filter, releases);
    ListPage<FigureRow> found =
        page(asked, (after, order) -> lists.pageOfFigures(filter, after, order, PAGE_SIZE));
    NavigableMap<YearMonth, ?> months = cells.figureSeries(filter);
    List<String> notes = new ArrayList<>();
    boolean weekly = isWeekly(asked);
    if (weekly) {
      notes.add(page.t("seizures.note.weeks"));
      notes.add(page.t("seizures.note.counts-apart"));
    } else if (cells.valuesOf("seizure-figures", Field.SOURCE).size() > 1) {
      notes.add(page.t("seizures.note.overlap"));
    }
    notes.add(page.t("seizures.note.events-by-drug"));
    if (!weekly) {
      notes.add(page.t("seizures.note.areas"));
    }
    boolean holdsAny = !cells.valuesOf("seizure-figures", Field.SOURCE).isEmpty();
    if (!holdsAny) {
      notes.clear();
    }
    String lead =
        months.isEmpty()
            ? holdsAny ? page.t("seizures.figures.none") : ""
            : page.t(
                "seizures.figures.lead",
                page.number(
                    cells.figureTotal(filter).getOrDefault("kilograms", java.math.BigDecimal.ZERO),
                    1),
                names.source(asked.valueOf(Field.SOURCE)),
                period(page, months));
    return view(
        names,
        asked,
        columnsOfFigures(asked),
        found,
        row -> "/seizures/figures/" + row.record(),
        row -> row.cursor(asked.order()),
        lead,
        notes,
        answer.tables(page.t(weekly ? "seizures.figures.by-thing" : "seizures.figures.by-drug")),
        "",
        answer.charts(),
        "",
        "",
        "");
  }

  /// Every column that figures of the source asked for have.
  List<Column<FigureRow>> columnsOfFigures(Asked asked) {
    return isWeekly(asked) ? Columns.COUNTS : Columns.FIGURES;
  }

  /// True when the source asked for publishes weekly counts.
  boolean isWeekly(Asked asked) {
    return cells.valuesOf(CountCube.NAME, Field.SOURCE).contains(asked.valueOf(Field.SOURCE));
  }

  /// Long lists by an amount end with the last row that states one.
  private static String leftOut(Page page, Asked asked, long events) {
    boolean isLong = asked.order().isByAmount() && events >= SeizureCounts.LIMIT;
    return isLong ? page.t("seizures.order.left-out") : "";
  }

  private interface Fetch<R> {
    ListPage<R> rows(Optional<Cursor> after, Order order);
  }

  /// The page asked for: rows after the cursor, or, going back, the rows before it turned round.
  private static <R> ListPage<R> page(Asked asked, Fetch<R> fetch) {
    if (asked.before().isEmpty()) {
      return fetch.rows(asked.after(), asked.order());
    }
    ListPage<R> back = fetch.rows(asked.before(), asked.order().backwards());
    return new ListPage<>(back.rows().reversed(), back.hasMore(), back.partial());
  }

  private <R> ListView view(
      Names names,
      Asked asked,
      List<Column<R>> all,
      ListPage<R> found,
      Function<R, String> link,
      Function<R, Cursor> cursor,
      String lead,
      List<String> notes,
      List<ListView.AmountTable> tables,
      String amounts,
      List<Chart> charts,
      String total,
      String count,
      String left) {
    Page page = names.page();
    List<Column<R>> columns = Columns.chosen(all, asked.columns());
    List<Row> rows =
        found.rows().stream()
            .map(row ->
                new Row(
                    link.apply(row),
                    columns.stream().map(c -> c.text().apply(names, row)).toList()))
            .toList();
    boolean goesBack = asked.before().isPresent();
    boolean hasNewer = goesBack ? found.hasMore() : asked.after().isPresent();
    boolean hasOlder = goesBack || found.hasMore();
    String newer = "";
    String older = "";
    if (!found.rows().isEmpty()) {
      Cursor first = cursor.apply(found.rows().getFirst());
      Cursor last = cursor.apply(found.rows().getLast());
      newer = hasNewer ? asked.startingAt(Optional.empty(), Optional.of(first)).address() : "";
      older = hasOlder ? asked.startingAt(Optional.of(last), Optional.empty()).address() : "";
    }
    Map<String, String> kept = new LinkedHashMap<>();
    if (asked.figures()) {
      kept.put("view", "figures");
    }
    if (!asked.columns().isEmpty()) {
      kept.put("columns", String.join(",", asked.columns()));
    }
    Map<String, String> parameters = asked.parameters();
    parameters.remove("columns");
    if (parameters.containsKey("sort")) {
      kept.put("sort", parameters.getOrDefault("sort", ""));
    }
    Asked whole = asked.startingAt(Optional.empty(), Optional.empty());
    return new ListView(
        asked.figures(),
        List.of(
            new Tab(page.t("seizures.tab.events"), asked.view(false).address(), !asked.figures()),
            new Tab(page.t("seizures.tab.figures"), asked.view(true).address(), asked.figures())),
        new Choices(names, cells, places, asked).list(),
        asked.from() == null ? "" : asked.from().toString(),
        asked.to() == null ? "" : asked.to().toString(),
        kept,
        parameters,
        lead,
        notes,
        tables,
        amounts,
        charts,
        columns.stream().map(c -> head(page, whole, c)).toList(),
        rows,
        found.partial() ? page.t("seizures.order.partial", SeizureCounts.LIMIT) : left,
        asked.order().equals(Order.NEWEST_FIRST),
        all.stream()
            .map(c ->
                new ColumnChoice(c.id(), page.t("seizures.column." + c.id()), columns.contains(c)))
            .toList(),
        newer,
        older,
        total,
        asked.figures() ? Asked.PATH + "?view=figures" : Asked.PATH,
        whole.address(),
        count,
        isFiltered(asked),
        doubles.countOpen());
  }

  /// Whether a wider filter could show more: not where this node holds nothing of the kind.
  private boolean isFiltered(Asked asked) {
    boolean holdsAny =
        asked.figures()
            ? !cells.valuesOf("seizure-figures", Field.SOURCE).isEmpty()
            : !cells.valuesOf("seizure-events", Field.COUNTRY).isEmpty();
    return holdsAny && (!asked.at().isEmpty() || asked.from() != null || asked.to() != null);
  }

  private static Head head(Page page, Asked asked, Column<?> column) {
    String label = page.t("seizures.column." + column.id());
    if (column.sort() == null) {
      return new Head(label, column.number(), "", "");
    }
    boolean sorted = asked.order().key() == column.sort();
    Order next = sorted ? asked.order().reversed() : Order.mostFirst(column.sort());
    String way = asked.order().descending() ? "descending" : "ascending";
    return new Head(label, column.number(), asked.ordered(next).address(), sorted ? way : "none");
  }
}

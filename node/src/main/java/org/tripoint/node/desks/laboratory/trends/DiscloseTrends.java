package org.tripoint.node.desks.laboratory.trends;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.lists.TrendQuestion;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.trends.TrendCounts.Counted;
import org.tripoint.node.desks.laboratory.trends.TrendCounts.Samples;
import org.tripoint.node.desks.laboratory.trends.TrendCounts.Seen;
import org.tripoint.node.metrics.disclosure.CountTable;
import org.tripoint.node.metrics.disclosure.CountTable.Line;
import org.tripoint.node.metrics.disclosure.CountTable.Unit;
import org.tripoint.node.metrics.disclosure.DiscloseCounts;
import org.tripoint.node.metrics.disclosure.DisclosedTable;
import org.tripoint.vocabulary.PartialDate;

/// The one way from counts of samples to a page of trends.
///
/// Samples of seizures and other things are shown as they are counted. Of people's samples the same
/// tables are disclosed whatever is asked: for each calendar year the months by area and over all
/// areas, and what was found together by whole years of all areas. Everything else shown of them,
/// such as the months of a question, is added up from what these tables show, so that no choice of
/// months or place tells more.
@Component
class DiscloseTrends {

  private static final YearMonth FIRST = YearMonth.of(1900, 1);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  private final ReadTrends trends;
  private final DiscloseCounts disclosure;

  DiscloseTrends(ReadTrends trends, DiscloseCounts disclosure) {
    this.trends = trends;
    this.disclosure = disclosure;
  }

  static boolean isOfPeople(String origin) {
    return origin.equals(ReadTrends.INFRARED) || SampleOrigin.valueOf(origin).isOfPeople();
  }

  int threshold() {
    return disclosure.threshold();
  }

  /// What may be shown of one origin.
  TrendCounts of(TrendQuestion asked) {
    return isOfPeople(asked.origin()) ? ofPeople(asked) : ofThings(asked);
  }

  /// Samples that were analysed; the question's substance does not matter.
  ShownCount analysed(TrendQuestion asked) {
    return isOfPeople(asked.origin())
        ? sum(within(asked, analysedByArea(asked).getOrDefault(asked.area(), new TreeMap<>())))
        : ShownCount.of(trends.analysed(asked));
  }

  private TrendCounts ofThings(TrendQuestion asked) {
    SortedMap<YearMonth, Samples> months = new TreeMap<>();
    trends
        .samples(asked)
        .forEach((month, one) ->
            months.put(
                month,
                new Samples(
                    ShownCount.of(one.looked()),
                    ShownCount.of(one.found()),
                    ShownCount.of(one.outside()))));
    return new TrendCounts(
        months,
        ShownCount.of(trends.analysed(asked)),
        ShownCount.of(trends.found(asked)),
        whole(trends.foundWith(asked)),
        whole(trends.foundIn(asked)),
        whole(trends.soldAs(asked)),
        trends.seen(asked).stream()
            .map(one ->
                new Seen(
                    one.area(),
                    PartialDate.day(one.first()),
                    PartialDate.day(one.last()),
                    ShownCount.of(one.samples())))
            .toList(),
        1);
  }

  private static List<Counted> whole(List<ReadTrends.Counted> all) {
    return all.stream()
        .map(one -> new Counted(one.substance(), ShownCount.of(one.samples())))
        .toList();
  }

  private TrendCounts ofPeople(TrendQuestion asked) {
    Map<String, SortedMap<YearMonth, ShownCount>> analysed = analysedByArea(asked);
    Map<String, SortedMap<YearMonth, Samples>> months = samplesByArea(asked);
    TrendQuestion years = wholeYears(asked, analysed.getOrDefault("", new TreeMap<>()));
    SortedMap<YearMonth, Samples> everywhere = months.getOrDefault("", new TreeMap<>());
    return new TrendCounts(
        within(asked, months.getOrDefault(asked.area(), new TreeMap<>())),
        sum(within(asked, analysed.getOrDefault(asked.area(), new TreeMap<>()))),
        within(years, everywhere).values().stream()
            .map(Samples::with)
            .reduce(ShownCount.NONE, ShownCount::plus),
        byYear(years, trends::foundWith),
        byYear(years, trends::foundIn),
        byYear(years, trends::soldAs),
        seen(months),
        threshold() + 1);
  }

  private static <T> SortedMap<YearMonth, T> within(
      TrendQuestion asked, SortedMap<YearMonth, T> months) {
    return months.subMap(asked.from(), asked.to().plusMonths(1));
  }

  private static ShownCount sum(SortedMap<YearMonth, ShownCount> months) {
    return months.values().stream().reduce(ShownCount.NONE, ShownCount::plus);
  }

  /// The years of the question in which samples were analysed, whole and over all areas.
  private static TrendQuestion wholeYears(
      TrendQuestion asked, SortedMap<YearMonth, ShownCount> analysed) {
    int from = asked.from().getYear();
    int to = asked.to().getYear();
    if (!analysed.isEmpty()) {
      from = Math.max(from, analysed.firstKey().getYear());
      to = Math.max(from, Math.min(to, analysed.lastKey().getYear()));
    } else {
      to = from;
    }
    return question(asked, "", YearMonth.of(from, 1), YearMonth.of(to, 12));
  }

  private static TrendQuestion question(
      TrendQuestion asked, String area, YearMonth from, YearMonth to) {
    return new TrendQuestion(asked.substance(), asked.origin(), area, from, to);
  }

  /// No two of these counts add up to anything that is shown.
  private List<Counted> byYear(
      TrendQuestion years, Function<TrendQuestion, List<ReadTrends.Counted>> read) {
    Map<String, ShownCount> sums = new HashMap<>();
    for (int year = years.from().getYear(); year <= years.to().getYear(); year++) {
      TrendQuestion one = question(years, "", YearMonth.of(year, 1), YearMonth.of(year, 12));
      for (ReadTrends.Counted counted : read.apply(one)) {
        ShownCount shown = ShownCount.of(disclosure.discloseAlone(counted.samples()));
        sums.merge(counted.substance(), shown, ShownCount::plus);
      }
    }
    return sums.entrySet().stream()
        .map(one -> new Counted(one.getKey(), one.getValue()))
        .sorted(
            Comparator.comparingLong((Counted one) -> -one.samples().least())
                .thenComparing(Counted::substance))
        .toList();
  }

  private static List<Seen> seen(Map<String, SortedMap<YearMonth, Samples>> byArea) {
    List<Seen> seen = new ArrayList<>();
    byArea.forEach((area, months) -> {
      List<YearMonth> some =
          months.entrySet().stream()
              .filter(one -> !one.getValue().with().isZero())
              .map(Map.Entry::getKey)
              .toList();
      if (!area.isEmpty() && !some.isEmpty()) {
        seen.add(
            new Seen(
                area,
                PartialDate.month(some.getFirst()),
                PartialDate.month(some.getLast()),
                months.values().stream()
                    .map(Samples::with)
                    .reduce(ShownCount.NONE, ShownCount::plus)));
      }
    });
    return seen.stream()
        .sorted(Comparator.comparing(Seen::first).thenComparing(Seen::area))
        .toList();
  }

  /// By area, "" for all of them together.
  private Map<String, SortedMap<YearMonth, ShownCount>> analysedByArea(TrendQuestion asked) {
    Map<String, SortedMap<YearMonth, Long>> counts = new TreeMap<>();
    for (String area : trends.areas(asked.origin())) {
      counts.put(area, trends.analysedByMonth(question(asked, area, FIRST, LAST)));
    }
    return disclose(asked.origin() + ":looked", counts);
  }

  private Map<String, SortedMap<YearMonth, Samples>> samplesByArea(TrendQuestion asked) {
    Map<String, SortedMap<YearMonth, ReadTrends.Samples>> counts = new TreeMap<>();
    for (String area : trends.areas(asked.origin())) {
      counts.put(area, trends.samples(question(asked, area, FIRST, LAST)));
    }
    String origin = asked.origin();
    String of = ":" + asked.substance();
    Map<String, SortedMap<YearMonth, Samples>> all = new TreeMap<>();
    // Whatever was looked for is one series, so that equal counts are held back alike.
    add(
        disclose(origin + ":looked", each(counts, ReadTrends.Samples::looked)),
        n -> new Samples(n, ShownCount.NONE, ShownCount.NONE),
        all);
    add(
        disclose(origin + ":found" + of, each(counts, ReadTrends.Samples::found)),
        n -> new Samples(ShownCount.NONE, n, ShownCount.NONE),
        all);
    add(
        disclose(origin + ":outside" + of, each(counts, ReadTrends.Samples::outside)),
        n -> new Samples(ShownCount.NONE, ShownCount.NONE, n),
        all);
    return all;
  }

  private static Map<String, SortedMap<YearMonth, Long>> each(
      Map<String, SortedMap<YearMonth, ReadTrends.Samples>> counts,
      ToLongFunction<ReadTrends.Samples> measure) {
    Map<String, SortedMap<YearMonth, Long>> each = new TreeMap<>();
    counts.forEach((area, months) -> {
      SortedMap<YearMonth, Long> some = new TreeMap<>();
      months.forEach((month, samples) -> some.put(month, measure.applyAsLong(samples)));
      each.put(area, some);
    });
    return each;
  }

  private static void add(
      Map<String, SortedMap<YearMonth, ShownCount>> shown,
      Function<ShownCount, Samples> as,
      Map<String, SortedMap<YearMonth, Samples>> all) {
    shown.forEach((area, months) ->
        months.forEach((month, count) ->
            all.computeIfAbsent(area, one -> new TreeMap<>())
                .merge(month, as.apply(count), Samples::plus)));
  }

  /// Year by year the months of each area and, under "", of all; those without a sample are absent.
  private Map<String, SortedMap<YearMonth, ShownCount>> disclose(
      String series, Map<String, SortedMap<YearMonth, Long>> counts) {
    SortedSet<Integer> years = new TreeSet<>();
    counts
        .values()
        .forEach(months ->
            months.forEach((month, count) -> {
              if (count > 0) {
                years.add(month.getYear());
              }
            }));
    Map<String, SortedMap<YearMonth, ShownCount>> shown = new TreeMap<>();
    for (int year : years) {
      CountTable table = table(series, year, counts);
      DisclosedTable disclosed = disclosure.discloseWithoutTotals(table, Set.of());
      for (int row = 0; row < table.rows().size(); row++) {
        for (int column = 0; column < table.columns().size(); column++) {
          ShownCount count = ShownCount.of(disclosed.at(row, column));
          if (!count.isZero()) {
            shown
                .computeIfAbsent(table.rows().get(row).label(), area -> new TreeMap<>())
                .put(YearMonth.of(year, column + 1), count);
          }
        }
      }
    }
    return shown;
  }

  private static CountTable table(
      String series, int year, Map<String, SortedMap<YearMonth, Long>> counts) {
    List<YearMonth> months =
        IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month)).toList();
    Map<Unit, Long> units = new HashMap<>();
    SortedSet<String> areas = new TreeSet<>();
    counts.forEach((area, byMonth) ->
        months.forEach(month -> {
          long count = byMonth.getOrDefault(month, 0L);
          if (count > 0) {
            areas.add(area);
            units.put(new Unit(area, month.toString()), count);
          }
        }));
    List<Line> rows = new ArrayList<>(areas.stream().map(Line::of).toList());
    rows.add(new Line("", areas));
    return new CountTable(
        "trends:" + series,
        rows,
        months.stream().map(month -> Line.of(month.toString())).toList(),
        units);
  }
}

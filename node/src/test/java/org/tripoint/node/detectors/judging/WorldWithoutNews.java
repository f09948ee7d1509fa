package org.tripoint.node.detectors.judging;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.DetectorSetting;
import org.tripoint.node.detectors.Method;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.adjacency.Neighbours;
import org.tripoint.node.detectors.judging.Judgement.Why;
import org.tripoint.node.detectors.series.Periods;
import org.tripoint.node.detectors.series.Tally;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.substances.FindIdentity;
import org.tripoint.vocabulary.SubstanceId;

/// A simulated market in which nothing new happens: how often first sightings and combinations
/// alarm all the same. Prints rows of `detectors/false-alarm-rates.csv`.
///
/// *First sightings.* A place where 150 substances have been there all along, each reported at a
/// constant rate, from once in ten years to ten times a week, evenly on the log scale. The first
/// report of a rare one, looked for all the time, is a true report and nothing new. Judged are the
/// second and the third year after the place was heard of first; the rate is a place's in a period.
///
/// *Combinations.* A laboratory with 40 items a week, each of one of 30 substances by a law of
/// ranks (the share falls with the rank), half of them with one or more of 8 adulterants, where
/// every substance has its own habitual adulterant. Judged are the second and the third year; the
/// rate is a judged pair's in a period.
final class WorldWithoutNews {

  /// Fewest reports that were measured.
  static final List<Integer> LEAST = List.of(1, 2, 3, 5, 10);

  private static final LocalDate START = LocalDate.of(2020, 1, 6);
  private static final int YEARS = 3;

  private static final int SUBSTANCES = 150;
  private static final double RAREST_A_YEAR = 0.1;
  private static final double COMMONEST_A_YEAR = 520;

  private static final int ITEMS_A_YEAR = 2_080;
  private static final int MAIN = 30;
  private static final int BESIDE = 8;

  private WorldWithoutNews() {}

  /// Counts by periods of one length; every name is an identity of its own.
  private record By(Step step, List<String> dimensions) implements Watch {
    @Override
    public String name() {
      return "simulated";
    }

    @Override
    public Set<String> kinds() {
      return Set.of("none");
    }

    @Override
    public boolean absentIsZero() {
      return true;
    }

    @Override
    public List<Counted> factsOf(RecordVersion version) {
      return List.of();
    }
  }

  private static final FindIdentity AS_NAMED =
      new FindIdentity() {
        @Override
        public SubstanceId identityOf(SubstanceId reported) {
          return reported;
        }

        @Override
        public long revision() {
          return 1;
        }
      };

  /// False alarms among what could alarm.
  record Rate(long alarms, long among) {

    double each() {
      return (double) alarms / among;
    }

    Rate plus(Rate other) {
      return new Rate(alarms + other.alarms, among + other.among);
    }
  }

  /// Alarms of first sightings among a place's periods.
  static Rate first(Step step, int least, SplittableRandom random) {
    List<String> dimensions = List.of(Watch.COUNTRY, Watch.SUBSTANCE);
    int periods = YEARS * step.perYear();
    Map<List<String>, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();
    for (int i = 0; i < SUBSTANCES; i++) {
      double log =
          Math.log(RAREST_A_YEAR)
              + random.nextDouble() * Math.log(COMMONEST_A_YEAR / RAREST_A_YEAR);
      double mean = Math.exp(log) / step.perYear();
      NavigableMap<LocalDate, Tally> its = new TreeMap<>();
      for (int period = 0; period < periods; period++) {
        int reports = poisson(mean, random);
        if (reports > 0) {
          its.put(day(step, period), new Tally(reports, reports));
        }
      }
      counts.put(List.of("CA", "isomer:s" + i), its);
    }
    SeriesOfSetting series = series(Method.FIRST_SIGHTING, step, dimensions, least, counts);
    long alarms = 0;
    for (List<String> at : counts.keySet()) {
      alarms +=
          series.judge(at, day(step, step.perYear()), day(step, periods - 1)).stream()
              .filter(Judgement::alarm)
              .count();
    }
    return new Rate(alarms, (long) (YEARS - 1) * step.perYear());
  }

  /// Alarms of combinations among the judged pairs of a laboratory's periods, by the fewest reports
  /// that were measured: which pairs are looked at changes nothing of the others.
  static Map<Integer, Rate> combinations(Step step, SplittableRandom random) {
    List<String> dimensions = List.of(Watch.COUNTRY, Watch.COMBINATION);
    int periods = YEARS * step.perYear();
    Map<List<String>, NavigableMap<LocalDate, Tally>> counts = new HashMap<>();
    for (int period = 0; period < periods; period++) {
      int items = poisson((double) ITEMS_A_YEAR / step.perYear(), random);
      for (int item = 0; item < items; item++) {
        count(counts, day(step, period), item(random));
      }
    }
    SeriesOfSetting series = series(Method.COMBINATION, step, dimensions, 1, counts);
    Map<Integer, Rate> rates = new TreeMap<>();
    for (List<String> at : counts.keySet()) {
      for (Judgement one : series.judge(at, day(step, step.perYear()), day(step, periods - 1))) {
        int observed = one.why() instanceof Why.Together together ? together.observed() : 0;
        LEAST.stream()
            .filter(least -> observed >= least)
            .forEach(least -> rates.merge(least, new Rate(one.alarm() ? 1 : 0, 1), Rate::plus));
      }
    }
    return rates;
  }

  /// The substances of one item, in their order.
  private static List<String> item(SplittableRandom random) {
    int main = ranked(MAIN, random);
    Set<String> parts = new TreeSet<>(List.of("isomer:m" + main));
    if (random.nextBoolean()) {
      boolean habitual = random.nextInt(3) > 0;
      parts.add("isomer:a" + (habitual ? main % BESIDE : ranked(BESIDE, random)));
      if (random.nextInt(4) == 0) {
        parts.add("isomer:a" + ranked(BESIDE, random));
      }
    }
    return List.copyOf(parts);
  }

  /// A number from 0 whose chance falls with its rank.
  private static int ranked(int most, SplittableRandom random) {
    double sum = 0;
    for (int i = 1; i <= most; i++) {
      sum += 1.0 / i;
    }
    double rest = random.nextDouble() * sum;
    for (int i = 0; i < most - 1; i++) {
      rest -= 1.0 / (i + 1);
      if (rest < 0) {
        return i;
      }
    }
    return most - 1;
  }

  /// Counts an item as a laboratory's watch does: by itself, by each part, by each pair.
  private static void count(
      Map<List<String>, NavigableMap<LocalDate, Tally>> counts, LocalDate day, List<String> parts) {
    List<String> names = new ArrayList<>(parts);
    names.add(Watch.ANY);
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        names.add(parts.get(i) + Watch.BESIDE + parts.get(j));
      }
    }
    names.forEach(name ->
        counts
            .computeIfAbsent(List.of("CA", name), at -> new TreeMap<>())
            .merge(day, new Tally(1, 1), Tally::plus));
  }

  private static SeriesOfSetting series(
      Method method,
      Step step,
      List<String> dimensions,
      int least,
      Map<List<String>, NavigableMap<LocalDate, Tally>> counts) {
    DetectorSetting setting =
        new DetectorSetting(
            "simulated",
            method,
            "simulated",
            dimensions,
            true,
            new BigDecimal("0.002"),
            new BigDecimal("0.2"),
            least,
            "ana",
            Instant.EPOCH);
    Watch watch = new By(step, dimensions);
    Frame frame = new Frame(day(step, 0), day(step, YEARS * step.perYear() - 1), new TreeMap<>());
    SeriesOfSetting series =
        new SeriesOfSetting(
            setting,
            watch,
            new Grouping(setting, watch, AS_NAMED),
            Map.of("CA", frame),
            Neighbours.shipped());
    counts.forEach(series::add);
    return series;
  }

  private static LocalDate day(Step step, int period) {
    return Periods.after(step, Periods.startOf(step, START), period);
  }

  /// A Poisson count, by the waiting times between events.
  private static int poisson(double mean, SplittableRandom random) {
    int count = 0;
    double time = -Math.log(1 - random.nextDouble());
    while (time < mean) {
      count++;
      time -= Math.log(1 - random.nextDouble());
    }
    return count;
  }

  /// The rates over some worlds, each of its own seed, by fewest reports.
  static Map<Integer, Rate> measured(Method method, Step step, int worlds) {
    Map<Integer, Rate> sums = new TreeMap<>();
    for (int world = 0; world < worlds; world++) {
      long seed = 43_000_000_000L + world;
      if (method == Method.COMBINATION) {
        combinations(step, new SplittableRandom(seed))
            .forEach((least, rate) -> sums.merge(least, rate, Rate::plus));
      } else {
        LEAST.forEach(
            least -> sums.merge(least, first(step, least, new SplittableRandom(seed)), Rate::plus));
      }
    }
    return sums;
  }

  /// Prints the rows. Arguments: method, how many worlds, lengths of periods.
  public static void main(String[] arguments) {
    Method method = Method.valueOf(arguments[0]);
    for (String step : List.of(arguments).subList(2, arguments.length)) {
      measured(method, Step.valueOf(step), Integer.parseInt(arguments[1]))
          .forEach((least, rate) ->
              System.out.printf(
                  Locale.ROOT,
                  "%s|%s|%d|%.6f (%d of %d)%n",
                  method,
                  step,
                  least,
                  rate.each(),
                  rate.alarms(),
                  rate.among()));
    }
  }
}

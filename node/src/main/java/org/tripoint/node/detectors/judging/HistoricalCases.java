package org.tripoint.node.detectors.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.engines.surveillance.series.Step;
import org.tripoint.node.detectors.ShippedRows;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.detectors.series.ReadCounts;
import org.tripoint.node.detectors.series.ReadCounts.Listed;
import org.tripoint.node.substances.FindIdentity;
import org.tripoint.node.substances.ReadRegistry;
import org.tripoint.vocabulary.SubstanceId;

/// What the world learnt late, `detectors/historical-cases.csv`, and since when the series of this
/// node know the same substances.
@Component
public class HistoricalCases {

  private static final List<Case> SHIPPED =
      ShippedRows.of("/detectors/historical-cases.csv").stream()
          .map(row ->
              new Case(
                  row.get(0),
                  List.of(row.get(1).split(";", -1)),
                  row.get(2),
                  row.get(3),
                  row.get(4),
                  row.get(5)))
          .toList();

  private final Watches watches;
  private final ReadCounts counts;
  private final FindIdentity identities;
  private final ReadRegistry registry;

  HistoricalCases(
      Watches watches, ReadCounts counts, FindIdentity identities, ReadRegistry registry) {
    this.watches = watches;
    this.counts = counts;
    this.identities = identities;
    this.registry = registry;
  }

  /// A case.
  ///
  /// @param substances ids of the registry
  /// @param by who said so first in public
  /// @param act how, a word of `detectors.act.…`
  /// @param on a day, a month or a year
  /// @param coverage by public data, a word of `detectors.coverage.…`
  public record Case(
      String id, List<String> substances, String by, String act, String on, String coverage) {
    public Case {
      substances = List.copyOf(substances);
    }
  }

  /// The first report of a case's substances in the series of one watch.
  ///
  /// @param fromTheBeginning true when the watch's series begin with it, so that it was never new
  public record FirstReport(String watch, Step step, LocalDate period, boolean fromTheBeginning) {}

  /// A case with what the node's own series say.
  ///
  /// @param substances their keys
  public record Known(Case its, List<String> substances, List<FirstReport> firsts) {}

  /// In the order of their days.
  public List<Known> list() {
    List<Map<String, LocalDate>> firsts = new ArrayList<>();
    List<Watch> watched =
        watches.list().stream().filter(one -> one.dimensions().contains(Watch.SUBSTANCE)).toList();
    watched.forEach(watch -> firsts.add(firstsOf(watch)));
    List<Known> known = new ArrayList<>();
    for (Case one : SHIPPED) {
      List<String> keys = keysOf(one);
      List<FirstReport> its = new ArrayList<>();
      for (int i = 0; i < watched.size(); i++) {
        Map<String, LocalDate> all = firsts.get(i);
        LocalDate first = earliest(keys.stream().filter(all::containsKey).map(all::get).toList());
        if (first != null) {
          boolean begins = first.equals(earliest(all.values()));
          its.add(new FirstReport(watched.get(i).name(), watched.get(i).step(), first, begins));
        }
      }
      known.add(new Known(one, keys, its));
    }
    return known;
  }

  private List<String> keysOf(Case one) {
    return one.substances().stream()
        .flatMap(id -> registry.registry().findById(id).stream())
        .map(substance -> new SubstanceId.Structure(substance.inchiKey()).key())
        .toList();
  }

  /// The first period of each substance of a watch, by identity.
  private Map<String, LocalDate> firstsOf(Watch watch) {
    int position = watch.dimensions().indexOf(Watch.SUBSTANCE);
    Map<String, String> identity = new HashMap<>();
    Map<String, LocalDate> firsts = new HashMap<>();
    for (Listed one : counts.list(watch)) {
      LocalDate first = one.first();
      if (first != null) {
        String key =
            identity.computeIfAbsent(
                one.at().get(position),
                value -> identities.identityOf(SubstanceId.parse(value)).key());
        firsts.merge(key, first, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return firsts;
  }

  private static @Nullable LocalDate earliest(Collection<? extends @Nullable LocalDate> days) {
    return days.stream().filter(Objects::nonNull).min(LocalDate::compareTo).orElse(null);
  }
}

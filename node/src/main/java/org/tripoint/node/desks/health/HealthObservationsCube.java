package org.tripoint.node.desks.health;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;
import org.tripoint.vocabulary.ReportedNumber;

/// Published health figures as cells, so that a metric finds one by its place and month.
///
/// Not a sum: a cell whose five dimensions are all named holds one record in the month its period
/// ends (weeks that end in it are added), and a filter that leaves one open adds what overlaps. A
/// definition names all five. Figures by sex, age or type of drug are left out. `value` counts only
/// where `reported_n` is above 0: else the cell is suppressed, not available or only predicted.
/// `pending` is the per cent that its source had under investigation when it published the figure.
@Component
final class HealthObservationsCube implements Cube {

  @Override
  public String name() {
    return "health-observations";
  }

  @Override
  public String kind() {
    return HealthObservation.KIND.name();
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(
        new Dimension("country", true, true).toldApart(),
        new Dimension("jurisdiction", true).toldApart(),
        new Dimension("indicator", true).toldApart(),
        new Dimension("measure", true, true).toldApart(),
        new Dimension("period_kind", true, true).toldApart());
  }

  @Override
  public List<String> measures() {
    return List.of(
        "value",
        "predicted",
        "pending",
        "reported_n",
        "predicted_n",
        "suppressed_n",
        "not_available_n");
  }

  /// False: these are figures that their offices have published, after their own suppression.
  @Override
  public boolean health() {
    return false;
  }

  @Override
  public boolean published() {
    return true;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version
        .content(HealthObservation.KIND)
        .filter(HealthObservation::isForEveryone)
        .map(o -> List.of(new Fact(o.period().endMonth(), at(o), amounts(o))))
        .orElse(List.of());
  }

  private static Map<String, String> at(HealthObservation o) {
    return Map.of(
        "country", o.country().code(),
        "jurisdiction", o.jurisdiction().key(),
        "indicator", o.indicator().key(),
        "measure", o.measure().name(),
        "period_kind", o.period().kind().name());
  }

  private static Map<String, BigDecimal> amounts(HealthObservation o) {
    Map<String, BigDecimal> amounts = new TreeMap<>(amounts(o.figure()));
    Completeness completeness = o.completeness();
    ReportedNumber pending = completeness == null ? null : completeness.percentPending();
    if (pending != null) {
      amounts.put("pending", pending.value());
    }
    return amounts;
  }

  private static Map<String, BigDecimal> amounts(Figure figure) {
    return switch (figure) {
      case Figure.Reported(ReportedNumber value, var predicted) ->
          predicted == null
              ? Map.of("value", value.value(), "reported_n", BigDecimal.ONE)
              : Map.of(
                  "value",
                  value.value(),
                  "reported_n",
                  BigDecimal.ONE,
                  "predicted",
                  predicted.value(),
                  "predicted_n",
                  BigDecimal.ONE);
      case Figure.Predicted(ReportedNumber value) ->
          Map.of("predicted", value.value(), "predicted_n", BigDecimal.ONE);
      case Figure.Suppressed suppressed -> Map.of("suppressed_n", BigDecimal.ONE);
      case Figure.NotAvailable missing -> Map.of("not_available_n", BigDecimal.ONE);
    };
  }
}

package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// A cube of figures that agencies have published.
abstract class PublishedFigures implements Cube {

  private final String name;
  private final List<Dimension> dimensions;
  private final List<String> measures;

  PublishedFigures(String name, List<Dimension> dimensions, List<String> measures) {
    this.name = name;
    this.dimensions = List.copyOf(dimensions);
    this.measures = List.copyOf(measures);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String kind() {
    return PublishedSeizureFigure.KIND.name();
  }

  @Override
  public final List<Dimension> dimensions() {
    return dimensions;
  }

  @Override
  public final List<String> measures() {
    return measures;
  }

  @Override
  public final boolean health() {
    return false;
  }

  @Override
  public final boolean published() {
    return true;
  }

  @Override
  public final List<Fact> factsOf(RecordVersion version) {
    return version.content(PublishedSeizureFigure.KIND).stream()
        .flatMap(figure -> facts(version.header().source(), figure))
        .toList();
  }

  /// What one figure says in this cube; nothing where it is of another sort.
  abstract Stream<Fact> facts(String source, PublishedSeizureFigure figure);

  /// The events, and the mass where there is one.
  static Map<String, BigDecimal> amounts(PublishedSeizureFigure figure) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    amounts.put("events", figure.events().value());
    if (figure.mass() != null) {
      amounts.put("kilograms", figure.mass().kilograms());
    }
    return amounts;
  }
}

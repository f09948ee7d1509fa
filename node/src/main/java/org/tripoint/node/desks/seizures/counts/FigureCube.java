package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Published figures by source, drug heading, part of the agency and area. Sources may overlap one
/// another: who adds names the source. Events are counted once for each drug, so they are not added
/// over drugs. Weekly figures count in the month of their Thursday; what is no substance stands
/// under its heading.
@Component
class FigureCube implements Cube {

  @Override
  public String name() {
    return "seizure-figures";
  }

  @Override
  public String kind() {
    return PublishedSeizureFigure.KIND.name();
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(
        new Dimension("country", true),
        new Dimension("source", true),
        new Dimension("substance", true),
        new Dimension("agency", true),
        new Dimension("area", false));
  }

  @Override
  public List<String> measures() {
    return List.of("kilograms", "events");
  }

  @Override
  public boolean health() {
    return false;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(PublishedSeizureFigure.KIND).stream()
        .map(figure -> fact(version.header().source(), figure))
        .toList();
  }

  private static Fact fact(String source, PublishedSeizureFigure figure) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    amounts.put("events", figure.events().value());
    if (figure.mass() != null) {
      amounts.put("kilograms", figure.mass().kilograms());
    }
    return new Fact(
        figure.month(),
        Map.of(
            "country", figure.country().code(),
            "source", source,
            "substance", figure.subject(),
            "agency", figure.component(),
            "area", figure.area().code()),
        amounts);
  }
}

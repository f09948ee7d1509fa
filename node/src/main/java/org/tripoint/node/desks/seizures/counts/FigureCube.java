package org.tripoint.node.desks.seizures.counts;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;

/// Published figures by source, drug heading, part of the agency and area. Sources may overlap one
/// another: who adds names the source. Events are counted once for each drug, so they are not added
/// over drugs. Weekly figures count in the month of their Thursday; what is no substance stands
/// under its heading.
@Component
class FigureCube extends PublishedFigures {

  FigureCube() {
    super(
        "seizure-figures",
        List.of(
            new Dimension("country", true).toldApart(),
            new Dimension("source", true).toldApart(),
            new Dimension("substance", true),
            new Dimension("agency", true),
            new Dimension("area", false)),
        List.of("kilograms", "events"));
  }

  @Override
  Stream<Fact> facts(String source, PublishedSeizureFigure figure) {
    return Stream.of(
        new Fact(
            figure.month(),
            Map.of(
                "country", figure.country().code(),
                "source", source,
                "substance", figure.subject(),
                "agency", figure.component(),
                "area", figure.area().code()),
            amounts(figure)));
  }
}

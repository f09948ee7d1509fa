package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.CountedThing;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;

/// Weekly counts of seizures by source, substance, shape and how far they were established, in the
/// month of the week's Thursday. An agency's counts and its records tell of the same seizures and
/// are never added: who uses both says up to which month the counts go. Events are counted once for
/// each thing, so they are not added over things.
@Component
public class CountCube extends PublishedFigures {

  public static final String NAME = "seizure-counts";

  CountCube() {
    super(
        NAME,
        List.of(
            new Dimension("country", true).toldApart(),
            new Dimension("source", true).toldApart(),
            new Dimension("substance", true),
            new Dimension("form", true, true),
            new Dimension("count_basis", true, true),
            new Dimension("site_class", true, true)),
        List.of("events", "kilograms", "litres", "tablets", "devices", "sites"));
  }

  @Override
  Stream<Fact> facts(String source, PublishedSeizureFigure figure) {
    CountedThing thing = figure.thing();
    if (thing == null) {
      return Stream.empty();
    }
    Map<String, String> at =
        Map.of(
            "country", figure.country().code(),
            "source", source,
            "substance", figure.subject(),
            "form", thing.form().name(),
            "count_basis", thing.countBasis().name(),
            "site_class", thing.siteClass().name());
    return Stream.of(new Fact(figure.month(), at, amounts(figure, thing)));
  }

  private static Map<String, BigDecimal> amounts(
      PublishedSeizureFigure figure, CountedThing thing) {
    Map<String, BigDecimal> amounts = amounts(figure);
    if (thing.volume() != null) {
      amounts.put("litres", thing.volume().litres());
    }
    if (thing.count() != null) {
      switch (thing.count().of()) {
        case TABLET -> amounts.put("tablets", thing.count().amount());
        case DEVICE -> amounts.put("devices", thing.count().amount());
        case SITE -> amounts.put("sites", thing.count().amount());
        case CAPSULE, DOSE, PLANT, PIECE, EVENT, VEHICLE, FIREARM, PERSON, SAMPLE -> {}
      }
    }
    return amounts;
  }
}

package org.tripoint.node.desks.seizures.counts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.CountedElsewhere;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Events by who reports them, those that people found to be one counted once in each country: a
/// report adds one, and its being counted elsewhere takes it off again.
@Component
final class EventsOnceCube implements Cube {

  private static final String EVENTS = "events";

  @Override
  public String name() {
    return "seizure-events-once";
  }

  @Override
  public String kind() {
    return Seizure.KIND.name();
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Seizure.KIND.name(), CountedElsewhere.KIND.name());
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(new Dimension("country", true).toldApart(), new Dimension("agency", true));
  }

  @Override
  public List<String> measures() {
    return List.of(EVENTS);
  }

  @Override
  public boolean health() {
    return false;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.header().kind().equals(CountedElsewhere.KIND.name())
        ? version.content(CountedElsewhere.KIND).stream().map(EventsOnceCube::takenOff).toList()
        : version.content(Seizure.KIND).stream().map(EventsOnceCube::counted).toList();
  }

  private static Fact counted(Seizure seizure) {
    return fact(
        SeizureCube.monthOf(seizure), seizure.country().code(), seizure.agency(), BigDecimal.ONE);
  }

  private static Fact takenOff(CountedElsewhere report) {
    return fact(report.month(), report.country().code(), report.agency(), BigDecimal.ONE.negate());
  }

  private static Fact fact(YearMonth month, String country, String agency, BigDecimal events) {
    return new Fact(month, Map.of("country", country, "agency", agency), Map.of(EVENTS, events));
  }
}

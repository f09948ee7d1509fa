package org.tripoint.node.desks.laboratory;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.metrics.Cube;

/// Samples by health authority, expected drug and what was found in them.
///
/// A sample may hold several substances. Its own fact, with the finding `*`, counts it once under
/// `samples`; each different substance in it adds a fact that counts under `samples_with_finding`.
/// So `samples` adds up over everything, and `samples_with_finding` is read at one finding and
/// never added over findings.
@Component
final class DrugCheckSamplesCube implements Cube {

  /// The finding that stands for the sample itself.
  static final String SAMPLE = "*";

  private static final String UNKNOWN = "?";

  @Override
  public String name() {
    return "drug-check-samples";
  }

  @Override
  public String kind() {
    return DrugCheckSample.KIND.name();
  }

  @Override
  public List<Dimension> dimensions() {
    return List.of(
        new Dimension("country", true).toldApart(),
        new Dimension("place", true),
        new Dimension("expected", false),
        new Dimension("finding", true));
  }

  @Override
  public List<String> measures() {
    return List.of("samples", "samples_with_finding");
  }

  /// True: a small count may point at a person.
  @Override
  public boolean health() {
    return true;
  }

  @Override
  public List<Fact> factsOf(RecordVersion version) {
    return version.content(DrugCheckSample.KIND).map(DrugCheckSamplesCube::facts).orElse(List.of());
  }

  private static List<Fact> facts(DrugCheckSample sample) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(sample, SAMPLE, "samples"));
    Set<String> found = new LinkedHashSet<>();
    sample.identified().forEach(substance -> found.add(substance.key()));
    found.forEach(key -> facts.add(fact(sample, key, "samples_with_finding")));
    return facts;
  }

  private static Fact fact(DrugCheckSample sample, String finding, String measure) {
    return new Fact(
        YearMonth.from(sample.date()),
        Map.of(
            "country",
            sample.country().code(),
            "place",
            sample.healthAuthority() == null ? UNKNOWN : sample.healthAuthority().key(),
            "expected",
            sample.expected().substance().key(),
            "finding",
            finding),
        Map.of(measure, BigDecimal.ONE));
  }
}

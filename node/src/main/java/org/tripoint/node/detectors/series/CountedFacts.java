package org.tripoint.node.detectors.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.detectors.Watch;
import org.tripoint.node.detectors.Watch.Counted;
import org.tripoint.node.detectors.Watches;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The facts in a version, for every watch of its kind: read by the desk's watch while the content
/// is there, and out of what a purge carried once it is gone. What its originator does not let
/// others make figures of lies apart, by partner ([KeptUnder]).
@Component
class CountedFacts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Watches watches;

  CountedFacts(Watches watches) {
    this.watches = watches;
  }

  /// One fact of one watch.
  ///
  /// @param keptUnder the name under which its series is kept
  record Fact(Watch watch, String keptUnder, Counted counted) {}

  List<Fact> of(RecordVersion version) {
    if (!version.isHeld()) {
      return List.of();
    }
    Optional<RecordVersion.Emptied> emptied = version.emptied();
    if (emptied.isPresent()) {
      String carried = emptied.get().carried().get(SeriesReader.NAME);
      return carried == null ? List.of() : parse(carried, version.header());
    }
    List<Fact> facts = new ArrayList<>();
    for (Watch watch : watches.list()) {
      if (watch.kinds().contains(version.header().kind())) {
        watch
            .factsOf(version)
            .forEach(counted ->
                facts.add(
                    new Fact(
                        watch,
                        KeptUnder.nameOf(watch, version.header()),
                        checked(watch, counted))));
      }
    }
    return facts;
  }

  /// Facts as canonical JSON: members by name.
  String write(List<Fact> facts) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Fact fact : facts) {
      items.add(
          new TreeMap<>(
              Map.of(
                  "at",
                  fact.counted().at(),
                  "day",
                  fact.counted().day().toString(),
                  "lookedFor",
                  fact.counted().lookedFor(),
                  "reports",
                  fact.counted().reports(),
                  "watch",
                  fact.watch().name())));
    }
    return JSON.writeValueAsString(items);
  }

  private List<Fact> parse(String carried, VersionHeader header) {
    List<Fact> facts = new ArrayList<>();
    for (JsonNode item : JSON.readTree(carried)) {
      List<String> at = new ArrayList<>();
      item.get("at").forEach(value -> at.add(value.stringValue()));
      Watch watch = watches.get(item.get("watch").stringValue());
      facts.add(
          new Fact(
              watch,
              KeptUnder.nameOf(watch, header),
              new Counted(
                  LocalDate.parse(item.get("day").stringValue()),
                  at,
                  item.get("reports").intValue(),
                  item.get("lookedFor").intValue())));
    }
    return facts;
  }

  private static Counted checked(Watch watch, Counted counted) {
    if (counted.at().size() != watch.dimensions().size()) {
      throw new IllegalStateException(
          "expected values for " + watch.dimensions() + ", found " + counted.at());
    }
    return counted;
  }
}

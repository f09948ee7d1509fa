package org.tripoint.node.desks.liaison;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.DecideForReader;
import org.tripoint.node.sharing.SharingDecision;
import org.tripoint.node.sharing.SharingDecision.Allowed;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.node.web.ListValues;
import org.tripoint.node.web.Page;
import org.tripoint.node.web.SayRecord;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.NamesSource;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records as the officers of an audience may have them now: those that sharing refuses are left
/// out, of the others no more than the parts it gives.
@Component
class ShowRecords {

  private final ReadLedger ledger;
  private final RecordKinds kinds;
  private final DecideForReader sharing;
  private final ListValues values;
  private final ObjectProvider<SayRecord<?>> sayings;
  private final Here here;

  ShowRecords(
      ReadLedger ledger,
      RecordKinds kinds,
      DecideForReader sharing,
      ListValues values,
      ObjectProvider<SayRecord<?>> sayings,
      Here here) {
    this.ledger = ledger;
    this.kinds = kinds;
    this.sharing = sharing;
    this.values = values;
    this.sayings = sayings;
    this.here = here;
  }

  /// What may be done with a record that somebody would hand over.
  ///
  /// @param decision empty when there is no such record
  record Checked(RecordId record, Optional<SharingDecision> decision) {
    boolean mayGo() {
      return decision.filter(Allowed.class::isInstance).isPresent();
    }
  }

  /// In the order asked for.
  ///
  /// @param audience bit of the audience
  List<Shown> show(List<RecordId> records, int audience, Page page) {
    Map<RecordId, RecordVersion> standing = standing(records);
    List<Shown> shown = new ArrayList<>();
    for (RecordId record : records) {
      RecordVersion version = standing.get(record);
      if (version != null
          && sharing.decide(version, audience, day()) instanceof Allowed(Variant variant)) {
        shown.add(shown(version, variant, page));
      }
    }
    return shown;
  }

  /// Whether each might be handed to the audience.
  List<Checked> check(List<RecordId> records, int audience) {
    Map<RecordId, RecordVersion> standing = standing(records);
    return records.stream()
        .map(record ->
            new Checked(
                record,
                Optional.ofNullable(standing.get(record))
                    .map(version -> sharing.decide(version, audience, day()))))
        .toList();
  }

  /// The day on which sharing decides.
  private LocalDate day() {
    return LocalDate.ofInstant(here.now(), ZoneOffset.UTC);
  }

  private Map<RecordId, RecordVersion> standing(List<RecordId> records) {
    Map<RecordId, RecordVersion> standing = new HashMap<>();
    ledger
        .listStanding(Set.copyOf(records), Optional.empty())
        .forEach(version -> standing.put(version.header().record(), version));
    return standing;
  }

  private Shown shown(RecordVersion version, Variant variant, Page page) {
    String name = version.header().kind();
    boolean named = variant.naming() == Naming.SOURCE_NAMED;
    Map<Part, String> parts = new EnumMap<>(Part.class);
    Set<String> hidden = named ? Set.of() : namingSource(name);
    version
        .canonicalParts()
        .forEach((part, json) -> {
          if (variant.parts().contains(part)) {
            parts.put(part, without(json, hidden));
          }
        });
    return new Shown(
        version.header().record(),
        name,
        named ? version.header().source() : "",
        named ? line(version, page) : "",
        version.header().marking(),
        version.header().published(),
        values.list(name, parts, page));
  }

  private Set<String> namingSource(String kind) {
    Set<String> names = new HashSet<>();
    for (RecordComponent component :
        kinds.find(kind).map(Kind::contentType).orElseThrow().getRecordComponents()) {
      if (component.isAnnotationPresent(NamesSource.class)) {
        names.add(component.getName());
      }
    }
    return names;
  }

  private static String without(String json, Set<String> hidden) {
    if (hidden.isEmpty()) {
      return json;
    }
    JsonNode node = JsonMapper.shared().readTree(json);
    if (node instanceof ObjectNode object) {
      hidden.forEach(object::remove);
    }
    return node.toString();
  }

  private String line(RecordVersion version, Page page) {
    return sayings.stream()
        .filter(one -> one.kind().name().equals(version.header().kind()))
        .map(one -> line(one, version, page))
        .findFirst()
        .orElse("");
  }

  private static <C extends Record> String line(
      SayRecord<C> saying, RecordVersion version, Page page) {
    return version.content(saying.kind()).map(one -> saying.inShort(page, one)).orElse("");
  }
}

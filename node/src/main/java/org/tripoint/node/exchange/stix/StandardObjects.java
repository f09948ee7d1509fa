package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Outline;
import org.tripoint.vocabulary.Outlined;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.SubstanceId;

/// What stands beside an object of ours in the standard's own words, for programs that know nothing
/// of our extension:
///
/// | the kind's outline | beside it | shared by all that need it |
/// |---|---|---|
/// | an event | incident; relationships to our object, its place, its agency; note | location,
/// identity |
/// | a finding | one sighting for each substance; note | location, `tripoint-substance` |
/// | a report | report, which names our object, its place, its substances; note | location,
/// `tripoint-substance` |
/// | none | nothing | |
///
/// All is made of the open part alone. What is shared says no more than an entry of a list does: a
/// point, or the report's own words for a place, stand in a location of the record's own.
@Component
class StandardObjects {
  private static final int MOST_SUBSTANCES = 10;

  /// An object of ours with all that comes with it takes so many moments, whatever it says, so many
  /// of them before itself: what became of its content moves nothing that comes after.
  static final int MOMENTS = 40;

  static final int MOMENTS_BEFORE = MOST_SUBSTANCES + 2;

  private static final int MOST_OUTLINES = 10_000;
  private static final String ENGLISH = "en";

  private final KindForms forms;
  private final RecordKinds kinds;
  private final CommonObjects common;
  private final Authority authority;
  private final Map<Asked, Outline> outlines = new ConcurrentHashMap<>();

  StandardObjects(KindForms forms, RecordKinds kinds, CommonObjects common, Authority authority) {
    this.forms = forms;
    this.kinds = kinds;
    this.common = common;
    this.authority = authority;
  }

  /// One version as somebody is given it: with the names of its source, or without.
  private record Asked(long sequence, boolean named) {}

  /// One object without what all objects have.
  record Made(Beside beside, SortedMap<String, Object> members) {}

  /// True for kinds that have an outline.
  static boolean speakOf(Kind<?> kind) {
    return Outlined.class.isAssignableFrom(kind.contentType());
  }

  private Optional<Outline> outline(RecordVersion version, boolean named) {
    KindForm form = forms.find(version.header().kind()).orElseThrow();
    String open = version.canonicalParts().get(Part.OPEN);
    if (!speakOf(form.kind()) || version.emptied().isPresent() || open == null) {
      return Optional.empty();
    }
    if (outlines.size() > MOST_OUTLINES) {
      outlines.clear();
    }
    return Optional.of(
        outlines.computeIfAbsent(
            new Asked(version.header().sequence(), named),
            asked -> ((Outlined) kinds.parse(form.kind(), form.openAlone(open, named))).outline()));
  }

  /// What others refer to as well, each the same for everybody.
  List<FrozenObject> shared(RecordVersion version, Variant variant) {
    boolean named = variant.naming() == Naming.SOURCE_NAMED;
    List<FrozenObject> shared = new ArrayList<>();
    outline(version, named)
        .ifPresent(outline -> {
          if (isListed(outline.place())) {
            shared.add(common.place(outline.place()));
          }
          switch (outline) {
            case Outline.Event event -> {
              if (named) {
                shared.add(common.agency(event.country(), event.agency()));
              }
            }
            case Outline.Finding finding -> shared.addAll(substances(finding.substances()));
            case Outline.Report report -> shared.addAll(substances(report.substances()));
          }
        });
    return shared;
  }

  private List<FrozenObject> substances(List<SubstanceId> named) {
    return named.stream().limit(MOST_SUBSTANCES).map(common::substance).toList();
  }

  private static boolean isListed(Place place) {
    return place.point() == null && place.scheme() != PlaceScheme.AS_REPORTED;
  }

  /// What stands beside the object of this version.
  List<Made> beside(RecordVersion version, Variant variant, String owner) {
    boolean named = variant.naming() == Naming.SOURCE_NAMED;
    Optional<Outline> outline = outline(version, named);
    if (outline.isEmpty()) {
      return List.of();
    }
    Beside place = new Beside(owner, Beside.PLACE);
    List<Made> made = new ArrayList<>();
    String where = place.id();
    if (isListed(outline.get().place())) {
      where = common.place(outline.get().place()).id();
    } else {
      made.add(new Made(place, location(outline.get().place())));
    }
    Marking marking = version.header().marking();
    switch (outline.get()) {
      case Outline.Event event -> {
        made.addAll(incident(event, place, where, named));
        made.add(caveats(marking, place, List.of(place.sibling(Beside.INCIDENT).id(), owner)));
      }
      case Outline.Finding finding -> {
        for (FrozenObject substance : substances(finding.substances())) {
          made.add(sighting(finding.day(), substance.id(), place, where));
        }
        made.add(caveats(marking, place, List.of(owner)));
      }
      case Outline.Report report -> {
        made.add(report(report, place, where));
        made.add(caveats(marking, place, List.of(place.sibling(Beside.REPORT).id(), owner)));
      }
    }
    return made;
  }

  private List<Made> incident(Outline.Event event, Beside any, String where, boolean named) {
    SortedMap<String, Object> incident = new TreeMap<>();
    incident.put("name", event.name());
    incident.put("description", event.description());
    incident.put("lang", ENGLISH);
    List<Made> made = new ArrayList<>();
    made.add(new Made(any.sibling(Beside.INCIDENT), incident));
    made.add(relation(any.sibling(Beside.TO_RECORD), any.owner(), "The whole record"));
    made.add(relation(any.sibling(Beside.TO_PLACE), where, "Where it was"));
    if (named) {
      made.add(
          relation(
              any.sibling(Beside.TO_AGENCY),
              common.agency(event.country(), event.agency()).id(),
              "Reported by"));
    }
    return made;
  }

  /// The standard names no relationship of an incident but those that all objects have.
  private static Made relation(Beside beside, String target, String description) {
    SortedMap<String, Object> members = relation(beside, target);
    members.put("description", description);
    members.put("lang", ENGLISH);
    return new Made(beside, members);
  }

  private static SortedMap<String, Object> relation(Beside beside, String target) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("relationship_type", "related-to");
    members.put("source_ref", beside.sibling(Beside.INCIDENT).id());
    members.put("target_ref", target);
    return members;
  }

  private static Made sighting(LocalDate day, String substance, Beside any, String where) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("sighting_of_ref", substance);
    members.put("where_sighted_refs", List.of(where));
    members.put("count", 1);
    members.put("first_seen", Stix.timestamp(day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    members.put(
        "last_seen", Stix.timestamp(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    return new Made(any.sibling(Beside.FOUND + substance), members);
  }

  private Made report(Outline.Report report, Beside any, String where) {
    List<String> about = new ArrayList<>(List.of(any.owner(), where));
    substances(report.substances()).forEach(one -> about.add(one.id()));
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("name", report.title());
    if (!report.text().isBlank()) {
      members.put("description", report.text());
    }
    if (!report.labels().isEmpty()) {
      members.put("labels", report.labels());
    }
    members.put("published", Stix.timestamp(report.published()));
    members.put("object_refs", about);
    members.put("lang", ENGLISH);
    return new Made(any.sibling(Beside.REPORT), members);
  }

  private static Made caveats(Marking marking, Beside any, List<String> about) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("abstract", "Caveats of the originator");
    members.put("content", Caveats.of(marking));
    members.put("object_refs", about);
    members.put("lang", ENGLISH);
    return new Made(any.sibling(Beside.CAVEATS), members);
  }

  private static SortedMap<String, Object> location(Place place) {
    SortedMap<String, Object> members = CommonObjects.location(place);
    if (place.point() != null) {
      members.put("latitude", place.point().latitude());
      members.put("longitude", place.point().longitude());
      members.put("precision", place.point().precisionMetres());
    }
    return members;
  }

  /// A finding that a later version of its record no longer has: the standard's way to say that
  /// something was not seen.
  static SortedMap<String, Object> notFound(Beside finding) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("sighting_of_ref", finding.substance());
    members.put("count", 0);
    return members;
  }

  /// What the standard asks for even when an object is over, saying nothing of what it was.
  SortedMap<String, Object> ended(Beside beside) {
    SortedMap<String, Object> members = new TreeMap<>();
    switch (beside.type()) {
      case "incident" -> members.put("name", "Withdrawn");
      case "location" -> members.put("country", authority.country());
      case "relationship" -> members.putAll(relation(beside, beside.owner()));
      case "report" -> {
        members.put("name", "Withdrawn");
        members.put("published", Stix.timestamp(Instant.EPOCH));
        members.put("object_refs", List.of(beside.owner()));
      }
      case "note" -> {
        members.put("content", "Withdrawn by its originator.");
        members.put("object_refs", List.of(beside.owner()));
      }
      default -> members.put("sighting_of_ref", beside.owner());
    }
    return members;
  }
}

package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.SubstanceId;

/// Objects that others refer to: who made them, what they are, how far they may travel. Each has
/// one version, the same for every audience.
@Component
class CommonObjects {
  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
  private static final String TLP_CREATED = "2022-10-01T00:00:00.000Z";
  private static final int MOST = 10_000;

  private static final Map<Tlp, FrozenObject> TLP = new EnumMap<>(Tlp.class);

  static {
    TLP.put(Tlp.CLEAR, tlp("94868c89-83c2-464b-929b-a1a8aa3c8487", "clear"));
    TLP.put(Tlp.GREEN, tlp("bab4a63c-aed9-4cf5-a766-dfca5abac2bb", "green"));
    TLP.put(Tlp.AMBER, tlp("55d920b0-5e8b-4f79-9ee9-91f868d9b421", "amber"));
    TLP.put(Tlp.AMBER_STRICT, tlp("939a9414-2ddd-4d32-a0cd-375ea402b003", "amber+strict"));
    TLP.put(Tlp.RED, tlp("e828b379-4e03-4974-9ac4-e53a884c97c1", "red"));
  }

  private final Authority authority;
  private final List<FrozenObject> always;
  private final Map<String, FrozenObject> known = new ConcurrentHashMap<>();

  CommonObjects(Authority authority) {
    this.authority = authority;
    this.always =
        List.of(extensionCreator(), extensionDefinition(), identity(authority.id(), authority));
  }

  /// What every object of ours refers to.
  List<FrozenObject> always() {
    return always;
  }

  static String tlpId(Tlp tlp) {
    return of(tlp).id();
  }

  FrozenObject tlp(Tlp tlp) {
    return of(tlp);
  }

  private static FrozenObject of(Tlp tlp) {
    FrozenObject found = TLP.get(tlp);
    if (found == null) {
      throw new IllegalStateException("expected a marking definition for " + tlp);
    }
    return found;
  }

  /// The publisher whose record it is.
  FrozenObject source(String source) {
    return of(
        ObjectIds.source(authority.id(), source),
        () -> new TreeMap<>(Map.of("identity_class", "organization", "name", source)));
  }

  /// The agency that reports something.
  FrozenObject agency(Country country, String agency) {
    return of(
        ObjectIds.agency(authority.id(), country.code(), agency),
        () -> {
          SortedMap<String, Object> members = new TreeMap<>();
          members.put("identity_class", "organization");
          members.put("name", agency);
          members.put("description", "Agency, " + country.code());
          return members;
        });
  }

  /// A place that a list names.
  FrozenObject place(Place place) {
    return of(ObjectIds.place(authority.id(), place.key()), () -> location(place));
  }

  /// What every location says of a place.
  static SortedMap<String, Object> location(Place place) {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("name", place.code());
    members.put("country", place.country().code());
    place.admin1Code().ifPresent(code -> members.put("administrative_area", code));
    if (place.scheme() != PlaceScheme.COUNTRY && place.scheme() != PlaceScheme.ADMIN1) {
      members.put("description", "Code of " + place.scheme());
    }
    return members;
  }

  /// A substance by its key. The standard has no words for one.
  FrozenObject substance(SubstanceId substance) {
    return of(
        ObjectIds.substance(authority.id(), substance.key()),
        () -> {
          SortedMap<String, Object> extension = new TreeMap<>();
          extension.put("extension_type", "new-sdo");
          extension.put("key", substance.key());
          SortedMap<String, Object> extensions = new TreeMap<>();
          extensions.put(Stix.EXTENSION, extension);
          return new TreeMap<>(Map.of("extensions", extensions));
        });
  }

  private FrozenObject of(String id, Supplier<SortedMap<String, Object>> members) {
    if (known.size() > MOST) {
      known.clear();
    }
    return known.computeIfAbsent(
        id,
        name -> {
          SortedMap<String, Object> object = sdo(name);
          object.put("created_by_ref", authority.id());
          object.putAll(members.get());
          return frozen(name, object);
        });
  }

  private static FrozenObject identity(String id, Authority authority) {
    SortedMap<String, Object> object = sdo(id);
    object.put("created_by_ref", id);
    object.put("identity_class", "organization");
    object.put("name", authority.name());
    return frozen(id, object);
  }

  private static FrozenObject extensionCreator() {
    SortedMap<String, Object> object = sdo(Stix.EXTENSION_CREATOR);
    object.put("identity_class", "group");
    object.put("name", "Tripoint");
    return frozen(Stix.EXTENSION_CREATOR, object);
  }

  private static FrozenObject extensionDefinition() {
    SortedMap<String, Object> object = sdo(Stix.EXTENSION);
    object.put("created_by_ref", Stix.EXTENSION_CREATOR);
    object.put("name", "Tripoint records");
    object.put(
        "description",
        "Records of seizures, laboratory results, public health and the figures made of them, as"
            + " objects of the types tripoint-*, with the marking of their originator.");
    object.put(
        "schema",
        "One JSON Schema (2020-12) for each kind of record, shipped with the program in"
            + " docs/formats/stix and served by each node at /api/stix/schemas.");
    object.put("version", "1.0.0");
    object.put("extension_types", List.of("new-sdo"));
    return frozen(Stix.EXTENSION, object);
  }

  private static SortedMap<String, Object> sdo(String id) {
    SortedMap<String, Object> object = new TreeMap<>();
    object.put("id", id);
    object.put("type", typeOf(id));
    object.put("spec_version", Stix.SPEC_VERSION);
    object.put("created", Stix.timestamp(CREATED));
    object.put("modified", Stix.timestamp(CREATED));
    return object;
  }

  private static FrozenObject frozen(String id, SortedMap<String, Object> object) {
    return new FrozenObject(
        id, Stix.micros(CREATED), typeOf(id), CanonicalJson.bytes(object), null);
  }

  private static String typeOf(String id) {
    return id.substring(0, id.indexOf("--"));
  }

  private static FrozenObject tlp(String uuid, String level) {
    SortedMap<String, Object> extension = new TreeMap<>();
    extension.put("extension_type", "property-extension");
    extension.put("tlp_2_0", level);
    SortedMap<String, Object> extensions = new TreeMap<>();
    extensions.put(Stix.TLP_EXTENSION, extension);
    SortedMap<String, Object> object = new TreeMap<>();
    object.put("type", "marking-definition");
    object.put("spec_version", Stix.SPEC_VERSION);
    object.put("id", "marking-definition--" + uuid);
    object.put("created", TLP_CREATED);
    object.put("name", "TLP:" + level.toUpperCase(Locale.ROOT));
    object.put("extensions", extensions);
    return new FrozenObject(
        "marking-definition--" + uuid,
        Stix.micros(Instant.parse(TLP_CREATED)),
        "marking-definition",
        CanonicalJson.bytes(object),
        null);
  }
}

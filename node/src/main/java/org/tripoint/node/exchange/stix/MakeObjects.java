package org.tripoint.node.exchange.stix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.stix.FrozenObject.Rests;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Makes objects of versions. Equal questions give equal bytes, whoever asks and whatever else the
/// node holds.
@Component
class MakeObjects {
  private final KindForms forms;
  private final CommonObjects common;
  private final Authority authority;
  private final WriteMarking markings;
  private final StandardObjects standard;

  MakeObjects(
      KindForms forms,
      CommonObjects common,
      Authority authority,
      WriteMarking markings,
      StandardObjects standard) {
    this.forms = forms;
    this.common = common;
    this.authority = authority;
    this.markings = markings;
    this.standard = standard;
  }

  /// True for versions of a kind that this program knows; others it cannot write for anybody.
  boolean knows(VersionHeader header) {
    return forms.find(header.kind()).isPresent();
  }

  /// @throws IllegalStateException if this node does not know the kind
  KindForm form(VersionHeader header) {
    return forms
        .find(header.kind())
        .orElseThrow(() -> new IllegalStateException("expected a kind, found " + header.kind()));
  }

  /// The object of a version in a variant.
  ///
  /// @param id its id, see [ObjectIds#of]
  /// @param modified microseconds since 1970
  /// @param origin whose it is, where a partner gave it; without it nothing of a partner's is made
  FrozenObject of(
      RecordVersion version, Variant variant, String id, long modified, @Nullable Origin origin) {
    VersionHeader header = version.header();
    KindForm form = form(header);
    Map<Part, String> canonical = version.canonicalParts();
    Rests rests = new Rests(header.record(), header.sequence(), variant.code(), false, null);
    boolean isPartners = PartnerSource.partnerOf(header.source()) != null;
    if (version.emptied().isPresent()
        || !canonical.containsKey(Part.OPEN)
        || (isPartners && origin == null)) {
      return new FrozenObject(id, modified, form.type(), null, rests);
    }
    SortedMap<String, Object> extension = extension(form);
    extension.put("parts", variant.parts().stream().map(KindForm::nameOf).toList());
    extension.put("published", Stix.timestamp(header.published()));
    extension.put("marking", markings.write(header.marking()));
    if (isPartners && origin != null) {
      extension.put(
          "origin",
          new TreeMap<>(
              Map.of(
                  "country",
                  origin.country().code(),
                  "authority",
                  origin.authority(),
                  "object",
                  origin.object())));
      if (variant.naming() == Naming.SOURCE_NAMED) {
        extension.put("source", PartnerSource.nameOf(header.source()));
      }
    } else if (variant.naming() == Naming.SOURCE_NAMED) {
      extension.put("source", header.source());
      extension.put("source_ref", ObjectIds.source(authority.id(), header.source()));
    }
    String whole = ObjectIds.whole(form, header.record());
    if (!whole.equals(id)) {
      extension.put("derived_from_ref", whole);
    }
    extension.putAll(form.write(variant, canonical));
    SortedMap<String, Object> object =
        object(form.type(), id, header.record(), modified, header.marking());
    object.put("extensions", new TreeMap<>(Map.of(Stix.EXTENSION, extension)));
    return new FrozenObject(id, modified, form.type(), CanonicalJson.bytes(object), rests);
  }

  /// The last version of an object whose record was taken back from everybody: no content.
  ///
  /// @param called the version that is taken back
  FrozenObject tombstone(VersionHeader called, GivenEntry ended, long withdrawal, long modified) {
    SortedMap<String, Object> object =
        object(ended.type, ended.object, called.record(), modified, called.marking());
    if (ended.beside == null) {
      object.put("extensions", new TreeMap<>(Map.of(Stix.EXTENSION, extension(form(called)))));
    } else {
      object.putAll(standard.ended(ended.beside));
    }
    object.put("revoked", true);
    return new FrozenObject(
        ended.object,
        modified,
        ended.type,
        CanonicalJson.bytes(object),
        new Rests(called.record(), withdrawal, ended.variant, true, ended.beside));
  }

  /// Moments that an object of the kind takes with all that comes with it.
  int moments(VersionHeader header) {
    return StandardObjects.speakOf(form(header).kind()) ? StandardObjects.MOMENTS : 1;
  }

  /// What objects beside that of a version refer to, and others too.
  List<FrozenObject> shared(RecordVersion version, Variant variant) {
    return standard.shared(version, variant);
  }

  /// Moments of them that lie before the object itself.
  int momentsBefore(VersionHeader header) {
    return StandardObjects.speakOf(form(header).kind()) ? StandardObjects.MOMENTS_BEFORE : 0;
  }

  /// What stands beside the object of a version, without its own `modified`.
  List<StandardObjects.Made> beside(RecordVersion version, Variant variant, String owner) {
    return standard.beside(version, variant, owner);
  }

  /// A finding that the version no longer has.
  static StandardObjects.Made notFound(Beside finding) {
    return new StandardObjects.Made(finding, StandardObjects.notFound(finding));
  }

  /// A standard object beside the object of a version.
  FrozenObject of(VersionHeader header, Variant variant, StandardObjects.Made made, long modified) {
    Beside beside = made.beside();
    SortedMap<String, Object> object =
        object(beside.type(), beside.id(), header.record(), modified, header.marking());
    object.putAll(made.members());
    return new FrozenObject(
        beside.id(),
        modified,
        beside.type(),
        CanonicalJson.bytes(object),
        new Rests(header.record(), header.sequence(), variant.code(), false, beside));
  }

  private static SortedMap<String, Object> extension(KindForm form) {
    SortedMap<String, Object> extension = new TreeMap<>();
    extension.put("extension_type", "new-sdo");
    extension.put("kind", form.kind().name());
    extension.put("kind_version", form.kind().version());
    return extension;
  }

  private SortedMap<String, Object> object(
      String type, String id, RecordId record, long modified, Marking marking) {
    Instant created = ObjectIds.created(record);
    SortedMap<String, Object> object = new TreeMap<>();
    object.put("type", type);
    object.put("spec_version", Stix.SPEC_VERSION);
    object.put("id", id);
    object.put("created", Stix.timestamp(created));
    object.put("modified", Stix.timestamp(Stix.instant(modified)));
    object.put("created_by_ref", authority.id());
    object.put("object_marking_refs", List.of(CommonObjects.tlpId(marking.tlp())));
    return object;
  }

  /// What a version's object refers to, in the order in which receivers should have it: it follows
  /// from the header alone.
  List<FrozenObject> references(VersionHeader header, Variant variant) {
    List<FrozenObject> needed = new ArrayList<>(common.always());
    needed.add(common.tlp(header.marking().tlp()));
    if (variant.naming() == Naming.SOURCE_NAMED
        && PartnerSource.partnerOf(header.source()) == null) {
      needed.add(common.source(header.source()));
    }
    return needed;
  }
}

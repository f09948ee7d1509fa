package org.tripoint.node.retention;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.KeyInPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Empties records, or one part of them, the way that every purge goes.
///
/// The ledger empties whole versions. To empty a part alone, each version is first said again
/// without it, under the same instant of publication, so that at every instant the record says what
/// it said before but for that part; then the versions that held the part are emptied. All of it
/// happens or nothing. A partner's record is not said again in the partner's name, and neither is
/// one whose key stands in the part: those are emptied whole.
@Component
class EmptyDue {

  private static final int MOST = 10_000;

  private final ReadLedger ledger;
  private final AppendRecords append;
  private final PurgeContent purge;
  private final RecordKinds kinds;

  EmptyDue(ReadLedger ledger, AppendRecords append, PurgeContent purge, RecordKinds kinds) {
    this.ledger = ledger;
    this.append = append;
    this.purge = purge;
    this.kinds = kinds;
  }

  /// Empties the part of these records.
  ///
  /// @param part the part to empty; the open part stands for the whole record
  /// @return how many versions were emptied
  @Transactional
  public int empty(Set<RecordId> records, Part part, String instrument, String actor) {
    Map<RecordId, List<RecordVersion>> byRecord = new LinkedHashMap<>();
    for (RecordVersion version : ledger.listVersionsOf(records)) {
      byRecord.computeIfAbsent(version.header().record(), r -> new ArrayList<>()).add(version);
    }
    List<Long> emptied = new ArrayList<>();
    for (List<RecordVersion> versions : byRecord.values()) {
      boolean whole = part == Part.OPEN || !sayAgain(versions, part, actor);
      versions.stream()
          .filter(version -> version.emptied().isEmpty())
          .filter(version ->
              whole ? !version.canonicalParts().isEmpty() : SaidParts.of(version).contains(part))
          .map(version -> version.header().sequence())
          .forEach(emptied::add);
    }
    emptied.sort(null);
    for (int from = 0; from < emptied.size(); from += MOST) {
      purge.purge(
          emptied.subList(from, Math.min(emptied.size(), from + MOST)),
          PurgeBasis.RETENTION,
          instrument,
          actor);
    }
    return emptied.size();
  }

  /// Says every version again without the part.
  ///
  /// @return false when it cannot be said again, so that the whole record goes
  private boolean sayAgain(List<RecordVersion> versions, Part part, String actor) {
    VersionHeader header = versions.getFirst().header();
    Optional<Kind<?>> kind = kinds.find(header.kind());
    if (kind.isEmpty()
        || keyPart(kind.get()) == part
        || PartnerSource.partnerOf(header.source()) != null) {
      return false;
    }
    for (int i = 0; i < versions.size(); i++) {
      RecordVersion version = versions.get(i);
      boolean stands =
          i + 1 == versions.size()
              || !versions.get(i + 1).header().published().equals(version.header().published());
      if (stands
          && version.isHeld()
          && version.emptied().isEmpty()
          && SaidParts.of(version).contains(part)) {
        sayAgain(kind.get(), version, part, actor);
      }
    }
    return true;
  }

  private static Part keyPart(Kind<?> kind) {
    KeyInPart declared = kind.contentType().getAnnotation(KeyInPart.class);
    return declared == null ? Part.OPEN : declared.value();
  }

  /// Where an erasure by law stands in its way, it is not said again, and is emptied all the same.
  private <C extends Record> void sayAgain(
      Kind<C> kind, RecordVersion version, Part part, String actor) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    LocalDate covers = null;
    for (Map.Entry<Part, String> one : version.canonicalParts().entrySet()) {
      JsonNode members = JsonMapper.shared().readTree(one.getValue());
      covers =
          members.has("@covers") ? LocalDate.parse(members.path("@covers").asString()) : covers;
      if (one.getKey() != part) {
        members.properties().stream()
            .filter(member -> !member.getKey().startsWith("@"))
            .forEach(member -> all.set(member.getKey(), member.getValue()));
      }
    }
    leaveOut(kind, part, all);
    String key =
        version.key().orElseThrow(() -> new IllegalStateException("expected the key of a version"));
    put(version.header(), kind, key, kinds.parse(kind, all.toString()), covers, actor);
  }

  /// Lists of the part are empty, everything else of it is absent.
  private static void leaveOut(Kind<?> kind, Part part, ObjectNode content) {
    for (RecordComponent component : kind.contentType().getRecordComponents()) {
      InPart in = component.getAnnotation(InPart.class);
      if (in != null && in.value() == part) {
        if (Collection.class.isAssignableFrom(component.getType())) {
          content.putArray(component.getName());
        } else if (Map.class.isAssignableFrom(component.getType())) {
          content.putObject(component.getName());
        }
      }
    }
  }

  private <C extends Record> void put(
      VersionHeader header,
      Kind<C> kind,
      String key,
      C content,
      @Nullable LocalDate covers,
      String actor) {
    Instant published = header.published();
    append.append(
        new Batch(
            header.source(),
            null,
            published,
            actor,
            List.of(new Entry.Put<>(kind, key, content, header.marking(), covers))));
  }
}

package org.tripoint.node.exchange.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tripoint.node.exchange.keys.SigningKeys;
import org.tripoint.node.exchange.stix.FreezeObjects;
import org.tripoint.node.exchange.stix.ReadObjects;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordKinds;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.Variant;
import org.tripoint.vocabulary.InPart;
import org.tripoint.vocabulary.Kind;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;

/// Parcels as objects in the plainest form there is, so that the journal is tested by itself.
record PlainObjects(JdbcTemplate jdbc, ReadShared shared, ReadLedger ledger, RecordKinds kinds)
    implements FreezeObjects, ReadObjects {

  static final Kind<Parcel> PARCEL = Kind.of("parcel", 1, Parcel.class);
  private static final Kind<Sent> SENT = Kind.of("sent", 1, Sent.class);

  record Parcel(String what, @InPart(Part.NOMINAL) @Nullable String sender) {}

  /// An object.
  record Sent(
      String id,
      Instant modified,
      String source,
      Marking marking,
      String what,
      @Nullable String sender) {}

  @Override
  public int freezeNext() {
    int taken = 0;
    for (ReadShared.SharedAudience audience : shared.listAudiences()) {
      long from =
          jdbc
              .queryForList(
                  "select line from exchange.frozen where audience = ?", Long.class, audience.bit())
              .stream()
              .findFirst()
              .orElse(-1L);
      for (ReadShared.Line line : shared.list(audience.bit(), from, 10_000)) {
        freeze(audience.bit(), line);
        jdbc.update(
            """
            insert into exchange.frozen (audience, line) values (?, ?)
            on conflict (audience) do update set line = excluded.line
            """,
            audience.bit(),
            line.dateAdded());
        taken++;
      }
    }
    return taken;
  }

  private void freeze(int audience, ReadShared.Line line) {
    RecordVersion version = ledger.findVersion(line.sequence()).orElseThrow();
    String id = id(line.record().value(), line.variant());
    long modified = ChronoUnit.MICROS.between(Instant.EPOCH, version.header().received());
    version.content(PARCEL).ifPresent(parcel -> store(line, version, parcel, id, modified));
    if (line.action() == Action.GIVEN && version.content(PARCEL).isEmpty()) {
      return;
    }
    jdbc.update(
        """
        insert into exchange.entry
          (audience, date_added, action, why, object, modified, type, first, line)
        values (?, ?, ?, ?, ?, ?, 'parcel', true, ?)
        """,
        audience,
        line.dateAdded(),
        line.action() == Action.GIVEN ? 0 : 1,
        line.why() == null ? null : line.why().name(),
        id,
        modified,
        line.dateAdded());
  }

  private void store(
      ReadShared.Line line, RecordVersion version, Parcel parcel, String id, long modified) {
    byte[] body =
        kinds
            .write(
                SENT,
                new Sent(
                    id,
                    version.header().received(),
                    version.header().source(),
                    version.header().marking(),
                    parcel.what(),
                    line.variant().parts().contains(Part.NOMINAL) ? parcel.sender() : null))
            .getBytes(StandardCharsets.UTF_8);
    jdbc.update(
        """
        insert into exchange.object (id, modified, type, sha256, body, record, sequence)
        values (?, ?, 'parcel', decode(?, 'hex'), ?, ?, ?) on conflict do nothing
        """,
        id,
        modified,
        SigningKeys.sha256(body),
        body,
        line.record().value(),
        line.sequence());
  }

  static String id(UUID record, Variant variant) {
    return "parcel--"
        + UUID.nameUUIDFromBytes((record + "/" + variant.parts()).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Received read(byte[] json) {
    try {
      Sent sent = kinds.parse(SENT, new String(json, StandardCharsets.UTF_8));
      return new Known<>(
          sent.id(),
          sent.modified(),
          PARCEL,
          new Parcel(sent.what(), sent.sender()),
          Set.of(Part.OPEN),
          sent.marking(),
          sent.source(),
          sent.modified());
    } catch (IllegalArgumentException e) {
      return new Refused(null, "expected a parcel");
    }
  }
}

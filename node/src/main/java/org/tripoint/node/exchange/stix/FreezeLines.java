package org.tripoint.node.exchange.stix;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tripoint.node.exchange.stix.FreezeTables.Place;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.AsOf;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.VersionHeader;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.node.sharing.Action;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.Provenance.Origin;
import org.tripoint.node.sharing.ReadProvenance;
import org.tripoint.node.sharing.ReadShared;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.ReadShared.SharedAudience;
import org.tripoint.node.sharing.RecallReason;
import org.tripoint.vocabulary.RecordId;

/// Freezes the lines of every audience: the first time a version is given in a variant its bytes
/// are made and kept, and from then on they are the ones that everybody is given.
@Service
class FreezeLines implements FreezeObjects {
  private static final int LINES_OF_AN_AUDIENCE = 5_000;

  private final ReadShared shared;
  private final ReadLedger ledger;
  private final MakeObjects make;
  private final FreezeTables tables;
  private final ReadProvenance provenance;
  private final TransactionTemplate transaction;

  FreezeLines(
      ReadShared shared,
      ReadLedger ledger,
      MakeObjects make,
      FreezeTables tables,
      ReadProvenance provenance,
      PlatformTransactionManager transactions) {
    this.shared = shared;
    this.ledger = ledger;
    this.make = make;
    this.tables = tables;
    this.provenance = provenance;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public int freezeNext() {
    Integer taken = transaction.execute(status -> inside());
    return taken == null ? 0 : taken;
  }

  private int inside() {
    tables.lock();
    int taken = 0;
    for (SharedAudience audience : shared.listAudiences()) {
      taken += freeze(audience.bit());
    }
    return taken;
  }

  private int freeze(int audience) {
    Place place = tables.place(audience);
    List<Line> lines = shared.list(audience, place.line(), LINES_OF_AN_AUDIENCE);
    if (lines.isEmpty()) {
      return 0;
    }
    FreezeTurn turn = new FreezeTurn(make, start(audience, place, lines));
    lines.forEach(turn::take);
    tables.write(turn.objects());
    tables.write(audience, turn.entries());
    tables.update(audience, turn.changed());
    tables.empty(turn.erased());
    tables.move(audience, new Place(lines.getLast().dateAdded(), turn.last()));
    return lines.size();
  }

  private FreezeTurn.Start start(int audience, Place place, List<Line> lines) {
    Set<RecordId> records = lines.stream().map(Line::record).collect(Collectors.toSet());
    Map<Long, RecordVersion> versions =
        ledger.listVersions(lines.stream().map(Line::sequence).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(version -> version.header().sequence(), version -> version));
    return new FreezeTurn.Start(
        place.last(),
        tables.objects(records),
        tables.entries(audience, records),
        tables.references(audience, references(lines, versions)),
        versions,
        withdrawals(lines),
        origins(versions));
  }

  private Map<RecordId, Origin> origins(Map<Long, RecordVersion> versions) {
    Set<RecordId> ofPartners =
        versions.values().stream()
            .map(RecordVersion::header)
            .filter(header -> PartnerSource.partnerOf(header.source()) != null)
            .map(VersionHeader::record)
            .collect(Collectors.toSet());
    Map<RecordId, Origin> origins = new HashMap<>();
    if (!ofPartners.isEmpty()) {
      provenance.find(ofPartners).forEach((record, how) -> origins.put(record, how.origin()));
    }
    return origins;
  }

  private Set<String> references(List<Line> lines, Map<Long, RecordVersion> versions) {
    Set<String> references = new HashSet<>();
    for (Line line : lines) {
      RecordVersion version = versions.get(line.sequence());
      if (line.action() == Action.GIVEN && version != null) {
        make.references(version.header(), line.variant())
            .forEach(reference -> references.add(reference.id()));
        make.shared(version, line.variant()).forEach(shared -> references.add(shared.id()));
      }
    }
    return references;
  }

  /// What the records that are called back as withdrawn said when that was decided; one question
  /// for each disclosure.
  private Map<Line, VersionHeader> withdrawals(List<Line> lines) {
    Map<Long, List<Line>> byDisclosure =
        lines.stream()
            .filter(line -> line.why() == RecallReason.WITHDRAWN)
            .collect(Collectors.groupingBy(Line::disclosure));
    Map<Line, VersionHeader> found = new HashMap<>();
    byDisclosure.forEach((disclosure, recalled) -> {
      Map<RecordId, VersionHeader> standing =
          ledger
              .listStanding(
                  recalled.stream().map(Line::record).collect(Collectors.toSet()),
                  Optional.of(new AsOf.LedgerSize(disclosure)))
              .stream()
              .map(RecordVersion::header)
              .filter(header -> header.state() == VersionState.WITHDRAWN)
              .collect(Collectors.toMap(VersionHeader::record, header -> header));
      for (Line line : recalled) {
        VersionHeader withdrawal = standing.get(line.record());
        if (withdrawal != null) {
          found.put(line, withdrawal);
        }
      }
    });
    return found;
  }
}

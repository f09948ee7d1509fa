package org.tripoint.node.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.PurgeCertificate.Proved;
import org.tripoint.node.ledger.PurgeCertificate.Stated;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.ReadLedger.InclusionProof;
import org.tripoint.node.ledger.canonical.ContentCodec;
import org.tripoint.node.ledger.canonical.InstantText;
import org.tripoint.node.ledger.merkle.StatementNote;
import org.tripoint.vocabulary.RecordId;

/// Reads the purges from the ledger and signs certificates of them.
@Service
class PurgeCertificates implements CertifyPurges {
  private static final String PURGES = "where v.kind = 'purge' and ";

  /// Stands for an account, which is for auditors.
  private static final String SOMEBODY = "an administrator of this node";

  private final VersionRows rows;
  private final ReadLedger ledger;
  private final LedgerKeys keys;

  PurgeCertificates(VersionRows rows, ReadLedger ledger, LedgerKeys keys) {
    this.rows = rows;
    this.ledger = ledger;
    this.keys = keys;
  }

  @Override
  public List<Purged> list(long below, int limit) {
    return rows.list(PURGES + "v.seq < ? order by v.seq desc limit ?", below, limit).stream()
        .map(PurgeCertificates::purged)
        .toList();
  }

  @Override
  public Optional<Purged> find(long sequence) {
    return rows.find(PURGES + "v.seq = ?", sequence).map(PurgeCertificates::purged);
  }

  private static Purged purged(StoredVersion version) {
    PurgeRecord content =
        ContentCodec.of(PurgeRecord.class).read(version.canonicalParts().values());
    return new Purged(
        version.header().sequence(),
        version.header().record(),
        version.header().received(),
        content.basis(),
        content.instrument(),
        content.actor(),
        content.targets().stream()
            .map(target -> new Emptied(target.sequence(), target.record()))
            .sorted(Comparator.comparingLong(Emptied::sequence))
            .toList());
  }

  @Override
  public Optional<PurgeCertificate> certify(long sequence, boolean withPeople) {
    Optional<Checkpoint> newest = ledger.latestCheckpoint().filter(one -> one.size() > sequence);
    return newest.flatMap(
        checkpoint -> find(sequence).map(purge -> certify(purge, checkpoint, withPeople)));
  }

  private PurgeCertificate certify(Purged purge, Checkpoint checkpoint, boolean withPeople) {
    List<Proved> versions = new ArrayList<>();
    versions.add(prove(purge.record(), purge.sequence(), checkpoint, withPeople));
    for (Emptied one : purge.emptied()) {
      versions.add(prove(one.record(), one.sequence(), checkpoint, withPeople));
    }
    Stated stated =
        new Stated(
            versions.getFirst(),
            InstantText.of(purge.when()),
            purge.basis().name(),
            purge.instrument().strip(),
            withPeople || purge.isByPartner() ? purge.actor() : SOMEBODY,
            versions.subList(1, versions.size()));
    String statement = new StatementNote(keys.origin(), stated.lines()).sign(keys.noteKey());
    return new PurgeCertificate(
        statement, checkpoint.note(), keys.noteKey().verifier(keys.origin()).toString(), versions);
  }

  private Proved prove(RecordId record, long sequence, Checkpoint checkpoint, boolean withPeople) {
    InclusionProof proof = ledger.proveInclusion(sequence, checkpoint.size());
    @Nullable String header =
        withPeople
            ? ledger.disclose(sequence).map(ReadLedger.Disclosure::header).orElse(null)
            : null;
    return new Proved(
        record.toString(),
        sequence,
        proof.leaf().hex(),
        proof.path().stream().map(Digest::hex).toList(),
        header);
  }
}

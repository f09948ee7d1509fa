package org.tripoint.node.substances.registry;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tripoint.engines.chemistry.registry.ReadSystematicName;
import org.tripoint.engines.chemistry.structure.Parent;
import org.tripoint.engines.chemistry.structure.Reading;
import org.tripoint.engines.chemistry.structure.Refusal;
import org.tripoint.engines.chemistry.structure.Structure;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.substances.registry.AddedSubstances.Kept;
import org.tripoint.node.substances.registry.DraftSubstance.As;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;

/// A steward adds a substance to the registry, corrects what this node added, or takes it back.
/// Each is a version of a record.
@Service
class AddSubstance {

  private static final String SOURCE = "registry";

  private final Chemistry chemistry;
  private final AppendRecords ledger;
  private final ReadLedger read;
  private final RunReaders readers;
  private final Clock clock;

  AddSubstance(
      Chemistry chemistry, AppendRecords ledger, ReadLedger read, RunReaders readers, Clock clock) {
    this.chemistry = chemistry;
    this.ledger = ledger;
    this.read = read;
    this.readers = readers;
    this.clock = clock;
  }

  /// Reads a SMILES, else a systematic name. The base or acid alone is taken: a salt is refused
  /// with what it is a salt of.
  DraftSubstance read(String typed) {
    String text = typed.strip();
    if (text.length() > AddedSubstance.LONGEST_STRUCTURE) {
      return new DraftSubstance.Unread(Refusal.TOO_LONG);
    }
    Reading smiles =
        text.chars().anyMatch(Character::isWhitespace)
            ? new Reading.Refused(Refusal.NOT_READABLE, "more than one word")
            : chemistry.readSmiles(text);
    return switch (smiles) {
      case Reading.Read(Structure structure) -> base(text, As.SMILES, structure, List.of());
      case Reading.Refused refused ->
          refused.why() == Refusal.NOT_READABLE
              ? readName(text)
              : new DraftSubstance.Unread(refused.why());
    };
  }

  private DraftSubstance readName(String text) {
    ReadSystematicName.Loosely loosely = chemistry.readName(text);
    return switch (loosely.reading()) {
      case Reading.Read(Structure structure) -> base(text, As.NAME, structure, loosely.doubts());
      case Reading.Refused refused -> new DraftSubstance.Unread(refused.why());
    };
  }

  private DraftSubstance base(
      String text, As as, Structure structure, List<ReadSystematicName.Doubt> doubts) {
    return switch (chemistry.parentOf(structure)) {
      case Parent.Mixture ignored -> new DraftSubstance.Mixed();
      case Parent.Of(Structure parent, var removed) ->
          removed.isEmpty()
              ? new DraftSubstance.Ready(text, as, structure, doubts)
              : new DraftSubstance.Salt(parent.smiles());
    };
  }

  /// Appends it; the registry has it when this returns.
  RecordId add(AddedSubstance substance, Marking marking, String account) {
    RecordId record =
        append(
            new Entry.Put<>(AddedSubstance.KIND, substance.inchiKey(), substance, marking, null),
            account);
    readers.catchUpBriefly();
    return record;
  }

  /// The structure and the marking stay.
  void correct(Kept kept, AddedSubstance substance, String account) {
    if (!kept.content().inchiKey().equals(substance.inchiKey())) {
      throw new IllegalArgumentException("expected the same structure");
    }
    Marking marking =
        read.findCurrent(kept.record())
            .map(version -> version.header().marking())
            .orElseThrow(() -> new IllegalStateException("expected the record " + kept.record()));
    add(substance, marking, account);
  }

  void withdraw(Kept kept, String reason, String account) {
    append(
        new Entry.Withdraw(AddedSubstance.KIND, kept.content().inchiKey(), reason.strip()),
        account);
    readers.catchUpBriefly();
  }

  private RecordId append(Entry entry, String account) {
    return ledger
        .append(
            new Batch(
                SOURCE,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                account,
                List.of(entry)))
        .outcomes()
        .getFirst()
        .requireRecord();
  }
}

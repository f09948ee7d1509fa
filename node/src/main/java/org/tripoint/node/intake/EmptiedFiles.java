package org.tripoint.node.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tripoint.node.ledger.LedgerReader;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordChange;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// No kept file outlives what it carried: when a purge empties a version, the files that brought or
/// repeated it go in the transaction that reads the purge. The purge names the file that brought a
/// version by its hash.
@Component
class EmptiedFiles implements LedgerReader {

  private static final String PURGE = "purge";

  private final ReadLedger ledger;
  private final RemoveFiles files;

  EmptiedFiles(ReadLedger ledger, RemoveFiles files) {
    this.ledger = ledger;
    this.files = files;
  }

  @Override
  public String name() {
    return "intake.files";
  }

  /// All, since a version of any kind may have come in a file.
  @Override
  public Set<String> kinds() {
    return Set.of();
  }

  @Override
  public void apply(List<RecordChange> changes) {
    Set<Long> sequences = new HashSet<>();
    for (RecordChange change : changes) {
      String open = change.version().canonicalParts().get(Part.OPEN);
      if (change.version().header().kind().equals(PURGE) && open != null) {
        for (JsonNode target : JsonMapper.shared().readTree(open).path("targets")) {
          sequences.add(target.path("sequence").longValue());
        }
      }
    }
    if (!sequences.isEmpty()) {
      files.removeThoseOf(ledger.listReleasesOf(sequences));
    }
  }

  @Override
  public Optional<String> carry(RecordChange change) {
    RecordId release = change.version().header().release();
    return release == null
        ? Optional.empty()
        : files.findHash(release).map("{\"removedFile\":\"%s\"}"::formatted);
  }

  @Override
  public void emptied(RecordVersion version) {
    // It reads the purge itself.
  }

  @Override
  public void clear() {
    // What was removed is not made again.
  }
}

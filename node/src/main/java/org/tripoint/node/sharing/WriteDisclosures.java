package org.tripoint.node.sharing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tripoint.node.ledger.ProofFile;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.ReadLedger.Checkpoint;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.sharing.ReadDisclosures.Asked;
import org.tripoint.vocabulary.Part;
import tools.jackson.databind.json.JsonMapper;

/// Writes the disclosure ledger, or a part of it, as a [DisclosuresFile].
@Service
public class WriteDisclosures {

  private static final int AT_ONCE = 100;

  private final ReadDisclosures disclosures;
  private final ReadLedger ledger;
  private final JsonMapper json;
  private final Clock clock;

  WriteDisclosures(ReadDisclosures disclosures, ReadLedger ledger, JsonMapper json, Clock clock) {
    this.disclosures = disclosures;
    this.ledger = ledger;
    this.json = json;
    this.clock = clock;
  }

  private record Head(
      String form,
      int version,
      Instant made,
      AskedText asked,
      String checkpoint,
      String verifierKey) {}

  private record AskedText(
      @Nullable String partner,
      @Nullable String record,
      @Nullable String kind,
      @Nullable Instant from,
      @Nullable Instant until) {}

  /// Writes every disclosure that holds a line that fits: whole, since a proof is of the whole.
  ///
  /// @throws IllegalStateException if the ledger is empty or has no key
  public void write(Asked asked, OutputStream out) throws IOException {
    Checkpoint checkpoint =
        ledger
            .latestCheckpoint()
            .orElseThrow(() -> new IllegalStateException("expected a ledger with a checkpoint"));
    String key =
        ledger
            .verifierKey()
            .orElseThrow(() -> new IllegalStateException("expected a ledger with a key"));
    line(
        out,
        new Head(
            DisclosuresFile.FORM,
            DisclosuresFile.VERSION,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            text(asked),
            checkpoint.note(),
            key));
    long count = 0;
    List<Long> places = disclosures.listPlaces(asked, -1, AT_ONCE);
    while (!places.isEmpty()) {
      for (long place : places) {
        if (place < checkpoint.size()) {
          line(out, proof(place, checkpoint));
          count++;
        }
      }
      places = disclosures.listPlaces(asked, places.getLast(), AT_ONCE);
    }
    line(out, Map.of("disclosures", count));
    out.flush();
  }

  private ProofFile proof(long place, Checkpoint checkpoint) {
    Optional<RecordVersion> version = ledger.findVersion(place);
    Optional<ReadLedger.Disclosure> disclosed = ledger.disclose(place);
    if (version.isEmpty() || disclosed.isEmpty()) {
      throw new IllegalStateException("expected a disclosure at " + place);
    }
    return ProofFile.of(
        version.get(),
        ledger.proveInclusion(place, checkpoint.size()),
        checkpoint,
        disclosed.get(),
        EnumSet.of(Part.OPEN));
  }

  private void line(OutputStream out, Object value) throws IOException {
    out.write(json.writeValueAsBytes(value));
    out.write('\n');
  }

  private static AskedText text(Asked asked) {
    return new AskedText(
        emptyAsNull(asked.partner()),
        asked.record() == null ? null : asked.record().toString(),
        emptyAsNull(asked.kind()),
        asked.from() <= 0 ? null : instant(asked.from()),
        asked.until() == Long.MAX_VALUE ? null : instant(asked.until()));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}

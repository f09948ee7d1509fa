package org.tripoint.node.exchange.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tripoint.node.exchange.journal.TwoWays.Lost;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.sharing.PartnerSource;
import org.tripoint.node.sharing.Provenance;
import org.tripoint.node.sharing.Provenance.Came;
import org.tripoint.node.sharing.Provenance.Gone;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// Puts into the ledger how the records of a batch came, and which no longer come.
@Component
class RecordProvenance {

  private final JdbcTemplate jdbc;
  private final AppendRecords ledger;

  RecordProvenance(JdbcTemplate jdbc, AppendRecords ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /// As things stand at the end of the batch.
  ///
  /// @param came what was given, by who has it
  /// @param gone who may have lost what
  void record(String partner, JournalBatch batch, Map<Lost, Came> came, Set<Lost> gone) {
    Set<Lost> held = held(Stream.concat(came.keySet().stream(), gone.stream()).toList());
    List<Came> comes = new ArrayList<>();
    came.forEach((which, how) -> {
      if (held.contains(which)) {
        comes.add(how);
      }
    });
    Map<String, List<Gone>> goes = new LinkedHashMap<>();
    for (Lost one : gone) {
      if (!held.contains(one)) {
        goes.computeIfAbsent(one.partner(), name -> new ArrayList<>())
            .add(new Gone(one.audience(), new RecordId(one.record())));
      }
    }
    Set<String> partners = new LinkedHashSet<>(goes.keySet());
    if (!comes.isEmpty()) {
      partners.add(partner);
    }
    for (String of : partners) {
      boolean isGiver = of.equals(partner);
      append(
          "%s/%d/%d/%s".formatted(partner, batch.epoch(), batch.number(), of),
          new Provenance(
              of,
              batch.at(),
              isGiver ? ways(batch) : List.of(),
              isGiver ? comes : List.of(),
              goes.getOrDefault(of, List.of())),
          PartnerSource.of(partner, "journal"));
    }
  }

  private static List<Provenance.Way> ways(JournalBatch batch) {
    return batch.audiences().stream()
        .map(terms ->
            new Provenance.Way(
                terms.audience(),
                terms.purpose(),
                terms.basis(),
                terms.instrument(),
                terms.onward()))
        .toList();
  }

  private void append(String key, Provenance content, String actor) {
    ledger.append(
        new Batch(
            Provenance.SOURCE,
            null,
            content.at(),
            actor,
            List.of(
                new Entry.Put<>(
                    Provenance.KIND,
                    key,
                    content,
                    Marking.originatorOnly(Purpose.ANY_LAWFUL),
                    null))));
  }

  private Set<Lost> held(Collection<Lost> of) {
    Set<Lost> held = new HashSet<>();
    if (!of.isEmpty()) {
      jdbc.query(
          "select distinct partner, audience, record from exchange.held where record = any (?)",
          row -> {
            held.add(new Lost(row.getString(1), row.getString(2), row.getObject(3, UUID.class)));
          },
          (Object) of.stream().map(Lost::record).distinct().toArray(UUID[]::new));
    }
    return held;
  }
}

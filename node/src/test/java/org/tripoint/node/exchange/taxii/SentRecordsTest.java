package org.tripoint.node.exchange.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.exchange.stix.ReadObjects.Known;
import org.tripoint.node.exchange.stix.ReadObjects.Other;
import org.tripoint.node.exchange.stix.ReadObjects.Received;
import org.tripoint.node.exchange.stix.ReadObjects.Revoked;
import org.tripoint.node.exchange.taxii.Inbox.Body;
import org.tripoint.node.exchange.taxii.Inbox.Sent;
import org.tripoint.node.ledger.PurgeContent;
import org.tripoint.node.ledger.ReadLedger;
import org.tripoint.node.ledger.RecordVersion;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.ledger.VersionState;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// What callers send becomes their records.
class SentRecordsTest extends TaxiiNode {

  private static final Match.Versions ALL = Match.Versions.ALL;
  private static final String EVERY_VERSION = encode("match[version]") + "=all";

  @Autowired private Inbox inbox;
  @Autowired private ReadLedger ledger;
  @Autowired private PurgeContent purge;
  @Autowired private RunReaders readers;

  private int sent;

  private static Caller caller(String name) {
    return new Caller("client:" + name, "mx", Set.of(), name);
  }

  private Sent object(Received received, Instant modified, String id) {
    String body =
        "{\"type\":\"tripoint-seizure\",\"id\":\"%s\",\"modified\":\"%s\",\"n\":%d}"
            .formatted(id, modified, ++sent);
    return new Sent(new Body(body.getBytes(StandardCharsets.UTF_8)), received);
  }

  private Sent seizure(String id, int version, String amount) {
    Instant modified = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(version);
    return object(
        new Known<>(
            id,
            modified,
            Seizure.KIND,
            SeizureSamples.event(
                "FGR", "2025-05-05", "MX-COL", SeizureSamples.drug(1, "fentanyl", amount, "kg")),
            Set.of(Part.OPEN),
            Marking.published(),
            "mx-fgr",
            modified,
            null,
            id,
            null),
        modified,
        id);
  }

  private static String id() {
    return "tripoint-seizure--" + UUID.randomUUID();
  }

  private Optional<RecordVersion> current(String client, String object) {
    return jdbc
        .queryForList(
            "select record from exchange.inbox where client = ? and object = ? and record is not"
                + " null limit 1",
            UUID.class,
            client,
            object)
        .stream()
        .findFirst()
        .flatMap(record -> ledger.findCurrent(new RecordId(record)));
  }

  private static String amount(Optional<RecordVersion> version) {
    return String.valueOf(
        version.orElseThrow().content(Seizure.KIND).orElseThrow().items().getFirst().quantity());
  }

  @Test
  void areTheirSendersAndSayWhatTheNewestVersionSays() {
    Caller caller = caller("sender-one");
    String id = id();
    inbox.take(caller, List.of(seizure(id, 2, "22"), seizure(id, 1, "11")));
    RecordVersion first = current("sender-one", id).orElseThrow();
    assertThat(first.header().source()).isEqualTo("partner:mx/sender-one");
    assertThat(first.header().actor()).isEqualTo("client:sender-one");
    assertThat(amount(Optional.of(first))).contains("22");
    inbox.take(caller, List.of(seizure(id, 3, "33")));
    assertThat(amount(current("sender-one", id))).contains("33");
    assertThat(ledger.listVersions(first.header().record())).hasSize(2);
  }

  @Test
  void areWithdrawnWhenTheirSenderTakesThemBack() {
    Caller caller = caller("sender-two");
    String deleted = id();
    String revoked = id();
    inbox.take(caller, List.of(seizure(deleted, 1, "1"), seizure(revoked, 1, "1")));
    inbox.withdraw(caller("sender-three"), deleted, ALL);
    assertThat(current("sender-two", deleted).orElseThrow().header().state())
        .isEqualTo(VersionState.HELD);
    assertThat(inbox.withdraw(caller, deleted, ALL)).isEqualTo(1);
    assertThat(current("sender-two", deleted).orElseThrow().header().state())
        .isEqualTo(VersionState.WITHDRAWN);
    Instant later = Instant.parse("2026-01-02T00:00:00Z");
    inbox.take(caller, List.of(object(new Revoked(revoked, later), later, revoked)));
    assertThat(current("sender-two", revoked).orElseThrow().header().state())
        .isEqualTo(VersionState.WITHDRAWN);
  }

  @Test
  void keepsWhatItDoesNotKnowWithoutARecordAndShowsWhatCame() throws Exception {
    Caller caller = caller("sender-four");
    String known = id();
    String other = "malware--" + UUID.randomUUID();
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    inbox.take(
        caller,
        List.of(seizure(known, 1, "1"), object(new Other(other, "malware", at), at, other)));
    assertThat(current("sender-four", other)).isEmpty();
    String page = "/exchange/clients/sender-four/inbox";
    String html = person("taxii.inbox.steward", Role.STEWARD).get(page).body();
    assertThat(html).contains(known, other, "Open the record", "None");
    assertThat(person("taxii.inbox.analyst", Role.ANALYST).get(page).statusCode()).isEqualTo(403);
  }

  private long bodies(String client) {
    return jdbc.queryForObject(
        "select count(body) from exchange.inbox where client = ?", Long.class, client);
  }

  private void purge(String client, String object) {
    RecordVersion version = current(client, object).orElseThrow();
    purge.purge(
        List.of(version.header().sequence()), PurgeBasis.LAWFUL_ERASURE, "an order", "tester");
    readers.catchUp();
  }

  @Test
  void bytesGoWithTheContentAndDoNotComeBack() throws Exception {
    Program program = writer();
    Caller caller = new Caller("client:" + program.name(), PARTNER, Set.of(), program.name());
    String id = id();
    String kept = id();
    Sent older = seizure(id, 1, "11");
    Sent newer = seizure(id, 2, "22");
    inbox.take(caller, List.of(older, newer, seizure(kept, 1, "1")));
    String shelf = program.collection(program.name()) + "objects/";
    assertThat(program.get(shelf + id + "/").status()).isEqualTo(200);
    purge(program.name(), id);
    assertThat(bodies(program.name())).as("the other object's").isEqualTo(1);
    assertThat(program.get(shelf + id + "/").status()).isEqualTo(404);
    assertThat(program.get(shelf + "?" + EVERY_VERSION).ids()).containsExactly(kept);
    inbox.withdraw(caller, id, ALL);
    assertThat(inbox.take(caller, List.of(newer)))
        .as("the same again is taken, and says nothing")
        .allMatch(Inbox.Outcome::isTaken);
    readers.catchUp();
    assertThat(bodies(program.name())).isEqualTo(1);
    assertThat(program.get(shelf + "?" + EVERY_VERSION).ids()).containsExactly(kept);
    assertThat(inbox.take(caller, List.of(seizure(id, 2, "23"))))
        .as("its digest stays: other content is found out")
        .noneMatch(Inbox.Outcome::isTaken);
    readers.rebuild(progress -> {});
    assertThat(bodies(program.name())).isEqualTo(1);
  }
}

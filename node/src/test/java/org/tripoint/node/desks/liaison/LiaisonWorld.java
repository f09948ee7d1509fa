package org.tripoint.node.desks.liaison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureSamples;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.sharing.KeepAgreements;
import org.tripoint.node.sharing.PartnerAgreement;
import org.tripoint.node.sharing.SharingBasis;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// A node with agreements, officers, rules and seizures, for tests to fill.
public final class LiaisonWorld {

  public static final LocalDate FAR = LocalDate.parse("2999-12-31");

  private final ApplicationContext node;
  private final Country country;

  public LiaisonWorld(ApplicationContext node, Country country) {
    this.node = node;
    this.country = country;
  }

  /// An agreement under which the partner's police have seizures and what passes between officers.
  public void agree(String partner, Country other) {
    SharingBasis basis =
        new SharingBasis(
            "mlat",
            "Treaty on mutual legal assistance",
            country,
            other,
            Set.of(
                Seizure.KIND.name(),
                RequestForInformation.KIND.name(),
                RequestAnswer.KIND.name(),
                RequestFeedback.KIND.name(),
                LiaisonRead.KIND.name()),
            Set.of(Part.OPEN, Part.NOMINAL),
            Set.of(Purpose.LAW_ENFORCEMENT),
            SharingBasis.Onward.NEVER,
            SharingBasis.Assurance.NOT_ASKED,
            LocalDate.parse("2020-01-01"),
            null,
            365);
    node.getBean(KeepAgreements.class)
        .keep(
            new PartnerAgreement(
                partner,
                "An authority",
                other,
                List.of(basis),
                List.of(
                    new PartnerAgreement.Audience(
                        "enforcement", Set.of("POLICE"), Purpose.LAW_ENFORCEMENT, "mlat"))),
            "tester");
    catchUp();
  }

  /// The officer behind an account of the role.
  public RecordId post(String account, String partner, Country other, LocalDate until) {
    LiaisonPosting posting =
        new LiaisonPosting(
            account,
            "Officer " + account,
            partner,
            "enforcement",
            other,
            "POLICE",
            "America/Mexico_City",
            LocalDate.parse("2020-01-01"),
            until);
    return append(
        Here.SOURCE, new Entry.Put<>(LiaisonPosting.KIND, account, posting, Here.own(), null));
  }

  public RecordId rule(String partner, String place, String family, LocalDate until) {
    LiaisonRule rule =
        new LiaisonRule(
            partner,
            "enforcement",
            "Rule " + place + " " + family,
            Set.of(Seizure.KIND.name()),
            place,
            family,
            null,
            Purpose.LAW_ENFORCEMENT,
            "Treaty",
            until,
            "ana",
            "benito",
            Instant.parse("2025-01-01T00:00:00Z"));
    return append(
        Here.SOURCE,
        new Entry.Put<>(
            LiaisonRule.KIND, partner + place + family + until, rule, Here.own(), null));
  }

  /// A seizure of fentanyl that those countries may have.
  public RecordId seize(String key, String place, Country... releasable) {
    return seize(key, place, marking(Set.of(releasable), false));
  }

  RecordId seize(String key, String place, Marking marking) {
    Seizure seizure =
        SeizureSamples.event(
            "CBSA", "2025-01-11", place, SeizureSamples.drug(1, "fentanyl", "1", "kg"));
    return append("ca-cbsa", new Entry.Put<>(Seizure.KIND, key, seizure, marking, null));
  }

  static Marking marking(Set<Country> releasable, boolean protectedSource) {
    return new Marking(
        releasable.isEmpty() ? Tlp.RED : Tlp.AMBER,
        releasable,
        Set.of(),
        true,
        Permission.ASK,
        Permission.NEVER,
        Purpose.LAW_ENFORCEMENT,
        null,
        null,
        protectedSource,
        Marking.SourceGrade.B_USUALLY_RELIABLE,
        Marking.InformationGrade.G2_PROBABLY_TRUE,
        true);
  }

  RecordId append(String source, Entry entry) {
    RecordId record =
        node.getBean(AppendRecords.class)
            .append(
                new Batch(
                    source,
                    null,
                    node.getBean(Clock.class).instant().truncatedTo(ChronoUnit.MICROS),
                    "tester",
                    List.of(entry)))
            .outcomes()
            .getFirst()
            .requireRecord();
    catchUp();
    return record;
  }

  public void catchUp() {
    node.getBean(RunReaders.class).catchUp();
  }

  /// A request of the officer behind the account, answered in part with a record; its number.
  public String ask(String account, RecordId with) throws Exception {
    KeepRequests requests = node.getBean(KeepRequests.class);
    String number =
        requests.ask(
            node.getBean(PostOfficers.class).find(account).orElseThrow(),
            new KeepRequests.Asked(
                "Treaty on mutual legal assistance",
                Purpose.LAW_ENFORCEMENT,
                RequestForInformation.Urgency.ROUTINE,
                "Pedro Prueba",
                "Who owns the container?",
                "reservada",
                true,
                List.of(),
                FAR));
    catchUp();
    requests.answer(
        requests.find(number).orElseThrow(),
        new KeepRequests.Said(
            RequestAnswer.Outcome.PARTIAL, null, "One of two so far.", List.of(with)),
        "tester",
        "Ana Example");
    catchUp();
    return number;
  }

  /// A contact report.
  public RecordId contact(Country other) {
    ContactReport report =
        new ContactReport(
            "Ana Example",
            "Pedro Prueba",
            "FGR",
            other,
            Instant.parse("2025-01-10T15:00:00Z"),
            "Ottawa",
            ContactReport.Means.IN_PERSON,
            "Container",
            "A copy of the manifest",
            "Nothing",
            List.of(),
            "An invented rule",
            "An authority",
            LocalDate.parse("2025-01-13"),
            ContactReport.State.OPEN,
            null,
            "",
            "");
    return append(
        Here.SOURCE, new Entry.Put<>(ContactReport.KIND, "contact", report, Here.own(), null));
  }

  /// Waits until the rule finds the record, or does not.
  public void awaitFound(RecordId rule, RecordId record, boolean found)
      throws InterruptedException {
    await(
        () -> {
          node.getBean(MatchRules.class).toTheEnd();
          return node.getBean(FindMatches.class).holds(rule, record) == found;
        },
        "the rule " + (found ? "finds" : "does not find") + " the record");
  }

  static void await(Supplier<Boolean> holds, String what) throws InterruptedException {
    Instant end = Clock.systemUTC().instant().plus(Duration.ofSeconds(30));
    while (!holds.get()) {
      if (Clock.systemUTC().instant().isAfter(end)) {
        throw new AssertionError("expected in time: " + what);
      }
      Thread.sleep(200);
    }
  }
}

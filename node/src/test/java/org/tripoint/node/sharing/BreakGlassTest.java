package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.marking;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.node.sharing.SharingWorld.withMexico;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.sharing.BreakGlass.Asked;
import org.tripoint.node.sharing.BreakGlass.Refusal;
import org.tripoint.node.sharing.BreakGlass.Refused;
import org.tripoint.node.sharing.ReadDisclosures.Disclosed;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.SharingBasis.Assurance;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

/// Two people let a record go although the rules refuse it: what they may, what they may not, and
/// how it ends.
class BreakGlassTest {
  private static final int RCMP = 0;
  private static final int BESIDE = 1;
  private static final String REASON = "A shipment of fentanyl leaves the port tonight";
  private static final Parcel PRESS = new Parcel("press", "A. Sender", "a patient");
  private static final Marking RED = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);

  private TestDatabase database;
  private SharingWorld world;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    world = new SharingWorld(database);
    world.ledger.reader(world.reader);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneAsksAnotherConfirmsAndItIsCalledBackByItself() throws Refused {
    RecordId record = agreedAndPut(RED);
    UUID id = world.breakGlass.ask(asked(record, Set.of(Part.NOMINAL)), "ana");
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).as("nothing goes by the word of one").isEmpty();
    RecordId release = world.breakGlass.confirm(id, "benito");
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).isEmpty();
    assertThat(world.log.list(BESIDE, -1, 10))
        .extracting(Line::action, line -> line.variant().parts(), line -> line.variant().naming())
        .containsExactly(tuple(Action.GIVEN, Set.of(Part.OPEN, Part.NOMINAL), Naming.SOURCE_NAMED));
    assertThat(world.signals)
        .singleElement()
        .satisfies(signal -> {
          assertThat(signal.detector()).isEqualTo("sharing.break-glass");
          assertThat(signal.titleArguments()).containsExactly("ca", "enforcement", "ana", "benito");
          assertThat(signal.evidence()).containsExactly(release, record);
        });
    world.day.moveDays(1);
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).isEmpty();
    assertThat(world.log.list(BESIDE, -1, 10).getLast().why())
        .isEqualTo(RecallReason.AGREEMENT_ENDED);
    world.share.toTheEnd();
    assertThat(world.log.list(BESIDE, -1, 10)).as("nothing is told twice").hasSize(2);
  }

  @Test
  void whatTheNodeKeepsForItselfIsNotToBeLetGo() throws Refused {
    RecordId record = agreedAndPut(RED);
    UUID id = world.breakGlass.ask(asked(record, Set.of()), "ana");
    RecordId release = world.breakGlass.confirm(id, "benito");
    world.share.toTheEnd();

    assertThatThrownBy(() -> world.breakGlass.ask(asked(release, Set.of()), "ana"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NO_SUCH_RECORD));
  }

  @Test
  void theDisclosureLedgerSaysThatItWasAnException() throws Refused {
    RecordId record = agreedAndPut(RED);
    RecordId release = letGo(record, Set.of());
    List<Disclosed> lines =
        new DisclosureSearch(world.jdbc).list(ReadDisclosures.Asked.all(), Optional.empty(), 10);
    assertThat(lines)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.basis()).isEqualTo("break-glass");
          assertThat(line.instrument()).isEqualTo("break-glass " + release);
          assertThat(line.name()).isEqualTo("break-glass-enforcement");
        });
    ReadBreakGlass.Exceptional kept = new ReadBreakGlass(world.jdbc).list(10).getFirst();
    assertThat(kept.askedBy()).isEqualTo("ana");
    assertThat(kept.confirmedBy()).isEqualTo("benito");
    assertThat(kept.reason()).isEqualTo(REASON);
  }

  @Test
  void correctionsFollowAndAWithdrawalCallsBack() throws Refused {
    RecordId record = agreedAndPut(RED);
    letGo(record, Set.of(Part.NOMINAL));
    world.put("a", new Parcel("die", "B. Sender", null), RED);
    world.share.toTheEnd();
    assertThat(world.log.list(BESIDE, -1, 10))
        .extracting(Line::action)
        .containsExactly(Action.GIVEN, Action.GIVEN);
    world.withdraw("a");
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).isEmpty();
    assertThat(world.log.list(BESIDE, -1, 10).getLast().why()).isEqualTo(RecallReason.WITHDRAWN);
  }

  @Test
  void endsEarlyByAPersonByTheAgreementAndByErasure() throws Refused {
    RecordId record = agreedAndPut(RED);
    RecordId release = letGo(record, Set.of());
    world.breakGlass.end(release, "carla");
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).isEmpty();
    assertThatThrownBy(() -> world.breakGlass.end(release, "carla"))
        .hasMessage(Refusal.GONE.name());

    letGo(record, Set.of());
    assertThat(world.has(BESIDE)).hasSize(1);
    world.agree(withCanada(Set.of(Part.OPEN)));
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).as("its audience has ended").isEmpty();

    world.agree(withCanada(Set.of(Part.OPEN), enforcement("RCMP")));
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).as("agreed again before its time was over").hasSize(1);
    world.ledger.purge().purge(List.of(1L), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.share.toTheEnd();
    assertThat(world.has(BESIDE)).isEmpty();
    assertThat(world.log.list(BESIDE, -1, 99).getLast().why()).isEqualTo(RecallReason.ERASED);
  }

  @Test
  void whatTheRulesGiveDoesNotMixWithWhatWasGivenByException() throws Refused {
    RecordId record = agreedAndPut(RED);
    letGo(record, Set.of(Part.NOMINAL));
    world.put("a", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).singleElement().asString().endsWith("[OPEN]");
    assertThat(world.has(BESIDE)).singleElement().asString().endsWith("[OPEN, NOMINAL]");
    world.day.moveDays(1);
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).hasSize(1);
    assertThat(world.has(BESIDE)).isEmpty();
  }

  @Test
  void refusesWhatTwoPeopleMayNotLetGo() {
    RecordId red = agreedAndPut(RED);
    assertThat(refusal(red, Set.of(Part.HEALTH))).isEqualTo(Refusal.PART_NOT_TO_BE_GIVEN);
    assertThat(refusal(new Asked(red, RCMP, Set.of(), Assurance.MISSING, 24, REASON)))
        .isEqualTo(Refusal.ASSURANCE_MISSING);
    RecordId expired = world.put("e", PRESS, marking(false, SharingWorld.START.minusDays(1)));
    RecordId withdrawn = world.put("w", PRESS, RED);
    world.withdraw("w");
    RecordId foreign =
        world.append(
            PartnerSource.of("mx", "mx-fgr"),
            new Entry.Put<>(SharingWorld.PARCEL, "m", PRESS, RED, null));
    RecordId given = world.put("g", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(refusal(expired, Set.of())).isEqualTo(Refusal.EXPIRED);
    assertThat(refusal(withdrawn, Set.of())).isEqualTo(Refusal.NOTHING_HELD);
    assertThat(refusal(foreign, Set.of())).isEqualTo(Refusal.OF_ANOTHER_ORIGINATOR);
    assertThat(refusal(given, Set.of())).isEqualTo(Refusal.ALREADY_ALLOWED);
    RecordId agreement = world.log.listAudiences().isEmpty() ? red : agreementRecord();
    assertThat(refusal(agreement, Set.of()))
        .as("the node's own affairs")
        .isEqualTo(Refusal.NO_SUCH_RECORD);
    assertThat(refusal(new RecordId(UUID.randomUUID()), Set.of()))
        .isEqualTo(Refusal.NO_SUCH_RECORD);
    assertThat(refusal(new Asked(red, 9, Set.of(), Assurance.NOT_ASKED, 24, REASON)))
        .isEqualTo(Refusal.NO_SUCH_AUDIENCE);
    assertThat(refusal(new Asked(red, RCMP, Set.of(), Assurance.NOT_ASKED, 169, REASON)))
        .isEqualTo(Refusal.HOURS_OUT_OF_RANGE);
    assertThat(refusal(new Asked(red, RCMP, Set.of(), Assurance.NOT_ASKED, 24, "urgent")))
        .isEqualTo(Refusal.REASON_TOO_SHORT_OR_LONG);
  }

  private RecordId agreementRecord() {
    return new RecordId(
        world.jdbc.queryForList("select agreement from sharing.audience", UUID.class).getFirst());
  }

  @Test
  void namesNoProtectedSource() throws Refused {
    RecordId record = agreedAndPut(marking(true, null, MEXICO));
    letGo(record, Set.of(Part.NOMINAL));
    assertThat(world.log.list(BESIDE, -1, 10))
        .singleElement()
        .satisfies(line -> assertThat(line.variant().naming()).isEqualTo(Naming.SOURCE_PROTECTED));
  }

  @Test
  void twoPeopleMeansTwoAndNotForEver() throws Refused {
    RecordId record = agreedAndPut(RED);
    UUID own = world.breakGlass.ask(asked(record, Set.of()), "ana");
    assertThatThrownBy(() -> world.breakGlass.confirm(own, "ana"))
        .hasMessage(Refusal.SAME_PERSON.name());
    world.breakGlass.dismiss(own);
    assertThatThrownBy(() -> world.breakGlass.confirm(own, "benito"))
        .hasMessage(Refusal.GONE.name());
    UUID old = world.breakGlass.ask(asked(record, Set.of()), "ana");
    assertThat(world.breakGlass.listWaiting()).hasSize(1);
    world.day.moveDays(1);
    assertThat(world.breakGlass.listWaiting()).isEmpty();
    assertThatThrownBy(() -> world.breakGlass.confirm(old, "benito"))
        .hasMessage(Refusal.GONE.name());
    UUID once = world.breakGlass.ask(asked(record, Set.of()), "ana");
    world.breakGlass.confirm(once, "benito");
    assertThatThrownBy(() -> world.breakGlass.confirm(once, "carla"))
        .hasMessage(Refusal.GONE.name());
  }

  @Test
  void onlyWhoTookNoPartMayReview() throws Refused {
    RecordId record = agreedAndPut(RED);
    RecordId release = letGo(record, Set.of());
    ReadBreakGlass read = new ReadBreakGlass(world.jdbc);
    List<RecordId> evidence = List.of(record, release);
    assertThat(read.mayDecide("sharing.break-glass", evidence, "ana")).isFalse();
    assertThat(read.mayDecide("sharing.break-glass", evidence, "benito")).isFalse();
    assertThat(read.mayDecide("sharing.break-glass", evidence, "carla")).isTrue();
    assertThat(read.mayDecide("sharing.break-glass", List.of(record), "carla"))
        .as("who took part is not known yet")
        .isFalse();
    assertThat(read.mayDecide("seizures.double-report", evidence, "ana")).isTrue();
  }

  @Test
  void isRebuiltFromTheLedgerAndTakenFromNobodyElse() throws Refused {
    RecordId record = agreedAndPut(RED);
    letGo(record, Set.of());
    List<Line> lines = world.log.list(BESIDE, -1, 10);
    world.ledger.readers().rebuild(progress -> {});
    assertThat(world.log.list(BESIDE, -1, 10)).isEqualTo(lines).hasSize(1);
    BreakGlassRelease forged =
        new BreakGlassRelease(
            record,
            "mx",
            "enforcement",
            Set.of(Part.OPEN),
            Assurance.NOT_ASKED,
            "",
            REASON,
            "x",
            world.day.instant(),
            "y",
            world.day.instant(),
            world.day.instant().plusSeconds(3_600));
    world.append(
        "us-test", new Entry.Put<>(BreakGlassRelease.KIND, "f", forged, Marking.published(), null));
    world.agree(withMexico());
    world.share.toTheEnd();
    assertThat(new ReadBreakGlass(world.jdbc).list(10)).hasSize(1);
  }

  @Test
  void noAgreementMayCallItselfAnException() {
    PartnerAgreement.Audience named =
        new PartnerAgreement.Audience(
            "break-glass-x", Set.of("RCMP"), Purpose.LAW_ENFORCEMENT, "enforcement");
    assertThatThrownBy(() -> world.agree(withCanada(Set.of(Part.OPEN), named)))
        .hasMessageContaining("break-glass");
  }

  private RecordId agreedAndPut(Marking marking) {
    world.agree(withCanada(Set.of(Part.OPEN), enforcement("RCMP")));
    RecordId record = world.put("a", PRESS, marking);
    world.share.toTheEnd();
    return record;
  }

  private RecordId letGo(RecordId record, Set<Part> parts) throws Refused {
    RecordId release =
        world.breakGlass.confirm(world.breakGlass.ask(asked(record, parts), "ana"), "benito");
    world.share.toTheEnd();
    return release;
  }

  private static Asked asked(RecordId record, Set<Part> parts) {
    return new Asked(record, RCMP, parts, Assurance.NOT_ASKED, 24, REASON);
  }

  private Refusal refusal(RecordId record, Set<Part> parts) {
    return refusal(asked(record, parts));
  }

  private Refusal refusal(Asked asked) {
    try {
      world.breakGlass.ask(asked, "ana");
    } catch (Refused e) {
      return e.refusal();
    }
    throw new AssertionError("expected a refusal of " + asked);
  }
}

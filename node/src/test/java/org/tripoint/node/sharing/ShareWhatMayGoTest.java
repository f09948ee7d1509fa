package org.tripoint.node.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.tripoint.node.sharing.SharingWorld.START;
import static org.tripoint.node.sharing.SharingWorld.enforcement;
import static org.tripoint.node.sharing.SharingWorld.forCountries;
import static org.tripoint.node.sharing.SharingWorld.marking;
import static org.tripoint.node.sharing.SharingWorld.statistics;
import static org.tripoint.node.sharing.SharingWorld.withCanada;
import static org.tripoint.node.sharing.SharingWorld.withMexico;
import static org.tripoint.vocabulary.Country.CANADA;
import static org.tripoint.vocabulary.Country.MEXICO;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RecordVersion.PurgeBasis;
import org.tripoint.node.ledger.VerifyLedger;
import org.tripoint.node.sharing.ReadShared.Line;
import org.tripoint.node.sharing.SharingDecision.Naming;
import org.tripoint.node.sharing.SharingWorld.Parcel;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.RecordId;

class ShareWhatMayGoTest {

  private static final int RCMP = 0;
  private static final Set<Part> OPEN = Set.of(Part.OPEN);
  private static final Set<Part> NAMES = Set.of(Part.OPEN, Part.NOMINAL);
  private static final Parcel PRESS = new Parcel("press", "A. Sender", "a patient");

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
  void givesNothingWithoutAnAgreement() {
    world.put("a", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).isEmpty();
  }

  @Test
  void givesWhatTheMarkingAndTheBasisLetGoAndNoMore() {
    world.put("a", PRESS, forCountries(CANADA));
    world.put("b", PRESS, forCountries(MEXICO));
    world.put("c", PRESS, Marking.originatorOnly(Purpose.LAW_ENFORCEMENT));
    world.put("d", PRESS, marking(true, null, CANADA));
    world.agree(withCanada(NAMES, enforcement("RCMP"), statistics()));
    world.share.toTheEnd();
    List<Line> lines = world.log.list(RCMP, -1, 10);
    assertThat(lines)
        .extracting(Line::action, Line::sequence, Line::variant)
        .containsExactly(
            tuple(Action.GIVEN, 0L, new Variant(NAMES, Naming.SOURCE_NAMED)),
            tuple(Action.GIVEN, 3L, new Variant(NAMES, Naming.SOURCE_PROTECTED)));
    assertThat(world.log.list(1, -1, 10)).as("statistics: another purpose").isEmpty();
  }

  @Test
  void tellsOfACorrectionAndOfAWithdrawal() {
    RecordId record = world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    world.put("a", new Parcel("die", null, null), forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).hasSize(1);
    world.withdraw("a");
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).isEmpty();
    assertThat(world.log.list(RCMP, -1, 10))
        .extracting(Line::action)
        .containsExactly(Action.GIVEN, Action.GIVEN, Action.RECALLED);
    assertThat(world.log.listHolders(record))
        .singleElement()
        .satisfies(holder -> assertThat(holder.last().action()).isEqualTo(Action.RECALLED));
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).as("nothing is told twice").hasSize(3);
  }

  @Test
  void saysHowFarItIs() {
    assertThat(world.log.sweep().isOver()).as("nothing to look at").isTrue();
    world.put("a", PRESS, forCountries(CANADA));
    world.put("b", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.ledger.readers().catchUp();
    assertThat(world.log.sweep().isOver()).isFalse();
    world.share.toTheEnd();
    assertThat(world.log.sweep().isOver()).isTrue();
    world.ledger.jdbc().update("update sharing.mask set swept = 0");
    assertThat(world.log.sweep().done()).isEqualTo(1);
    assertThat(world.log.sweep().isOver()).isFalse();
  }

  @Test
  void whatIsAppendedWhileATurnIsUnderWayIsGivenAtTheNext() {
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.put("a", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    world.put("b", PRESS, forCountries(CANADA));
    world.ledger.readers().catchUp();
    world.day.meanwhile(() -> {
      world.put("a", new Parcel("die", null, null), forCountries(CANADA));
      world.put("c", PRESS, forCountries(CANADA));
    });
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).as("a, b, a corrected, c").hasSize(4);
    assertThat(world.has(RCMP)).hasSize(3);
  }

  @Test
  void tellsNobodyOfAChangeToWhatItMayNotHave() {
    world.agree(withCanada(NAMES, enforcement("RCMP"), statistics()));
    Marking any = marking(Purpose.ANY_LAWFUL, CANADA);
    world.put("a", new Parcel("press", "A. Sender", null), any);
    world.share.toTheEnd();
    world.put("a", new Parcel("press", "B. Sender", null), any);
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).hasSize(2);
    assertThat(world.log.list(1, -1, 10)).as("without names").hasSize(1);
    world.withdraw("a");
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).isEmpty();
    assertThat(world.has(1)).isEmpty();
  }

  @Test
  void givesWhatStillSaysTheSameWhenTheVersionThatWasGivenIsErased() {
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    RecordId record = world.put("a", new Parcel("press", "A. Sender", null), forCountries(CANADA));
    world.share.toTheEnd();
    world.put("a", new Parcel("press", "B. Sender", null), forCountries(CANADA));
    world.share.toTheEnd();
    long given = world.log.list(RCMP, -1, 10).getFirst().sequence();
    world.ledger.purge().purge(List.of(given), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10))
        .extracting(Line::action, Line::record)
        .containsExactly(
            tuple(Action.GIVEN, record),
            tuple(Action.RECALLED, record),
            tuple(Action.GIVEN, record));
    assertThat(world.has(RCMP)).hasSize(1);
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).hasSize(3);
  }

  @Test
  void callsBackWhenTheMarkingIsNarrowedAndGivesLessAfterwards() {
    world.put("a", PRESS, forCountries(CANADA, MEXICO));
    world.agree(withCanada(NAMES, enforcement("RCMP")));
    world.agree(withMexico());
    world.share.toTheEnd();
    world.put("a", PRESS, forCountries(MEXICO));
    world.share.toTheEnd();
    assertThat(world.has(0)).isEmpty();
    assertThat(world.has(1)).hasSize(1);
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    assertThat(world.has(0)).singleElement().asString().endsWith("[OPEN]");
    assertThat(world.has(1)).isEmpty();
  }

  @Test
  void takesNamesBackWhenTheBasisNoLongerGivesThem() {
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(NAMES, enforcement("RCMP")));
    world.share.toTheEnd();
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10))
        .extracting(Line::action, line -> line.variant().parts())
        .containsExactly(
            tuple(Action.GIVEN, NAMES), tuple(Action.RECALLED, NAMES), tuple(Action.GIVEN, OPEN));
  }

  @Test
  void callsBackOnTheDayAfterTheLast() {
    world.put("a", PRESS, marking(false, START.plusDays(1), CANADA));
    world.put("b", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    world.day.moveDays(1);
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).hasSize(2);
    world.day.moveDays(1);
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).hasSize(1);
    world.day.moveDays(40);
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).as("the basis has run out").isEmpty();
  }

  @Test
  void callsEverythingBackWhenTheAgreementEnds() {
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    world.agreements.end("ca", "ended by both", "ana");
    world.put("b", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).isEmpty();
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).as("agreed again: the same audience").hasSize(2);
  }

  @Test
  void callsBackEveryVersionThatLostItsContent() {
    RecordId record = world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    world.put("a", new Parcel("die", null, null), forCountries(CANADA));
    world.share.toTheEnd();
    world.ledger.purge().purge(List.of(0L), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.share.toTheEnd();
    List<Line> lines = world.log.list(RCMP, -1, 10);
    assertThat(lines.getLast())
        .extracting(Line::action, Line::record, Line::sequence)
        .containsExactly(Action.RECALLED, record, 0L);
    long correction = lines.get(1).sequence();
    world.ledger.purge().purge(List.of(correction), PurgeBasis.RETENTION, "five years", "ana");
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).hasSize(4);
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).hasSize(4);
  }

  @Test
  void callsTheNewerVersionBackAlthoughAnOlderOneWasErasedBefore() {
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    world.put("a", new Parcel("die", null, null), forCountries(CANADA));
    world.share.toTheEnd();
    world.ledger.purge().purge(List.of(0L), PurgeBasis.LAWFUL_ERASURE, "an order", "ana");
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).as("the correction").hasSize(1);
    world.day.moveDays(1);
    world.put("a", new Parcel("die", null, null), forCountries(MEXICO));
    world.share.toTheEnd();
    assertThat(world.has(RCMP)).isEmpty();
  }

  @Test
  void remembersWhoWasGivenWhatAlthoughDisclosureAndAgreementAreEmptied() {
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.share.toTheEnd();
    List<Line> lines = world.log.list(RCMP, -1, 10);
    world.ledger.purge().purge(List.of(1L, 2L), PurgeBasis.RETENTION, "ten years", "ana");
    world.ledger.readers().rebuild(progress -> {});
    assertThat(world.log.list(RCMP, -1, 10)).isEqualTo(lines).hasSize(1);
    world.share.toTheEnd();
    assertThat(world.log.list(RCMP, -1, 10)).isEqualTo(lines);
  }

  @Test
  void givesAPartnersRecordToNobodyByItself() {
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    world.agree(withMexico());
    Marking all = forCountries(CANADA, MEXICO);
    world.append(
        PartnerSource.of("mx", "mx-fgr"),
        new Entry.Put<>(SharingWorld.PARCEL, "m", PRESS, all, null));
    world.append(
        PartnerSource.of("zz", "zz-x"),
        new Entry.Put<>(SharingWorld.PARCEL, "z", PRESS, all, null));
    world.share.toTheEnd();
    assertThat(world.has(0)).isEmpty();
    assertThat(world.has(1)).isEmpty();
  }

  @Test
  void takesNoDisclosureFromAnybodyElse() {
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    RecordId record = world.put("a", PRESS, Marking.originatorOnly(Purpose.LAW_ENFORCEMENT));
    Disclosure forged =
        new Disclosure(
            "ca",
            "enforcement",
            0,
            Purpose.LAW_ENFORCEMENT,
            "enforcement",
            "x",
            world.day.instant(),
            List.of(
                new Disclosure.Step(
                    Action.GIVEN,
                    null,
                    new Variant(EnumSet.allOf(Part.class), Naming.SOURCE_NAMED),
                    1,
                    List.of(record),
                    List.of(1L))));
    world.append(
        "us-test", new Entry.Put<>(Disclosure.KIND, "f", forged, Marking.published(), null));
    world.share.toTheEnd();
    assertThat(world.log.list(0, -1, 10)).isEmpty();
  }

  @Test
  void refusesAnAgreementThatGivesFromElsewhere() {
    PartnerAgreement turned =
        new PartnerAgreement("us", "Us", Country.UNITED_STATES, List.of(), List.of());
    assertThatThrownBy(() -> world.agree(turned)).hasMessageContaining("outside US");
  }

  @Test
  void numbersLinesUpwardsWithoutRepetitionWhateverTheClockDoes() {
    world.agree(withCanada(OPEN, enforcement("RCMP")));
    for (int i = 0; i < 12_000; i++) {
      world.put("k" + i, new Parcel("n" + i, null, null), forCountries(CANADA));
      if (i == 6_000) {
        world.share.toTheEnd();
        world.day.moveDays(-1);
      }
      i += 99;
    }
    world.share.toTheEnd();
    List<Line> lines = world.log.list(RCMP, -1, 100_000);
    assertThat(lines).hasSize(120);
    assertThat(lines).extracting(Line::dateAdded).isSorted().doesNotHaveDuplicates();
    assertThat(world.log.list(RCMP, lines.get(49).dateAdded(), 10))
        .isEqualTo(lines.subList(50, 60));
    assertThat(world.ledger.verify().verify(progress -> {}))
        .isInstanceOf(VerifyLedger.Finding.Sound.class);
  }

  private static PartnerAgreement many(int from, int to) {
    PartnerAgreement base = withCanada(OPEN);
    return new PartnerAgreement(
        base.partner(),
        base.authority(),
        base.country(),
        base.bases(),
        IntStream.range(from, to).mapToObj(ShareWhatMayGoTest::numbered).toList());
  }

  /// Every sixty-fourth is for enforcement, all others for statistics.
  private static PartnerAgreement.Audience numbered(int number) {
    boolean enforcement = number % 64 == 0;
    return new PartnerAgreement.Audience(
        "a" + number,
        Set.of("AGENCY"),
        enforcement ? Purpose.LAW_ENFORCEMENT : Purpose.STATISTICS,
        enforcement ? "enforcement" : "statistics");
  }

  @Test
  void refusesTheSixtyFifthAudienceAndSharesOn() {
    world.agree(many(0, 64));
    world.ledger.readers().catchUp();
    assertThatThrownBy(() -> world.agree(many(0, 65)))
        .isInstanceOf(KeepAgreements.TooManyAudiences.class);
    assertThatThrownBy(() -> world.agree(withMexico()))
        .isInstanceOf(KeepAgreements.TooManyAudiences.class);
    world.put("a", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.has(0)).hasSize(1);
    world.agree(many(0, 63));
    world.ledger.readers().catchUp();
    world.agree(withMexico());
  }

  @Test
  void audiencesThatEndedTakeNoPlaceAndKeepTheirLog() {
    world.put("a", PRESS, forCountries(CANADA));
    world.agree(many(0, 50));
    world.share.toTheEnd();
    world.agree(many(50, 100));
    world.share.toTheEnd();
    assertThat(world.has(0)).isEmpty();
    assertThat(world.log.list(0, -1, 10))
        .extracting(Line::action)
        .containsExactly(Action.GIVEN, Action.RECALLED);
    assertThat(world.has(64)).hasSize(1);
    assertThat(world.log.list(64, -1, 10)).extracting(Line::action).containsExactly(Action.GIVEN);
  }

  @Test
  void moreAudiencesThanPlacesStopNeitherSharingNorRecall() {
    world.append(
        KeepAgreements.SOURCE,
        new Entry.Put<>(
            PartnerAgreement.KIND,
            "ca",
            many(0, 66),
            Marking.originatorOnly(Purpose.ANY_LAWFUL),
            null));
    world.put("a", PRESS, forCountries(CANADA));
    world.share.toTheEnd();
    assertThat(world.has(0)).hasSize(1);
    assertThat(world.has(64)).as("at the same place in masks").hasSize(1);
    world.agree(many(0, 64));
    world.share.toTheEnd();
    assertThat(world.has(64)).isEmpty();
    assertThat(world.has(0)).hasSize(1);
    world.withdraw("a");
    world.share.toTheEnd();
    assertThat(world.has(0)).as("what the other lost before is called back here too").isEmpty();
  }
}

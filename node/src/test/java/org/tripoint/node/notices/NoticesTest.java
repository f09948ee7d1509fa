package org.tripoint.node.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.tripoint.node.notices.NoticeType.SURGE;
import static org.tripoint.node.notices.NoticesWorld.signal;
import static org.tripoint.node.notices.Urgency.ROUTINE;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.notices.KeepNotices.Refusal;
import org.tripoint.node.notices.KeepNotices.Refused;
import org.tripoint.node.notices.NoticeBody.Heading;
import org.tripoint.node.notices.NoticeBody.Named;
import org.tripoint.node.notices.NoticeBody.Row;
import org.tripoint.node.notices.NoticeBody.Section;
import org.tripoint.node.notices.NoticeBody.Table;
import org.tripoint.node.notices.NoticeClock.Step;
import org.tripoint.node.signals.About;
import org.tripoint.node.signals.About.Topic;
import org.tripoint.node.signals.RaiseSignal.Signal;
import org.tripoint.node.signals.TurnIntoNotice.Outcome;
import org.tripoint.node.web.Language;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.RecordId;

/// From a signal to a notice that partners have, and back.
class NoticesTest {

  private static final String THEIRS = "US-20261120-0000000a";

  private final NoticesWorld world = new NoticesWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static void refused(Refusal why, ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.refusal()).isEqualTo(why));
  }

  private static Notice theirs(NoticeBody body) {
    return new Notice(THEIRS, 1, Country.UNITED_STATES, body, 0, null, NoticesWorld.START, null);
  }

  @Test
  void refusesToReleaseWhatNobodyReviewedOrItsOwnAuthor() throws Refused {
    String number = world.draft(Urgency.ROUTINE);
    refused(Refusal.NOTHING_RELEASABLE, () -> world.keep.submit(world.find(number), "ana"));
    world.keep.edit(world.find(number), world.body(number, "words"), null, "ana");
    refused(Refusal.NOT_IN_THIS_STATE, () -> world.keep.release(world.find(number), 0, "ben"));
    world.keep.submit(world.find(number), "ana");
    refused(Refusal.ANOTHER_PERSON, () -> world.keep.release(world.find(number), 0, "ana"));
    world.keep.release(world.find(number), 0, "ben");
    assertThat(world.find(number).state()).isEqualTo(NoticeState.RELEASED);
  }

  @Test
  void refusesWhatIsNotInThreeLanguages() throws Refused {
    String number = world.draft(Urgency.ROUTINE);
    NoticeBody body = world.body(number, "words");
    Section half =
        new Section(
            Heading.SITUATION, Releasability.PARTNERS, new ThreeTexts("English", "", "français"));
    world.keep.edit(
        world.find(number),
        new NoticeBody(
            body.type(),
            body.urgency(),
            body.title(),
            List.of(half),
            body.tables(),
            body.substances()),
        null,
        "ana");
    refused(Refusal.LANGUAGES_MISSING, () -> world.keep.submit(world.find(number), "ana"));
  }

  @Test
  void aDraftTakesOverWhatTheSignalSaysAndKeepsItHere() {
    String number = world.draft(Urgency.ROUTINE);
    NoticeView view = world.find(number);
    NoticeDraft draft = view.draft().orElseThrow();
    assertThat(draft.evidence()).containsExactly(NoticesWorld.EVIDENCE);
    assertThat(draft.body().title().spanish()).isEqualTo("Señales");
    assertThat(draft.body().tables().getLast().rows().getFirst().cells())
        .containsExactly("3 samples");
    assertThat(draft.body().releasedTo(Releasability.PARTNERS).isBare()).isTrue();
    assertThat(world.became).containsExactly(view.record());
  }

  /// What records that may not be quoted add to a figure cannot be told apart from the rest.
  @Test
  void aDraftLeavesOutFiguresThatRestOnRecordsWhichTheirOriginatorKeepsFromSuchUse()
      throws Exception {
    RecordId open = world.evidence("partner:us/lab", "1", Marking.published());
    RecordId asked =
        world.evidence("partner:us/lab", "2", Marking.originatorOnly(Purpose.STATISTICS));
    RecordId own = world.evidence("lab", "3", Marking.originatorOnly(Purpose.STATISTICS));
    NoticeBody allowed = drafted(2, List.of(open, own));
    assertThat(allowed.tables()).hasSize(2);
    NoticeBody held = drafted(3, List.of(open, asked, own));
    assertThat(held.tables()).hasSize(1);
    assertThat(held.tables().getFirst().title().english()).startsWith("Figures left out");
    assertThat(held.tables().getFirst().rows().getFirst().cells()).containsExactly("1 / 2");
    assertThat(held.tables().getFirst().rows().getFirst().label().french()).contains("us");
  }

  /// A signal names fifty of its records; its counts may be of more.
  @Test
  void leavesFiguresOutForARecordThatTheSignalDoesNotName() throws Exception {
    RecordId named = world.evidence("partner:us/dea", "named", Marking.published());
    RecordId beyond =
        world.evidence("partner:us/dea", "beyond", Marking.originatorOnly(Purpose.STATISTICS));
    assertThat(drafted(2, List.of(named)).tables()).hasSize(2);
    world.restsOn.add(beyond);
    NoticeBody held = drafted(3, List.of(named));
    assertThat(held.tables()).hasSize(1);
    assertThat(held.tables().getFirst().rows().getFirst().cells()).containsExactly("1 / 2");
  }

  private NoticeBody drafted(int number, List<RecordId> evidence) throws Refused {
    String draft =
        world.drafts.draft(
            NoticesWorld.signal(number, NoticesWorld.ABOUT, evidence), SURGE, ROUTINE, "ana");
    return world.find(draft).body().orElseThrow();
  }

  @Test
  void aDraftHasTheCountsWithTheirChartAndTheSubstancesWithTheirStructure() {
    NoticeBody body = world.find(world.draft(Urgency.ROUTINE)).body().orElseThrow();
    Table counts = body.tables().getFirst();
    assertThat(counts.rows())
        .containsExactly(
            new Row(ThreeTexts.same("2026-11-02"), List.of("3", "–", "–")),
            new Row(ThreeTexts.same("2026-11-09"), List.of("12", "3.2", "8.1")));
    assertThat(TableBars.chart(counts, Language.ENGLISH)).isPresent();
    assertThat(body.substances())
        .containsExactly(
            new Named(
                NoticesWorld.XYLAZINE,
                new ThreeTexts("xylazine", "xilacina", "xylazine"),
                Releasability.OWN),
            new Named("", ThreeTexts.same("a powder"), Releasability.OWN));
    assertThat(BodyOfSignal.typeOf(signal())).contains(SURGE);
  }

  @Test
  void theFormKeepsEveryTableOfADraft() {
    String number = world.draft(Urgency.ROUTINE);
    NoticeView view = world.find(number);
    NoticeForm form = NoticeForm.of(view.draft().orElseThrow(), ZoneOffset.UTC);
    assertThat(form.tableNames()).containsExactly("figures", "figures2", "figures3");
    assertThat(form.body(world.structures)).isEqualTo(view.body().orElseThrow());
  }

  @Test
  void aSecondSignalBringsItsFiguresAndSubstancesAndGoesBackToTheWriters() throws Refused {
    String number = world.draft(Urgency.ROUTINE);
    world.keep.edit(world.find(number), released(world.find(number)), null, "ana");
    world.keep.submit(world.find(number), "ana");
    About other = new About(Topic.NEW_SUBSTANCE, List.of("text:another"), List.of());
    world.drafts.add(world.find(number), signal(2, other), "ben");
    NoticeView view = world.find(number);
    assertThat(view.state()).isEqualTo(NoticeState.DRAFT);
    NoticeDraft draft = view.draft().orElseThrow();
    assertThat(draft.signals()).containsExactly(signal().signal(), signal(2, other).signal());
    assertThat(draft.evidence()).containsExactly(NoticesWorld.EVIDENCE);
    assertThat(draft.editedBy()).isEqualTo("ben");
    assertThat(draft.body().tables()).hasSize(3);
    assertThat(draft.body().substances())
        .hasSize(3)
        .as("who may have them is to be said anew")
        .allMatch(one -> one.release() == Releasability.OWN);
    assertThat(world.became).hasSize(2);
  }

  private static NoticeBody released(NoticeView view) {
    NoticeBody body = view.body().orElseThrow();
    return new NoticeBody(
        body.type(),
        body.urgency(),
        body.title(),
        body.sections(),
        body.tables(),
        body.substances().stream().map(one -> one.releasedTo(Releasability.PARTNERS)).toList());
  }

  @Test
  void aSignalCanBeAddedToAReleasedNoticeButNotToOneThatIsOver() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    world.drafts.add(world.find(number), signal(2, About.NOTHING), "ana");
    assertThat(world.find(number).draft().orElseThrow().edition()).isEqualTo(2);
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    refused(
        Refusal.NOT_IN_THIS_STATE,
        () -> world.drafts.add(world.find(number), signal(3, About.NOTHING), "ana"));
  }

  @Test
  void whatIsOursAloneIsInNoRecordThatTravels() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    NoticeView view = world.find(number);
    Notice notice = view.notice().orElseThrow();
    assertThat(notice.body().sections())
        .extracting(Section::heading)
        .containsExactly(Heading.SITUATION, Heading.ASSESSMENT);
    assertThat(notice.body().tables()).isEmpty();
    assertThat(view.body().orElseThrow().sections()).hasSize(3);
    assertThat(view.published().orElseThrow().sections())
        .extracting(Section::heading)
        .containsExactly(Heading.SITUATION);
  }

  @Test
  void thePublicPartWaitsForItsCountersignaturesOfThisEdition() throws Refused {
    String number = world.released(Urgency.ROUTINE, 1);
    assertThat(world.find(number).published()).isEmpty();
    world.arrive(
        NoticeCountersignature.KIND,
        new NoticeCountersignature(number, 1, Country.MEXICO, NoticesWorld.START));
    assertThat(world.find(number).countersignatures()).as("in another's name").isEmpty();
    world.arrive(
        NoticeCountersignature.KIND,
        new NoticeCountersignature(number, 1, Country.UNITED_STATES, NoticesWorld.START));
    assertThat(world.find(number).published()).isPresent();

    world.keep.edit(world.find(number), world.body(number, "of the second"), null, "ana");
    assertThat(world.find(number).notice().orElseThrow().edition()).isEqualTo(1);
    assertThat(world.find(number).published()).as("the first edition stands").isPresent();
    world.keep.submit(world.find(number), "ana");
    world.keep.release(world.find(number), 1, "ben");
    assertThat(world.find(number).notice().orElseThrow().edition()).isEqualTo(2);
    assertThat(world.find(number).published()).as("not signed anew").isEmpty();
  }

  @Test
  void anUrgentNoticeWaitsForEveryPartner() throws Refused {
    String number = world.released(Urgency.URGENT, 0);
    world.pass(Duration.ofHours(25));
    assertThat(world.find(number).clocks())
        .extracting(NoticeClock::step)
        .containsExactly(Step.RELEASE, Step.ACKNOWLEDGE);
    world.tell.tell();
    world.tell.tell();
    assertThat(world.raised).extracting(Signal::detector).containsExactly("notices.late");
    world.arrive(
        NoticeAcknowledgement.KIND,
        new NoticeAcknowledgement(number, 1, Country.UNITED_STATES, NoticesWorld.START));
    assertThat(world.find(number).isLate()).isFalse();
    world.tell.tell();
    assertThat(world.settled).hasSize(1);
  }

  @Test
  void aDraftThatIsNotReleasedInTimeIsTold() {
    String urgent = world.draft(Urgency.URGENT);
    world.draft(Urgency.ROUTINE);
    world.ledger.readers().catchUp();
    world.pass(Duration.ofHours(13));
    world.tell.tell();
    assertThat(world.raised).extracting(Signal::link).containsExactly("/notices/" + urgent);
  }

  @Test
  void nothingIsWaitedForOnceANoticeWasTakenBack() throws Refused {
    String number = world.released(Urgency.URGENT, 0);
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    world.pass(Duration.ofDays(3));
    NoticeView view = world.find(number);
    assertThat(view.clocks()).extracting(NoticeClock::step).containsExactly(Step.RELEASE);
    assertThat(view.isLate()).as("it was released in time").isFalse();
    world.tell.tell();
    assertThat(world.raised).isEmpty();
  }

  @Test
  void nothingIsWaitedForWhenTheNextEditionIsOverBeforeItsRelease() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    world.keep.edit(world.find(number), world.body(number, "of the second"), null, "ana");
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    world.pass(Duration.ofDays(3));
    assertThat(world.find(number).clocks()).isEmpty();
    world.tell.tell();
    assertThat(world.raised).isEmpty();
  }

  @Test
  void whatWasReleasedInTimeIsNotLateForBeingClosedLater() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    world.pass(Duration.ofDays(30));
    world.keep.close(world.find(number), "no case for a month", "ben");
    NoticeView view = world.find(number);
    assertThat(view.clocks())
        .extracting(NoticeClock::met, NoticeClock::late)
        .containsExactly(tuple(NoticesWorld.START, false));
    world.tell.tell();
    assertThat(world.raised).isEmpty();
  }

  @Test
  void anAcknowledgementThatWasLateStaysSoWhenTheNoticeIsClosed() throws Refused {
    String number = world.released(Urgency.URGENT, 0);
    world.pass(Duration.ofHours(25));
    world.tell.tell();
    assertThat(world.raised).hasSize(1);
    world.arrive(
        NoticeAcknowledgement.KIND,
        new NoticeAcknowledgement(
            number, 1, Country.UNITED_STATES, NoticesWorld.START.plus(Duration.ofHours(25))));
    world.keep.close(world.find(number), "no case for a month", "ben");
    assertThat(world.find(number).clocks().getLast().late()).isTrue();
    world.tell.tell();
    assertThat(world.settled).hasSize(1);
  }

  @Test
  void aSignalOfAFinalResultThatNobodyDraftsInTimeIsToldUntilSomebodyDoes() {
    world.laboratoryFinal.put(NoticesWorld.EVIDENCE, NoticesWorld.START);
    world.undecided.add(signal());
    world.pass(Duration.ofHours(23));
    world.tell.tell();
    assertThat(world.raised).isEmpty();
    world.pass(Duration.ofHours(2));
    world.tell.tell();
    world.tell.tell();
    assertThat(world.raised)
        .extracting(Signal::detector, Signal::link)
        .containsExactly(tuple("notices.undrafted", "/signals/" + signal().signal()));
    world.undecided.clear();
    world.tell.tell();
    assertThat(world.settled).hasSize(1);
  }

  @Test
  void resultsThatCameWithTheirHistoryHurryNobody() {
    world.laboratoryFinal.put(NoticesWorld.EVIDENCE, NoticesWorld.START.minus(Duration.ofDays(30)));
    world.undecided.add(signal());
    world.pass(Duration.ofDays(3));
    world.tell.tell();
    assertThat(world.raised).isEmpty();
  }

  @Test
  void aDraftKnowsWhenTheLaboratoryWasFinal() {
    Instant laboratory = NoticesWorld.START.minus(Duration.ofHours(25));
    world.laboratoryFinal.put(NoticesWorld.EVIDENCE, laboratory);
    NoticeView view = world.find(world.draft(Urgency.ROUTINE));
    assertThat(view.draft().orElseThrow().laboratoryFinal()).isEqualTo(laboratory);
    assertThat(view.clocks().getFirst())
        .extracting(NoticeClock::step, NoticeClock::late)
        .containsExactly(Step.DRAFT, true);
  }

  @Test
  void aRetractionWithdrawsTheNoticeAndSaysWhy() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    refused(Refusal.NO_REASON, () -> world.keep.retract(world.find(number), " ", "ben"));
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    NoticeView view = world.find(number);
    assertThat(view.state()).isEqualTo(NoticeState.RETRACTED);
    assertThat(view.notice()).isEmpty();
    assertThat(view.published()).isEmpty();
    assertThat(view.retraction().orElseThrow().reason()).isEqualTo("the sample was mixed up");
    refused(
        Refusal.NOT_IN_THIS_STATE,
        () -> world.keep.edit(view, world.body(number, "words"), null, "ana"));
  }

  @Test
  void aSignalThatMayNotBeDecidedAboutBecomesNoNotice() {
    world.becomes = Outcome.NOT_BY_THIS_ACCOUNT;
    refused(Refusal.SIGNAL_NOT_YOURS, () -> world.drafts.draft(signal(), SURGE, ROUTINE, "ana"));
    world.becomes = Outcome.NOT_OPEN;
    refused(Refusal.SIGNAL_CLOSED, () -> world.drafts.draft(signal(), SURGE, ROUTINE, "ana"));
  }

  @Test
  void theFeedSaysThatAPublicNoticeWasTakenBack() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    assertThat(world.feed()).contains("SITUATION of the first edition");
    world.pass(Duration.ofHours(1));
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    assertThat(world.feed())
        .contains("<id>urn:tripoint:notice:" + number + "</id>", "the sample was mixed up")
        .contains("<updated>" + NoticesWorld.START.plus(Duration.ofHours(1)) + "</updated>")
        .doesNotContain("SITUATION");
  }

  @Test
  void theFeedSaysNothingOfARetractedNoticeThatWasNeverPublic() throws Refused {
    String number = world.released(Urgency.ROUTINE, 1);
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    assertThat(world.feed()).doesNotContain(number, "the sample was mixed up");
  }

  @Test
  void anEarlierPublicEditionIsRememberedWhenALaterOneIsTakenBack() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    world.pass(Duration.ofHours(1));
    world.keep.edit(world.find(number), world.body(number, "of the second"), null, "ana");
    world.keep.submit(world.find(number), "ana");
    world.keep.release(world.find(number), 2, "ben");
    assertThat(world.feed())
        .as("the second waits for countersignatures")
        .doesNotContain("<entry>")
        .contains("<updated>" + NoticesWorld.START.plus(Duration.ofHours(1)) + "</updated>");
    world.keep.retract(world.find(number), "the sample was mixed up", "ben");
    assertThat(world.feed()).contains("<entry>", "the sample was mixed up");
  }

  @Test
  void aClosedNoticeSaysSoAndStaysGiven() throws Refused {
    String number = world.released(Urgency.ROUTINE, 0);
    world.keep.close(world.find(number), "no case for a month", "ben");
    assertThat(world.find(number).state()).isEqualTo(NoticeState.CLOSED);
    assertThat(world.find(number).notice()).isPresent();
  }

  @Test
  void aPartnersNoticeArrivesAsASignalOnceForEachEdition() throws Refused {
    String mine = world.draft(Urgency.ROUTINE);
    NoticeBody body = world.body(mine, "theirs").releasedTo(Releasability.PARTNERS);
    world.arrive(Notice.KIND, theirs(body));
    world.ledger.readers().catchUp();
    world.tell.tell();
    world.tell.tell();
    assertThat(world.raised).extracting(Signal::detector).containsExactly("notices.partner");
    refused(Refusal.NOT_OURS, () -> world.keep.retract(world.find(THEIRS), "not ours", "ben"));
    refused(Refusal.NOT_A_PARTNERS, () -> world.keep.acknowledge(world.find(mine), "ben"));

    world.keep.acknowledge(world.find(THEIRS), "ana");
    world.keep.countersign(world.find(THEIRS), "ben");
    assertThat(world.find(THEIRS).isAcknowledgedBy(Country.CANADA)).isTrue();
    assertThat(world.find(THEIRS).isCountersignedBy(Country.CANADA)).isTrue();

    world.arrive(
        NoticeRetraction.KIND,
        new NoticeRetraction(THEIRS, Country.UNITED_STATES, "a wrong sample", NoticesWorld.START));
    world.ledger.readers().catchUp();
    world.tell.tell();
    assertThat(world.raised)
        .extracting(Signal::detector)
        .containsExactly("notices.partner", "notices.retracted");
  }

  @Test
  void aNoticeInAnothersNameCountsForNothing() {
    String mine = world.draft(Urgency.ROUTINE);
    NoticeBody body = world.body(mine, "words").releasedTo(Releasability.PARTNERS);
    world.arrive(
        Notice.KIND,
        new Notice(
            "MX-20261120-0000000b", 1, Country.MEXICO, body, 0, null, NoticesWorld.START, null));
    world.ledger.readers().catchUp();
    assertThat(world.notices.find("MX-20261120-0000000b")).isEmpty();
    world.tell.tell();
    assertThat(world.raised).isEmpty();
  }
}

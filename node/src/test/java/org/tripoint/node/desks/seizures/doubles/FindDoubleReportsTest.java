package org.tripoint.node.desks.seizures.doubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tripoint.node.desks.seizures.SeizureSamples.drug;
import static org.tripoint.node.desks.seizures.SeizureSamples.event;
import static org.tripoint.node.desks.seizures.SeizureSamples.money;
import static org.tripoint.node.desks.seizures.SeizureSamples.press;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.MergeDecision.Verdict;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.lists.SeizureFilter;
import org.tripoint.node.desks.seizures.lists.TestDesk;
import org.tripoint.node.ledger.BatchReceipt.Outcome;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.vocabulary.RecordId;

class FindDoubleReportsTest {

  private static final Instant MAY = Instant.parse("2025-05-01T00:00:00Z");

  private final TestDesk desk = TestDesk.fresh();
  private final List<RaiseSignal.Signal> raised = new ArrayList<>();
  private FindDoubleReports search;
  private DoubleReports doubles;

  @BeforeEach
  void setUp() {
    search =
        new FindDoubleReports(
            desk.ledger().jdbc(),
            new AlikeReports(desk.ledger().jdbc(), new ShippedSubstances()),
            new PartnersOfPair(desk.ledger().read()),
            signal -> {
              raised.add(signal);
              return signal.evidence().getFirst();
            },
            desk.ledger().transaction().getTransactionManager());
    doubles =
        new DoubleReports(
            desk.ledger().jdbc(),
            new AlikeReports(desk.ledger().jdbc(), new ShippedSubstances()),
            new PartnersOfPair(desk.ledger().read()),
            desk.ledger().append(),
            Clock.systemUTC());
  }

  private RecordId put(String key, Seizure seizure) {
    Outcome outcome =
        desk.ledger()
            .put(Seizure.KIND, "source-" + seizure.agency(), MAY, key, seizure)
            .outcomes()
            .getFirst();
    desk.ledger().readers().catchUp();
    return ((Outcome.Appended) outcome).record();
  }

  @Test
  void raisesOneSignalForTwoReportsOfOneSeizure() {
    RecordId cbsa =
        put("1", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10.0", "kg")));
    RecordId rcmp =
        put("2", event("RCMP", "2025-03-05", "CA-BC", drug(1, "Fentanyl", "9.85", "kg")));
    assertThat(search.catchUp()).isEqualTo(1);
    assertThat(search.catchUp()).isZero();
    RaiseSignal.Signal signal = raised.getFirst();
    assertThat(signal.detector()).isEqualTo("seizures.double-report");
    assertThat(signal.evidence()).containsExactlyInAnyOrder(cbsa, rcmp).isSorted();
    assertThat(signal.parts())
        .extracting(RaiseSignal.ScorePart::ruleKey)
        .containsExactly(
            "seizures.double.rule.day",
            "seizures.double.rule.place",
            "seizures.double.rule.substance",
            "seizures.double.rule.quantity",
            "seizures.double.rule.chance");
    assertThat(signal.link())
        .isEqualTo(
            "/seizures/double-reports/"
                + signal.evidence().get(0)
                + "~"
                + signal.evidence().get(1));
  }

  @Test
  void convertsUnitsAndKnowsOneSubstanceByTwoNames() {
    put("1", event("CBSA", "2025-03-04", "CA-BC", drug(1, "MDMA", "2.20462262", "lb")));
    put("2", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Ecstasy", "1", "kg")));
    assertThat(search.catchUp()).isEqualTo(1);
  }

  @Test
  void raisesNothingWhenOneThingDiffers() {
    put("1", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    put("2", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    put("3", event("RCMP", "2025-03-06", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    put("4", event("RCMP", "2025-03-04", "CA-ON", drug(1, "Fentanyl", "10", "kg")));
    put("5", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Heroin", "10", "kg")));
    put("6", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10.5", "kg")));
    put("7", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "tablet")));
    put("8", event("RCMP", "2025-03", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    assertThat(search.catchUp()).isZero();
  }

  @Test
  void staysSilentWhereAnEventAgreesWithTooMany() {
    for (int i = 0; i < 6; i++) {
      put("a" + i, event("CBSA", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1", "kg")));
      put("b" + i, event("RCMP", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1", "kg")));
    }
    assertThat(search.catchUp()).isZero();
  }

  @Test
  void whatAgreesWithTooManyIsFoundFromEachReport() {
    RecordId one = put("x", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1", "kg")));
    for (int i = 0; i < 6; i++) {
      put("b" + i, event("RCMP", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1", "kg")));
    }
    assertThat(search.catchUp()).isZero();
    List<ReportPair> agreeing = doubles.listAgreeing(one);
    assertThat(agreeing).hasSize(6);
    ReportPair pair = agreeing.getFirst();
    assertThat(pair.raised()).isNull();
    assertThat(pair.score()).isLessThan(new BigDecimal("0.75"));
    assertThat(doubles.find(pair.first(), pair.second())).contains(pair);

    doubles.decide(pair, Verdict.SAME_EVENT, "one van", "ana");
    desk.ledger().readers().catchUp();
    assertThat(doubles.find(pair.first(), pair.second()).orElseThrow().verdict())
        .isEqualTo(Verdict.SAME_EVENT);
    assertThat(doubles.listAgreeing(one)).hasSize(6);
  }

  @Test
  void whatChanceExplainsIsFoundFromItsReport() {
    crowd();
    RecordId one =
        put("x", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1.43", "kg")));
    assertThat(search.catchUp()).isZero();
    assertThat(doubles.listAgreeing(one)).isNotEmpty().allMatch(pair -> pair.raised() == null);
    RecordId other =
        put("y", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "1.13", "kg")));
    assertThat(doubles.listAgreeing(other)).isEmpty();
    assertThat(
            doubles.find(
                one.compareTo(other) < 0 ? one : other, one.compareTo(other) < 0 ? other : one))
        .isEmpty();
  }

  @Test
  void pressesAndMoneyAreComparedToo() {
    put("1", event("CBSA", "2025-03-04", "CA-BC", press(1, "7")));
    put("2", event("RCMP", "2025-03-05", "CA-BC", press(1, "7")));
    put("3", event("CBSA", "2025-06-04", "CA-BC", money(1, "21500", "CAD")));
    put("4", event("RCMP", "2025-06-04", "CA-BC", money(1, "21450", "CAD")));
    put("5", event("VPD", "2025-06-04", "CA-BC", money(1, "21500", "USD")));
    assertThat(search.catchUp()).isEqualTo(2);
  }

  @Test
  void thingsOfAnotherFormDoNotAgree() {
    put("1", event("CBSA", "2025-03-04", "CA-BC", press(1, "7")));
    put("2", event("RCMP", "2025-03-04", "CA-BC", money(1, "7", "CAD")));
    put("3", event("VPD", "2025-03-04", "CA-BC", press(1, "9")));
    assertThat(search.catchUp()).isZero();
  }

  /// Cannabis of every size, every day for two months, by another agency.
  private void crowd() {
    for (int i = 0; i < 60; i++) {
      String day = LocalDate.of(2025, 2, 3).plusDays(i).toString();
      String quantity = new BigDecimal("0.9").add(BigDecimal.valueOf(i * 37 % 60, 2)).toString();
      put("crowd" + i, event("CBSA", day, "CA-BC", drug(1, "Cannabis", quantity, "kg")));
      put("more" + i, event("CBSA", day, "CA-BC", drug(1, "Cannabis", quantity + "4", "kg")));
    }
  }

  @Test
  void staysSilentWhereChanceExplainsThePair() {
    crowd();
    put("x", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Cannabis", "1.13", "kg")));
    put("y", event("RCMP", "2025-03-05", "CA-BC", drug(1, "Cannabis", "1.31", "kg")));
    put("z", event("RCMP", "2025-03-06", "CA-BC", drug(1, "Cannabis", "1.22", "kg")));
    assertThat(search.catchUp()).isZero();
  }

  @Test
  void raisesInTheSameCrowdWhatAgreesInTwoItems() {
    crowd();
    put(
        "x",
        event(
            "CBSA",
            "2025-03-04",
            "CA-BC",
            drug(1, "Cannabis", "1.131", "kg"),
            drug(2, "Heroin", "0.4", "kg")));
    put(
        "y",
        event(
            "RCMP",
            "2025-03-04",
            "CA-BC",
            drug(1, "Cannabis", "1.13", "kg"),
            drug(2, "Heroin", "0.4", "kg")));
    assertThat(search.catchUp()).isEqualTo(1);
  }

  /// Fentanyl of like amounts, twice a month, by another agency: one report in a hundred agrees.
  private void now() {
    for (int i = 0; i < 24; i++) {
      String day = LocalDate.of(2024, 9, 10).plusDays(15L * i).toString();
      String quantity = new BigDecimal("8").add(BigDecimal.valueOf(i * 37 % 60, 1)).toString();
      put("now" + i, event("CBSA", day, "CA-BC", drug(1, "Fentanyl", quantity, "kg")));
    }
  }

  private static Seizure joint(Seizure report, String... partners) {
    return new Seizure(
        report.country(),
        report.agency(),
        report.date(),
        report.place(),
        report.circumstances(),
        report.route(),
        true,
        List.of(partners),
        null,
        report.items(),
        report.caseNumbers(),
        report.persons(),
        report.extras());
  }

  private int raisedFor(Seizure one, Seizure other) {
    now();
    put("x", one);
    put("y", other);
    return search.catchUp();
  }

  private static Seizure byCbsa() {
    return event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10.1", "kg"));
  }

  private static Seizure byRcmp() {
    return event("RCMP", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "kg"));
  }

  /// One in a hundred is often among many reports, and rare for reports that say they were joint.
  @Test
  void staysSilentWhereNeitherIsJointAndChanceComesNowAndThen() {
    assertThat(raisedFor(byCbsa(), byRcmp())).isZero();
  }

  @Test
  void raisesWhatOneReportsAsJointWithoutSayingWithWhom() {
    assertThat(raisedFor(joint(byCbsa()), byRcmp())).isEqualTo(1);
    assertThat(raised.getFirst().parts())
        .extracting(RaiseSignal.ScorePart::ruleKey)
        .contains("seizures.double.rule.joint");
  }

  @Test
  void staysSilentWhereTheJointReportNamesOthers() {
    assertThat(raisedFor(joint(byCbsa(), "OPP", "Sûreté du Québec"), byRcmp())).isZero();
  }

  @Test
  void raisesWhatNamesTheOtherWhateverChanceDoes() {
    crowdOfFentanyl();
    assertThat(raisedFor(byCbsa(), joint(byRcmp(), "OPP", "CBSA, Windsor"))).isEqualTo(1);
  }

  /// So many like amounts that chance explains everything; none within 2 %.
  private void crowdOfFentanyl() {
    for (int i = 0; i < 9; i++) {
      put(
          "crowd" + i,
          event("CBSA", "2025-03-05", "CA-BC", drug(1, "Fentanyl", "1" + (1 + i % 3), "kg")));
    }
  }

  @Test
  void chanceGrowsWithTheCrowdAndIsNeverMoreThanCertain() {
    assertThat(AlikeReports.chance(0, 0)).isBetween(0.0, 0.0005);
    assertThat(AlikeReports.chance(240, 0)).isBetween(0.09, 0.11);
    assertThat(AlikeReports.chance(0, 12)).isBetween(0.1, 0.11);
    assertThat(AlikeReports.chance(1_000_000, 9)).isEqualTo(1);
    assertThat(AlikeReports.chanceInCrowd(7)).isBetween(0.3, 0.4);
    assertThat(AlikeReports.chanceInCrowd(90)).isEqualTo(1);
  }

  @Test
  void recordsADecisionThatCountsBothOnceAndKeepsBoth() {
    RecordId one = put("1", event("CBSA", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    RecordId two = put("2", event("RCMP", "2025-03-04", "CA-BC", drug(1, "Fentanyl", "10", "kg")));
    boolean ordered = one.compareTo(two) < 0;
    ReportPair pair =
        new ReportPair(
            ordered ? one : two,
            ordered ? two : one,
            null,
            null,
            null,
            List.of(),
            null,
            "",
            "",
            null);
    assertThatThrownBy(() -> doubles.decide(pair, Verdict.SAME_EVENT, " ", "ana"))
        .isInstanceOf(IllegalArgumentException.class);
    doubles.decide(pair, Verdict.SAME_EVENT, "one truck, two forms", "ana");
    desk.ledger().readers().catchUp();
    assertThat(desk.counts().countMerged(SeizureFilter.all())).isEqualTo(1);
    assertThat(desk.counts().countEvents(SeizureFilter.all()).number()).isEqualTo(2);
    ReportPair kept = doubles.find(pair.first(), pair.second()).orElseThrow();
    assertThat(kept.verdict()).isEqualTo(Verdict.SAME_EVENT);
    assertThat(kept.decidedBy()).isEqualTo("ana");
    assertThat(doubles.list(false, Optional.empty(), 9)).hasSize(1);
    assertThat(doubles.countOpen()).isZero();
    assertThat(search.catchUp()).isZero();
  }
}

package org.tripoint.node.desks.law.gaps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.engines.chemistry.coverage.Jurisdiction;
import org.tripoint.node.accounts.Role;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.law.AppendLaw;
import org.tripoint.node.desks.law.ControlMatrix;
import org.tripoint.node.desks.law.GapReviewed;
import org.tripoint.node.desks.law.LawEntries;
import org.tripoint.node.desks.law.Today;
import org.tripoint.node.desks.law.gaps.GapReview.Review;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.signals.RaiseSignal;
import org.tripoint.node.substances.ControlOutcome;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// The review on days whose answer is known, and what it hands out.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class GapReviewTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final SubstanceId MEDETOMIDINE =
      new SubstanceId.Structure("CUHVIMMYOGQXCV-UHFFFAOYSA-N");

  @Autowired private GapReview review;
  @Autowired private ControlMatrix matrix;
  @Autowired private TellGaps tell;
  @Autowired private LawEntries entries;
  @Autowired private AppendLaw append;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private Review on(String day) {
    return review.on(LocalDate.parse(day));
  }

  private Set<String> ends(String day) {
    return on(day).of(Question.Q3).stream()
        .filter(gap -> gap.where() == Jurisdiction.US)
        .map(gap -> gap.substance().id() + " " + gap.date().orElseThrow())
        .collect(Collectors.toSet());
  }

  @Test
  void ordersThatEndWithNothingBehindThem() {
    Set<String> two =
        Set.of("n-desethyl-isotonitazene 2026-07-29", "n-piperidinyl-etonitazene 2026-07-29");
    assertThat(ends("2026-01-29")).isEmpty();
    assertThat(ends("2026-01-30")).isEqualTo(two);
    assertThat(ends("2026-07-28")).isEqualTo(two);
    assertThat(ends("2026-11-22")).isEqualTo(two);
    assertThat(ends("2027-02-20"))
        .isEqualTo(
            Set.of(
                "n-pyrrolidino-metonitazene 2027-08-15", "n-pyrrolidino-protonitazene 2027-08-15"));
    Gap gap =
        on("2026-11-22").of(Question.Q3).stream()
            .filter(one -> one.substance().id().equals("n-desethyl-isotonitazene"))
            .findFirst()
            .orElseThrow();
    assertThat(gap.days()).contains(116L);
    assertThat(gap.citations().getFirst().cited().validity().source()).contains("89 FR 60817");
  }

  @Test
  void anOrderThatARuleFollowsIsNoGap() {
    assertThat(ends("2021-09-01")).noneMatch(one -> one.startsWith("isotonitazene "));
    assertThat(ends("2024-03-01"))
        .contains("butonitazene 2024-04-12")
        .noneMatch(one -> one.startsWith("protonitazene "));
  }

  private Lag lag(String id) {
    return on("2026-07-01").lags().stream()
        .filter(one -> one.substance().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void lagsInDays() {
    Lag boc = lag("1-boc-4-piperidone");
    assertThat(boc.origin()).contains(LocalDate.parse("2023-05-12"));
    assertThat(boc.days(Jurisdiction.US)).contains(0L);
    assertThat(boc.days(Jurisdiction.CA)).contains(480L);
    assertThat(boc.days(Jurisdiction.UN)).contains(571L);
    assertThat(boc.days(Jurisdiction.CN)).contains(800L);
    assertThat(boc.days(Jurisdiction.MX)).isEmpty();

    Lag anhydride = lag("propionic-anhydride");
    assertThat(anhydride.origin()).contains(LocalDate.parse("2021-05-13"));
    assertThat(anhydride.days(Jurisdiction.CA)).contains(1_386L);
    assertThat(anhydride.firsts().get(Jurisdiction.US).day()).isEmpty();
    assertThat(anhydride.days(Jurisdiction.US)).isEmpty();

    Lag chloride = lag("propionyl-chloride");
    assertThat(chloride.origin()).contains(LocalDate.parse("2016-11-30"));
    assertThat(chloride.days(Jurisdiction.MX)).contains(1_625L);
    assertThat(chloride.firsts()).doesNotContainKey(Jurisdiction.US);
  }

  @Test
  void derivativesThatAnotherJurisdictionControls() {
    assertThat(on("2026-07-01").of(Question.Q4))
        .anySatisfy(gap -> {
          assertThat(gap.substance().id()).isEqualTo("1-boc-4-ap");
          assertThat(gap.where()).isEqualTo(Jurisdiction.MX);
          assertThat(gap.base().orElseThrow().id()).isEqualTo("4-anilinopiperidine");
          assertThat(gap.against()).contains(Jurisdiction.US);
        });
  }

  @Test
  void adulterantsThatNobodyControls() {
    Map<String, List<Gap>> found =
        on("2026-07-01").of(Question.Q7).stream()
            .collect(Collectors.groupingBy(gap -> gap.substance().id()));
    assertThat(found).containsKeys("xylazine", "medetomidine", "btmps");
    assertThat(found).doesNotContainKey("ketamine");
    Map<Jurisdiction, ControlOutcome> xylazine =
        found.get("xylazine").stream().collect(Collectors.toMap(Gap::where, Gap::outcome));
    assertThat(xylazine)
        .containsEntry(Jurisdiction.US, ControlOutcome.NOT_CONTROLLED)
        .containsEntry(Jurisdiction.CA, ControlOutcome.NOT_CONTROLLED)
        .containsEntry(Jurisdiction.MX, ControlOutcome.NO_RULE);
  }

  @Test
  void silenceIsAGapOnlyWhereTheListsWereReadWhole() {
    Review found = on("2026-07-01");
    for (Gap gap : found.gaps()) {
      if (gap.outcome() == ControlOutcome.NO_RULE && gap.question() != Question.Q3) {
        assertThat(gap.isGap()).as(gap.key()).isEqualTo(gap.where() == Jurisdiction.CA);
      } else {
        assertThat(gap.isGap()).as(gap.key()).isTrue();
      }
    }
    assertThat(on("2026-06-04").gaps())
        .filteredOn(gap -> gap.outcome() == ControlOutcome.NO_RULE && gap.question() != Question.Q3)
        .isNotEmpty()
        .noneMatch(Gap::isGap);
    for (Question question : List.of(Question.Q1, Question.Q2, Question.Q7)) {
      List<Gap> rows = found.of(question);
      long gaps = rows.stream().filter(Gap::isGap).count();
      assertThat(rows.stream().limit(gaps)).as(question.name()).allMatch(Gap::isGap);
    }
  }

  @Test
  void whatAnActNamesIsNoGapOfIt() {
    Review found = on("2026-07-01");
    for (String id :
        List.of(
            "amphetamine", "mdma", "methadone", "jwh-018", "mdpv", "bromazolam", "alprazolam")) {
      assertThat(found.gaps())
          .as(id)
          .noneMatch(gap -> gap.substance().id().equals(id) && gap.where() == Jurisdiction.CA);
    }
    for (String id : List.of("safrole", "piperonal", "potassium-permanganate", "midazolam")) {
      assertThat(found.of(Question.Q2))
          .as(id)
          .noneMatch(gap -> gap.substance().id().equals(id) && gap.where() == Jurisdiction.MX);
    }
  }

  @Test
  void whatIsSilentIsUnknownInEveryFinding() {
    Review found = on("2026-07-01");
    Map<String, ControlMatrix.Row> rows =
        matrix.on(found.day()).stream()
            .collect(Collectors.toMap(row -> row.substance().id(), row -> row));
    for (Gap gap : found.gaps()) {
      if (gap.question() != Question.Q3) {
        boolean silent =
            rows.get(gap.substance().id()).answers().get(gap.where()).grounds().isEmpty();
        assertThat(gap.outcome() == ControlOutcome.NO_RULE)
            .as(gap.key())
            .isEqualTo(silent || gap.outcome() == ControlOutcome.NO_RULE);
        assertThat(silent && gap.outcome() != ControlOutcome.NO_RULE).as(gap.key()).isFalse();
      }
      assertThat(gap.outcome() == ControlOutcome.IN)
          .as(gap.key())
          .isEqualTo(gap.question() == Question.Q4 && gap.base().isEmpty());
    }
    assertThat(found.of(Question.Q1)).isNotEmpty();
    assertThat(found.of(Question.Q2))
        .allSatisfy(gap -> assertThat(gap.days().orElse(1_000L)).isGreaterThanOrEqualTo(365L));
  }

  private MockHttpServletResponse paper(String format, String language) throws Exception {
    return web.perform(
            get("/law/gaps/paper")
                .param("format", format)
                .param("on", "2026-07-01")
                .header("Accept-Language", language)
                .with(user("ana").roles(Role.Names.ANALYST)))
        .andReturn()
        .getResponse();
  }

  @Test
  void theWorkingPaperCitesInEachLanguage() throws Exception {
    assertThat(paper("doc", "en").getStatus()).isEqualTo(404);
    for (String language : List.of("en", "es", "fr")) {
      String html = paper("html", language).getContentAsString();
      assertThat(html).contains("89 FR 60817", "CDSA", "21 CFR 1310.05");
      byte[] pdf = paper("pdf", language).getContentAsByteArray();
      assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
      assertThat(pdf.length).isGreaterThan(20_000);
    }
    List<String> csv = paper("csv", "en").getContentAsString().lines().toList();
    Review found = on("2026-07-01");
    long lags = found.lags().stream().mapToLong(one -> one.firsts().size()).sum();
    assertThat(csv).hasSize((int) (1 + found.gaps().size() + lags + Duty.readOwn().size()));
  }

  @Test
  void aPageForEachQuestionAndAnOddAddress() throws Exception {
    for (String question : List.of("Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "")) {
      String page =
          web.perform(
                  get("/law/gaps")
                      .param("question", question)
                      .param("on", question.equals("Q3") ? "2026-03-01" : "2026-07-01")
                      .param("after", "no such row")
                      .with(user("ana").roles(Role.Names.ANALYST)))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(page).contains("<table>").doesNotContain("law.gap.");
    }
  }

  /// Found in the United States, whose federal schedules were looked through for it, and in Mexico,
  /// of whose lists nothing is known.
  private void findMedetomidine() {
    ledger.append(
        new Batch(
            "us-found",
            null,
            Instant.parse("2026-02-01T00:00:00Z"),
            "tester",
            List.of(
                finding("1", Country.UNITED_STATES, "US-OH", MEDETOMIDINE),
                finding("2", Country.MEXICO, "MX-SON", MEDETOMIDINE))));
    readers.catchUpBriefly();
  }

  private static Entry finding(String item, Country country, String area, SubstanceId substance) {
    return new Entry.Put<>(
        LabResult.KIND,
        "S/" + item,
        new LabResult(
            "LAB",
            country,
            "",
            "S",
            item,
            "",
            SampleOrigin.SEIZURE,
            PartialDate.parse("2026-01-15"),
            LabResult.DateBasis.COLLECTED,
            null,
            null,
            Place.admin1(area),
            Material.unknown(),
            null,
            null,
            List.of(
                new ResultComponent(
                    1,
                    "as reported",
                    substance,
                    IdentificationLevel.IDENTIFIED,
                    ComponentRole.UNKNOWN,
                    new Presence.Present(),
                    null,
                    List.of(),
                    List.of(),
                    "",
                    "")),
            "",
            "",
            "",
            "",
            LabResult.ResultStatus.FINAL,
            "",
            List.of(),
            "",
            List.of(),
            List.of(),
            Map.of()),
        Marking.published(),
        LocalDate.parse("2026-01-15"));
  }

  @Test
  void aRecordThatLeavesTheIsomerOpenIsCreditedToEachAndMarked() throws Exception {
    ledger.append(
        new Batch(
            "ca-found",
            null,
            Instant.parse("2026-02-01T00:00:00Z"),
            "tester",
            List.of(
                finding(
                    "3",
                    Country.CANADA,
                    "CA-BC",
                    new SubstanceId.IsomerUnspecified("fluorofentanyl")))));
    readers.catchUpBriefly();

    Review found = on("2026-07-01");

    for (String member :
        List.of("ortho-fluorofentanyl", "meta-fluorofentanyl", "para-fluorofentanyl")) {
      assertThat(found.found().get(member).leftOpenIn("CA")).as(member).isEqualTo(1);
      assertThat(found.found().get(member).in("CA")).as(member).isZero();
      assertThat(found.found().get(member).total()).as(member).isEqualTo(1);
    }
    assertThat(
            found.of(Question.Q1).stream()
                .filter(Gap::isGap)
                .map(gap -> found.found(gap.substance()))
                .toList())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(paper("csv", "en").getContentAsString()).contains("isomer_left_open");
  }

  @Test
  void tellsWhichOrderEndsWhenAndWhatWasFoundWhereNobodyControlsIt() {
    findMedetomidine();
    jdbc.update("truncate law.told");
    List<RaiseSignal.Signal> raised = new ArrayList<>();
    TellGaps onTheDay =
        new TellGaps(
            review,
            entries,
            append,
            signal -> {
              raised.add(signal);
              return signal.evidence().getFirst();
            },
            jdbc,
            new Today(
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
                ZoneOffset.UTC));

    assertThat(onTheDay.run()).isEqualTo(raised.size());

    assertThat(raised)
        .filteredOn(one -> one.detector().equals("law.order-ends"))
        .extracting(RaiseSignal.Signal::titleArguments)
        .contains(
            List.of("N-desethyl isotonitazene", "US", "2026-07-29"),
            List.of("N-piperidinyl etonitazene", "US", "2026-07-29"));
    assertThat(raised)
        .filteredOn(one -> one.detector().equals("law.found-uncontrolled"))
        .filteredOn(one -> one.titleArguments().getFirst().equals("medetomidine"))
        .extracting(RaiseSignal.Signal::titleArguments)
        .as("Mexico's lists were not read whole, so that nothing is told of it")
        .containsExactly(List.of("medetomidine", "US"));
    raised.clear();
    assertThat(onTheDay.run()).isZero();
    assertThat(raised).isEmpty();
  }

  @Test
  void tellsOnceAndKeepsARecordWhereTheFindingsAreNew() {
    jdbc.update("truncate law.told");
    int told = tell.run();
    assertThat(told).isGreaterThanOrEqualTo(0);
    Optional<LawEntries.Kept<GapReviewed>> kept =
        entries.list(GapReviewed.KIND).stream().findFirst();
    assertThat(kept).isPresent();
    assertThat(kept.get().content().findings()).isNotEmpty();

    assertThat(tell.run()).isZero();
    assertThat(entries.list(GapReviewed.KIND).getFirst().at()).isEqualTo(kept.get().at());
  }
}

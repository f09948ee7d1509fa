package org.tripoint.node.desks.laboratory.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tripoint.node.desks.laboratory.DrugCheckSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.ReportedSubstance;
import org.tripoint.node.desks.laboratory.DrugCheckSample.StripResult;
import org.tripoint.node.desks.laboratory.lists.ReadTrends;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Counted;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Samples;
import org.tripoint.node.desks.laboratory.lists.ReadTrends.Seen;
import org.tripoint.node.desks.laboratory.lists.TrendQuestion;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.ComponentRole;
import org.tripoint.node.desks.laboratory.results.ExpectedSubstance;
import org.tripoint.node.desks.laboratory.results.IdentificationLevel;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.node.ledger.RunReaders;
import org.tripoint.node.testing.TestDatabase;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Trends from kept sums are those of a plain count over the results, origin by origin.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.MOCK)
@AutoConfigureMockMvc
class TrendsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final List<String> AREAS = List.of("CA-BC", "CA-ON");
  private static final List<SampleOrigin> ORIGINS =
      List.of(SampleOrigin.SEIZURE, SampleOrigin.DRUG_CHECKING);

  @Autowired private MockMvc web;
  @Autowired private AppendRecords ledger;
  @Autowired private RunReaders readers;
  @Autowired private ReadTrends trends;
  @Autowired private DiscloseTrends disclose;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    DATABASE.register(registry);
  }

  private static SubstanceId substance(String name) {
    return new SubstanceId.AsReported(name);
  }

  private static LabResult result(
      String laboratory,
      int item,
      SampleOrigin origin,
      String day,
      String area,
      String scope,
      List<String> found,
      String expected) {
    List<ResultComponent> components = new ArrayList<>();
    for (String name : found) {
      components.add(
          new ResultComponent(
              components.size() + 1,
              name,
              substance(name),
              IdentificationLevel.TENTATIVE,
              ComponentRole.UNKNOWN,
              new Presence.Present(),
              null,
              List.of(),
              List.of(),
              "",
              ""));
    }
    return new LabResult(
        laboratory,
        Country.CANADA,
        "",
        "S",
        Integer.toString(item),
        "",
        origin,
        PartialDate.parse(day),
        DateBasis.COLLECTED,
        null,
        null,
        Place.admin1(area),
        Material.unknown(),
        expected.isEmpty() ? null : new ExpectedSubstance(expected, substance(expected)),
        null,
        components,
        scope,
        scope.isEmpty() ? "" : "1",
        "",
        "",
        ResultStatus.FINAL,
        "",
        List.of(),
        "",
        List.of(),
        List.of(),
        Map.of());
  }

  private static AnalysisScope scope(
      String laboratory, String scope, String from, String to, List<String> analytes) {
    return new AnalysisScope(
        laboratory,
        Country.CANADA,
        scope,
        "1",
        LocalDate.parse(from),
        LocalDate.parse(to),
        "powders",
        analytes.stream().map(name -> new ScopeAnalyte(name, substance(name), null)).toList());
  }

  private void append(String laboratory, Instant at, List<Entry> entries) {
    ledger.append(new Batch("ca-" + laboratory, null, at, "tester", entries));
  }

  private static Entry put(LabResult result) {
    return new Entry.Put<>(
        LabResult.KIND, result.item(), result, Marking.published(), result.day());
  }

  private static Entry put(AnalysisScope scope) {
    return new Entry.Put<>(AnalysisScope.KIND, scope.key(), scope, Marking.published(), null);
  }

  private static TrendQuestion asked(String substance, SampleOrigin origin, String area) {
    return new TrendQuestion(
        substance(substance).key(),
        origin.name(),
        area,
        YearMonth.of(2026, 1),
        YearMonth.of(2026, 12));
  }

  @Test
  void aNegativeCountsOnlyWhereItWasLookedForAndOriginsAreNotMixed() {
    append(
        "scoped",
        Instant.parse("2026-06-01T00:00:00Z"),
        List.of(
            put(scope("scoped", "p", "2026-01-10", "2026-03-20", List.of("s-red"))),
            put(seizure("scoped", 1, "2026-01-15", "p", List.of("s-red", "s-blue"))),
            put(seizure("scoped", 2, "2026-01-16", "p", List.of())),
            put(seizure("scoped", 3, "2026-01-17", "", List.of("s-red"))),
            put(seizure("scoped", 4, "2026-01-17", "", List.of())),
            put(seizure("scoped", 5, "2026-05-01", "p", List.of())),
            put(
                result(
                    "scoped",
                    6,
                    SampleOrigin.DRUG_CHECKING,
                    "2026-01-18",
                    "CA-BC",
                    "p",
                    List.of("s-red"),
                    "s-blue"))));
    readers.catchUp();
    YearMonth january = YearMonth.of(2026, 1);
    assertThat(trends.samples(asked("s-red", SampleOrigin.SEIZURE, "")))
        .isEqualTo(Map.of(january, new Samples(2, 1, 1)));
    assertThat(trends.samples(asked("s-red", SampleOrigin.DRUG_CHECKING, "")))
        .isEqualTo(Map.of(january, new Samples(1, 1, 0)));
    assertThat(trends.samples(asked("s-blue", SampleOrigin.SEIZURE, "")))
        .isEqualTo(Map.of(january, new Samples(0, 0, 1)));
    assertThat(trends.soldAs(asked("s-red", SampleOrigin.DRUG_CHECKING, "")))
        .containsExactly(new Counted("text:s-blue", 1));
    assertThat(trends.soldAs(asked("s-red", SampleOrigin.SEIZURE, ""))).isEmpty();
  }

  @Test
  void drugChecksByInfraredStandByThemselvesAndOnlyWhereASubstanceWasNamed() {
    append(
        "checks",
        Instant.parse("2026-06-01T00:00:00Z"),
        List.of(
            put("1", check("2026-03-04", List.of("c-red", "c-blue"), "2.5")),
            put("2", check("2026-03-09", List.of("c-blue"), "0")),
            put("3", check("2026-04-01", List.of(), "7"))));
    readers.catchUp();
    TrendQuestion red = infrared("c-red");
    assertThat(trends.samples(red)).isEqualTo(Map.of(YearMonth.of(2026, 3), new Samples(2, 1, 0)));
    assertThat(trends.foundWith(red)).containsExactly(new Counted("text:c-blue", 1));
    assertThat(trends.foundIn(infrared("c-down")))
        .contains(new Counted("*", 2), new Counted("text:c-blue", 2));
    assertThat(trends.seen(red))
        .containsExactly(new Seen("CA-BC", LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 4), 1));
    assertThat(trends.quantities(red)).isEmpty();
    assertThat(
            trends.quantities(
                new TrendQuestion(
                    "inchikey:PJMPHNIQZUBGLI-UHFFFAOYSA-N",
                    ReadTrends.INFRARED,
                    "CA-BC",
                    YearMonth.of(2026, 1),
                    YearMonth.of(2026, 12))))
        .extracting(one -> one.value().toPlainString() + " " + one.basis())
        .containsExactly("7 NOT_STATED", "2.5 NOT_STATED");
    assertThat(trends.isTold(red)).isTrue();
    assertThat(trends.isTold(infrared("c-never"))).as("nobody named it").isFalse();
    assertThat(trends.samples(asked("c-red", SampleOrigin.DRUG_CHECKING, ""))).isEmpty();
  }

  private static TrendQuestion infrared(String substance) {
    return new TrendQuestion(
        substance(substance).key(),
        ReadTrends.INFRARED,
        "",
        YearMonth.of(2026, 1),
        YearMonth.of(2026, 12));
  }

  private static DrugCheckSample check(String day, List<String> found, String percent) {
    return new DrugCheckSample(
        LocalDate.parse(day),
        Place.admin1("CA-BC"),
        null,
        new ReportedSubstance("c-down", substance("c-down")),
        "",
        StripResult.NOT_DONE,
        StripResult.NOT_DONE,
        found.stream()
            .<FoundInSample>map(name -> new FoundInSample.Identified(name, substance(name)))
            .toList(),
        ReportedNumber.find(percent).orElseThrow(),
        null,
        null,
        Map.of());
  }

  private static Entry put(String key, DrugCheckSample sample) {
    return new Entry.Put<>(DrugCheckSample.KIND, key, sample, Marking.published(), sample.day());
  }

  private static LabResult seizure(
      String laboratory, int item, String day, String scope, List<String> found) {
    return result(laboratory, item, SampleOrigin.SEIZURE, day, "CA-BC", scope, found, "");
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 20261122})
  void keptSumsAreThoseOfAPlainCount(long seed) {
    RandomGenerator chance = new SplittableRandom(seed);
    String laboratory = "lab" + seed;
    List<String> names = IntStream.range(0, 4).mapToObj(i -> laboratory + "-s" + i).toList();
    List<AnalysisScope> scopes =
        List.of(
            scope(laboratory, "a", "2026-01-01", "2026-04-30", names.subList(0, 2)),
            scope(laboratory, "b", "2026-02-01", "2026-12-31", names.subList(1, 4)));
    Instant at = Instant.parse("2027-01-01T00:00:00Z");
    append(laboratory, at, scopes.stream().map(TrendsTest::put).toList());
    Map<Integer, LabResult> standing = new LinkedHashMap<>();
    for (int round = 0; round < 6; round++) {
      List<Entry> entries = new ArrayList<>();
      for (int item = 0; item < 40; item++) {
        if (chance.nextInt(3) == 0) {
          if (standing.containsKey(item) && chance.nextInt(4) == 0) {
            standing.remove(item);
            entries.add(new Entry.Withdraw(LabResult.KIND, Integer.toString(item), "wrong item"));
          } else {
            LabResult result = any(laboratory, item, names, chance);
            standing.put(item, result);
            entries.add(put(result));
          }
        }
      }
      append(laboratory, at.plusSeconds(round + 1), entries);
    }
    readers.catchUp();
    for (String name : names) {
      for (SampleOrigin origin : ORIGINS) {
        for (String area : List.of("", "CA-BC")) {
          TrendQuestion question = asked(name, origin, area);
          List<LabResult> of =
              standing.values().stream()
                  .filter(one -> one.sampleOrigin() == origin)
                  .filter(one -> area.isEmpty() || one.place().code().equals(area))
                  .toList();
          String as = "seed " + seed + ", " + question;
          assertThat(trends.samples(question)).as(as).isEqualTo(plain(of, name, scopes));
          assertThat(trends.foundWith(question)).as(as).isEqualTo(plainWith(of, name));
          assertThat(trends.foundIn(question)).as(as).isEqualTo(plainIn(of, name));
          if (area.isEmpty()) {
            assertThat(trends.seen(question)).as(as).isEqualTo(plainSeen(of, name));
          }
        }
      }
    }
  }

  private static LabResult any(
      String laboratory, int item, List<String> names, RandomGenerator chance) {
    return result(
        laboratory,
        item,
        ORIGINS.get(chance.nextInt(2)),
        LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(365)).toString(),
        AREAS.get(chance.nextInt(2)),
        List.of("a", "b", "").get(chance.nextInt(3)),
        names.stream().filter(name -> chance.nextInt(3) == 0).toList(),
        chance.nextBoolean() ? names.get(chance.nextInt(4)) : "");
  }

  private static boolean isFound(LabResult one, String name) {
    return one.components().stream().anyMatch(component -> component.name().equals(name));
  }

  private static Map<YearMonth, Samples> plain(
      List<LabResult> results, String name, List<AnalysisScope> scopes) {
    var months = new TreeMap<YearMonth, Samples>();
    for (LabResult one : results) {
      YearMonth month = YearMonth.from(one.day());
      boolean looked =
          scopes.stream()
              .filter(scope -> scope.scope().equals(one.scope()))
              .anyMatch(scope -> scope.covers(substance(name), one.day()));
      boolean found = isFound(one, name);
      if (looked || found) {
        months.merge(
            month,
            new Samples(looked ? 1 : 0, looked && found ? 1 : 0, !looked && found ? 1 : 0),
            (left, right) ->
                new Samples(
                    left.looked() + right.looked(),
                    left.found() + right.found(),
                    left.outside() + right.outside()));
      }
    }
    return months;
  }

  private static List<Counted> plainWith(List<LabResult> results, String name) {
    return counted(
        results.stream()
            .filter(one -> isFound(one, name))
            .flatMap(one -> one.components().stream().map(ResultComponent::name))
            .filter(other -> !other.equals(name))
            .toList());
  }

  private static List<Counted> plainIn(List<LabResult> results, String name) {
    List<String> found = new ArrayList<>();
    for (LabResult one : results) {
      ExpectedSubstance expected = one.expected();
      if (expected != null && expected.name().equals(name)) {
        found.add("*");
        one.components().forEach(component -> found.add(component.name()));
      }
    }
    return counted(found);
  }

  private static List<Counted> counted(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(one ->
            new Counted(
                one.getKey().equals("*") ? "*" : substance(one.getKey()).key(), one.getValue()))
        .sorted(
            java.util.Comparator.comparingLong((Counted one) -> -one.samples())
                .thenComparing(Counted::substance))
        .toList();
  }

  private static List<Seen> plainSeen(List<LabResult> results, String name) {
    Map<String, List<LocalDate>> days = new TreeMap<>();
    results.stream()
        .filter(one -> isFound(one, name))
        .forEach(one ->
            days.computeIfAbsent(one.place().code(), area -> new ArrayList<>()).add(one.day()));
    return days.entrySet().stream()
        .map(one ->
            new Seen(
                one.getKey(),
                one.getValue().stream().min(LocalDate::compareTo).orElseThrow(),
                one.getValue().stream().max(LocalDate::compareTo).orElseThrow(),
                one.getValue().size()))
        .sorted(java.util.Comparator.comparing(Seen::first).thenComparing(Seen::area))
        .toList();
  }

  private MockHttpServletResponse ask(String address) throws Exception {
    return web.perform(get(address).with(user("ana").roles("ANALYST"))).andReturn().getResponse();
  }

  @Test
  void thePageShowsOriginsSideBySideInEachLanguageWithFiles() throws Exception {
    append(
        "shown",
        Instant.parse("2026-06-01T00:00:00Z"),
        List.of(
            put(scope("shown", "p", "2026-01-01", "2026-12-31", List.of("p-red"))),
            put(seizure("shown", 1, "2026-01-15", "p", List.of("p-red", "p-blue"))),
            put(seizure("shown", 2, "2026-02-16", "p", List.of())),
            put(
                result(
                    "shown",
                    3,
                    SampleOrigin.DRUG_CHECKING,
                    "2026-02-18",
                    "CA-ON",
                    "p",
                    List.of("p-red"),
                    "p-blue"))));
    readers.catchUp();
    for (String language : List.of("en", "es", "fr")) {
      assertThat(text("/laboratory/trends?lang=" + language)).contains("p-red");
      assertThat(text("/laboratory/trends?substance=text:p-red&lang=" + language))
          .contains("p-blue", "id=\"seen\"", "<svg");
    }
    String both = text("/laboratory/trends?substance=text:p-red&lang=en");
    assertThat(both).contains("Seizure", "Drug checking", "50%", "not shown");
    String summary = "/laboratory/trends?substance=text:p-red&table=summary&format=csv&lang=en";
    assertThat(text(summary).lines()).hasSizeGreaterThan(2);
    assertThat(text(summary + "&origin=SEIZURE").lines())
        .hasSize(2)
        .last()
        .asString()
        .contains(",2,1,50%");
    assertThat(text(summary + "&origin=DRUG_CHECKING").lines())
        .last()
        .asString()
        .contains(",not shown,not shown,not shown,0,");
    assertThat(text("/laboratory/trends?substance=text:p-red&chart=share&format=csv&lang=en"))
        .contains("2026-01-01,100", "Seizure");
    assertThat(
            ask("/laboratory/trends?substance=text:p-red&chart=share&format=svg").getContentType())
        .startsWith("image/svg+xml");
    assertThat(text("/laboratory/trends?substance=text:p-red&table=together&format=csv&lang=en"))
        .contains("Seizure,p-blue,1");
  }

  @Test
  void fewSamplesOfPeopleAreNotShownInAnyTableChartOrFile() throws Exception {
    List<Entry> entries = new ArrayList<>();
    entries.add(put(scope("people", "p", "2025-01-01", "2026-12-31", List.of("h-red"))));
    add(
        entries,
        "people",
        SampleOrigin.CLINICAL,
        "2025-03-04",
        "CA-BC",
        List.of("h-red", "h-blue"),
        12);
    add(
        entries,
        "people",
        SampleOrigin.CLINICAL,
        "2025-03-05",
        "CA-ON",
        List.of("h-red", "h-blue"),
        14);
    add(
        entries,
        "people",
        SampleOrigin.CLINICAL,
        "2025-03-06",
        "CA-QC",
        List.of("h-red", "h-blue"),
        3);
    add(
        entries,
        "people",
        SampleOrigin.CLINICAL,
        "2025-04-04",
        "CA-BC",
        List.of("h-red", "h-blue"),
        11);
    append("people", Instant.parse("2026-06-01T00:00:00Z"), entries);
    readers.catchUp();

    TrendCounts all = disclose.of(peoples(""));
    assertThat(found(all))
        .as("March is 29 of three places, of which one has few")
        .isEqualTo(
            Map.of(
                YearMonth.of(2025, 3),
                ShownCount.of(29),
                YearMonth.of(2025, 4),
                ShownCount.of(11)));
    assertThat(found(disclose.of(peoples("CA-QC"))))
        .isEqualTo(Map.of(YearMonth.of(2025, 3), new ShownCount(0, false)));
    assertThat(found(disclose.of(peoples("CA-BC"))))
        .as("with both others, the few would be 29 less 26")
        .isEqualTo(
            Map.of(
                YearMonth.of(2025, 3),
                new ShownCount(0, false),
                YearMonth.of(2025, 4),
                ShownCount.of(11)));
    assertThat(found(disclose.of(peoples("CA-ON"))))
        .isEqualTo(Map.of(YearMonth.of(2025, 3), ShownCount.of(14)));
    assertThat(disclose.of(peoples("CA-BC")).seen().getFirst().first()).hasToString("2025-03");
    assertThat(disclose.of(peoples("CA-BC", 2025, 4)).all().found()).isEqualTo(ShownCount.of(11));
    assertThat(all.with()).extracting(TrendCounts.Counted::samples).containsOnly(ShownCount.of(40));
    for (String address : List.of("", "&table=summary&format=csv", "&table=seen&format=csv")) {
      for (String place : List.of("CA-BC", "CA-ON", "CA-QC")) {
        assertThat(text("/laboratory/trends?substance=text:h-red&lang=en&place=" + place + address))
            .doesNotContain(",3,3,", ">3<", "2025-03-06", "Mar 6, 2025", "6 Mar 2025");
      }
    }
    assertThat(
            ask("/laboratory/trends?substance=text:h-red&chart=share&format=csv&place=CA-QC")
                .getStatus())
        .as("no month of it can be drawn")
        .isEqualTo(404);
    assertThat(text("/laboratory/trends?substance=text:h-red&lang=en"))
        .contains("counts from 1 to 9 are not shown", "not shown");
  }

  @Test
  void noChoiceOfMonthsTellsMoreThanTheMonthsThemselves() {
    List<Entry> entries = new ArrayList<>();
    entries.add(put(scope("windows", "p", "2025-01-01", "2026-12-31", List.of("h-red"))));
    add(
        entries,
        "windows",
        SampleOrigin.PARAPHERNALIA,
        "2025-05-04",
        "CA-BC",
        List.of("w-red"),
        30);
    add(entries, "windows", SampleOrigin.PARAPHERNALIA, "2025-06-04", "CA-BC", List.of("w-red"), 2);
    append("windows", Instant.parse("2026-06-01T00:00:00Z"), entries);
    readers.catchUp();
    TrendQuestion both =
        new TrendQuestion(
            substance("w-red").key(),
            SampleOrigin.PARAPHERNALIA.name(),
            "",
            YearMonth.of(2025, 5),
            YearMonth.of(2025, 6));
    TrendCounts.Samples sum = disclose.of(both).all();
    assertThat(sum.outside()).as("30 and a few, not 32").isEqualTo(new ShownCount(30, false));
    assertThat(disclose.analysed(both)).isEqualTo(new ShownCount(30, false));
  }

  private static TrendQuestion peoples(String area) {
    return peoples(area, 2025, 1);
  }

  private static TrendQuestion peoples(String area, int year, int month) {
    return new TrendQuestion(
        substance("h-red").key(),
        SampleOrigin.CLINICAL.name(),
        area,
        YearMonth.of(year, month),
        YearMonth.of(2026, 12));
  }

  private static Map<YearMonth, ShownCount> found(TrendCounts counts) {
    Map<YearMonth, ShownCount> found = new TreeMap<>();
    counts.months().forEach((month, one) -> found.put(month, one.found()));
    return found;
  }

  /// So many samples more.
  private static void add(
      List<Entry> entries,
      String laboratory,
      SampleOrigin origin,
      String day,
      String area,
      List<String> found,
      int many) {
    for (int i = 0; i < many; i++) {
      entries.add(put(result(laboratory, entries.size(), origin, day, area, "p", found, "")));
    }
  }

  @Test
  void whatCannotBeAskedIsNotFoundOrEmpty() throws Exception {
    assertThat(ask("/laboratory/trends?substance=nonsense&chart=share&format=csv").getStatus())
        .isEqualTo(404);
    assertThat(ask("/laboratory/trends?substance=text:x&chart=none&format=csv").getStatus())
        .isEqualTo(404);
    assertThat(ask("/laboratory/trends?substance=text:x&table=none&format=csv").getStatus())
        .isEqualTo(404);
    assertThat(
            text("/laboratory/trends?substance=text:never&from=2026-13&to=x&origin=MARS&lang=en"))
        .contains("No sample says anything here");
  }

  private String text(String address) throws Exception {
    MockHttpServletResponse answer = ask(address);
    assertThat(answer.getStatus()).as(address).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }
}

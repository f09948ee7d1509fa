package org.tripoint.node.desks.laboratory.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tripoint.node.desks.laboratory.results.AnalysisScope;
import org.tripoint.node.desks.laboratory.results.AnalysisScope.ScopeAnalyte;
import org.tripoint.node.desks.laboratory.results.ConcentrationUnit;
import org.tripoint.node.desks.laboratory.results.DetectionLimits;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.ConformanceLevel;
import org.tripoint.node.desks.laboratory.results.LaboratoryProfile.MethodConformance;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound;
import org.tripoint.node.desks.laboratory.results.ProficiencyRound.RoundResult;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.desks.laboratory.results.QuantityBasis;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CasePerson;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CaseType;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.CausalRole;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Certified;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Manner;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.RecordedSex;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.Specimen;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.SpecimenMatrix;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.ToxicologyFinding;
import org.tripoint.node.desks.laboratory.results.ToxicologyCase.YesNo;
import org.tripoint.node.ledger.AppendRecords;
import org.tripoint.node.ledger.Batch;
import org.tripoint.node.ledger.Entry;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Invented records of what stands beside results.
public final class LaboratoryWorld {

  /// Pseudonym of the case.
  public static final String CASE = "TOX-SYN-1";

  static final SubstanceId FENTANYL = new SubstanceId.Structure("PJMPHNIQZUBGLI-UHFFFAOYSA-N");
  static final SubstanceId XYLAZINE = new SubstanceId.Structure("BPICBUSOMSTKRF-UHFFFAOYSA-N");

  private LaboratoryWorld() {}

  /// Appends one of each: a case, a laboratory, its scope, a round, counts of two half-years.
  ///
  /// @param cause stands in the health part of the case
  public static void fill(AppendRecords ledger, String cause) {
    List<Entry> entries =
        List.of(
            new Entry.Put<>(ToxicologyCase.KIND, CASE, toxicology(cause), closed(), null),
            put(profile()),
            put(scope()),
            put(round()),
            put("US-OH|2024-01-01|1", count("US-OH", 1, "fentanyl", FENTANYL, 2_150)),
            put("US-OH|2024-07-01|1", count("US-OH", 7, "fentanyl", FENTANYL, 1_800)),
            put("US-WV|2024-07-01|1", count("US-WV", 7, "fentanyl", FENTANYL, 0)),
            put("US-OH|2024-07-01|2", count("US-OH", 7, "xylazine", XYLAZINE, 640)));
    ledger.append(
        new Batch("us-beside", null, Instant.parse("2024-12-31T00:00:00Z"), "tester", entries));
  }

  private static Marking closed() {
    return Marking.originatorOnly(Marking.Purpose.PUBLIC_HEALTH);
  }

  static ToxicologyCase toxicology(String cause) {
    return new ToxicologyCase(
        "TOXLAB",
        Country.UNITED_STATES,
        CaseType.POSTMORTEM,
        PartialDate.parse("2024-08"),
        Place.admin1("US-OH"),
        new CasePerson("25-34", RecordedSex.FEMALE, YesNo.YES),
        List.of(new Specimen(SpecimenMatrix.FEMORAL_BLOOD, 14, "NaF")),
        List.of(
            finding("fentanyl", FENTANYL, new Presence.Present(), CausalRole.CAUSED),
            finding("xylazine", XYLAZINE, new Presence.NotDetected(), CausalRole.UNDETERMINED)),
        new Certified(cause, List.of("X42", "T40.4"), Manner.ACCIDENT));
  }

  private static ToxicologyFinding finding(
      String name, SubstanceId substance, Presence presence, CausalRole causal) {
    return new ToxicologyFinding(
        1, name, substance, false, presence, null, "LC-MS/MS", "BLOOD", "7", causal);
  }

  /// A case of another pseudonym, under a marking.
  public static Entry toxicology(String key, String cause, Marking marking) {
    return new Entry.Put<>(ToxicologyCase.KIND, key, toxicology(cause), marking, null);
  }

  /// A result of a laboratory, under a marking.
  public static Entry result(String laboratory, Marking marking) {
    LabResult result =
        new LabResult(
            laboratory,
            Country.CANADA,
            "",
            "S",
            "1",
            "",
            SampleOrigin.SEIZURE,
            PartialDate.parse("2026-11-11"),
            LabResult.DateBasis.COLLECTED,
            null,
            null,
            Place.admin1("CA-BC"),
            Material.unknown(),
            null,
            null,
            List.of(),
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
            Map.of());
    return new Entry.Put<>(LabResult.KIND, "R" + laboratory, result, marking, null);
  }

  static LaboratoryProfile profile() {
    return new LaboratoryProfile(
        "TOXLAB",
        "Invented Toxicology Laboratory",
        Country.UNITED_STATES,
        "ISO/IEC 17025:2017",
        LocalDate.of(2024, 1, 1),
        List.of(
            new MethodConformance(
                "LC-MS/MS of blood",
                "LC-MS/MS",
                ConformanceLevel.L2_PURITY,
                LocalDate.of(2024, 2, 1))));
  }

  static AnalysisScope scope() {
    return new AnalysisScope(
        "TOXLAB",
        Country.UNITED_STATES,
        "BLOOD",
        "7",
        LocalDate.of(2024, 1, 1),
        null,
        "femoral blood",
        List.of(
            new ScopeAnalyte(
                "fentanyl",
                FENTANYL,
                new DetectionLimits(number("0.1"), number("0.5"), ConcentrationUnit.NG_PER_ML))));
  }

  static ProficiencyRound round() {
    return new ProficiencyRound(
        "Rounds of beside",
        "2024/1",
        "1",
        LocalDate.of(2024, 5, 1),
        "fentanyl",
        FENTANYL,
        ConcentrationUnit.PERCENT,
        QuantityBasis.SALT,
        number("10"),
        number("1"),
        null,
        List.of(
            new RoundResult("BESIDE-A", number("10.2"), number("0.6"), number("2")),
            new RoundResult("BESIDE-B", number("12.9"), number("0.6"), number("2")),
            new RoundResult("BESIDE-C", number("10.5"), null, null)));
  }

  static PublishedLabCount count(
      String place, int firstMonth, String name, SubstanceId substance, long reports) {
    LocalDate from = LocalDate.of(2024, firstMonth, 1);
    return new PublishedLabCount(
        Country.UNITED_STATES,
        Place.admin1(place),
        from,
        from.plusMonths(6).minusDays(1),
        name,
        substance,
        "",
        reports,
        Map.of("LABTYPE", "State and local"));
  }

  private static Entry put(LaboratoryProfile profile) {
    return new Entry.Put<>(
        LaboratoryProfile.KIND, profile.laboratory(), profile, Marking.published(), null);
  }

  private static Entry put(AnalysisScope scope) {
    return new Entry.Put<>(AnalysisScope.KIND, scope.key(), scope, Marking.published(), null);
  }

  private static Entry put(ProficiencyRound round) {
    return new Entry.Put<>(ProficiencyRound.KIND, round.key(), round, Marking.published(), null);
  }

  private static Entry put(String key, PublishedLabCount count) {
    return new Entry.Put<>(PublishedLabCount.KIND, key, count, Marking.published(), null);
  }

  private static ReportedNumber number(String text) {
    return ReportedNumber.find(text).orElseThrow();
  }
}

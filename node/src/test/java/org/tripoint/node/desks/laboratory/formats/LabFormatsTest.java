package org.tripoint.node.desks.laboratory.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandards;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.Presence;
import org.tripoint.node.desks.laboratory.results.PublishedLabCount;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;

/// Files of laboratories: every row becomes a record or says which rule it breaks.
class LabFormatsTest {

  private static final String COLUMNS =
      "laboratory,country,submission_id,item_id,sample_origin,collected_date,place,status,amendment,name_as_reported,substance_inchikey,techniques,qualifier,conc_value,conc_unit,uncertainty,coverage_factor,tier,loq,scope_id,scope_version,conc_basis,salt,tlp,releasable_to\n";

  private final ReadSubstances names = new NoLists();
  private final Format own = new TripointLabResults(names, standards());
  private final Format nflis = new NflisQueryExport(names);
  private final Format pills = new EcstasyDataPills(names);

  private static IdentificationStandards standards() {
    try (var context = new AnnotationConfigApplicationContext(IdentificationStandards.class)) {
      return context.getBean(IdentificationStandards.class);
    }
  }

  @Test
  void takesEveryRowOfTheNflisExport() {
    List<RowResult> results =
        read(
            nflis,
            CsvText.of(PublicData.require("nflis-fentanyl/nflis_fentanyl_2017_2023.csv.gz")));

    assertThat(results).hasSize(7_011).allMatch(RowResult.Accepted.class::isInstance);
    List<PublishedLabCount> counts =
        contents(results).stream().map(PublishedLabCount.class::cast).toList();
    assertThat(keys(results)).doesNotHaveDuplicates();
    assertThat(counts.stream().map(PublishedLabCount::name).distinct()).hasSize(169);
    assertThat(counts.stream().map(PublishedLabCount::from).distinct()).hasSize(14);
    assertThat(counts.getFirst().place().key()).isEqualTo("US-AK");
    assertThat(counts.getFirst().extras()).containsEntry("DRUG_CATEGORY_CODE", "33");
  }

  @Test
  void takesEveryTabletOfEcstasyData() {
    CsvText file = CsvText.of(PublicData.require("ecstasydata-pills/ecstasy_1999_2010.csv"));
    List<RowResult> results = read(pills, file);

    assertThat(file.rows()).hasSize(3_085);
    assertThat(results).hasSize(1_925).allMatch(RowResult.Accepted.class::isInstance);
    List<LabResult> tablets = contents(results).stream().map(LabResult.class::cast).toList();
    int components = tablets.stream().mapToInt(tablet -> tablet.components().size()).sum();
    long nothing =
        file.rows().stream()
            .map(row -> row.get("composition").strip().toLowerCase(Locale.ROOT))
            .filter(text -> text.isEmpty() || text.equals("none detected"))
            .count();
    assertThat(components).isEqualTo((int) (3_085 - nothing));
    Map<String, Long> sorts = new TreeMap<>();
    tablets.stream()
        .flatMap(tablet -> tablet.components().stream())
        .forEach(one -> sorts.merge(one.presence().getClass().getSimpleName(), 1L, Long::sum));
    assertThat(sorts).containsKeys("Present", "Trace", "Measured");
    assertThat(tablets.stream().map(tablet -> tablet.place().key())).contains("US-HI", "US-NY");
    assertThat(tablets.stream().map(tablet -> tablet.place().country().code()))
        .contains("CH", "CA");
  }

  @Test
  void readsWhetherOthersMayMakeFiguresOfIt() {
    String columns = COLUMNS.replace("\n", ",derivative_use\n");
    String row = "DAS,CA,S1,1,SEIZURE,2026-03,CA-ON,FINAL,,,,,,,,,,,,,,,,AMBER,MX,";
    for (Marking.Permission said : Marking.Permission.values()) {
      RowResult read = read(own, columns + row + said + "\n").getFirst();
      assertThat(((RowResult.Accepted<?>) read).marking().derivativeUse()).isEqualTo(said);
    }
    RowResult silent = read(own, columns + row + "\n").getFirst();
    assertThat(((RowResult.Accepted<?>) silent).marking().derivativeUse())
        .isEqualTo(Marking.Permission.ASK);
    assertThat(read(own, columns + row + "PERHAPS\n").getFirst())
        .isNotInstanceOf(RowResult.Accepted.class);
  }

  @Test
  void joinsTheRowsOfOneItem() {
    List<RowResult> results =
        read(
            own,
            COLUMNS
                + "DAS,CA,S1,1,SEIZURE,2026-03,CA-ON,FINAL,,fentanyl,PJMPHNIQZUBGLI-UHFFFAOYSA-N,GC-MS(GC+MS):1:RC;IR:2:RC,=,8.2,%,0.6,2,,0.5,P,3,SALT,HYDROCHLORIDE,AMBER,MX"
                + " US\n"
                + "DAS,CA,S1,1,,,,,,fluorofentanyl,isomer:fluorofentanyl,GC-MS:1:R,trace,,,,,,,,,,,,\n"
                + "DAS,CA,S1,1,,,,,,xylazine,,GC-MS:1:RN,nd,,,,,,,,,,,,\n"
                + "DAS,CA,S1,1,,,,,,medetomidine,,,nt,,,,,,,,,,,,\n"
                + "DAS,CA,S1,1,,,,,,caffeine,,LC:1:R,<,,%,,,,0.5,,,,,,\n"
                + "DAS,CA,S1,2,SEIZURE,2026,CA-ON,FINAL,,,,,,,,,,,,,,,,,\n");

    assertThat(results).hasSize(2);
    LabResult first = (LabResult) contents(results).getFirst();
    assertThat(first.components().stream().map(one -> one.presence().getClass().getSimpleName()))
        .containsExactly("Measured", "Trace", "NotDetected", "NotTested", "BelowQuantification");
    ResultComponent fentanyl = first.components().getFirst();
    assertThat(fentanyl.techniques().getFirst().outputs()).containsExactly("GC", "MS");
    assertThat(fentanyl.techniques().get(1).sampling()).isEqualTo(2);
    assertThat(((Presence.Measured) fentanyl.presence()).coverageFactor()).isNotNull();
    assertThat(first.components().get(1).substance())
        .isEqualTo(new SubstanceId.IsomerUnspecified("fluorofentanyl"));
    assertThat(((RowResult.Accepted<?>) results.getFirst()).marking().tlp())
        .isEqualTo(Marking.Tlp.AMBER);
    assertThat(((LabResult) contents(results).get(1)).components()).isEmpty();
    assertThat(keys(results)).containsExactly("DAS/S1/1", "DAS/S1/2");
  }

  @Test
  void aWithdrawnItemIsTheRecordsLastVersion() {
    assertThat(
            read(
                own, COLUMNS + "DAS,CA,S1,1,SEIZURE,2026-03-02,CA-ON,WITHDRAWN,,,,,,,,,,,,,,,,,\n"))
        .containsExactly(
            new RowResult.Withdrawn(
                LabResult.KIND,
                "DAS/S1/1",
                "status WITHDRAWN",
                java.time.LocalDate.of(2026, 3, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DAS,XX,S,1,SEIZURE,2026,,,,x,,,,,,,,,,,,,,,;country;not-a-country",
        "DAS,CA,S,1,SEIZURE,31/12/2026,,,,x,,,,,,,,,,,,,,,;collected_date;not-a-date",
        "DAS,CA,S,1,SEIZURE,,,,,x,,,,,,,,,,,,,,,;collected_date;missing",
        "DAS,CA,S,1,STREET,2026,,,,x,,,,,,,,,,,,,,,;sample_origin;not-a-code",
        "DAS,CA,S,1,,2026,,,,x,,,,,,,,,,,,,,,;sample_origin;missing",
        "DAS,CA,S,1,SEIZURE,2026,,AMENDED,,x,,,,,,,,,,,,,,,;amendment;missing",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,NOKEY,,,,,,,,,,,,,,;substance_inchikey;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,GC MS,,,,,,,,,,,,,;techniques;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,maybe,,,,,,,,,,,,;qualifier;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,101,%,,,,,,,,,,;conc_value;not-in-range",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,-1,%,,,,,,,,,,;conc_value;negative",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,5,stone,,,,,,,,,,;conc_unit;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,5,%,1,,,,,,,,,;coverage_factor;missing",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,5,%,,,T2_QUANTITATIVE,,,,,,,;uncertainty;missing",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,nd,5,%,,,,,,,,,,;conc_value;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,,,,,,,,P,,,,,;scope_version;missing",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,=,5,%,,,,,,,FREE_BASE,CITRATE,,;conc_basis;not-in-list",
        "DAS,CA,S,1,SEIZURE,2026,,,,x,,,,,,,,,,,,,,RED,MX;releasable_to;not-under-red"
      })
  void refusesWhatBreaksARule(String row, String column, String rule) {
    RowResult result = read(own, COLUMNS + row + "\n").getFirst();
    assertThat(result).isInstanceOf(RowResult.Refused.class);
    assertThat(((RowResult.Refused) result).hard())
        .extracting(Finding::column, Finding::rule)
        .contains(Tuple.tuple(column, rule));
  }

  @Test
  void refusesRowsOfOneItemThatContradictEachOther() {
    RowResult result =
        read(
                own,
                COLUMNS
                    + "DAS,CA,S,1,SEIZURE,2026,CA-ON,,,x,,,,,,,,,,,,,,,\n"
                    + "DAS,CA,S,1,SEIZURE,2026,CA-QC,,,y,,,,,,,,,,,,,,,\n")
            .getFirst();
    assertThat(((RowResult.Refused) result).hard())
        .extracting(Finding::column, Finding::rule)
        .containsExactly(Tuple.tuple("place", "differs-within-record"));
  }

  private static List<String> keys(List<RowResult> results) {
    return results.stream().map(one -> ((RowResult.Accepted<?>) one).key()).toList();
  }

  private static List<Record> contents(List<RowResult> results) {
    return results.stream().<Record>map(one -> ((RowResult.Accepted<?>) one).content()).toList();
  }

  private static List<RowResult> read(Format format, String csv) {
    return read(format, CsvText.of(csv));
  }

  /// As intake does: neighbouring rows of one group together.
  private static List<RowResult> read(Format format, CsvText csv) {
    RowReader reader =
        format.open(format.recognise(csv.header(), "x.csv").orElseThrow(), csv.header());
    List<RowResult> results = new ArrayList<>();
    List<Row> group = new ArrayList<>();
    Optional<String> name = Optional.empty();
    for (Row row : csv.formatRows()) {
      Optional<String> next = reader.groupOf(row);
      if (!group.isEmpty() && (next.isEmpty() || !next.equals(name))) {
        results.add(reader.readGroup(List.copyOf(group)));
        group.clear();
      }
      name = next;
      group.add(row);
    }
    if (!group.isEmpty()) {
      results.add(reader.readGroup(group));
    }
    return results;
  }

  /// Knows no list: every name stays as reported.
  private static final class NoLists implements ReadSubstances {
    @Override
    public SubstanceId identify(String list, String reportedName) {
      return new SubstanceId.AsReported(reportedName);
    }

    @Override
    public boolean isRecognised(SubstanceId id) {
      return false;
    }

    @Override
    public boolean isKnown(SubstanceId id) {
      return isRecognised(id);
    }

    @Override
    public List<Family> listFamilies() {
      return List.of();
    }

    @Override
    public Optional<Family> findFamily(SubstanceId id) {
      return Optional.empty();
    }

    @Override
    public Set<RecordId> listDecisions() {
      return Set.of();
    }

    @Override
    public Set<String> keysOf(String familyCode) {
      return Set.of();
    }

    @Override
    public String nameOf(String substanceKey, Locale locale) {
      return substanceKey;
    }
  }
}

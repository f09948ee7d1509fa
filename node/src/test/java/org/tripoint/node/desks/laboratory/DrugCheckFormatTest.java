package org.tripoint.node.desks.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.StripResult;
import org.tripoint.node.intake.Format;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.RecordId;
import org.tripoint.vocabulary.SubstanceId;
import org.tripoint.vocabulary.SubstanceId.AsReported;
import org.tripoint.vocabulary.SubstanceId.Group;

class DrugCheckFormatTest {

  private static final String FTIR = "bc-drug-checking-ftir/bc_ftir_2024-06-09_2024-06-22.csv.gz";
  private static final String QUANT = "bccsu-fentanyl-quant/fentanyl_quant_2022-01_2024-02.csv.gz";
  private static final String HEADER =
      "Date,Location,Province,Health Authority,Sold As/Expected Drug,Category,Colour,Texture,Code,"
          + "Fentanyl,Benzodiazepine,FTIR Spectrometer,Source\n";

  private final Format format = new DrugCheckFormat(new KnowsFentanyl());

  @Test
  void acceptsEveryPublishedSampleAndLosesNoSubstance() {
    CsvText file = CsvText.of(PublicData.require(FTIR));
    List<RowResult.Accepted<?>> accepted = accepted(file);

    assertThat(accepted).hasSize(1_514);
    for (int i = 0; i < accepted.size(); i++) {
      DrugCheckSample sample = (DrugCheckSample) accepted.get(i).content();
      assertThat(String.join(", ", sample.found().stream().map(FoundInSample::text).toList()))
          .isEqualTo(file.rows().get(i).get("FTIR Spectrometer"));
    }
  }

  /// Counted in the file's text: 15 times, and never as `4-butanediol`.
  @Test
  void keepsButanediolWholeInThePublishedFile() {
    Map<String, Integer> names = new HashMap<>();
    for (RowResult.Accepted<?> row : accepted(CsvText.of(PublicData.require(FTIR)))) {
      ((DrugCheckSample) row.content())
          .found()
          .forEach(f -> names.merge(f.text(), 1, Integer::sum));
    }
    assertThat(names).containsEntry("1,4-butanediol", 15).doesNotContainKeys("1", "4-butanediol");
  }

  @Test
  void acceptsEveryPublishedConcentration() {
    List<RowResult.Accepted<?>> accepted = accepted(CsvText.of(PublicData.require(QUANT)));

    assertThat(accepted).hasSize(9_849);
    assertThat(accepted.stream().map(RowResult.Accepted::key)).doesNotHaveDuplicates();
  }

  @Test
  void tellsSubstancesFromWordsThatAreNone() {
    DrugCheckSample sample =
        one(
            "2024-06-09,Nanaimo,BC,Island Health,Down,Opioid,Pink,Chunk,N/A,Positive,Inv,"
                + "\"Fentanyl, Uncertain match, 2c-family, Fentanyl or Analog, Neg, Talc\",x");

    assertThat(sample.found())
        .extracting(f -> f.getClass().getSimpleName())
        .containsExactly(
            "Identified", "Uncertain", "Uncertain", "Uncertain", "NothingFound", "Identified");
    assertThat(sample.fentanylStrip()).isEqualTo(StripResult.POSITIVE);
    assertThat(sample.benzodiazepineStrip()).isEqualTo(StripResult.INVALID);
    assertThat(sample.appearance().mark()).isEmpty();
  }

  @Test
  void keepsNoSiteAndNoAddress() {
    CsvText csv =
        CsvText.of(
            HEADER.replace("\n", ",Drug Checking Site,Address\n")
                + "2024-06-09,Nanaimo,BC,Island"
                + " Health,Down,Opioid,Pink,Chunk,N/A,Positive,Negative,Fentanyl,x,Some House,12"
                + " Main St\n");

    assertThat(accepted(csv).getFirst().content().toString())
        .doesNotContain("Some House")
        .doesNotContain("Main St");
  }

  @Test
  void listsUnknownNamesOnce() {
    RowResult.Accepted<?> row =
        accepted(
                CsvText.of(
                    HEADER
                        + "2024-06-09,Nanaimo,BC,,Fentanyl,Opioid,Pink,Chunk,N/A,Positive,Negative,"
                        + "\"Talc, Talc, Zinc\",x\n"))
            .getFirst();

    assertThat(row.soft()).extracting(Finding::found).containsExactly("Talc", "Zinc");
    assertThat(((DrugCheckSample) row.content()).healthAuthority()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "09/06/2024,N,BC,,Down,O,P,C,N/A,Positive,Negative,Talc,x;Date;not-a-date",
        "2024-06-09,N,BC,,,O,P,C,N/A,Positive,Negative,Talc,x;Sold As/Expected Drug;required",
        "2024-06-09,N,BC,,Down,O,P,C,N/A,Maybe,Negative,Talc,x;Fentanyl;not-in-list",
        "2024-06-09,N,Colombie,,Down,O,P,C,N/A,Positive,Negative,Talc,x;Province;not-in-list"
      })
  void refusesWhatBreaksARule(String row, String column, String rule) {
    CsvText csv = CsvText.of(HEADER + row + "\n");
    RowResult result =
        format
            .open(format.recognise(csv.header(), "x").orElseThrow(), csv.header())
            .read(csv.formatRows().getFirst());

    assertThat(((RowResult.Refused) result).hard())
        .extracting(Finding::column, Finding::rule)
        .containsExactly(Tuple.tuple(column, rule));
  }

  private DrugCheckSample one(String row) {
    return (DrugCheckSample) accepted(CsvText.of(HEADER + row + "\n")).getFirst().content();
  }

  private List<RowResult.Accepted<?>> accepted(CsvText csv) {
    Format.RowReader reader =
        format.open(format.recognise(csv.header(), "x.csv").orElseThrow(), csv.header());
    List<RowResult.Accepted<?>> accepted = new ArrayList<>();
    for (Row row : csv.formatRows()) {
      accepted.add((RowResult.Accepted<?>) reader.read(row));
    }
    return accepted;
  }

  /// A list with one heading.
  private static final class KnowsFentanyl implements ReadSubstances {
    @Override
    public SubstanceId identify(String list, String reportedName) {
      return reportedName.equalsIgnoreCase("fentanyl")
          ? new Group(list, "1", "Fentanyl")
          : new AsReported(reportedName);
    }

    @Override
    public boolean isRecognised(SubstanceId id) {
      return id instanceof Group;
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

package org.tripoint.node.desks.seizures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.intake.Format.Identity;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.testsupport.PublicData;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.PlaceScheme;

class UnodcIndividualSeizuresTest {

  private static final String HEADER =
      "REGION,SUBREGION,COUNTRY,ADMINISTRATIVE_DIVISION,PLACE,SEIZURE_DATE,DRUG_NAME,AMOUNT,"
          + "DRUG_UNIT,HIDING_PLACE,INSTALLATION,TRANSPORT,PRODUCING_COUNTRY,DEPARTURE_COUNTRY,"
          + "DESTINATION_COUNTRY\n";
  private static final String GOOD =
      "Europe,East Europe,Czech Republic,Praha,Ruzyne,2016-05-06,Heroin,250,Gram,Baggage,Airport,"
          + "Commercial air,Afghanistan,Turkey,EU";

  private final UnodcIndividualSeizures format =
      new UnodcIndividualSeizures(new ShippedSubstances());

  private Reading read(String row) {
    return Reading.of(format, CsvText.of(HEADER + row + "\n"), "ids.csv");
  }

  @Test
  void keepsThePlaceAsReportedAndFindsCountriesByName() {
    Reading reading = read(GOOD);
    Seizure seizure = reading.content(Seizure.class);
    assertThat(reading.recognition().identity()).isEqualTo(Identity.ORDINAL_AMONG_EQUALS);
    assertThat(seizure.country()).isEqualTo(Country.of("CZ"));
    assertThat(read(GOOD.replace("Czech Republic", "Czechia")).content(Seizure.class).country())
        .isEqualTo(Country.of("CZ"));
    assertThat(seizure.place().scheme()).isEqualTo(PlaceScheme.AS_REPORTED);
    assertThat(seizure.place().code()).isEqualTo("Praha; Ruzyne");
    assertThat(seizure.items().getFirst().quantity().mass().kilograms())
        .isEqualByComparingTo("0.25");
    assertThat(seizure.route().departure()).isEqualTo(Country.of("TR"));
    assertThat(seizure.route().destination()).isNull();
    assertThat(seizure.extras())
        .isEqualTo(Map.of("INSTALLATION", "Airport", "DESTINATION_COUNTRY", "EU"));
    assertThat(reading.soft()).containsExactly("DESTINATION_COUNTRY not-recognised");
  }

  @Test
  void refusesARowWithoutCountryDateOrDrug() {
    assertThat(read(GOOD.replace("Czech Republic", "Ruritania")).hard())
        .containsExactly("COUNTRY not-a-country");
    assertThat(read(GOOD.replace("2016-05-06", "2016-02-30")).hard())
        .containsExactly("SEIZURE_DATE not-a-date");
    assertThat(read(GOOD.replace("Heroin", "")).hard()).containsExactly("DRUG_NAME missing");
    assertThat(read(GOOD.replace("250", "about 250")).hard())
        .containsExactly("AMOUNT not-a-number");
  }

  @Test
  void givesEqualRowsEqualKeys() {
    assertThat(read(GOOD).key()).isEqualTo(read(GOOD).key());
    assertThat(read(GOOD).key()).isNotEqualTo(read(GOOD.replace("250", "251")).key());
  }

  @Test
  void accountsForTheRealFileWithAtMostTwoPercentRefused() {
    CsvText csv =
        CsvText.of(PublicData.require("unodc-ids-2016/unodc_individual_drug_seizures_2016.csv.gz"));
    assertThat(csv.rows()).hasSize(63_656);
    Reading reading = Reading.of(format, csv, "unodc_individual_drug_seizures_2016.csv.gz");
    long refused = reading.results().stream().filter(RowResult.Refused.class::isInstance).count();
    long unknownDrugs =
        reading.results().stream()
            .filter(RowResult.Accepted.class::isInstance)
            .filter(r ->
                ((RowResult.Accepted<?>) r)
                    .soft().stream().anyMatch(f -> f.column().equals("DRUG_NAME")))
            .count();
    assertThat(reading.results()).hasSize(63_656);
    assertThat(refused).isEqualTo(138);
    assertThat(unknownDrugs).isLessThan(csv.rows().size() / 100);
    assertThat(kilograms(reading, "NZ", "Methamphetamine"))
        .isEqualByComparingTo(plainKilograms(csv, "New Zealand", "Methamphetamine"));
  }

  private static BigDecimal kilograms(Reading reading, String country, String drug) {
    BigDecimal sum = BigDecimal.ZERO;
    for (RowResult result : reading.results()) {
      if (result instanceof RowResult.Accepted<?> accepted
          && accepted.content() instanceof Seizure seizure
          && seizure.country().code().equals(country)
          && seizure.items().getFirst().substance().name().equals(drug)
          && seizure.items().getFirst().quantity() != null
          && seizure.items().getFirst().quantity().mass() != null) {
        sum = sum.add(seizure.items().getFirst().quantity().mass().kilograms());
      }
    }
    return sum;
  }

  private static BigDecimal plainKilograms(CsvText csv, String country, String drug) {
    BigDecimal grams = BigDecimal.ZERO;
    for (Map<String, String> row : csv.rows()) {
      if (country.equals(row.get("COUNTRY")) && drug.equals(row.get("DRUG_NAME"))) {
        String unit = row.get("DRUG_UNIT");
        if (unit.equals("Gram") || unit.equals("Kilogram")) {
          BigDecimal amount = new BigDecimal(row.get("AMOUNT"));
          grams = grams.add(unit.equals("Gram") ? amount : amount.movePointRight(3));
        }
      }
    }
    return grams.movePointLeft(3);
  }
}

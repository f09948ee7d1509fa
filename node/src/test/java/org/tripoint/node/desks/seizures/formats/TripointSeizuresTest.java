package org.tripoint.node.desks.seizures.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Format.Column;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.node.testing.CsvText;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.Place;

class TripointSeizuresTest {

  private final TripointSeizures format = new TripointSeizures(new ShippedSubstances());

  private static Map<String, String> good() {
    Map<String, String> row = new LinkedHashMap<>();
    TripointSeizures.COLUMNS.forEach(column -> row.put(column.name(), ""));
    row.putAll(
        Map.of(
            "source_record_id",
            "E-1",
            "country",
            "CA",
            "agency",
            "CBSA",
            "event_date",
            "2025-03-04",
            "place",
            "CA-BC",
            "place_scheme",
            "ADMIN1",
            "setting",
            "PORT_OF_ENTRY",
            "item_class",
            "DRUG",
            "substance",
            "Fentanyl"));
    row.putAll(Map.of("quantity", "1.5", "unit", "lb", "weight_basis", "GROSS"));
    return row;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  private final Reading read(Map<String, String>... rows) {
    String header = String.join(",", rows[0].keySet());
    String lines =
        Arrays.stream(rows)
            .map(row -> String.join(",", row.values()))
            .collect(Collectors.joining("\n"));
    return Reading.of(format, CsvText.of(header + "\n" + lines + "\n"), "ca-cbsa-2025-03.csv");
  }

  private static Map<String, String> with(Map<String, String> row, String... changes) {
    Map<String, String> changed = new LinkedHashMap<>(row);
    for (int i = 0; i < changes.length; i += 2) {
      changed.put(changes[i], changes[i + 1]);
    }
    return changed;
  }

  @Test
  void readsTheRowsOfOneEventTogether() {
    Map<String, String> press =
        with(
            good(),
            "item_class",
            "EQUIPMENT",
            "substance",
            "",
            "form",
            "PRESS",
            "quantity",
            "2",
            "unit",
            "device",
            "weight_basis",
            "",
            "count_basis",
            "SECURED");
    Map<String, String> other = with(good(), "source_record_id", "E-2");
    Reading reading = read(good(), press, other);
    assertThat(reading.recognition().source()).isEqualTo("ca-cbsa");
    assertThat(reading.results()).hasSize(2);
    Seizure seizure = reading.content(Seizure.class);
    assertThat(reading.key()).isEqualTo("E-1");
    assertThat(seizure.place()).isEqualTo(Place.admin1("CA-BC"));
    assertThat(seizure.circumstances().setting()).isEqualTo(Setting.PORT_OF_ENTRY);
    assertThat(seizure.items()).hasSize(2);
    assertThat(seizure.items().getFirst().quantity().mass())
        .isEqualTo(Mass.kilograms("0.680388555"));
    assertThat(seizure.items().getFirst().weightBasis()).isEqualTo(WeightBasis.GROSS);
    assertThat(seizure.items().get(1).countBasis()).isEqualTo(CountBasis.SECURED);
    assertThat(seizure.items().get(1).quantity().count().of()).isEqualTo(CountUnit.DEVICE);
  }

  @Test
  void neverTurnsTabletsIntoKilograms() {
    Seizure seizure = read(with(good(), "unit", "tablet")).content(Seizure.class);
    assertThat(seizure.items().getFirst().quantity().mass()).isNull();
    assertThat(seizure.items().getFirst().quantity().conversion()).isNull();
  }

  @Test
  void keepsAnEventWithItsOriginatorUnlessTheFileSaysOtherwise() {
    RowResult.Accepted<?> closed = (RowResult.Accepted<?>) read(good()).results().getFirst();
    assertThat(closed.marking()).isEqualTo(Marking.originatorOnly(Marking.Purpose.LAW_ENFORCEMENT));
    RowResult.Accepted<?> open =
        (RowResult.Accepted<?>)
            read(with(good(), "tlp", "TLP:AMBER", "releasable_to", "US MX")).results().getFirst();
    assertThat(open.marking().tlp()).isEqualTo(Tlp.AMBER);
    assertThat(open.marking().releasableToCountries()).hasSize(2);
    assertThat(read(with(good(), "tlp", "RED", "releasable_to", "US")).hard())
        .containsExactly("releasable_to not-under-red");
  }

  @Test
  void readsEveryCaveatThatAFileStates() {
    Map<String, String> row =
        with(
            good(),
            "tlp",
            "AMBER+STRICT",
            "releasable_to",
            "US",
            "releasable_to_agencies",
            "HSI; US Coast Guard");
    row =
        with(row, "originator_control", "false", "court_use", "never", "derivative_use", "allowed");
    row = with(row, "purpose", "REGULATION", "expires", "2031-01-31", "review_on", "2030-01-31");
    row = with(row, "protected_source", "TRUE", "source_grade", "b", "information_grade", "2");
    row = with(row, "verify_before_action", "true");
    Marking marking = ((RowResult.Accepted<?>) read(row).results().getFirst()).marking();
    assertThat(marking)
        .isEqualTo(
            new Marking(
                Tlp.AMBER_STRICT,
                Set.of(Country.UNITED_STATES),
                Set.of("HSI", "US Coast Guard"),
                false,
                Marking.Permission.NEVER,
                Marking.Permission.ALLOWED,
                Marking.Purpose.REGULATION,
                LocalDate.of(2031, 1, 31),
                LocalDate.of(2030, 1, 31),
                true,
                Marking.SourceGrade.B_USUALLY_RELIABLE,
                Marking.InformationGrade.G2_PROBABLY_TRUE,
                true));
  }

  @ParameterizedTest
  @CsvSource({
    "releasable_to,US,tlp missing",
    "protected_source,true,tlp missing",
    "court_use,perhaps,court_use not-a-code",
    "expires,soon,expires not-a-date",
    "source_grade,G,source_grade not-a-code",
    "information_grade,7,information_grade not-a-code",
    "verify_before_action,si,verify_before_action not-a-code",
    "review_on,2032-01-01,review_on after-expiry",
  })
  void refusesAMarkingThatContradictsItself(String column, String cell, String rule) {
    Map<String, String> row = with(good(), column, cell);
    if (!rule.startsWith("tlp")) {
      row = with(row, "tlp", "AMBER");
    }
    if (column.equals("review_on")) {
      row = with(row, "expires", "2031-12-31");
    }
    assertThat(read(row).hard()).containsExactly(rule);
    assertThat(read(row).results()).noneMatch(RowResult.Accepted.class::isInstance);
  }

  @Test
  void keepsWhatNoListHolds() {
    Reading reading =
        read(with(good(), "substance", "Tranq dope", "place", "CA-ZZ", "unit", "brick"));
    assertThat(reading.soft())
        .containsExactlyInAnyOrder(
            "substance not-recognised", "place not-recognised", "unit not-recognised");
    assertThat(reading.content(Seizure.class).place().code()).isEqualTo("CA-ZZ");
  }

  @Test
  void namesACaseAndAPersonInTheNominalPartOnly() {
    Seizure seizure =
        read(with(good(), "case_number", "K-1; K-2", "person_name", "Ana Pérez"))
            .content(Seizure.class);
    assertThat(seizure.caseNumbers()).containsExactly("K-1", "K-2");
    assertThat(seizure.persons().getFirst().name()).isEqualTo("Ana Pérez");
    assertThat(seizure.extras()).isEmpty();
  }

  @Test
  void takesAWithdrawalAndAnEventOfAnotherAgency() {
    RowResult result = read(with(good(), "status", "WITHDRAWN")).results().getFirst();
    assertThat(((RowResult.Withdrawn) result).key()).isEqualTo("E-1");
    assertThat(read(with(good(), "agency", "RCMP")).key()).isEqualTo("ca-rcmp:E-1");
  }

  @ParameterizedTest
  @CsvSource({
    "source_record_id,'',source_record_id missing",
    "country,XX,country not-a-country",
    "agency,'',agency missing",
    "event_date,2025-02-30,event_date not-a-date",
    "event_date,04/03/2025,event_date not-a-date",
    "setting,BORDER,setting not-a-code",
    "item_class,DRUGS,item_class not-a-code",
    "substance,'',substance missing",
    "quantity,-1,quantity negative",
    "quantity,lots,quantity not-a-number",
    "unit,'',unit missing",
    "weight_basis,HEAVY,weight_basis not-a-code",
    "count_basis,SEEN,count_basis not-a-code",
    "place_scheme,STATE,place_scheme not-a-code",
    "item_no,0,item_no not-whole",
    "is_joint,perhaps,is_joint not-a-code",
    "status,GONE,status not-a-code",
    "tlp,PINK,tlp not-a-code",
    "latitude,91,latitude not-in-range"
  })
  void refusesWhatBreaksARule(String column, String text, String finding) {
    Map<String, String> row = with(good(), column, text);
    if (column.equals("latitude")) {
      row.put("longitude", "-123");
    }
    assertThat(read(row).hard()).contains(finding);
  }

  @Test
  void refusesRowsOfOneEventThatContradictEachOther() {
    Map<String, String> elsewhere = with(good(), "place", "CA-ON", "item_no", "2");
    assertThat(read(with(good(), "item_no", "1"), elsewhere).hard())
        .containsExactly("place differs-within-record");
    assertThat(read(with(good(), "item_no", "1"), with(good(), "item_no", "1")).hard())
        .containsExactly("item_no repeated");
  }

  @Test
  void offersEveryColumnToMappings() {
    assertThat(format.mappableColumns().stream().map(Column::name))
        .startsWith("source_record_id", "country")
        .hasSize(30);
  }
}

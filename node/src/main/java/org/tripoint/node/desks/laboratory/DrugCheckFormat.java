package org.tripoint.node.desks.laboratory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.laboratory.DrugCheckSample.Appearance;
import org.tripoint.node.desks.laboratory.DrugCheckSample.FoundInSample;
import org.tripoint.node.desks.laboratory.DrugCheckSample.ReportedSubstance;
import org.tripoint.node.desks.laboratory.DrugCheckSample.StripResult;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.InformationGrade;
import org.tripoint.vocabulary.Marking.Permission;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Marking.SourceGrade;
import org.tripoint.vocabulary.Marking.Tlp;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Samples of British Columbia's drug-checking services: every substance found (infrared and
/// strips), or the fentanyl concentration of opioid samples.
///
/// The first layout has no id: its rows are told apart by their content and their ordinal among
/// equals. The second has a sample id. Columns that name the site or its address are not read and
/// not kept.
@Component
final class DrugCheckFormat extends LayoutFormat {

  static final String ID = "bc-drug-checking";

  private static final String LIST = ID;
  private static final int LAG_DAYS = 14;

  private static final Set<String> FINDINGS =
      Set.of("Date", "Location", "Health Authority", "Sold As/Expected Drug", "FTIR Spectrometer");
  private static final Set<String> FINDINGS_KNOWN =
      Set.of(
          "Date",
          "Location",
          "Province",
          "Health Authority",
          "Sold As/Expected Drug",
          "Category",
          "Colour",
          "Texture",
          "Code",
          "Fentanyl",
          "Benzodiazepine",
          "FTIR Spectrometer",
          "Source",
          "Drug Checking Site",
          "Collection Site",
          "Address");
  private static final Set<String> QUANT =
      Set.of("Health Authority", "Sample ID", "Visit Date", "City/Town", "Drug", "Quant");
  private static final Set<String> QUANT_KNOWN =
      Set.of(
          "Health Authority",
          "Sample ID",
          "Visit Date",
          "City/Town",
          "Drug",
          "Category",
          "Quant",
          "Collection Site",
          "Address");

  private static final Set<String> HEALTH_AUTHORITIES =
      Set.of(
          "Vancouver Coastal",
          "Fraser Health",
          "Interior Health",
          "Island Health",
          "Northern Health");

  private static final Pattern UNCERTAIN =
      Pattern.compile("uncertain\\b.*|unknown\\b.*|.*[- ]family|.* or analog(ue)?s?");
  private static final Set<String> NOTHING = Set.of("neg", "negative", "none");

  private final ReadSubstances substances;

  DrugCheckFormat(ReadSubstances substances) {
    super(
        ID,
        Layout.of(
            "ca-bc-drug-checking",
            false,
            LAG_DAYS,
            FINDINGS,
            FINDINGS_KNOWN,
            Identity.ORDINAL_AMONG_EQUALS),
        Layout.of("ca-bccsu-fentanyl", false, 60, QUANT, QUANT_KNOWN, Identity.KEYED));
    this.substances = substances;
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of("Quant");
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return header.hasAll(FINDINGS)
        ? new Samples("Date", this::readFindings)
        : new Samples("Visit Date", this::readQuant);
  }

  /// Rows that each tell of one sample.
  private record Samples(String dayOfEvent, Function<Row, RowResult> samples) implements RowReader {
    @Override
    public RowResult read(Row row) {
      return samples.apply(row);
    }
  }

  private RowResult readFindings(Row row) {
    Findings findings = new Findings(row);
    Optional<LocalDate> date = findings.date("Date");
    String expected = findings.required("Sold As/Expected Drug");
    StripResult fentanyl = findings.strip("Fentanyl");
    StripResult benzodiazepine = findings.strip("Benzodiazepine");
    String province = row.text("Province").isEmpty() ? "BC" : row.text("Province");
    Optional<Place> place = findings.province(province);
    if (findings.isRefused() || date.isEmpty() || place.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    Set<String> unknown = new TreeSet<>();
    List<FoundInSample> found =
        SubstanceSplitter.split(row.text("FTIR Spectrometer")).stream()
            .map(text -> found(text, unknown::add))
            .toList();
    ReportedSubstance sold = substance(expected, unknown::add);
    unknown.forEach(name -> findings.notRecognised("FTIR Spectrometer", name));
    String mark = row.text("Code").equals("N/A") ? "" : row.text("Code");
    Map<String, String> extras = extras(row, FINDINGS_KNOWN);
    extras.put("Source", row.text("Source"));
    DrugCheckSample sample =
        new DrugCheckSample(
            date.get(),
            place.get(),
            healthAuthority(row, findings),
            sold,
            row.text("Category"),
            fentanyl,
            benzodiazepine,
            found,
            null,
            row.text("Location"),
            new Appearance(row.text("Colour"), row.text("Texture"), mark),
            extras);
    String key =
        String.join(
            "|",
            date.get().toString(),
            row.text("Location"),
            row.text("Health Authority"),
            expected,
            row.text("Category"),
            row.text("Colour"),
            row.text("Texture"),
            row.text("Code"),
            row.text("Fentanyl"),
            row.text("Benzodiazepine"),
            row.text("FTIR Spectrometer"),
            row.text("Source"));
    return accepted(key, sample, findings);
  }

  private RowResult readQuant(Row row) {
    Findings findings = new Findings(row);
    Optional<LocalDate> date = findings.date("Visit Date");
    String id = findings.required("Sample ID");
    String expected = findings.required("Drug");
    Optional<ReportedNumber> percent = findings.percent("Quant");
    if (findings.isRefused() || date.isEmpty() || percent.isEmpty()) {
      return new RowResult.Refused(findings.hard);
    }
    DrugCheckSample sample =
        new DrugCheckSample(
            date.get(),
            Place.admin1("CA-BC"),
            healthAuthority(row, findings),
            substance(expected, name -> findings.notRecognised("Drug", name)),
            row.text("Category"),
            StripResult.NOT_DONE,
            StripResult.NOT_DONE,
            List.of(),
            percent.get(),
            row.text("City/Town"),
            new Appearance("", "", ""),
            extras(row, QUANT_KNOWN));
    return accepted(id, sample, findings);
  }

  private static RowResult accepted(String key, DrugCheckSample sample, Findings findings) {
    return new RowResult.Accepted<>(
        DrugCheckSample.KIND, key, sample, HEALTH_USE_ONLY, sample.date(), findings.soft);
  }

  /// Published, but for public health: nothing in it may be used against a person or a place.
  private static final Marking HEALTH_USE_ONLY =
      new Marking(
          Tlp.GREEN,
          Set.of(Country.CANADA, Country.MEXICO, Country.UNITED_STATES),
          Set.of(),
          false,
          Permission.NEVER,
          Permission.ALLOWED,
          Purpose.PUBLIC_HEALTH,
          null,
          null,
          false,
          SourceGrade.F_CANNOT_BE_JUDGED,
          InformationGrade.G6_CANNOT_BE_JUDGED,
          false);

  private FoundInSample found(String text, Consumer<String> unknown) {
    String folded = text.toLowerCase(Locale.ROOT);
    if (NOTHING.contains(folded)) {
      return new FoundInSample.NothingFound(text);
    }
    if (UNCERTAIN.matcher(folded).matches()) {
      return new FoundInSample.Uncertain(text);
    }
    ReportedSubstance reported = substance(text, unknown);
    return new FoundInSample.Identified(reported.text(), reported.substance());
  }

  private ReportedSubstance substance(String text, Consumer<String> unknown) {
    String cut = text.length() > 500 ? text.substring(0, 500) : text;
    SubstanceId id = substances.identify(LIST, cut);
    if (!substances.isKnown(id)) {
      unknown.accept(cut);
    }
    return new ReportedSubstance(cut, id);
  }

  private static @Nullable Place healthAuthority(Row row, Findings findings) {
    String text = row.text("Health Authority");
    if (text.isEmpty()) {
      return null;
    }
    if (!HEALTH_AUTHORITIES.contains(text) || text.length() > 200) {
      findings.soft.add(
          new Finding("Health Authority", "place-not-recognised", text, "Fraser Health …"));
      return Place.of(
          Country.CANADA,
          PlaceScheme.AS_REPORTED,
          text.length() > 200 ? text.substring(0, 200).strip() : text);
    }
    return Place.of(Country.CANADA, PlaceScheme.HEALTH_REGION, text);
  }

  private static Map<String, String> extras(Row row, Set<String> known) {
    Map<String, String> extras = new TreeMap<>();
    row.extras(known).forEach(extra -> extras.putIfAbsent(extra.column(), extra.text()));
    return extras;
  }

  /// What was found wrong with one row so far.
  private static final class Findings {
    private final Row row;
    private final List<Finding> hard = new ArrayList<>();
    private final List<Finding> soft = new ArrayList<>();

    Findings(Row row) {
      this.row = row;
    }

    boolean isRefused() {
      return !hard.isEmpty();
    }

    String required(String column) {
      String text = row.text(column);
      if (text.isEmpty()) {
        refuse(column, "required", "");
      }
      return text;
    }

    Optional<LocalDate> date(String column) {
      return read(
          column,
          "not-a-date",
          "2024-06-09",
          text -> {
            try {
              LocalDate date = LocalDate.parse(text);
              return date.getYear() >= 1990 && date.getYear() < 2200
                  ? Optional.of(date)
                  : Optional.empty();
            } catch (DateTimeParseException e) {
              return Optional.empty();
            }
          });
    }

    Optional<ReportedNumber> percent(String column) {
      return read(
          column,
          "not-a-percentage",
          "0–100",
          text ->
              ReportedNumber.find(text)
                  .filter(n -> n.value().signum() >= 0)
                  .filter(n -> n.value().compareTo(BigDecimal.valueOf(100)) <= 0));
    }

    Optional<Place> province(String text) {
      if (text.matches("[A-Z]{2}")) {
        return Optional.of(Place.admin1("CA-" + text));
      }
      refuse("Province", "not-in-list", "BC, AB, ON …");
      return Optional.empty();
    }

    StripResult strip(String column) {
      String text = row.text(column);
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "positive", "pos" -> StripResult.POSITIVE;
        case "negative", "neg" -> StripResult.NEGATIVE;
        case "inv", "invalid" -> StripResult.INVALID;
        case "", "unspecified", "n/a" -> StripResult.NOT_DONE;
        default -> {
          refuse(column, "not-in-list", "Positive, Negative, Inv, Unspecified");
          yield StripResult.NOT_DONE;
        }
      };
    }

    private <T> Optional<T> read(
        String column, String rule, String expected, Function<String, Optional<T>> reading) {
      String text = required(column);
      Optional<T> value = text.isEmpty() ? Optional.empty() : reading.apply(text);
      if (value.isEmpty() && !text.isEmpty()) {
        refuse(column, rule, expected);
      }
      return value;
    }

    private void refuse(String column, String rule, String expected) {
      hard.add(new Finding(column, rule, row.text(column), expected));
    }

    void notRecognised(String column, String name) {
      soft.add(new Finding(column, "not-recognised", name, LIST));
    }
  }
}

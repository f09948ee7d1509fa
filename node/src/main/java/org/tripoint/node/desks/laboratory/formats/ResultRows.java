package org.tripoint.node.desks.laboratory.formats;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.laboratory.protocol.IdentificationStandards;
import org.tripoint.node.desks.laboratory.results.AttachedFile;
import org.tripoint.node.desks.laboratory.results.CustodyEvent;
import org.tripoint.node.desks.laboratory.results.ExpectedSubstance;
import org.tripoint.node.desks.laboratory.results.LabResult;
import org.tripoint.node.desks.laboratory.results.LabResult.DateBasis;
import org.tripoint.node.desks.laboratory.results.LabResult.ResultStatus;
import org.tripoint.node.desks.laboratory.results.Material;
import org.tripoint.node.desks.laboratory.results.Material.MaterialForm;
import org.tripoint.node.desks.laboratory.results.ResultComponent;
import org.tripoint.node.desks.laboratory.results.SampleOrigin;
import org.tripoint.node.desks.laboratory.results.SamplingPlan;
import org.tripoint.node.desks.laboratory.results.SamplingPlan.SamplingMethod;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Recognition;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.intake.Format.RowReader;
import org.tripoint.node.intake.Format.RowResult;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.Mass;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Reads the rows of one item in the node's own layout: each row is a component.
final class ResultRows implements RowReader {

  private static final String WITHDRAWN = "WITHDRAWN";

  private final ReadSubstances substances;
  private final Recognition recognition;
  private final ComponentRow components;

  ResultRows(
      ReadSubstances substances, IdentificationStandards standards, Recognition recognition) {
    this.substances = substances;
    this.recognition = recognition;
    this.components = new ComponentRow(substances, standards.current());
  }

  @Override
  public Optional<String> groupOf(Row row) {
    String submission = row.text("submission_id");
    String item = row.text("item_id");
    return submission.isEmpty() || item.isEmpty()
        ? Optional.empty()
        : Optional.of(row.text("laboratory") + "\u001f" + submission + "\u001f" + item);
  }

  @Override
  public String dayOfEvent() {
    return "collected_date";
  }

  @Override
  public RowResult read(Row row) {
    return readGroup(List.of(row));
  }

  @Override
  public RowResult readGroup(List<Row> rows) {
    List<Finding> hard = new ArrayList<>();
    List<Finding> soft = new ArrayList<>();
    Row first = rows.getFirst();
    Cells cells = new Cells(first, hard, soft);
    refuseOtherItem(rows, cells);
    String laboratory = cells.required("laboratory", 60);
    String submission = cells.required("submission_id", 200);
    String item = cells.required("item_id", 200);
    Country country = country(cells);
    Dated dated = dated(cells);
    if (country == null || dated == null || cells.isRefused()) {
      return new RowResult.Refused(Cells.distinct(hard));
    }
    String key = key(laboratory, submission, item);
    LocalDate covers = dated.date().start();
    if (first.text("status").equalsIgnoreCase(WITHDRAWN)) {
      return new RowResult.Withdrawn(LabResult.KIND, key, "status WITHDRAWN", covers);
    }
    List<ResultComponent> found = components(rows, hard, soft);
    Optional<LabResult> result =
        result(cells, laboratory, submission, item, country, dated, found, hard);
    Optional<Marking> marking = marking(cells);
    return hard.isEmpty() && result.isPresent() && marking.isPresent()
        ? new RowResult.Accepted<>(
            LabResult.KIND, key, result.get(), marking.get(), covers, Cells.distinct(soft))
        : new RowResult.Refused(Cells.distinct(hard));
  }

  /// Submission and item; the laboratory before them where the file is of several.
  private String key(String laboratory, String submission, String item) {
    String own = laboratory.toLowerCase(Locale.ROOT);
    String key = submission + "/" + item;
    return recognition.source().endsWith(own) ? key : laboratory + "/" + key;
  }

  private void refuseOtherItem(List<Row> rows, Cells cells) {
    Row first = rows.getFirst();
    for (Row row : rows) {
      for (String column : TripointLabResults.OF_THE_ITEM) {
        String text = row.text(column);
        if (!text.isEmpty() && !text.equals(first.text(column))) {
          cells.refuse(column, "differs-within-record", text, first.text(column));
        }
      }
    }
  }

  private List<ResultComponent> components(List<Row> rows, List<Finding> hard, List<Finding> soft) {
    List<ResultComponent> found = new ArrayList<>();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Finding> here = new ArrayList<>();
      Cells cells = new Cells(rows.get(i), here, soft);
      components
          .read(cells, i + 1)
          .ifPresent(component -> {
            if (!numbers.add(component.number())) {
              cells.refuse("component_no", "repeated", cells.raw("component_no"), "");
            }
            found.add(component);
          });
      hard.addAll(here);
    }
    return found;
  }

  private static @Nullable Country country(Cells cells) {
    String text = cells.required("country", 2);
    Optional<Country> country = Country.find(text);
    if (!text.isEmpty() && country.isEmpty()) {
      cells.refuse("country", "not-a-country", text, "CA, MX, US");
    }
    return country.orElse(null);
  }

  /// The day a result is counted under, and what happened on it.
  private record Dated(PartialDate date, DateBasis basis) {}

  private static @Nullable Dated dated(Cells cells) {
    PartialDate collected = cells.partialDate("collected_date");
    LocalDate received = cells.day("received_date");
    LocalDate reported = cells.day("reported_date");
    if (received != null && reported != null && reported.isBefore(received)) {
      cells.refuse(
          "reported_date", "not-in-range", reported.toString(), ">= " + received.toString());
    }
    if (collected != null) {
      return new Dated(collected, DateBasis.COLLECTED);
    }
    if (received != null) {
      return new Dated(PartialDate.day(received), DateBasis.RECEIVED);
    }
    if (reported != null) {
      return new Dated(PartialDate.day(reported), DateBasis.REPORTED);
    }
    cells.required("collected_date", 10);
    return null;
  }

  private Optional<LabResult> result(
      Cells cells,
      String laboratory,
      String submission,
      String item,
      Country country,
      Dated dated,
      List<ResultComponent> found,
      List<Finding> hard) {
    SampleOrigin origin =
        cells.has("sample_origin")
            ? cells.code("sample_origin", SampleOrigin.class, SampleOrigin.SEIZURE)
            : SampleOrigin.SEIZURE;
    if (!cells.has("sample_origin")) {
      cells.required("sample_origin", 40);
    }
    ResultStatus status = cells.code("status", ResultStatus.class, ResultStatus.FINAL);
    String amendment = cells.text("amendment", 2_000);
    if ((status == ResultStatus.AMENDED) == amendment.isBlank()) {
      cells.refuse("amendment", amendment.isBlank() ? "missing" : "not-in-list", amendment, "\"\"");
    }
    String scope = cells.text("scope_id", 200);
    String scopeVersion = cells.text("scope_version", 60);
    if (scope.isEmpty() != scopeVersion.isEmpty()) {
      cells.required(scope.isEmpty() ? "scope_id" : "scope_version", 200);
    }
    Place place = place(cells, country);
    Material material = material(cells);
    ExpectedSubstance expected = expected(cells);
    SamplingPlan plan = plan(cells);
    String accreditation = cells.text("accreditation", 200);
    String seizure = cells.text("seizure_id", 200);
    String standard = cells.text("standard", 60);
    String standardVersion = cells.text("std_version", 60);
    String comment = cells.text("comment", 2_000);
    List<String> cases = listed(cells, "case_number");
    List<AttachedFile> attachments = AttachmentCell.read(cells);
    List<CustodyEvent> custody = CustodyCell.read(cells);
    if (!hard.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LabResult(
            laboratory,
            country,
            accreditation,
            submission,
            item,
            seizure,
            origin,
            dated.date(),
            dated.basis(),
            cells.day("received_date"),
            cells.day("reported_date"),
            place,
            material,
            expected,
            plan,
            found,
            scope,
            scopeVersion,
            standard,
            standardVersion,
            status,
            amendment,
            attachments,
            comment,
            cases,
            custody,
            extras(cells)));
  }

  private Map<String, String> extras(Cells cells) {
    Map<String, String> extras = new TreeMap<>();
    cells.extras(recognition.knownColumns()).forEach(one -> extras.put(one.column(), one.text()));
    return extras;
  }

  private static Place place(Cells cells, Country country) {
    String text = cells.text("place", 200);
    if (text.isEmpty()) {
      return Place.country(country);
    }
    PlaceScheme scheme =
        cells.code(
            "place_scheme",
            PlaceScheme.class,
            text.matches("[A-Z]{2}-[A-Z0-9]{1,3}") ? PlaceScheme.ADMIN1 : PlaceScheme.AS_REPORTED);
    try {
      return scheme == PlaceScheme.ADMIN1 ? Place.admin1(text) : Place.of(country, scheme, text);
    } catch (IllegalArgumentException notOfThatScheme) {
      cells.notRecognised("place", text);
      return Place.of(country, PlaceScheme.AS_REPORTED, text);
    }
  }

  private static Material material(Cells cells) {
    MaterialForm form = cells.code("form", MaterialForm.class, MaterialForm.UNKNOWN);
    Mass gross = grams(cells, "gross_g");
    Mass net = grams(cells, "net_g");
    if (gross != null && net != null && net.compareTo(gross) > 0) {
      cells.refuse("net_g", "not-in-range", cells.raw("net_g"), "<= " + cells.raw("gross_g"));
      net = null;
    }
    return new Material(
        form,
        cells.text("colour", 100),
        cells.text("imprint", 200),
        gross,
        net,
        cells.whole("units", 0, 999_999_999));
  }

  private static @Nullable Mass grams(Cells cells, String column) {
    ReportedNumber grams = cells.number(column);
    return grams == null ? null : new Mass(grams.value().movePointLeft(3));
  }

  private @Nullable ExpectedSubstance expected(Cells cells) {
    String name = cells.text("expected", 500);
    if (name.isBlank()) {
      return null;
    }
    SubstanceId id = substances.identify("tripoint", name);
    if (!substances.isKnown(id)) {
      cells.notRecognised("expected", name);
    }
    return new ExpectedSubstance(name, id);
  }

  private static @Nullable SamplingPlan plan(Cells cells) {
    if (!cells.has("sampling_plan")) {
      return null;
    }
    SamplingMethod method =
        cells.code("sampling_plan", SamplingMethod.class, SamplingMethod.ARBITRARY);
    Integer population = cells.whole("units", 1, 999_999_999);
    Integer taken = cells.whole("units_analysed", 1, 999_999_999);
    Integer positive = cells.whole("units_positive", 0, 999_999_999);
    Integer proportion = cells.whole("plan_proportion", 0, 100);
    Integer confidence = cells.whole("plan_confidence", 0, 99);
    if (population == null || taken == null) {
      cells.required(population == null ? "units" : "units_analysed", 9);
      return null;
    }
    int held = positive == null ? taken : positive;
    if (taken > population || held > taken) {
      cells.refuse("units_analysed", "not-in-range", taken.toString(), held + " … " + population);
      return null;
    }
    return new SamplingPlan(
        method,
        population,
        taken,
        held,
        proportion == null ? 0 : proportion,
        confidence == null ? 0 : confidence);
  }

  private static List<String> listed(Cells cells, String column) {
    return Arrays.stream(cells.text(column, 1_000).split(";", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /// Nobody but its originator, unless the file says so.
  private static Optional<Marking> marking(Cells cells) {
    Marking closed = Marking.originatorOnly(Purpose.LAW_ENFORCEMENT);
    if (!cells.has("tlp") && !cells.has("releasable_to")) {
      return Optional.of(closed);
    }
    Marking.Tlp tlp = cells.code("tlp", Marking.Tlp.class, Marking.Tlp.RED);
    Set<Country> countries = new HashSet<>();
    for (String code : cells.raw("releasable_to").split("[;, ]+", -1)) {
      if (!code.isEmpty()) {
        Country.find(code)
            .ifPresentOrElse(
                countries::add,
                () -> cells.refuse("releasable_to", "not-a-country", code, "CA, MX, US"));
      }
    }
    if (tlp == Marking.Tlp.RED && !countries.isEmpty()) {
      cells.refuse("releasable_to", "not-under-red", cells.raw("releasable_to"), "");
    }
    Purpose purpose = cells.code("purpose", Purpose.class, closed.purpose());
    Marking.Permission derivative =
        cells.code("derivative_use", Marking.Permission.class, closed.derivativeUse());
    return cells.isRefused()
        ? Optional.empty()
        : Optional.of(
            new Marking(
                tlp,
                countries,
                Set.of(),
                tlp == Marking.Tlp.RED,
                closed.courtUse(),
                derivative,
                purpose,
                null,
                null,
                false,
                closed.sourceGrade(),
                closed.informationGrade(),
                false));
  }
}

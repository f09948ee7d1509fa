package org.tripoint.node.desks.seizures.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tripoint.node.desks.seizures.Circumstances;
import org.tripoint.node.desks.seizures.Circumstances.Direction;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.Route;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.intake.Layout;
import org.tripoint.node.intake.LayoutFormat;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.Count;
import org.tripoint.vocabulary.CountUnit;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.Marking;
import org.tripoint.vocabulary.Marking.Purpose;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.PlaceScheme;
import org.tripoint.vocabulary.ReportedNumber;

/// Tables of seizures as Mexico's defence ministry writes them, in Spanish: neighbouring rows of
/// one Folio are one event. See docs/formats/seizures.md.
@Component
class SedenaSeizures extends LayoutFormat {

  static final String ID = "mx-sedena";
  private static final String AGENCY = "SEDENA";
  private static final Set<String> REQUIRED =
      Set.of("Folio", "Fecha", "Entidad", "Concepto", "Cantidad", "Unidad");
  private static final Set<String> OPTIONAL =
      Set.of(
          "Municipio",
          "Presentación",
          "Tipo de sitio",
          "Base del conteo",
          "Detenidos",
          "Zona militar");
  private static final List<String> OF_THE_EVENT =
      List.of("Fecha", "Entidad", "Municipio", "Detenidos", "Zona militar");
  private static final int USUAL_LAG_DAYS = 45;

  private final SedenaItem items;

  SedenaSeizures(ReadSubstances substances) {
    super(ID, Layout.of(ID, false, USUAL_LAG_DAYS, REQUIRED, known(), Identity.KEYED));
    this.items = new SedenaItem(substances);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(REQUIRED);
    known.addAll(OPTIONAL);
    return known;
  }

  @Override
  public Set<String> numberColumns() {
    return Set.of("Cantidad", "Detenidos");
  }

  @Override
  public RowReader open(Recognition recognition, Header header) {
    return new Rows(recognition);
  }

  private final class Rows extends EventRows {
    private final Recognition recognition;

    Rows(Recognition recognition) {
      super("Folio", "Fecha", OF_THE_EVENT);
      this.recognition = recognition;
    }

    @Override
    public RowResult readGroup(List<Row> rows) {
      Findings findings = new Findings();
      Row first = rows.getFirst();
      String folio = id(first, findings);
      Optional<PartialDate> date = SedenaWords.date(first, findings);
      String state = findings.required(first, "Entidad");
      findings.limited(first, "Entidad", 200);
      refuseOtherEvent(rows, findings);
      Optional<Count> detained = detained(first, findings);
      List<SeizureItem> taken = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        items.read(rows.get(i), i + 1, findings).ifPresent(taken::add);
      }
      if (!findings.hard.isEmpty()) {
        return new RowResult.Refused(findings.hard);
      }
      Seizure seizure =
          new Seizure(
              Country.MEXICO,
              AGENCY,
              date.orElseThrow(),
              place(state, findings),
              circumstances(taken),
              Route.UNKNOWN,
              false,
              List.of(),
              detained.orElse(null),
              taken,
              List.of(),
              List.of(),
              extras(first));
      return new RowResult.Accepted<>(
          Seizure.KIND,
          folio,
          seizure,
          Marking.originatorOnly(Purpose.LAW_ENFORCEMENT),
          date.orElseThrow().start(),
          findings.soft);
    }

    private Map<String, String> extras(Row row) {
      Map<String, String> extras =
          new LinkedHashMap<>(CbpDrugSeizures.extras(row, recognition.knownColumns()));
      for (String column : List.of("Municipio", "Zona militar")) {
        if (!row.text(column).isEmpty()) {
          extras.put(column, row.text(column));
        }
      }
      return extras;
    }
  }

  private static Optional<Count> detained(Row row, Findings findings) {
    Optional<ReportedNumber> persons = SedenaWords.amount("Detenidos", row, findings);
    return persons.map(number -> new Count(number.value(), CountUnit.PERSON));
  }

  private static Place place(String state, Findings findings) {
    @Nullable Place known = Subdivisions.findMexicanState(state).orElse(null);
    if (known != null) {
      return known;
    }
    findings.notRecognised("Entidad", state, "ISO 3166-2:MX");
    return Place.of(Country.MEXICO, PlaceScheme.AS_REPORTED, state);
  }

  private static Circumstances circumstances(List<SeizureItem> items) {
    boolean laboratory = items.stream().anyMatch(i -> i.siteClass() == SiteClass.SYNTHESIS);
    Setting setting = laboratory ? Setting.LABORATORY : Setting.UNKNOWN;
    return new Circumstances(setting, Direction.UNKNOWN, "", "", "", "");
  }
}

package org.tripoint.scenario;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.tripoint.scenario.SeizureEvent.Item;

/// Writes seizures in the layout `mx-sedena`: Spanish, days first, rows of one Folio together.
final class SedenaRows {

  static final List<String> COLUMNS =
      List.of(
          "Folio",
          "Fecha",
          "Entidad",
          "Municipio",
          "Concepto",
          "Cantidad",
          "Unidad",
          "Presentación",
          "Tipo de sitio",
          "Base del conteo",
          "Detenidos",
          "Zona militar");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private static final Map<String, String> FORMS =
      Map.of(
          "POWDER",
          "polvo",
          "TABLET",
          "pastillas",
          "CRYSTAL",
          "cristal",
          "PLANT",
          "hierba",
          "LIQUID",
          "líquido");
  private static final Map<String, String> SITES =
      Map.of(
          "SYNTHESIS", "laboratorio clandestino",
          "CHEMICAL_STORAGE", "área de concentración",
          "PROCESSING", "centro de procesamiento",
          "TABLETING", "centro de manufactura",
          "DRUM_STORAGE", "tambos",
          "CAMP", "campamento",
          "PLANTATION", "plantío");
  private static final Map<String, String> COUNTS =
      Map.of("LOCATED", "localizado", "DISABLED", "inhabilitado", "SECURED", "asegurado");

  private SedenaRows() {}

  static void write(ReleaseFile file, SeizureEvent event) throws IOException {
    for (Item item : event.items()) {
      file.row(
          event.id(),
          DAY.format(event.day()),
          MexicanState.named(event.spot().area()).name(),
          event.spot().name(),
          item.what(),
          item.quantity(),
          item.unit(),
          FORMS.getOrDefault(item.form(), ""),
          SITES.getOrDefault(item.siteClass(), ""),
          COUNTS.getOrDefault(item.countBasis(), ""),
          event.nominal().person().isEmpty() ? "0" : "1",
          Math.floorMod(event.spot().area().hashCode(), 45) + 1 + "/a. Z.M.");
    }
  }
}

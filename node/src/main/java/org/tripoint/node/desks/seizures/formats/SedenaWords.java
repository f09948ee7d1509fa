package org.tripoint.node.desks.seizures.formats;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.ReportedNumber;

/// The words, dates and numbers of the ministry's tables in ours. Words are compared without case
/// and accents.
final class SedenaWords {

  static final Map<String, CountBasis> COUNT_BASES =
      Map.of(
          "localizado", CountBasis.LOCATED,
          "inhabilitado", CountBasis.DISABLED,
          "asegurado", CountBasis.SECURED,
          "confirmado", CountBasis.FORENSICALLY_CONFIRMED);

  static final Map<String, SiteClass> SITE_CLASSES =
      Map.of(
          "laboratorio clandestino", SiteClass.SYNTHESIS,
          "area de concentracion", SiteClass.CHEMICAL_STORAGE,
          "centro de procesamiento", SiteClass.PROCESSING,
          "centro de manufactura", SiteClass.TABLETING,
          "tambos", SiteClass.DRUM_STORAGE,
          "campamento", SiteClass.CAMP,
          "plantio", SiteClass.PLANTATION);

  private static final Map<String, ItemClass> THINGS =
      Map.ofEntries(
          Map.entry("tableteadora", ItemClass.EQUIPMENT),
          Map.entry("troquel", ItemClass.EQUIPMENT),
          Map.entry("reactor", ItemClass.EQUIPMENT),
          Map.entry("laboratorio", ItemClass.SITE),
          Map.entry("area de concentracion", ItemClass.SITE),
          Map.entry("centro de procesamiento", ItemClass.SITE),
          Map.entry("centro de manufactura", ItemClass.SITE),
          Map.entry("campamento", ItemClass.SITE),
          Map.entry("plantio", ItemClass.SITE),
          Map.entry("tambos", ItemClass.SITE),
          Map.entry("vehiculo", ItemClass.VEHICLE),
          Map.entry("vehiculos", ItemClass.VEHICLE),
          Map.entry("aeronave", ItemClass.VEHICLE),
          Map.entry("embarcacion", ItemClass.VEHICLE),
          Map.entry("numerario", ItemClass.CURRENCY),
          Map.entry("arma", ItemClass.FIREARM),
          Map.entry("arma corta", ItemClass.FIREARM),
          Map.entry("arma larga", ItemClass.FIREARM),
          Map.entry("cartuchos", ItemClass.AMMUNITION));

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("kg", "kg"),
          Map.entry("kilogramos", "kg"),
          Map.entry("g", "g"),
          Map.entry("gramos", "g"),
          Map.entry("l", "L"),
          Map.entry("litros", "L"),
          Map.entry("piezas", "piece"),
          Map.entry("pastillas", "tablet"),
          Map.entry("tabletas", "tablet"),
          Map.entry("plantas", "plant"),
          Map.entry("sitio", "site"),
          Map.entry("sitios", "site"),
          Map.entry("vehiculo", "vehicle"),
          Map.entry("vehiculos", "vehicle"),
          Map.entry("pesos", "MXN"),
          Map.entry("dolares", "USD"));

  private static final Map<String, ItemForm> FORMS =
      Map.ofEntries(
          Map.entry("polvo", ItemForm.POWDER),
          Map.entry("pastillas", ItemForm.TABLET),
          Map.entry("tabletas", ItemForm.TABLET),
          Map.entry("capsulas", ItemForm.CAPSULE),
          Map.entry("liquido", ItemForm.LIQUID),
          Map.entry("liquida", ItemForm.LIQUID),
          Map.entry("planta", ItemForm.PLANT),
          Map.entry("hierba", ItemForm.PLANT),
          Map.entry("resina", ItemForm.RESIN),
          Map.entry("goma", ItemForm.RESIN),
          Map.entry("cristal", ItemForm.CRYSTAL));

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  /// Thousands by commas or none, decimals by a point.
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  private SedenaWords() {}

  static Optional<PartialDate> date(Row row, Findings findings) {
    String text = findings.required(row, "Fecha");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PartialDate.day(LocalDate.parse(text, DAY)));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      findings.hard.add(new Finding("Fecha", "not-a-date", text, "dd/mm/yyyy"));
      return Optional.empty();
    }
  }

  static Optional<ReportedNumber> amount(String column, Row row, Findings findings) {
    String text = row.text(column);
    Optional<ReportedNumber> number =
        findings.amount(column, GROUPED.matcher(text).matches() ? text.replace(",", "") : text);
    return number.map(value -> new ReportedNumber(value.value(), text));
  }

  /// Our code for the word; empty when the cell is blank or, with a finding, another word.
  static <E> Optional<E> code(Row row, String column, Map<String, E> codes, Findings findings) {
    String text = row.text(column);
    Optional<E> code = Optional.ofNullable(codes.get(plain(text)));
    if (code.isEmpty() && !text.isEmpty()) {
      String expected = String.join(", ", new java.util.TreeSet<>(codes.keySet()));
      findings.hard.add(new Finding(column, "not-a-code", text, expected));
    }
    return code;
  }

  static Optional<ItemClass> thing(String concept) {
    return Optional.ofNullable(THINGS.get(plain(concept)));
  }

  static String unit(String reported) {
    return UNITS.getOrDefault(plain(reported), reported);
  }

  static ItemForm form(String concept, String presentation, ItemClass itemClass) {
    String word = plain(concept);
    if (itemClass == ItemClass.EQUIPMENT) {
      return switch (word) {
        case "tableteadora" -> ItemForm.PRESS;
        case "troquel" -> ItemForm.DIE;
        default -> ItemForm.OTHER_EQUIPMENT;
      };
    }
    ItemForm stated = FORMS.get(plain(presentation));
    if (stated != null) {
      return stated;
    }
    return word.startsWith("pastillas ") ? ItemForm.TABLET : ItemForm.UNKNOWN;
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}

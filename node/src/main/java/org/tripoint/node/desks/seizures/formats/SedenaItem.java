package org.tripoint.node.desks.seizures.formats;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.SeizedSubstance;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Reads one row of the ministry's table: what was taken, how much, and how far it was established.
final class SedenaItem {

  private static final String LIST = "mx-sedena";

  private final ReadSubstances substances;

  SedenaItem(ReadSubstances substances) {
    this.substances = substances;
  }

  Optional<SeizureItem> read(Row row, int number, Findings findings) {
    int before = findings.hard.size();
    String concept = findings.required(row, "Concepto");
    findings.limited(row, "Concepto", 500);
    Optional<ReportedNumber> amount = SedenaWords.amount("Cantidad", row, findings);
    String unit = findings.limited(row, "Unidad", 60);
    if (amount.isPresent() && unit.isEmpty()) {
      findings.hard.add(new Finding("Unidad", "missing", "", "kg, g, L, piezas, pastillas"));
    }
    Optional<CountBasis> basis =
        SedenaWords.code(row, "Base del conteo", SedenaWords.COUNT_BASES, findings);
    Optional<SiteClass> site =
        SedenaWords.code(row, "Tipo de sitio", SedenaWords.SITE_CLASSES, findings);
    if (findings.hard.size() > before) {
      return Optional.empty();
    }
    SubstanceId substance = substances.identify(LIST, concept);
    ItemClass itemClass = itemClass(concept, substance, findings);
    boolean isSubstance = itemClass == ItemClass.DRUG || itemClass == ItemClass.PRECURSOR;
    return Optional.of(
        new SeizureItem(
            number,
            itemClass,
            isSubstance ? "" : concept,
            isSubstance ? SeizedSubstance.suspected(concept, substance) : null,
            SedenaWords.form(concept, row.text("Presentación"), itemClass),
            quantity(amount, unit, findings),
            WeightBasis.UNKNOWN,
            basis.orElse(CountBasis.UNKNOWN),
            site.orElse(SiteClass.UNKNOWN),
            ""));
  }

  /// What sort of thing it is: by its own word, else by the family its substance is counted under.
  /// A word that nothing knows is kept as reported and is no drug until somebody says so.
  private ItemClass itemClass(String concept, SubstanceId substance, Findings findings) {
    Optional<ItemClass> thing = SedenaWords.thing(concept);
    if (thing.isPresent()) {
      return thing.get();
    }
    if (!substances.isRecognised(substance)) {
      findings.notRecognised("Concepto", concept, LIST);
      return ItemClass.OTHER;
    }
    boolean precursor =
        substances.findFamily(substance).filter(f -> f.code().endsWith("-precursors")).isPresent();
    return precursor ? ItemClass.PRECURSOR : ItemClass.DRUG;
  }

  private static @Nullable SeizedQuantity quantity(
      Optional<ReportedNumber> amount, String unit, Findings findings) {
    if (amount.isEmpty()) {
      return null;
    }
    String ours = SedenaWords.unit(unit);
    if (!SeizedQuantity.isKnownUnit(ours)) {
      findings.notRecognised("Unidad", unit, "kg, g, L, piezas, pastillas, plantas, sitio, pesos");
    }
    return SeizedQuantity.of(amount.get(), ours);
  }
}

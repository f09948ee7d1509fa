package org.tripoint.node.desks.seizures.formats;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.SeizedSubstance;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.intake.Format.Finding;
import org.tripoint.node.intake.Format.Row;
import org.tripoint.node.substances.ReadSubstances;
import org.tripoint.vocabulary.ReportedNumber;
import org.tripoint.vocabulary.SubstanceId;

/// Reads the item that one row of the node's own layout tells of.
final class ItemRow {

  /// The list a substance name comes from when the row names none.
  static final String DEFAULT_LIST = "tripoint";

  private final ReadSubstances substances;

  ItemRow(ReadSubstances substances) {
    this.substances = substances;
  }

  /// The item, or empty with a finding for every rule that the row breaks.
  Optional<SeizureItem> read(Row row, int ordinal, Findings findings) {
    int before = findings.hard.size();
    int number = number(row, ordinal, findings);
    findings.required(row, "item_class");
    ItemClass itemClass = findings.code(row, "item_class", ItemClass.class, ItemClass.OTHER);
    @Nullable SeizedSubstance substance = substance(row, itemClass, findings);
    ItemForm form = findings.code(row, "form", ItemForm.class, ItemForm.UNKNOWN);
    @Nullable SeizedQuantity quantity = quantity(row, findings);
    WeightBasis weight = findings.code(row, "weight_basis", WeightBasis.class, WeightBasis.UNKNOWN);
    CountBasis count = findings.code(row, "count_basis", CountBasis.class, CountBasis.UNKNOWN);
    SiteClass site = findings.code(row, "site_class", SiteClass.class, SiteClass.UNKNOWN);
    String imprint = findings.limited(row, "imprint", 200);
    if (findings.hard.size() > before) {
      return Optional.empty();
    }
    String description = substance == null ? row.text("substance") : "";
    return Optional.of(
        new SeizureItem(
            number,
            itemClass,
            description,
            substance,
            form,
            quantity,
            weight,
            count,
            site,
            imprint));
  }

  private static int number(Row row, int ordinal, Findings findings) {
    String text = row.text("item_no");
    if (text.isEmpty()) {
      return ordinal;
    }
    if (text.matches("[1-9]\\d{0,5}")) {
      return Integer.parseInt(text);
    }
    findings.hard.add(new Finding("item_no", "not-whole", text, "1, 2, 3"));
    return ordinal;
  }

  private @Nullable SeizedSubstance substance(Row row, ItemClass itemClass, Findings findings) {
    boolean isSubstance = itemClass == ItemClass.DRUG || itemClass == ItemClass.PRECURSOR;
    String name = isSubstance ? findings.required(row, "substance") : row.text("substance");
    findings.limited(row, "substance", 500);
    if (!isSubstance || name.isEmpty() || name.length() > 500) {
      return null;
    }
    String list = row.text("substance_list");
    String from = list.isEmpty() ? DEFAULT_LIST : list;
    return new SeizedSubstance(
        name,
        identify("substance", from, name, findings),
        identifyOptional(row, "substance_field_tested", from, findings),
        identifyOptional(row, "substance_lab_confirmed", from, findings));
  }

  private @Nullable SubstanceId identifyOptional(
      Row row, String column, String list, Findings findings) {
    String name = findings.limited(row, column, 500);
    return name.isEmpty() || name.length() > 500 ? null : identify(column, list, name, findings);
  }

  private SubstanceId identify(String column, String list, String name, Findings findings) {
    SubstanceId substance = substances.identify(list, name);
    if (!substances.isRecognised(substance)) {
      findings.notRecognised(column, name, list);
    }
    return substance;
  }

  private static @Nullable SeizedQuantity quantity(Row row, Findings findings) {
    Optional<ReportedNumber> amount = findings.amount(row, "quantity");
    String unit = findings.limited(row, "unit", 60);
    if (amount.isEmpty() || unit.length() > 60) {
      return null;
    }
    if (unit.isEmpty()) {
      findings.hard.add(new Finding("unit", "missing", "", "kg, g, lb, tablet"));
      return null;
    }
    if (!SeizedQuantity.isKnownUnit(unit)) {
      findings.notRecognised("unit", unit, "kg, g, mg, lb, oz, t, L, mL, gal, tablet");
    }
    return SeizedQuantity.of(amount.get(), unit);
  }
}

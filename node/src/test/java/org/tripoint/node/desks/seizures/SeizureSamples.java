package org.tripoint.node.desks.seizures;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.Circumstances.Direction;
import org.tripoint.node.desks.seizures.Circumstances.Setting;
import org.tripoint.node.desks.seizures.SeizureItem.CountBasis;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.SeizureItem.ItemForm;
import org.tripoint.node.desks.seizures.SeizureItem.SiteClass;
import org.tripoint.node.desks.seizures.SeizureItem.WeightBasis;
import org.tripoint.node.substances.ShippedSubstances;
import org.tripoint.vocabulary.PartialDate;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.ReportedNumber;

/// Small seizures for tests.
public final class SeizureSamples {

  private static final ShippedSubstances SUBSTANCES = new ShippedSubstances();

  private SeizureSamples() {}

  /// An event at a port of entry.
  public static Seizure event(String agency, String day, String admin1, SeizureItem... items) {
    Place place = Place.admin1(admin1);
    return new Seizure(
        place.country(),
        agency,
        PartialDate.parse(day),
        place,
        new Circumstances(Setting.PORT_OF_ENTRY, Direction.INBOUND, "", "", "", ""),
        Route.UNKNOWN,
        false,
        List.of(),
        null,
        List.of(items),
        List.of("K-1"),
        List.of(new NamedPerson("Ana Pérez", "")),
        Map.of());
  }

  public static SeizureItem drug(int number, String name, String amount, String unit) {
    return new SeizureItem(
        number,
        ItemClass.DRUG,
        "",
        SeizedSubstance.suspected(name, SUBSTANCES.identify("tripoint", name)),
        unit.equals("tablet") ? ItemForm.TABLET : ItemForm.POWDER,
        quantity(amount, unit),
        unit.equals("tablet") ? WeightBasis.UNKNOWN : WeightBasis.GROSS,
        CountBasis.UNKNOWN,
        SiteClass.UNKNOWN,
        "");
  }

  public static SeizureItem site(int number, SiteClass use, CountBasis basis) {
    return new SeizureItem(
        number,
        ItemClass.SITE,
        "laboratory",
        null,
        ItemForm.UNKNOWN,
        null,
        WeightBasis.UNKNOWN,
        basis,
        use,
        "");
  }

  public static SeizureItem press(int number, @Nullable String amount) {
    return new SeizureItem(
        number,
        ItemClass.EQUIPMENT,
        "press",
        null,
        ItemForm.PRESS,
        amount == null ? null : quantity(amount, "device"),
        WeightBasis.UNKNOWN,
        CountBasis.SECURED,
        SiteClass.UNKNOWN,
        "");
  }

  public static SeizureItem money(int number, String amount, String currency) {
    return new SeizureItem(
        number,
        ItemClass.CURRENCY,
        "cash",
        null,
        ItemForm.UNKNOWN,
        quantity(amount, currency),
        WeightBasis.UNKNOWN,
        CountBasis.UNKNOWN,
        SiteClass.UNKNOWN,
        "");
  }

  private static SeizedQuantity quantity(String amount, String unit) {
    return SeizedQuantity.of(ReportedNumber.find(amount).orElseThrow(), unit);
  }
}

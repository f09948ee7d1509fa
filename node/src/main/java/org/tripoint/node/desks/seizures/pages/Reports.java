package org.tripoint.node.desks.seizures.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tripoint.node.desks.seizures.Circumstances;
import org.tripoint.node.desks.seizures.CountedThing;
import org.tripoint.node.desks.seizures.NamedPerson;
import org.tripoint.node.desks.seizures.PortList;
import org.tripoint.node.desks.seizures.PublishedSeizureFigure;
import org.tripoint.node.desks.seizures.Route;
import org.tripoint.node.desks.seizures.SeizedQuantity;
import org.tripoint.node.desks.seizures.SeizedSubstance;
import org.tripoint.node.desks.seizures.Seizure;
import org.tripoint.node.desks.seizures.SeizureItem;
import org.tripoint.node.desks.seizures.SeizureItem.ItemClass;
import org.tripoint.node.desks.seizures.Subdivisions;
import org.tripoint.node.web.Page;
import org.tripoint.vocabulary.Conversion;
import org.tripoint.vocabulary.Conversions;
import org.tripoint.vocabulary.Country;
import org.tripoint.vocabulary.GeoPoint;
import org.tripoint.vocabulary.IsoWeek;
import org.tripoint.vocabulary.Part;
import org.tripoint.vocabulary.Place;
import org.tripoint.vocabulary.SubstanceId;

/// Writes records out in the words of the page's language.
record Reports(Names names) {

  /// Things that a line names; the rest it counts.
  private static final int MOST_THINGS = 2;

  private Page page() {
    return names.page();
  }

  EventView event(String record, Seizure seizure) {
    return new EventView(
        record,
        page().t("seizures.event.title", seizure.agency(), date(seizure), place(seizure.place())),
        facts(seizure),
        seizure.items().stream().map(this::item).toList(),
        nominal(seizure));
  }

  /// Its first things, place and day.
  String inShort(Seizure seizure) {
    List<String> things =
        seizure.items().stream().map(this::item).limit(MOST_THINGS).map(Reports::thing).toList();
    int more = seizure.items().size() - things.size();
    String taken = String.join(", ", things);
    return String.join(
        "; ",
        more == 0 ? taken : taken + " + " + page().number(more),
        place(seizure.place()),
        date(seizure));
  }

  private static String thing(EventView.Item item) {
    return (item.name() + " " + item.quantity()).strip();
  }

  private String date(Seizure seizure) {
    return seizure.isDayKnown() ? page().day(seizure.day()) : seizure.date().toString();
  }

  private List<Fact> facts(Seizure seizure) {
    Circumstances how = seizure.circumstances();
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("country", names.country(seizure.country().code())));
    facts.add(fact("agency", seizure.agency()));
    facts.add(fact("day", date(seizure)));
    facts.add(fact("place", place(seizure.place())));
    facts.add(fact("point", point(seizure.place().point())));
    facts.add(fact("setting", names.code("setting", how.setting().name())));
    facts.add(fact("direction", names.code("direction", how.direction().name())));
    facts.add(fact("mode", how.mode()));
    facts.add(fact("conveyance", how.conveyance()));
    facts.add(fact("concealment", how.concealment()));
    facts.add(fact("detection", how.detection()));
    facts.add(fact("joint", joint(seizure)));
    Route route = seizure.route();
    facts.add(fact("production", country(route.production())));
    facts.add(fact("departure", country(route.departure())));
    facts.add(fact("destination", country(route.destination())));
    facts.add(
        fact(
            "detained",
            seizure.detained() == null ? "" : page().number(seizure.detained().amount(), 0)));
    seizure.extras().forEach((column, text) -> facts.add(new Fact(column, text)));
    return facts;
  }

  private Fact fact(String key, String value) {
    return new Fact(page().t("seizures.column." + key), value);
  }

  private String place(Place place) {
    String subdivision = Subdivisions.of(place).map(names::place).orElse("");
    boolean named = place.code().equals(Subdivisions.of(place).orElse(place.country().code()));
    if (named) {
      return subdivision.isEmpty() ? names.country(place.country().code()) : subdivision;
    }
    String name = PortList.find(place.key()).map(PortList.Port::name).orElse(place.code());
    return subdivision.isEmpty() ? name : name + ", " + subdivision;
  }

  private String point(@Nullable GeoPoint point) {
    return point == null
        ? ""
        : page()
            .t(
                "seizures.point",
                point.latitude().toPlainString(),
                point.longitude().toPlainString(),
                point.precisionMetres());
  }

  private String joint(Seizure seizure) {
    String said = page().t("seizures.joint." + seizure.joint());
    return seizure.partners().isEmpty()
        ? said
        : said + " (" + String.join(", ", seizure.partners()) + ")";
  }

  private String country(@Nullable Country country) {
    return country == null ? "" : names.country(country.code());
  }

  private EventView.Item item(SeizureItem item) {
    String basis =
        List.of(
                word("weight", item.weightBasis().name()),
                word("count", item.countBasis().name()),
                word("site", item.siteClass().name()),
                item.imprint())
            .stream()
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    Optional<Conversion> assumption = assumptionFor(item);
    return new EventView.Item(
        page().number(item.number()),
        names.code("what", item.itemClass().name()),
        name(item),
        word("form", item.form().name()),
        quantity(item.quantity()),
        converted(item.quantity()),
        converted(item.quantity()).isEmpty() ? "" : conversionOf(item.quantity()),
        assumption.map(a -> assumed(item.quantity(), a)).orElse(""),
        assumption.map(Conversion::id).orElse(""),
        basis);
  }

  private String word(String field, String code) {
    return code.equals("UNKNOWN") ? "" : names.code(field, code);
  }

  private String name(SeizureItem item) {
    SeizedSubstance substance = item.substance();
    if (substance == null) {
      SeizedQuantity quantity = item.quantity();
      boolean repeats = quantity != null && names.isUnit(item.description(), quantity.unit());
      return repeats ? "" : item.description();
    }
    List<String> parts = new ArrayList<>();
    parts.add(substance.name());
    stage(parts, "field", substance.fieldTested());
    stage(parts, "lab", substance.labConfirmed());
    return String.join("; ", parts);
  }

  private void stage(List<String> parts, String stage, @Nullable SubstanceId substance) {
    if (substance != null) {
      parts.add(page().t("seizures.substance." + stage, names.substance(substance.key())));
    }
  }

  private String quantity(@Nullable SeizedQuantity quantity) {
    return quantity == null
        ? page().t("seizures.quantity.none")
        : names.quantity(quantity.reported().value(), quantity.unit());
  }

  /// The mass or volume that follows exactly; blank when nothing was converted.
  private String converted(@Nullable SeizedQuantity quantity) {
    if (quantity == null || quantity.conversion() == null) {
      return "";
    }
    if (quantity.mass() != null && !quantity.unit().equals("kg")) {
      return names.quantity(quantity.mass().kilograms(), "kg");
    }
    if (quantity.volume() != null && !quantity.unit().equals("L")) {
      return names.quantity(quantity.volume().litres(), "L");
    }
    return "";
  }

  private static String conversionOf(@Nullable SeizedQuantity quantity) {
    return quantity == null || quantity.conversion() == null ? "" : quantity.conversion();
  }

  /// The named assumption that people apply to such a thing: tablets of fentanyl, liquid drugs.
  private Optional<Conversion> assumptionFor(SeizureItem item) {
    if (item.itemClass() != ItemClass.DRUG || item.quantity() == null || item.substance() == null) {
      return Optional.empty();
    }
    if (item.quantity().volume() != null && item.quantity().unit().equals("L")) {
      return Optional.of(Conversions.LITRE_AS_KILOGRAM);
    }
    boolean isFentanyl =
        names
            .substances()
            .findFamily(item.substance().counted())
            .filter(family -> family.code().equals("fentanyl"))
            .isPresent();
    return isFentanyl && item.quantity().unit().equals("tablet")
        ? Optional.of(Conversions.TABLET_AS_100_MG)
        : Optional.empty();
  }

  private String assumed(@Nullable SeizedQuantity quantity, Conversion assumption) {
    return Optional.ofNullable(quantity)
        .flatMap(q -> q.massUnder(assumption))
        .map(mass ->
            page()
                .t(
                    "seizures.assumed",
                    names.quantity(mass.kilograms(), "kg"),
                    page().t("seizures.assumption." + assumption.assumption())))
        .orElse("");
  }

  /// Nothing for people who may not read the nominal part.
  private List<Fact> nominal(Seizure seizure) {
    List<Fact> facts = new ArrayList<>();
    if (!page().readable().contains(Part.NOMINAL)) {
      return facts;
    }
    if (!seizure.caseNumbers().isEmpty()) {
      facts.add(fact("cases", String.join(", ", seizure.caseNumbers())));
    }
    if (!seizure.persons().isEmpty()) {
      String persons =
          seizure.persons().stream().map(Reports::person).collect(Collectors.joining("; "));
      facts.add(fact("persons", persons));
    }
    return facts;
  }

  private static String person(NamedPerson person) {
    return person.role().isEmpty() ? person.name() : person.name() + " (" + person.role() + ")";
  }

  List<Fact> figure(PublishedSeizureFigure figure) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("drug", figure.drugType()));
    facts.add(
        fact(
            "kilograms", figure.mass() == null ? "" : page().number(figure.mass().kilograms(), 6)));
    facts.add(fact("published", figure.quantity().text() + " " + figure.unit()));
    facts.add(fact("events", page().number(figure.events().value(), 0)));
    if (figure.week() != null) {
      facts.add(fact("week", week(figure.week())));
    }
    facts.add(fact("month", page().month(figure.month())));
    if (figure.fiscalMonth() != null) {
      facts.add(fact("fiscal", figure.fiscalLabel() + " " + figure.fiscalMonth()));
    }
    if (figure.thing() != null) {
      thing(figure.thing(), facts);
    }
    facts.add(fact("agency", figure.agency()));
    facts.add(fact("component", figure.component()));
    facts.add(fact("area", names.area(figure.area().code())));
    facts.add(fact("region", figure.region()));
    facts.add(fact("land", figure.landFilter()));
    facts.add(fact("country", names.country(figure.country().code())));
    figure.extras().forEach((column, text) -> facts.add(new Fact(column, text)));
    return facts;
  }

  private String week(IsoWeek week) {
    return page().t("seizures.period", page().day(week.monday()), page().day(week.last()));
  }

  private void thing(CountedThing thing, List<Fact> facts) {
    facts.add(fact("what", names.code("what", thing.itemClass().name())));
    facts.add(fact("form", names.code("form", thing.form().name())));
    facts.add(fact("basis", names.bases(thing.weightBasis().name(), thing.countBasis().name())));
    if (thing.itemClass() == ItemClass.SITE) {
      facts.add(fact("site", names.code("site", thing.siteClass().name())));
    }
  }
}
